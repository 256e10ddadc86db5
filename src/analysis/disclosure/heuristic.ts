import {circuitsOf, type Fault, findFaults, onlyHidden, suspects, type Task} from "./protection.ts";
import type {RingFinder} from "./rings.ts";

/** A pattern, and the primary cells that it does not protect because nothing can. */
export interface Hiding {
  readonly hidden: readonly boolean[];
  readonly unprotected: readonly number[];
}

/**
 * Hides cells beside the primary ones until none of those can be told: for each in turn the cheapest partners. The same
 * table always gets the same pattern.
 *
 * @param start  what is hidden already; all primary cells are
 */
export async function hidePartners(task: Task, start: readonly boolean[], rings: RingFinder): Promise<Hiding> {
  const hidden = [...start];
  const {cells} = task.system;
  const cost = (cell: number) => {
    if (hidden[cell]) return 0;
    return cells[cell]!.fixed === "shown" ? Number.POSITIVE_INFINITY : cells[cell]!.weight;
  };
  // A ring stays one, as nothing is shown again meanwhile.
  const settled = new Set<string>();
  const unprotected = new Set<number>();
  // More than one pass only for those who know a cell: who they are changes with what is hidden.
  for (let isDone = false; !isDone; ) {
    isDone = true;
    const covered = new Set<number>();
    for (const fault of inOrder(task, suspects(task, circuitsOf(task, hidden), hidden))) {
      if (settled.has(nameOf(fault)) || (fault.knownBy === null && covered.has(fault.cell))) continue;
      const partners = await rings.find(fault, cost);
      settled.add(nameOf(fault));
      if (partners === null && fault.knownBy === null) unprotected.add(fault.cell);
      if (partners?.some((cell) => !hidden[cell])) isDone = false;
      for (const cell of partners ?? []) hidden[cell] = true;
      cover(task, fault, partners ?? [], covered);
    }
  }
  return {hidden, unprotected: [...unprotected]};
}

function inOrder({need}: Task, faults: readonly Fault[]): Fault[] {
  return [...faults].sort((a, b) => need[b.cell]! - need[a.cell]! || a.cell - b.cell);
}

/** The other cells of a ring are mostly protected by it as well; the next pass has the last word. */
function cover({slack, need}: Task, {cell}: Fault, partners: readonly number[], covered: Set<number>): void {
  const room = Math.min(...[cell, ...partners].map((one) => slack[one]!));
  for (const one of partners) if (need[one]! <= room) covered.add(one);
}

/** So many cells are tried at most, counted in cells to look at: the work stays the same whatever the table. */
const mostLooks = 400_000;

/** Shows whatever a pattern proves to hide for nothing, those first whose loss is largest. */
export async function showAgain(
  task: Task,
  start: readonly boolean[],
  hidden: readonly boolean[],
  rings: RingFinder,
): Promise<readonly boolean[]> {
  const {cells} = task.system;
  const pattern = [...hidden];
  // What circuits do not see to be safe would be lost sight of.
  if (task.isHasty && suspects(task, circuitsOf(task, pattern), pattern).length > 0) return pattern;
  const known = new Set((await findFaults(task, pattern, rings)).map(nameOf));
  const extra = pattern.flatMap((isHidden, cell) => (isHidden && !start[cell] ? [cell] : []));
  extra.sort((a, b) => cells[b]!.weight - cells[a]!.weight || cells[b]!.value - cells[a]!.value || a - b);
  const tries = Math.floor(mostLooks / (1 + pattern.filter(Boolean).length));
  for (const cell of extra.filter((one) => mayBeNeedless(task, pattern, one)).slice(0, tries)) {
    pattern[cell] = false;
    if (await isWorse(task, pattern, rings, known)) pattern[cell] = true;
  }
  return pattern;
}

function nameOf({cell, knownBy}: Fault): string {
  return `${cell} ${knownBy}`;
}

/** Whether there is a fault beside those that were there already: one is enough to know. */
async function isWorse(
  task: Task,
  pattern: readonly boolean[],
  rings: RingFinder,
  known: ReadonlySet<string>,
): Promise<boolean> {
  for (const fault of suspects(task, circuitsOf(task, pattern), pattern)) {
    if (known.has(nameOf(fault))) continue;
    // Circuits see less than there is: in haste, what they do not see counts as not there.
    if (task.isHasty || fault.knownBy !== null) return true;
    if ((await rings.find(fault, onlyHidden(pattern))) === null) return true;
  }
  return false;
}

/** A cell that would leave a primary cell alone in a sum is needed; that is seen without looking further. */
function mayBeNeedless({columns, system}: Task, pattern: readonly boolean[], cell: number): boolean {
  return columns[cell]!.every(({equation}) => {
    const {total, parts} = system.equations[equation]!;
    const others = [total, ...parts].filter((one) => pattern[one] && one !== cell);
    return others.length !== 1 || !system.cells[others[0]!]!.isPrimary;
  });
}
