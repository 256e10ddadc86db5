import type {CellSystem} from "./cells.ts";
import {type Hiding, hidePartners, showAgain} from "./heuristic.ts";
import {findOptimum} from "./optimum.ts";
import {circuitsOf, suspects, type Task, taskOf, type Width} from "./protection.ts";
import {openRingFinder, type RingFinder} from "./rings.ts";

export interface PatternOptions {
  readonly width: Width;
  readonly mindsSingletons: boolean;
  /** Hidden cells whose sum can be told are about so many people together; 0: any number will do. */
  readonly minimumTogether: number;
  /** Whether a good pattern will do where the best would take a second to find. */
  readonly isHasty: boolean;
  /** Whether it is enough that nobody can tell a cell, though they may know that it is at least so much. */
  readonly isOneSided?: boolean;
}

/**
 * Which cells to hide so that no primary cell follows from those that are shown: the best pattern for a small table, a
 * good one for a large table. The same system always gets the same pattern.
 */
export async function choosePattern(system: CellSystem, options: PatternOptions): Promise<Hiding> {
  const task = taskOf(system, options.width, options.mindsSingletons, options);
  const rings = openRingFinder(task);
  try {
    let start = system.cells.map(({isPrimary, fixed}) => isPrimary || fixed === "hidden");
    for (;;) {
      const hiding = await protect(task, start, rings);
      const joined = hideWithFew(system, hiding.hidden, options.minimumTogether);
      if (joined === null) return hiding;
      start = joined;
    }
  } finally {
    rings.close();
  }
}

async function protect(task: Task, start: readonly boolean[], rings: RingFinder): Promise<Hiding> {
  if (suspects(task, circuitsOf(task, start), start).length === 0) return {hidden: start, unprotected: []};
  const best = task.isHasty ? null : await findOptimum(task, start, rings);
  const {hidden, unprotected} = best ?? (await hidePartners(task, start, rings));
  return {hidden: await showAgain(task, start, hidden, rings), unprotected};
}

/** Hides one more cell in each sum whose hidden parts are about too few people together; null: there is none such. */
function hideWithFew({cells, equations}: CellSystem, hidden: readonly boolean[], minimum: number): boolean[] | null {
  const joined = [...hidden];
  for (const {total, parts} of equations) {
    // Of a total that is hidden nobody can tell what its hidden parts are together.
    if (joined[total]) continue;
    const together = parts.filter((part) => joined[part]);
    const persons = together.reduce((sum, part) => sum + cells[part]!.persons, 0);
    if (persons === 0 || persons >= minimum) continue;
    const free = [...parts, total].filter(
      (one) => !joined[one] && cells[one]!.fixed === null && cells[one]!.persons > 0,
    );
    const [cheapest] = free.sort((a, b) => cells[a]!.weight - cells[b]!.weight || a - b);
    if (cheapest !== undefined) joined[cheapest] = true;
  }
  return joined.every((isHidden, cell) => isHidden === hidden[cell]) ? null : joined;
}
