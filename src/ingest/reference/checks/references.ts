import type {ReferenceTable} from "../../../database/reference-tables.ts";
import type {ReadRow} from "../read-table.ts";
import type {Judged} from "./judged.ts";

/** A contract of an aanbieder that aanbieder.csv does not name. Where that table is empty nothing can be said. */
export async function checkReferences(judged: Judged): Promise<void> {
  for (const {column, table, foreign} of judged.words.references ?? []) {
    const isSelf = table === judged.table;
    const others = isSelf ? judged.rows.map(({row}) => row) : await judged.rowsOf(table as ReferenceTable);
    if (others.length === 0) continue;
    const known = new Set(others.map((row) => row[foreign]));
    // Who knows no buurten has not said that this one is none.
    const kinds = foreign === "gebied_code" ? new Set([...known].map((code) => String(code).slice(0, 2))) : null;
    const unknown = new Map<string, {row: ReadRow; count: number}>();
    for (const row of judged.rows) {
      const value = row.row[column] ?? null;
      if (value === null || known.has(value) || kinds?.has(String(value).slice(0, 2)) === false) continue;
      const seen = unknown.get(String(value));
      if (seen === undefined) unknown.set(String(value), {row, count: 1});
      else seen.count++;
    }
    for (const [value, {row, count}] of unknown) {
      const rows = count === 1 ? "" : ` (${count} rijen)`;
      judged.ask(
        `onbekend ${column}`,
        `${judged.place(row, column)}: '${shorten(value)}' staat niet in '${table}'${rows}. Klopt dat?`,
      );
    }
  }
}

function shorten(value: string): string {
  return value.length > 40 ? `${value.slice(0, 39)}…` : value;
}
