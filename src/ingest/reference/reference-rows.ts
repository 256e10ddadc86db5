import {dirname} from "node:path";
import type {Row} from "../../database/database.ts";
import {type ReferenceTable, referenceTables} from "../../database/reference-tables.ts";
import {gemeenteOf} from "../../standards/areas.ts";
import {judgeRows} from "./checks/judge.ts";
import {readBorders} from "./read-borders.ts";
import {type ReadRow, readTable} from "./read-table.ts";
import type {ReferenceState} from "./reference-state.ts";
import type {Remarks} from "./remarks.ts";

/** What a reference file says: all rows of a table for some Gemeenten, or why none of it can be read. */
export type ReferenceReading = FilledTable | {readonly problem: string};

export interface FilledTable {
  readonly table: ReferenceTable;
  readonly gemeenten: readonly string[];
  /** The rows that are right. */
  readonly rows: readonly Row[];
  /** How many rows are not. */
  readonly leftOut: number;
  /** What is wrong with those, with the place. */
  readonly faults: readonly string[];
  /** How many faults there are; of many alike not each has a line. */
  readonly faultCount: number;
  /** What may be right and is odd. */
  readonly questions: readonly string[];
}

/** Which Gemeente the files of a delivery are about, where they do not say it themselves. */
export interface GemeenteOfFile {
  /** By the folder of a gebied.csv. */
  readonly byFolder: ReadonlyMap<string, string>;
  /** The one Gemeente known already; null when there is none, or more than one. */
  readonly known: string | null;
}

export async function readReference(
  state: ReferenceState,
  table: ReferenceTable | "grenzen",
  name: string,
  bytes: Uint8Array,
  gemeenteOfFile: GemeenteOfFile,
): Promise<ReferenceReading> {
  if (table === "grenzen") return withBorders(state, bytes);
  const reading = await readTable(table, bytes);
  if ("problem" in reading) return reading;
  const fallback =
    table === "gebied" ? gemeenteIn(reading.rows.map(({row}) => row)) : nearestGemeente(name, gemeenteOfFile);
  const rows = reading.rows.map(({row, number}) => ({
    row: {...row, gemeente_code: row.gemeente_code ?? fallback},
    number,
  }));
  const gemeenten = gemeentenOf(rows, fallback);
  if (gemeenten === null) {
    return reading.faults.isEmpty || reading.rows.length > 0
      ? {problem: noGemeente(table)}
      : {table, gemeenten: [], rows: [], leftOut: reading.badRows.size, ...lines(reading)};
  }
  const good = await judgeRows(reading, rows, gemeenten, state);
  const right = good.map(({row}) => row);
  return {
    table,
    gemeenten,
    rows: table === "gebied" ? await keepBorders(state, right, gemeenten) : right,
    leftOut: reading.badRows.size + rows.length - good.length,
    ...lines(reading),
  };
}

function lines({faults, questions}: {faults: Remarks; questions: Remarks}) {
  return {faults: faults.lines(), faultCount: faults.count, questions: questions.lines()};
}

/** Null: of some row we know not which it is. */
function gemeentenOf(rows: readonly ReadRow[], fallback: string | null): string[] | null {
  const codes = new Set(rows.length === 0 ? [fallback] : rows.map(({row}) => row.gemeente_code as string | null));
  return codes.has(null) ? null : ([...codes] as string[]);
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
async function keepBorders(state: ReferenceState, rows: readonly Row[], gemeenten: readonly string[]): Promise<Row[]> {
  const current = await state.rowsOf("gebied", gemeenten);
  const borders = new Map(current.map((row) => [row.gebied_code, row.grens ?? null]));
  return rows.map((row) => ({...row, grens: row.grens ?? borders.get(row.gebied_code ?? "") ?? null}));
}

async function withBorders(state: ReferenceState, bytes: Uint8Array): Promise<ReferenceReading> {
  const reading = readBorders(bytes);
  if ("problem" in reading) return reading;
  const known = await state.gemeenten();
  const areas = new Set((await state.rowsOf("gebied", known)).map((row) => row.gebied_code));
  const unknown = [...reading.borders.keys()].find((code) => !areas.has(code));
  if (unknown !== undefined) {
    return {
      problem: `Gebied ${unknown} staat niet in gebied.csv. Lever eerst of tegelijk een gebied.csv met dit gebied.`,
    };
  }
  const gemeenten = [...new Set([...reading.borders.keys()].map(gemeenteOf))].filter((code) => known.includes(code));
  const current = await state.rowsOf("gebied", gemeenten);
  const rows = current.map((row) => ({
    ...row,
    grens: reading.borders.get(row.gebied_code as string) ?? row.grens ?? null,
  }));
  return {table: "gebied", gemeenten, rows, leftOut: 0, faults: [], faultCount: 0, questions: []};
}

export function areSameRows(table: ReferenceTable, left: readonly Row[], right: readonly Row[]): boolean {
  if (left.length !== right.length) return false;
  const spelled = right.map((row) => spellRow(table, row)).sort();
  return left
    .map((row) => spellRow(table, row))
    .sort()
    .every((row, index) => row === spelled[index]);
}

/** All a row says, as one text. */
export function spellRow(table: ReferenceTable, row: Row): string {
  return JSON.stringify(Object.keys(referenceTables[table]).map((column) => String(row[column] ?? "")));
}
