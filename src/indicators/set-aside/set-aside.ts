import {readFileSync} from "node:fs";
import {readsFrom, type Step} from "../steps.ts";

/** Tables as they would be without what a controle found, each a .sql file; a later one may build on an earlier one. */
const keptNames = [
  "open_gebrek",
  "aside_line",
  "aside_hulp",
  "aside_toewijzing",
  "aside_persoon",
  "touched_persoon",
  "touched_toewijzing",
  "touched_care",
  "kept_toewijzing",
  "kept_hulp",
  "kept_kostenregel",
  "kept_traject",
  "kept_eerste_start",
  "kept_zorg_zonder_hulp",
] as const;

const kept: readonly Step[] = keptNames.map((name) => ({
  name,
  sql: readFileSync(new URL(`${name}.sql`, import.meta.url), "utf8").trimEnd(),
}));

const replaced = new Set(keptNames.flatMap((name) => (name.startsWith("kept_") ? [name.slice("kept_".length)] : [])));

/**
 * The same steps over the tables as they would be once what a controle found was mended, or left out.
 *
 * Every indicator reads the tables through the `known_` steps, so there they are replaced.
 */
export function withSetAside(shared: readonly Step[]): Step[] {
  const reading = shared.map(({name, sql}) => ({name, sql: name.startsWith("known_") ? readKept(sql) : sql}));
  return [...keptFor(reading.map(({sql}) => sql).join("\n")), ...reading];
}

function readKept(sql: string): string {
  return sql.replace(/\bfrom (\w+)\b/g, (text, table: string) => (replaced.has(table) ? `from kept_${table}` : text));
}

function keptFor(sql: string): Step[] {
  const needed = new Set<string>();
  const visit = (text: string) => {
    for (const step of kept) {
      if (needed.has(step.name) || !readsFrom(text, step.name)) continue;
      needed.add(step.name);
      visit(step.sql);
    }
  };
  visit(sql);
  return kept.filter(({name}) => needed.has(name));
}
