import {cheapestRing, type Network, networkOf} from "./network.ts";
import type {Fault, Task} from "./protection.ts";
import {openSolver, type Solver} from "./solver.ts";

/** What it costs to have a cell move; Infinity: it cannot, as it is shown. */
export type Cost = (cell: number) => number;

/** Finds cells that move along when a hidden cell does, so that all sums stay; close it. */
export interface RingFinder {
  /** The cheapest cells that let this one move as far as it needs; null: there are none. */
  find(fault: Fault, cost: Cost): Promise<readonly number[] | null>;
  close(): void;
}

export function openRingFinder(task: Task): RingFinder {
  const network = networkOf(task.columns, task.system.equations.length);
  let programme: Promise<RingProgramme> | null = null;
  const inNetwork = ({cell, knownBy}: Fault, cost: Cost) =>
    network === null ? null : ringOf(network, task, cell, without(knownBy, cost));
  const find: RingFinder["find"] = async (fault, cost) => {
    const ring = inNetwork(fault, cost);
    if (ring !== null || (network !== null && task.isHasty)) return ring;
    programme ??= openRingProgramme(task);
    return (await programme).find(fault.cell, without(fault.knownBy, cost));
  };
  return {
    find,
    close: () => void programme?.then((opened) => opened.close()),
  };
}

function without(knownBy: number | null, cost: Cost): Cost {
  return (cell) => (cell === knownBy ? Number.POSITIVE_INFINITY : cost(cell));
}

/** Cells that can move both ways with it; else some that go up along with it and, if that is asked, others down. */
function ringOf(network: Network, {need, slack, isOneSided}: Task, cell: number, cost: Cost): readonly number[] | null {
  const far = need[cell]!;
  const ring = (direction: 1 | -1, isTwoSided: boolean) =>
    cheapestRing(network, cell, direction, (other, way) =>
      (isTwoSided || way === -1) && slack[other]! < far ? Number.POSITIVE_INFINITY : cost(other),
    );
  const both = slack[cell]! < far ? null : ring(1, true);
  if (both !== null) return both;
  const up = ring(1, false);
  const down = slack[cell]! < far ? null : ring(-1, false);
  if (isOneSided) return up ?? down;
  return up === null || down === null ? null : [...new Set([...up, ...down])];
}

interface RingProgramme {
  find(cell: number, cost: Cost): readonly number[] | null;
  close(): void;
}

/**
 * Every cell as two columns, up and down, each with its price.
 *
 * @source  Kelly, Golden and Assad (1992), Cell suppression: disclosure protection for sensitive tabular data: the
 *   cheapest moves that let one cell move while all sums stay
 */
async function openRingProgramme(task: Task): Promise<RingProgramme> {
  const count = task.columns.length;
  const rows = task.system.equations.map(({total, parts}) => ({
    lower: 0,
    upper: 0,
    entries: [
      [total, -1] as const,
      [total + count, 1] as const,
      ...parts.flatMap((part) => [[part, 1] as const, [part + count, -1] as const]),
    ],
  }));
  const none = new Array<number>(2 * count).fill(0);
  const solver = await openSolver({costs: none, lower: none, upper: none, rows});
  const columns = new ColumnState(solver, 2 * count);
  return {
    find: (cell, cost) => findByProgramme(solver, columns, task, cell, cost),
    close: () => solver.close(),
  };
}

function findByProgramme(
  solver: Solver,
  columns: ColumnState,
  {need, slack, isOneSided}: Task,
  cell: number,
  cost: Cost,
): readonly number[] | null {
  const far = need[cell]!;
  const count = need.length;
  // More room than this is no better, and large numbers are bad for the arithmetic.
  const enough = 1000 * far;
  const moves = (up: number, down: number, isTwoSided: boolean) => {
    for (let other = 0; other < count; other++) {
      const price = cost(other);
      const isFixed = price === Number.POSITIVE_INFINITY;
      const room = isFixed ? 0 : Math.min(slack[other]!, enough);
      columns.set(other, isFixed ? 0 : price, 0, isTwoSided || isFixed ? room : enough);
      columns.set(other + count, isFixed ? 0 : price, 0, room);
    }
    columns.set(cell, 0, up, up);
    columns.set(cell + count, 0, down, down);
    const outcome = solver.solve();
    if (typeof outcome === "string") return null;
    const members: number[] = [];
    for (let other = 0; other < count; other++) {
      const size = Math.abs(outcome.columns[other]! - outcome.columns[other + count]!);
      if (other !== cell && size > 1e-7 * far) members.push(other);
    }
    return members;
  };
  if (slack[cell]! >= far) {
    const both = moves(far, 0, true);
    if (both !== null) return both;
  }
  // No cells can move both ways together: some may go up along with it, and others down.
  const up = moves(far, 0, false);
  if (isOneSided && up !== null) return up;
  const down = slack[cell]! > 0 ? moves(0, Math.min(far, slack[cell]!), false) : [];
  if (isOneSided) return slack[cell]! > 0 ? down : null;
  return up === null || down === null ? null : [...new Set([...up, ...down])];
}

/** Hands to the solver only what changed: a question differs from the last in a few cells. */
class ColumnState {
  readonly #solver: Solver;
  readonly #costs: Float64Array;
  readonly #lower: Float64Array;
  readonly #upper: Float64Array;

  constructor(solver: Solver, count: number) {
    this.#solver = solver;
    this.#costs = new Float64Array(count);
    this.#lower = new Float64Array(count);
    this.#upper = new Float64Array(count);
  }

  set(column: number, cost: number, lower: number, upper: number): void {
    if (this.#costs[column] !== cost) {
      this.#solver.setCost(column, cost);
      this.#costs[column] = cost;
    }
    if (this.#lower[column] === lower && this.#upper[column] === upper) return;
    this.#solver.setBounds(column, lower, upper);
    this.#lower[column] = lower;
    this.#upper[column] = upper;
  }
}
