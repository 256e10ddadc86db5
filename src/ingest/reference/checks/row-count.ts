import type {Judged} from "./judged.ts";

/** A table of fewer rows than this can become anything. */
const leastRows = 10;

/** Far fewer rows than the table has: half a file, or a filter that was left on. */
export function checkRowCount({rows, current, ask}: Judged): void {
  if (current.length < leastRows || rows.length * 2 >= current.length) return;
  const [now, before] = [rows.length, current.length].map((count) => count.toLocaleString("nl-NL"));
  ask("aantal", `Er staan ${now} rijen in dit bestand, en nu zijn er ${before} bekend. Is het bestand heel?`);
}
