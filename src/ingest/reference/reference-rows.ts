import {dirname} from "node:path";
import type {Database, Row} from "../../database/database.ts";
import {type ReferenceTable, referenceTables} from "../../database/reference-tables.ts";
import {readBorders} from "./read-borders.ts";
import {readCsv} from "./read-csv.ts";

/** What a reference file says: all rows of a table for some Gemeenten, or why it is refused. */
export type ReferenceReading =
  | {readonly table: ReferenceTable; readonly gemeenten: readonly string[]; readonly rows: readonly Row[]}
  | {readonly problem: string};

/** Which Gemeente the files of a delivery are about, where they do not say it themselves. */
export interface GemeenteOfFile {
  /** By the folder of a gebied.csv. */
  readonly byFolder: ReadonlyMap<string, string>;
  /** The one Gemeente known already; null when there is none, or more than one. */
  readonly known: string | null;
}

export async function readReference(
  database: Database,
  table: ReferenceTable | "grenzen",
  name: string,
  bytes: Uint8Array,
  gemeenteOf: GemeenteOfFile,
): Promise<ReferenceReading> {
  if (table === "grenzen") return withBorders(database, bytes);
  const reading = readCsv(table, bytes);
  if ("problem" in reading) return reading;
  const fallback = table === "gebied" ? gemeenteIn(reading.rows) : nearestGemeente(name, gemeenteOf);
  const rows = reading.rows.map((row) => ({...row, gemeente_code: row.gemeente_code ?? fallback}));
  const gemeenten = new Set(rows.length === 0 ? [fallback] : rows.map((row) => row.gemeente_code as string | null));
  if (gemeenten.has(null)) return {problem: noGemeente(table)};
  const codes = [...gemeenten] as string[];
  return {table, gemeenten: codes, rows: table === "gebied" ? await keepBorders(database, rows, codes) : rows};
}

function noGemeente(table: ReferenceTable): string {
  return table === "gebied"
    ? "Er hoort één rij met soort 'gemeente' in te staan, of een kolom gemeente_code."
    : "We weten niet bij welke gemeente dit hoort. Lever gebied.csv mee, of voeg een kolom gemeente_code toe.";
}

/** The Gemeente that the rows of gebied.csv are the parts of; null when they do not name exactly one. */
export function gemeenteIn(rows: readonly Row[]): string | null {
  const codes = new Set(rows.filter((row) => row.soort === "gemeente").map((row) => row.gebied_code));
  const [code] = codes;
  return codes.size === 1 && typeof code === "string" ? code : null;
}

function nearestGemeente(name: string, {byFolder, known}: GemeenteOfFile): string | null {
  for (let folder = dirname(name); ; folder = dirname(folder)) {
    const code = byFolder.get(folder);
    if (code !== undefined) return code;
    if (folder === dirname(folder)) break;
  }
  const delivered = new Set(byFolder.values());
  const [only] = delivered;
  return delivered.size === 1 && only !== undefined ? only : known;
}

// gebieden.geojson may have come before; a table of names does not wipe out the map.
async function keepBorders(database: Database, rows: readonly Row[], gemeenten: readonly string[]): Promise<Row[]> {
  const current = await currentRows(database, "gebied", gemeenten);
  const borders = new Map(current.map((row) => [row.gebied_code, row.grens ?? null]));
  return rows.map((row) => ({...row, grens: row.grens ?? borders.get(row.gebied_code ?? "") ?? null}));
}

async function withBorders(database: Database, bytes: Uint8Array): Promise<ReferenceReading> {
  const reading = readBorders(bytes);
  if ("problem" in reading) return reading;
  const areas = await database.query<{gebied_code: string; gemeente_code: string}>(
    "select gebied_code, gemeente_code from gebied",
  );
  const gemeenteByArea = new Map(areas.map((row) => [row.gebied_code, row.gemeente_code]));
  const unknown = [...reading.borders.keys()].find((code) => !gemeenteByArea.has(code));
  if (unknown !== undefined) {
    return {
      problem: `Gebied ${unknown} staat niet in gebied.csv. Lever eerst of tegelijk een gebied.csv met dit gebied.`,
    };
  }
  const gemeenten = [...new Set([...reading.borders.keys()].map((code) => gemeenteByArea.get(code)!))];
  const current = await currentRows(database, "gebied", gemeenten);
  const rows = current.map((row) => ({
    ...row,
    grens: reading.borders.get(row.gebied_code as string) ?? row.grens ?? null,
  }));
  return {table: "gebied", gemeenten, rows};
}

/** The rows of a table for some Gemeenten as they are now. */
export async function currentRows(
  database: Database,
  table: ReferenceTable,
  gemeenten: readonly string[],
): Promise<Row[]> {
  const columns = Object.keys(referenceTables[table]).join(", ");
  const rows: Row[] = [];
  for (const gemeenteCode of gemeenten) {
    const sql = `select ${columns} from ${table} where gemeente_code = $gemeente_code`;
    rows.push(...(await database.query(sql, {gemeente_code: gemeenteCode})));
  }
  return rows;
}

export function areSameRows(table: ReferenceTable, left: readonly Row[], right: readonly Row[]): boolean {
  if (left.length !== right.length) return false;
  const columns = Object.keys(referenceTables[table]);
  const spell = (row: Row) => JSON.stringify(columns.map((column) => String(row[column] ?? "")));
  const spelled = right.map(spell).sort();
  return left
    .map(spell)
    .sort()
    .every((row, index) => row === spelled[index]);
}
