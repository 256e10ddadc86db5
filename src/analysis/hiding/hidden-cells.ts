import {setImmediate as nextTurn} from "node:timers/promises";
import {isFew} from "../recognisable.ts";
import type {KeyTable} from "./key-table.ts";
import {type NumberedCells, numberCells} from "./numbered-cells.ts";
import {followsOverTime} from "./over-time.ts";
import {depthsWithin} from "./paths.ts";
import {protectUnit} from "./protect-unit.ts";
import {type CountedCell, UnitCells} from "./unit-cells.ts";
import {quarterOf, type Unit} from "./units.ts";

/** How the figures of an indicator hang together. */
export interface Additivity {
  /** How many levels each path has. */
  readonly depths: readonly number[];
  /** Whether months add up to quarters and years; people do not. */
  readonly isOverTime: boolean;
  /** The least uncertainty that a hidden cell keeps, as a share of its value. */
  readonly share: number;
  /** What is hidden already, for the sake of other figures; that does not make it few people. */
  readonly already?: HiddenNumbers;
}

/** For each unit the cells that are hidden, by nameOfKey(). */
export type Hidden = ReadonlyMap<Unit, ReadonlySet<string>>;

/** The same by the numbers of their keys. */
export type HiddenNumbers = ReadonlyMap<Unit, ReadonlySet<number>>;

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
  const numbered = numberCells(cells);
  return namesOf(await hideNumbered(numbered, additivity), numbered.keys);
}

/** As hiddenCells(), of cells that were put in order: once for several figures about them. */
export async function hideNumbered(
  {keys, units: cells}: NumberedCells,
  additivity: Additivity,
): Promise<HiddenNumbers> {
  const units = new Map([...cells].map(([unit, own]) => [unit, new UnitCells(keys, own)]));
  for (const depths of depthsWithin(additivity.depths)) {
    const year = new YearTable(units, keys, depths, additivity);
    await year.decide();
  }
  return new Map([...units].map(([unit, own]) => [unit, own.allHidden()]));
}

/** For who has the cells by their keys, and no numbers. */
export function namesOf(hidden: HiddenNumbers, keys: KeyTable): Hidden {
  return new Map([...hidden].map(([unit, numbers]) => [unit, new Set([...numbers].map((key) => keys.nameOf(key)))]));
}

/** One table of a year: cells of one depth, within what they add up to. */
class YearTable {
  readonly #units: ReadonlyMap<Unit, UnitCells>;
  readonly #keys: KeyTable;
  readonly #depths: readonly number[];
  readonly #additivity: Additivity;
  readonly #months: readonly Unit[];
  readonly #quarters: readonly Unit[];
  readonly #years: readonly Unit[];

  constructor(units: ReadonlyMap<Unit, UnitCells>, keys: KeyTable, depths: readonly number[], additivity: Additivity) {
    this.#units = units;
    this.#keys = keys;
    this.#depths = depths;
    this.#additivity = additivity;
    const all = [...units.keys()].sort();
    this.#months = all.filter((unit) => unit.length === 7 && !unit.includes("K"));
    this.#quarters = all.filter((unit) => unit.includes("K"));
    this.#years = all.filter((unit) => unit.length === 4);
  }

  async decide(): Promise<void> {
    if (!this.#additivity.isOverTime) {
      for (const unit of this.#units.keys()) await this.#decideOn(unit, [], new Set());
      return;
    }
    const hiddenQuarters = new Set<number>();
    for (const [quarter, months] of Map.groupBy(this.#months, quarterOf)) {
      // A quarter can only be hidden while its months are.
      const hiddenMonths = new Set(hiddenQuarters);
      for (const month of months) await this.#decideOn(month, [], hiddenMonths);
      if (this.#quarters.includes(quarter)) await this.#decideOn(quarter, months, hiddenQuarters);
    }
    for (const year of this.#years) await this.#decideOn(year, this.#quarters, new Set());
    if (followsOverTime(this.#units, this.#keys, this.#depths)) this.#hideAllAbove();
  }

  /** Decides on one unit; `carried` is what was hidden in those before it and stays so, and takes in what is hidden now. */
  async #decideOn(unit: Unit, parts: readonly Unit[], carried: Set<number>): Promise<void> {
    // A wide table takes a second together, and whoever else reads should not wait so long.
    await nextTurn();
    const own = this.#units.get(unit)!;
    const hiddenParts = this.#hiddenParts(parts);
    const mayHide = (key: number) => parts.length === 0 || hiddenParts.has(key);
    for (const key of own.keysAt(this.#depths)) {
      const hiddenPart = hiddenParts.get(key);
      // The whole less what is shown of it tells its hidden parts together: of one that is all there is to know.
      const isTold = hiddenPart !== undefined && (hiddenPart.count === 1 || hiddenPart.groups.some(isFew));
      const isAlready = this.#additivity.already?.get(unit)?.has(key) === true;
      if (isTold || isAlready || own.cellOf(key)!.groups.some(isFew)) carried.add(key);
      // What a hidden cell consists of would tell it, if not now then over a quarter.
      else if (mayHide(key) && own.hasHiddenSum(key)) carried.add(key);
    }
    own.hideBelowNothing(this.#depths);
    // A whole that is not there would tell that its hidden parts are nothing.
    for (const key of hiddenParts.keys()) if (own.cellOf(key) === undefined) own.hide(key);
    const {isOverTime, share} = this.#additivity;
    const tellsLater = isOverTime && parts.length === 0;
    for (const key of await protectUnit(own, {
      keys: this.#keys,
      depths: this.#depths,
      start: carried,
      mayHide,
      tellsLater,
      share,
    })) {
      carried.add(key);
      own.hide(key);
    }
  }

  /** For each cell of this depth the parts in which it is hidden: how many, and of how many people together. */
  #hiddenParts(parts: readonly Unit[]): ReadonlyMap<number, HiddenParts> {
    const found = new Map<number, HiddenParts>();
    for (const part of parts) {
      const own = this.#units.get(part)!;
      for (const key of own.hiddenAt(this.#depths)) {
        const {count, groups} = found.get(key) ?? {count: 0, groups: []};
        found.set(key, {count: count + 1, groups: added(groups, own.cellOf(key)?.groups ?? [])});
      }
    }
    return found;
  }

  /** Hides the quarter and the year of every cell of this depth of which a month is hidden. */
  #hideAllAbove(): void {
    for (const [units, partsOf] of [
      [this.#quarters, (unit: Unit) => this.#months.filter((month) => quarterOf(month) === unit)],
      [this.#years, () => this.#quarters],
    ] as const) {
      for (const unit of units) {
        for (const key of this.#hiddenParts(partsOf(unit)).keys()) this.#units.get(unit)!.hide(key);
      }
    }
  }
}

interface HiddenParts {
  readonly count: number;
  readonly groups: readonly number[];
}

function added(some: readonly number[], more: readonly number[]): readonly number[] {
  const [longest, other] = some.length >= more.length ? [some, more] : [more, some];
  return longest.map((count, place) => count + (other[place] ?? 0));
}
