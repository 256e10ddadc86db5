import {minimumPersons as fewest} from "../recognisable.ts";
import type {Published} from "./attack.ts";
import type {Cell, CellSystem} from "./cells.ts";
import {type WholeStory, withEarlier} from "./earlier.ts";
import {choosePattern} from "./pattern.ts";
import {type Dominance, isDominated, isFew} from "./primary.ts";
import type {Width} from "./protection.ts";
import {addTotals, type FullCell, type Table} from "./table.ts";

/** What may differ from how we hide small numbers. */
export interface SuppressOptions {
  /** A cell of fewer people than this is hidden, unless of nobody. */
  readonly minimumPersons?: number;
  /** Hide nobody's cell as well. */
  readonly hidesZeros?: boolean;
  /** A cell that a few contributors dominate is hidden; null: none is. */
  readonly dominance?: Dominance | null;
  /** How uncertain the value of a hidden cell must stay; left out: 1 for a count of people, and a tenth of an amount. */
  readonly width?: Width;
  /** Whether one person alone in a cell may learn another hidden cell from it. */
  readonly mindsSingletons?: boolean;
  /** Hidden cells whose sum can be told are of so many people together. */
  readonly minimumTogether?: number;
  /** What was published of this table before, with fewer months or another delivery: readers have that as well. */
  readonly earlier?: readonly SuppressedTable[];
  /** Values and persons are rounded to a multiple of this after hiding; left out: they are exact. */
  readonly roundTo?: number;
}

export interface SuppressedTable extends Published {
  readonly cells: readonly SuppressedCell[];
}

export interface SuppressedCell {
  /** A code for each dimension; `total` where it is taken together. */
  readonly key: readonly string[];
  /** null: hidden. */
  readonly value: number | null;
  readonly persons: number | null;
  /** Why it is hidden; null: it is not. Not for readers: it tells which cells are small. */
  readonly reason: "few persons" | "dominance" | "partner" | null;
}

/**
 * Adds the totals to a table and hides what is about too few people, with as few others as make sure that it does not
 * follow from what is shown: neither exactly, nor to within a small width, nor by somebody who knows one cell.
 *
 * The best pattern for a small table, a good one for a large table; the same table always gets the same. The value and
 * the number of persons of a cell are hidden or shown together, and both are protected.
 *
 * @throws RangeError  a table that is none (see addTotals), or dominance asked of a table without contributions
 */
export async function suppress(table: Table, options: SuppressOptions = {}): Promise<SuppressedTable> {
  const {earlier = [], roundTo = 0} = options;
  const {cells, equations} = addTotals(table);
  const reasons = cells.map((cell) => reasonOf(cell, options));
  const story = withEarlier({cells, equations}, earlier, (cell) => reasonOf(cell, options) !== null);
  const hidden = await hideInAll(viewsOf(cells, options), story, reasons, options);
  const shown = (value: number, isHidden: boolean) => {
    if (isHidden) return null;
    // Adding zero turns -0 into 0.
    return roundTo === 0 ? value : Math.round(value / roundTo) * roundTo + 0;
  };
  return {
    cells: cells.map(({key, value, persons}, place) => ({
      key,
      value: shown(value, hidden[place]!),
      persons: shown(persons, hidden[place]!),
      reason: reasons[place] ?? (hidden[place] ? "partner" : null),
    })),
    equations,
    lowest: lowestOf(cells),
    roundedTo: roundTo,
  };
}

/** One of the numbers of a cell that are published. */
interface View {
  /** Takes it from a cell. */
  readonly read: (cell: FullCell) => number;
  readonly width: Width;
  readonly lowest: Published["lowest"];
}

function viewsOf(cells: readonly FullCell[], options: SuppressOptions): View[] {
  const isCount = cells.every(({value, persons}) => value === persons);
  const width = options.width ?? {least: 1, share: isCount ? 0 : 0.1};
  const values: View = {read: ({value}) => value, width, lowest: lowestOf(cells)};
  const persons: View = {read: (cell) => cell.persons, width: {least: 1, share: 0}, lowest: 0};
  return isCount ? [values] : [values, persons];
}

function lowestOf(cells: readonly FullCell[]): Published["lowest"] {
  return cells.some(({value}) => value < 0) ? Number.NEGATIVE_INFINITY : 0;
}

function reasonOf(cell: FullCell, options: SuppressOptions): "few persons" | "dominance" | null {
  const {minimumPersons = fewest, hidesZeros = false, dominance = null} = options;
  if (isFew(cell.persons, minimumPersons) || (hidesZeros && cell.persons === 0)) return "few persons";
  if (dominance === null) return null;
  if (cell.contributions === undefined) throw new RangeError("dominance of a table without contributions");
  return isDominated(Object.values(cell.contributions), dominance) ? "dominance" : null;
}

/** The pattern that protects every view: what one hides is hidden in the next, until none hides more. */
async function hideInAll(
  views: readonly View[],
  {cells, equations, before}: WholeStory,
  reasons: readonly SuppressedCell["reason"][],
  {mindsSingletons = true, minimumTogether = 0}: SuppressOptions,
): Promise<readonly boolean[]> {
  const isPrimary = cells.map((_, place) => (reasons[place] ?? null) !== null || before[place] === "primary");
  let hidden: readonly boolean[] = isPrimary;
  for (let view = 0, agreed = 0; agreed < views.length; view = (view + 1) % views.length) {
    const {read, width, lowest} = views[view]!;
    const most = Math.max(...cells.map((cell) => Math.abs(read(cell))), 1);
    const system = {
      cells: cells.map((cell, place) => ({
        value: read(cell),
        persons: cell.persons,
        isPrimary: isPrimary[place]!,
        // Fewest cells; of as many cells those that hold least; and those that were hidden before at no cost.
        weight: before[place] === "hidden" ? 0 : 1 + Math.abs(read(cell)) / (most * cells.length),
        fixed: fixedOf(hidden[place]!, before[place]!, place >= reasons.length),
      })),
      equations,
      lowest,
    };
    const options = {width, mindsSingletons, minimumTogether, isHasty: false};
    const strict = await choosePattern(system, options);
    // What was shown before is known, and hiding it now helps little; it is the last resort.
    const pattern = strict.unprotected.length === 0 ? strict : await choosePattern(withoutShown(system), options);
    const isSame = pattern.hidden.every((isHidden, place) => isHidden === hidden[place]);
    agreed = isSame ? agreed + 1 : 1;
    hidden = pattern.hidden;
  }
  return hidden;
}

function fixedOf(isHidden: boolean, before: WholeStory["before"][number], isPast: boolean): Cell["fixed"] {
  if (isHidden || (isPast && before !== "shown")) return "hidden";
  return before === "shown" ? "shown" : null;
}

function withoutShown(system: CellSystem): CellSystem {
  return {
    ...system,
    cells: system.cells.map((cell) => (cell.fixed === "shown" ? {...cell, fixed: null, weight: 1000} : cell)),
  };
}
