import {type Cell, columnsOf, type Equation} from "../disclosure/cells.ts";
import {findCircuits} from "../disclosure/circuits.ts";
import {choosePattern} from "../disclosure/pattern.ts";
import {isFew} from "../recognisable.ts";
import {fillLines} from "./fill-lines.ts";
import {type CellKey, depthsWithin, nameOfKey, parentsOf} from "./paths.ts";
import {quarterOf, type Unit} from "./units.ts";

/** What was counted in one cell of one unit of the calendar. */
export interface CountedCell {
  readonly unit: Unit;
  readonly key: CellKey;
  /** What protects: the amount, or the number of people. */
  readonly value: number;
  readonly persons: number;
  /** How many are in each group of people that it tells about; see groupsOf(). */
  readonly groups: readonly number[];
}

/** How the figures of an indicator hang together. */
export interface Additivity {
  /** How many levels each path has. */
  readonly depths: readonly number[];
  /** Whether months add up to quarters and years; people do not. */
  readonly isOverTime: boolean;
  /** The least uncertainty that a hidden cell keeps, as a share of its value. */
  readonly share: number;
}

/** For each unit the cells that are hidden, by nameOfKey(). */
export type Hidden = ReadonlyMap<Unit, ReadonlySet<string>>;

/**
 * Which cells of one year are hidden, in each of its months, quarters and as a whole, so that no small cell follows from
 * whatever sums of these cells are shown.
 *
 * It is decided from the outside in: all together first, then by one path, then by two. So a cell that is hidden in one
 * answer is hidden in every answer, whatever else is asked. And it is decided forward in time: a month only looks at the
 * months before it, a quarter at its months, a year at its quarters. So a new month changes no old one: a cell that was
 * hidden stays so until its quarter is over, a quarter until its year is, and what is added up of them is shown only where
 * two of its parts are hidden, of enough people together.
 *
 * Of three paths at once it only sees to it that no sum has one hidden part alone: what follows from several sums together
 * is not looked for there.
 *
 * @param cells  of one calendar year, of every depth
 */
export async function hiddenCells(cells: readonly CountedCell[], additivity: Additivity): Promise<Hidden> {
  const hidden = new Map<Unit, Set<string>>();
  const byUnit = Map.groupBy(cells, ({unit}) => unit);
  for (const unit of byUnit.keys()) hidden.set(unit, new Set());
  for (const depths of depthsWithin(additivity.depths)) {
    const year = new YearTable(byUnit, hidden, depths, additivity);
    await year.decide();
  }
  return hidden;
}

/** One table of a year: cells of one depth, within what they add up to. */
class YearTable {
  readonly #units: ReadonlyMap<Unit, readonly CountedCell[]>;
  readonly #hidden: ReadonlyMap<Unit, Set<string>>;
  readonly #depths: readonly number[];
  readonly #additivity: Additivity;
  readonly #months: readonly Unit[];
  readonly #quarters: readonly Unit[];
  readonly #years: readonly Unit[];

  constructor(
    byUnit: ReadonlyMap<Unit, readonly CountedCell[]>,
    hidden: ReadonlyMap<Unit, Set<string>>,
    depths: readonly number[],
    additivity: Additivity,
  ) {
    const isWithin = ({key}: CountedCell) => key.every((path, chain) => path.length <= depths[chain]!);
    this.#units = new Map([...byUnit].map(([unit, cells]) => [unit, cells.filter(isWithin)]));
    this.#hidden = hidden;
    this.#depths = depths;
    this.#additivity = additivity;
    const units = [...byUnit.keys()].sort();
    this.#months = units.filter((unit) => unit.length === 7 && !unit.includes("K"));
    this.#quarters = units.filter((unit) => unit.includes("K"));
    this.#years = units.filter((unit) => unit.length === 4);
  }

  async decide(): Promise<void> {
    if (!this.#additivity.isOverTime) {
      for (const unit of this.#units.keys()) await this.#decideOn(unit, [], new Set());
      return;
    }
    const hiddenQuarters = new Set<string>();
    for (const [quarter, months] of Map.groupBy(this.#months, quarterOf)) {
      // A quarter can only be hidden while its months are.
      const hiddenMonths = new Set(hiddenQuarters);
      for (const month of months) await this.#decideOn(month, [], hiddenMonths);
      if (this.#quarters.includes(quarter)) await this.#decideOn(quarter, months, hiddenQuarters);
    }
    for (const year of this.#years) await this.#decideOn(year, this.#quarters, new Set());
    if (this.#followsOverTime()) this.#hideAllAbove();
  }

  /** Decides on one unit; `carried` is what was hidden in those before it and stays so, and takes in what is hidden now. */
  async #decideOn(unit: Unit, parts: readonly Unit[], carried: Set<string>): Promise<void> {
    const hiddenParts = this.#hiddenParts(parts);
    const mayHide = (name: string) => parts.length === 0 || hiddenParts.has(name);
    const there = new Set<string>();
    for (const cell of this.#inner(unit)) {
      const name = nameOfKey(cell.key);
      there.add(name);
      const hiddenPart = hiddenParts.get(name);
      // The whole less what is shown of it tells its hidden parts together: of one that is all there is to know.
      const isTold = hiddenPart !== undefined && (hiddenPart.count === 1 || hiddenPart.groups.some(isFew));
      if (isSmall(cell) || isTold) carried.add(name);
      // What a hidden cell consists of would tell it, if not now then over a quarter.
      else if (mayHide(name) && this.#hasHiddenSum(unit, cell.key)) carried.add(name);
    }
    this.#hideBelowNothing(unit);
    // A whole that is not there would tell that its hidden parts are nothing.
    for (const name of hiddenParts.keys()) if (!there.has(name)) this.#hidden.get(unit)!.add(name);
    for (const name of await this.#protect(unit, carried, mayHide)) {
      carried.add(name);
      this.#hidden.get(unit)!.add(name);
    }
  }

  /** Along how many paths the table is split. The same table must be decided on alike, whatever it is a part of. */
  get #pathCount(): number {
    return this.#depths.filter((depth) => depth > 0).length;
  }

  #inner(unit: Unit): CountedCell[] {
    return (this.#units.get(unit) ?? []).filter(({key}) => this.#isInner(key));
  }

  #isInner(key: CellKey): boolean {
    return key.every((path, chain) => path.length === this.#depths[chain]);
  }

  #hasHiddenSum(unit: Unit, key: CellKey): boolean {
    return parentsOf(key).some(([, parent]) => this.#hidden.get(unit)!.has(nameOfKey(parent)));
  }

  /** For each cell of this depth the parts in which it is hidden: how many, and of how many people together. */
  #hiddenParts(parts: readonly Unit[]): ReadonlyMap<string, {count: number; groups: readonly number[]}> {
    const found = new Map<string, {count: number; groups: readonly number[]}>();
    for (const part of parts) {
      const groupsOf = new Map(this.#inner(part).map(({key, groups}) => [nameOfKey(key), groups]));
      for (const name of this.#hidden.get(part)!) {
        if (!this.#isInner(JSON.parse(name) as CellKey)) continue;
        const {count, groups} = found.get(name) ?? {count: 0, groups: []};
        const more = groupsOf.get(name) ?? [];
        found.set(name, {count: count + 1, groups: added(groups, more)});
      }
    }
    return found;
  }

  /** The cells of this depth to hide in one unit, given what is hidden and shown of the sums they add up to. */
  async #protect(unit: Unit, start: ReadonlySet<string>, mayHide: (name: string) => boolean): Promise<string[]> {
    const cells = this.#units.get(unit) ?? [];
    const inner = this.#inner(unit);
    // Where most is small, hardly anything is gained by looking for the cheapest way.
    const isMostlySmall = inner.filter(({key}) => start.has(nameOfKey(key))).length > inner.length / 2;
    if (this.#pathCount > 2 || (this.#pathCount === 2 && isMostlySmall)) {
      const {hidden, follows} = this.#filled(unit, inner, start, mayHide);
      if (!follows || this.#pathCount > 2) return hidden;
    }
    const pattern = await this.#patternOf(unit, cells, start, mayHide, false);
    if (pattern.unprotected === 0) return pattern.hidden;
    // Readers take what is not there for nothing. Where that gives a cell away, some of what is nothing is hidden too.
    const withNothing = [...cells, ...this.#nothingIn(unit, cells)];
    return (await this.#patternOf(unit, withNothing, start, () => true, true)).hidden;
  }

  async #patternOf(
    unit: Unit,
    cells: readonly CountedCell[],
    start: ReadonlySet<string>,
    mayHide: (name: string) => boolean,
    isOneSided: boolean,
  ): Promise<{hidden: string[]; unprotected: number}> {
    const names = cells.map(({key}) => nameOfKey(key));
    const isInner = cells.map(({key}) => this.#isInner(key));
    const isHidden = names.map((name, place) => (isInner[place] ? start.has(name) : this.#hidden.get(unit)!.has(name)));
    if (!isHidden.includes(true)) return {hidden: [], unprotected: 0};
    const most = Math.max(1, ...cells.map(({value}) => Math.abs(value)));
    const system = {
      cells: cells.map(
        ({value, persons}, place): Cell => ({
          value,
          persons,
          // Of two paths and more, what they add up to is taken to be known: that is safe, and much less to look at.
          isPrimary: isHidden[place]! && persons > 0 && (isInner[place]! || this.#pathCount < 2),
          weight: 1 + Math.abs(value) / (most * cells.length),
          fixed: isInner[place] && mayHide(names[place]!) ? null : "shown",
        }),
      ),
      equations: sumsWithin(cells, names),
      lowest: lowestOf(cells),
    };
    const width = {least: 1, share: this.#additivity.share};
    const options = {width, mindsSingletons: true, minimumTogether: 0, isHasty: true, isOneSided};
    const {hidden, unprotected} = await choosePattern(system, options);
    return {hidden: names.filter((_, place) => isInner[place] && hidden[place]), unprotected: unprotected.length};
  }

  /** Where a sum of nothing is hidden, what it consists of must not be seen to be nothing. */
  #hideBelowNothing(unit: Unit): void {
    const cells = this.#units.get(unit) ?? [];
    const there = new Set(cells.map(({key}) => nameOfKey(key)));
    const isHiddenNothing = (name: string) => this.#hidden.get(unit)!.has(name) && !there.has(name);
    if (![...this.#hidden.get(unit)!].some(isHiddenNothing)) return;
    for (const {key} of this.#nothingIn(unit, cells)) {
      const below = parentsOf(key).some(([, parent]) => isHiddenNothing(nameOfKey(parent)));
      if (below) this.#hidden.get(unit)!.add(nameOfKey(key));
    }
  }

  /** As #patternOf(), in haste: what is hidden, and whether a cell of `start` follows all the same. */
  #filled(
    unit: Unit,
    cells: readonly CountedCell[],
    start: ReadonlySet<string>,
    mayHide: (name: string) => boolean,
  ): {hidden: string[]; follows: boolean} {
    const names = cells.map(({key}) => nameOfKey(key));
    const sums = Map.groupBy(
      cells.flatMap(({key}, place) =>
        parentsOf(key).map(([chain, sum]) => ({place, sum: nameOfKey(sum), line: `${chain} ${nameOfKey(sum)}`})),
      ),
      ({line}) => line,
    );
    // Of three paths and more, a hidden sum of one part is mostly that part once more, and told nowhere.
    const isTold = (parts: readonly {sum: string}[]) =>
      this.#pathCount < 3 || parts.length > 1 || !this.#hidden.get(unit)!.has(parts[0]!.sum);
    const told = [...sums.values()].filter(isTold);
    const {hidden, follows} = fillLines(
      cells.map(({value}) => value),
      told.map((parts) => parts.map(({place}) => place)),
      names.map((name) => start.has(name)),
      (place) => mayHide(names[place]!),
    );
    return {hidden: names.filter((_, place) => hidden[place]), follows};
  }

  /** The cells of this depth that nobody is in, though somebody is in each of the sums that they are part of. */
  #nothingIn(unit: Unit, cells: readonly CountedCell[]): CountedCell[] {
    const there = new Set(cells.map(({key}) => nameOfKey(key)));
    const crossed = this.#depths.reduce<readonly CellKey[]>(
      (keys, depth, chain) => {
        const paths = new Map(
          cells
            .filter(({key}) => key[chain]!.length === depth)
            .map(({key}) => [key[chain]!.join("\u0000"), key[chain]!]),
        );
        return keys.flatMap((key) => [...paths.values()].map((path) => [...key, path]));
      },
      [[]],
    );
    return crossed
      .filter((key) => !there.has(nameOfKey(key)))
      .filter((key) =>
        parentsOf(key)
          .map(([, parent]) => nameOfKey(parent))
          .every((parent) => there.has(parent) || this.#hidden.get(unit)!.has(parent)),
      )
      .map((key) => ({unit, key, value: 0, persons: 0, groups: []}));
  }

  /** Whether a hidden cell of this depth follows from sums over the paths and over time together. */
  #followsOverTime(): boolean {
    const cells = [...this.#months, ...this.#quarters, ...this.#years].flatMap((unit) => this.#units.get(unit) ?? []);
    const names = cells.map(({unit, key}) => `${unit} ${nameOfKey(key)}`);
    const isHidden = cells.map(({unit, key}) => this.#hidden.get(unit)!.has(nameOfKey(key)));
    if (!isHidden.includes(true)) return false;
    const perUnit = [...Map.groupBy(cells.keys(), (place) => cells[place]!.unit).values()].flatMap((places) => {
      const own = places.map((place) => cells[place]!);
      return sumsWithin(
        own,
        own.map(({key}) => nameOfKey(key)),
      ).map(({total, parts}) => ({total: places[total]!, parts: parts.map((part) => places[part]!)}));
    });
    const equations = [...perUnit, ...sumsOverTime(cells, names)];
    const lowest = lowestOf(cells);
    const slack = cells.map(({value}) => value - lowest);
    const movable = [...cells.keys()].filter((place) => isHidden[place] && slack[place]! > 0);
    const {isOpen} = findCircuits(columnsOf(cells.length, equations), movable, slack);
    return movable.some((place) => isSmall(cells[place]!) && isOpen[place] === 0);
  }

  /** Hides the quarter and the year of every cell of this depth of which a month is hidden. */
  #hideAllAbove(): void {
    for (const [units, partsOf] of [
      [this.#quarters, (unit: Unit) => this.#months.filter((month) => quarterOf(month) === unit)],
      [this.#years, () => this.#quarters],
    ] as const) {
      for (const unit of units) {
        for (const name of this.#hiddenParts(partsOf(unit)).keys()) this.#hidden.get(unit)!.add(name);
      }
    }
  }
}

function isSmall({groups}: CountedCell): boolean {
  return groups.some(isFew);
}

function added(some: readonly number[], more: readonly number[]): readonly number[] {
  const [longest, other] = some.length >= more.length ? [some, more] : [more, some];
  return longest.map((count, place) => count + (other[place] ?? 0));
}

/** Which cells add up to which along each path; what is not there is nothing. */
function sumsWithin(cells: readonly CountedCell[], names: readonly string[]): Equation[] {
  const placeOf = new Map(names.map((name, place) => [name, place]));
  const parts = new Map<string, {total: number; parts: number[]}>();
  cells.forEach(({key}, place) => {
    for (const [chain, parent] of parentsOf(key)) {
      const total = placeOf.get(nameOfKey(parent));
      if (total === undefined) continue;
      const sum = parts.get(`${chain} ${total}`) ?? {total, parts: []};
      sum.parts.push(place);
      parts.set(`${chain} ${total}`, sum);
    }
  });
  return [...parts.values()];
}

function sumsOverTime(cells: readonly CountedCell[], names: readonly string[]): Equation[] {
  const placeOf = new Map(names.map((name, place) => [name, place]));
  const parts = new Map<number, number[]>();
  cells.forEach(({unit, key}, place) => {
    if (unit.length === 4) return;
    const above = unit.includes("K") ? unit.slice(0, 4) : quarterOf(unit);
    const total = placeOf.get(`${above} ${nameOfKey(key)}`);
    if (total !== undefined) parts.set(total, [...(parts.get(total) ?? []), place]);
  });
  return [...parts].map(([total, places]) => ({total, parts: places}));
}

function lowestOf(cells: readonly CountedCell[]): 0 | typeof Number.NEGATIVE_INFINITY {
  return cells.some(({value}) => value < 0) ? Number.NEGATIVE_INFINITY : 0;
}
