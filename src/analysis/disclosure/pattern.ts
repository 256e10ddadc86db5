import type {CellSystem} from "./cells.ts";
import {hidePartners, showAgain} from "./heuristic.ts";
import {findOptimum} from "./optimum.ts";
import {circuitsOf, findFaults, suspects, type Task, taskOf, type Width} from "./protection.ts";
import {openRingFinder, type RingFinder} from "./rings.ts";

export interface PatternOptions {
  readonly width: Width;
  readonly mindsSingletons: boolean;
  /** Hidden cells whose sum can be told are about so many people together; 0: any number will do. */
  readonly minimumTogether: number;
}

export interface Pattern {
  /** For each cell. */
  readonly hidden: readonly boolean[];
  /** Primary cells that follow from what is shown, because all that could hide them is fixed as shown. */
  readonly unprotected: readonly number[];
}

/**
 * Which cells to hide so that no primary cell follows from those that are shown: the best pattern for a small table, a
 * good one for a large table. The same system always gets the same pattern.
 */
export async function choosePattern(system: CellSystem, options: PatternOptions): Promise<Pattern> {
  const task = taskOf(system, options.width, options.mindsSingletons);
  const rings = openRingFinder(task);
  try {
    let hidden = system.cells.map(({isPrimary, fixed}) => isPrimary || fixed === "hidden");
    for (;;) {
      hidden = await protect(task, hidden, rings);
      const joined = hideWithFew(system, hidden, options.minimumTogether);
      if (joined === null) break;
      hidden = joined;
    }
    const left = await findFaults(task, hidden, rings);
    return {hidden, unprotected: left.flatMap(({cell, knownBy}) => (knownBy === null ? [cell] : []))};
  } finally {
    rings.close();
  }
}

async function protect(task: Task, start: boolean[], rings: RingFinder): Promise<boolean[]> {
  if (suspects(task, circuitsOf(task, start), start).length === 0) return start;
  const hidden = (await findOptimum(task, start, rings)) ?? (await hidePartners(task, start, rings));
  return showAgain(task, start, hidden, rings);
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
