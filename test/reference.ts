import {existsSync, readFileSync} from "node:fs";
import {parse} from "csv-parse/sync";

const folder = new URL("../../shared/reference/", import.meta.url);

/** Whether the answers of reference implementations are beside this checkout. */
export const hasReference = existsSync(folder);

if (!hasReference) console.log("Tests against reference implementations are skipped: there is no ../shared/reference.");

/** Rows by column name; an empty cell is "". */
export function referenceCsv(path: string): Record<string, string>[] {
  const rows: Record<string, string>[] = parse(readFileSync(new URL(path, folder)), {columns: true, bom: true});
  if (rows.length === 0) throw new Error(`no rows: ${path}`);
  return rows;
}

export function referenceJson<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, folder), "utf8")) as T;
}
