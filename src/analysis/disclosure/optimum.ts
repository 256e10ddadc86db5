import type {Hiding} from "./heuristic.ts";
import {type Fault, findFaults, type Task} from "./protection.ts";
import type {RingFinder} from "./rings.ts";
import {openSolver, type Row, type Solver} from "./solver.ts";

/** A table is small when it has at most so many cells; above that the search takes too long to wait for. */
const mostCells = 200;

/** A search that needs more rounds than this is given up. */
const mostRounds = 300;

/**
 * The pattern that loses least, weight by weight; null: the table is too large, or the search takes too much work.
 *
 * An integer programme says which cells to hide. For each primary cell that this leaves open, a linear programme finds how
 * far it can move, and its prices give a condition that every good pattern meets; with those the programme is solved again.
 *
 * @param start  what is hidden already; all primary cells are
 * @source  Fischetti and Salazar (2001), Solving the cell suppression problem on tabular data with linear constraints
 */
export async function findOptimum(task: Task, start: readonly boolean[], rings: RingFinder): Promise<Hiding | null> {
  if (task.columns.length > mostCells) return null;
  const {cells} = task.system;
  const most = start.map((isHidden, cell) => isHidden || cells[cell]!.fixed !== "shown");
  const master = await openSolver({
    costs: cells.map(({weight}) => weight),
    lower: start.map(Number),
    upper: most.map(Number),
    rows: [],
    areWhole: true,
  });
  const probe = await openProbe(task);
  const hopeless = new Set<string>();
  const unprotected: number[] = [];
  try {
    let hidden = [...start];
    for (let round = 0; round < mostRounds; round++) {
      const faults = (await findFaults(task, hidden, rings)).filter((fault) => !hopeless.has(nameOf(fault)));
      if (faults.length === 0) return {hidden, unprotected};
      for (const fault of faults) {
        const conditions = probe.conditions(fault, hidden);
        // What hiding everything does not mend cannot be mended, and asks for no cells.
        if (conditions.length === 0 || probe.conditions(fault, most).length > 0) {
          hopeless.add(nameOf(fault));
          if (fault.knownBy === null) unprotected.push(fault.cell);
        } else for (const row of conditions) master.addRow(row);
      }
      const outcome = master.solve();
      if (typeof outcome === "string") return null;
      hidden = Array.from(outcome.columns, (share) => share > 0.5);
    }
    return null;
  } finally {
    master.close();
    probe.close();
  }
}

function nameOf({cell, knownBy}: Fault): string {
  return `${cell} ${knownBy}`;
}

interface Probe {
  /** What a pattern must hide so that the cell can move up, and down; nothing for a side that is free already. */
  conditions(fault: Fault, hidden: readonly boolean[]): Row[];
  close(): void;
}

/** As in partners.ts: more room than this many times the need is no better. */
const roomEnough = 1000;

async function openProbe(task: Task): Promise<Probe> {
  const none = task.columns.map(() => 0);
  const rows = task.system.equations.map(({total, parts}) => ({
    lower: 0,
    upper: 0,
    entries: [[total, -1] as const, ...parts.map((part) => [part, 1] as const)],
  }));
  const solver = await openSolver({costs: none, lower: none, upper: none, rows});
  return {
    conditions: (fault, hidden) => [
      ...condition(solver, task, fault, hidden, 1),
      ...condition(solver, task, fault, hidden, -1),
    ],
    close: () => solver.close(),
  };
}

/** Moves are in units of what the cell needs. */
function condition(
  solver: Solver,
  {columns, slack, need}: Task,
  {cell, knownBy}: Fault,
  hidden: readonly boolean[],
  direction: 1 | -1,
): Row[] {
  const unit = need[cell]!;
  const room = slack.map((one, place) => (place === knownBy ? 0 : Math.min(one / unit, roomEnough)));
  const highest = (place: number) => (place === knownBy ? 0 : roomEnough);
  const wanted = direction === 1 ? 1 : Math.min(1, room[cell]!);
  if (wanted === 0) return [];
  columns.forEach((_, place) => {
    if (place === cell) solver.setBounds(place, direction === 1 ? 0 : -wanted, direction === 1 ? wanted : 0);
    else if (hidden[place]) solver.setBounds(place, 0 - room[place]!, highest(place));
    else solver.setBounds(place, 0, 0);
  });
  solver.setCost(cell, -direction);
  const outcome = solver.solve();
  solver.setCost(cell, 0);
  if (typeof outcome === "string") throw new RangeError(`moves of a cell have no best: ${outcome}`);
  if (-outcome.cost >= wanted - 1e-6) return [];
  // By duality a move of the cell costs the others at least this much room, whatever is hidden.
  const priceOf = (place: number) =>
    (place === cell ? -direction : 0) -
    columns[place]!.reduce((sum, {equation, sign}) => sum + sign * outcome.prices[equation]!, 0);
  const least = wanted * (1 + direction * priceOf(cell));
  const entries = columns.flatMap((_, place): [number, number][] => {
    if (place === cell) return [];
    const price = priceOf(place);
    const help = price > 0 ? price * room[place]! : -price * highest(place);
    return help > 1e-7 ? [[place, Math.min(1, help / least)]] : [];
  });
  return [{lower: 1, upper: Number.POSITIVE_INFINITY, entries}];
}
