import {columnsOf, type Equation} from "./cells.ts";
import {openSolver, type Row, type Solver} from "./solver.ts";

/** What everybody can read: the cells, and the sums that hold between them. */
export interface Published {
  /** null: hidden. */
  readonly cells: readonly {readonly value: number | null}[];
  readonly equations: readonly Equation[];
  /** What everybody knows of every cell. */
  readonly lowest: 0 | typeof Number.NEGATIVE_INFINITY;
  /** Values are rounded to a multiple of this, each by itself; left out: they are exact. */
  readonly roundedTo?: number;
}

/** What can be said of one hidden cell. */
export interface Reach {
  /** Its place in the list of cells. */
  readonly cell: number;
  readonly low: number;
  /** Infinity: nothing stops it. */
  readonly high: number;
  /** low and high are one: the cell is not hidden at all. */
  readonly isDerived: boolean;
}

/**
 * Plays the reader who wants to know more: for each hidden cell the lowest and the highest value that agree with all that
 * was published, by linear programme.
 *
 * @returns one for each hidden cell, in their order
 * @throws RangeError  no table at all agrees with what was published
 */
export async function attack(published: Published): Promise<Reach[]> {
  const hidden = hiddenOf(published);
  if (hidden.length === 0) return [];
  const attacker = await openAttacker(published);
  try {
    return hidden.map((cell) => attacker.reach(cell));
  } finally {
    attacker.close();
  }
}

/**
 * The hidden cells that follow from what was published: as attack(), without the intervals of the others, and so fit for
 * large tables.
 *
 * @returns the places of the cells
 * @throws RangeError  no table at all agrees with what was published
 */
export async function findDerived(published: Published): Promise<number[]> {
  const hidden = hiddenOf(published);
  if (hidden.length === 0) return [];
  const attacker = await openAttacker(published);
  try {
    const suspects = attacker.unmoved(hidden);
    return suspects.filter((cell) => attacker.reach(cell).isDerived);
  } finally {
    attacker.close();
  }
}

export interface Attacker {
  reach(cell: number): Reach;
  /** Which of these cells had one and the same value in every table that was tried. */
  unmoved(cells: readonly number[]): number[];
  close(): void;
}

/** An attacker who keeps what was published at hand; close it. */
export async function openAttacker(exact: Published): Promise<Attacker> {
  const unit = unitOf(exact);
  const published = {
    ...exact,
    cells: exact.cells.map(({value}) => ({value: value === null ? null : value / unit})),
    roundedTo: (exact.roundedTo ?? 0) / unit,
  };
  const {programme, columnOf} = programmeOf(published);
  const solver = await openSolver(programme);
  return {
    reach: (cell) => {
      const {low, high, isDerived} = reachOf(solver, cell, columnOf.get(cell)!, published.lowest);
      return {cell, low: low * unit, high: high * unit, isDerived};
    },
    unmoved: (cells) => unmoved(solver, cells, columnOf),
    close: () => solver.close(),
  };
}

/** Differences below this share of a value are those of the arithmetic. */
const noise = 1e-6;

/** Amounts of millions in cents are too far from the smallest number that the solver tells from nothing. */
function unitOf({cells}: Published): number {
  const most = cells.reduce((largest, {value}) => Math.max(largest, Math.abs(value ?? 0)), 0);
  return most > 1e6 ? 10 ** Math.ceil(Math.log10(most / 1e6)) : 1;
}

function hiddenOf({cells}: Published): number[] {
  return cells.flatMap(({value}, cell) => (value === null ? [cell] : []));
}

function programmeOf({cells, equations, lowest, roundedTo = 0}: Published) {
  const columnOf = new Map<number, number>();
  const lower: number[] = [];
  const upper: number[] = [];
  columnsOf(cells.length, equations).forEach((terms, cell) => {
    const {value} = cells[cell]!;
    // What is exact is no unknown; what stands alone meets nothing.
    if (value !== null && (roundedTo === 0 || terms.length === 0)) return;
    columnOf.set(cell, columnOf.size);
    lower.push(value === null ? lowest : Math.max(lowest, value - roundedTo / 2));
    upper.push(value === null ? Number.POSITIVE_INFINITY : value + roundedTo / 2);
  });
  const rows = equations.flatMap((equation) => rowOf(equation, cells, columnOf));
  return {programme: {costs: lower.map(() => 0), lower, upper, rows}, columnOf};
}

function rowOf({total, parts}: Equation, cells: Published["cells"], columnOf: ReadonlyMap<number, number>): Row[] {
  const entries: [number, number][] = [];
  let known = 0;
  const take = (cell: number, sign: number) => {
    const column = columnOf.get(cell);
    if (column === undefined) known += sign * cells[cell]!.value!;
    else entries.push([column, sign]);
  };
  take(total, -1);
  for (const part of parts) take(part, 1);
  // Adding zero turns -0 into 0.
  return entries.length === 0 ? [] : [{lower: 0 - known, upper: 0 - known, entries}];
}

function reachOf(solver: Solver, cell: number, column: number, lowest: number): Reach {
  const low = lowestOf(solver, column, 1, lowest);
  const high = 0 - lowestOf(solver, column, -1, Number.NEGATIVE_INFINITY);
  return {cell, low, high, isDerived: high < Number.POSITIVE_INFINITY && isOne(low, high)};
}

function isOne(low: number, high: number): boolean {
  return high - low <= noise * Math.max(1, Math.abs(high));
}

/** The lowest value of `direction` times a cell. */
function lowestOf(solver: Solver, column: number, direction: 1 | -1, ifFree: number): number {
  solver.setCost(column, direction);
  const outcome = solver.solve();
  solver.setCost(column, 0);
  if (outcome === "unbounded") return ifFree;
  return solved(outcome).cost + 0;
}

/** Pulls all cells that have not moved yet to one side and to the other, until that moves no more of them. */
function unmoved(solver: Solver, cells: readonly number[], columnOf: ReadonlyMap<number, number>): number[] {
  const low = new Map<number, number>();
  const high = new Map<number, number>();
  let left = [...cells];
  for (let round = 0; ; round++) {
    const before = left.length;
    // Neighbours in turn to either side: in a sum that is known, one can only grow where another shrinks.
    for (const turn of [1, -1]) {
      left.forEach((cell, index) => {
        solver.setCost(columnOf.get(cell)!, (index + round) % 2 === 0 ? turn : -turn);
      });
      const outcome = solver.solve();
      for (const cell of left) solver.setCost(columnOf.get(cell)!, 0);
      if (outcome === "unbounded") continue;
      const {columns} = solved(outcome);
      for (const cell of left) {
        const value = columns[columnOf.get(cell)!]!;
        low.set(cell, Math.min(value, low.get(cell) ?? value));
        high.set(cell, Math.max(value, high.get(cell) ?? value));
      }
    }
    left = left.filter((cell) => {
      const [from, to] = [low.get(cell), high.get(cell)];
      return from === undefined || to === undefined || isOne(from, to);
    });
    if (left.length === before || left.length === 0) return left;
  }
}

function solved<Kind>(outcome: Kind | string): Kind {
  if (typeof outcome === "string") throw new RangeError(`published values agree with no table: ${outcome}`);
  return outcome;
}
