import type {Database, Row} from "../../database/database.ts";
import {referenceWords} from "../../database/reference/reference-words.ts";
import type {ReferenceTable} from "../../database/reference-tables.ts";
import {referenceOf, showableName} from "../sources/names.ts";
import {notOurs} from "../sources/texts.ts";
import {gemeenteOfFiles, inOrder, type NamedBytes} from "./file-order.ts";
import {type FilledTable, readReference, spellRow} from "./reference-rows.ts";
import {ReferenceState} from "./reference-state.ts";

/** What taking in a file would do. */
export interface FilePreview {
  readonly name: string;
  /** Null: this is no reference file. */
  readonly table: ReferenceTable | null;
  readonly gemeenten: readonly string[];
  /** Why none of it can be read; null: it can. */
  readonly problem: string | null;
  /** Rows that are right, and rows that are not. */
  readonly rows: number;
  readonly leftOut: number;
  readonly faults: readonly string[];
  readonly questions: readonly string[];
  readonly added: Difference<Row>;
  readonly gone: Difference<Row>;
  readonly changed: Difference<Change>;
}

/** How many, and the first ten of them. */
export interface Difference<T> {
  readonly count: number;
  readonly first: readonly T[];
}

export interface Change {
  readonly before: Row;
  readonly after: Row;
}

const shown = 10;

/** What would change if these files were taken in together, without writing anything. */
export async function previewReference(database: Database, files: readonly NamedBytes[]): Promise<FilePreview[]> {
  const state = new ReferenceState(database);
  const gemeenteOfFile = await gemeenteOfFiles(state, files);
  const previews: FilePreview[] = [];
  for (const {name, bytes} of inOrder(files)) {
    const kind = referenceOf(name);
    const reading = kind === null ? {problem: notOurs} : await readReference(state, kind, name, bytes, gemeenteOfFile);
    const table = kind === "grenzen" ? "gebied" : kind;
    if ("problem" in reading) previews.push({...nothing, name: showableName(name), table, problem: reading.problem});
    else previews.push({...(await compare(state, reading)), name: showableName(name), problem: null});
  }
  return previews;
}

const none = {count: 0, first: []};
const nothing = {
  gemeenten: [],
  rows: 0,
  leftOut: 0,
  faults: [],
  questions: [],
  added: none,
  gone: none,
  changed: none,
};

async function compare(state: ReferenceState, reading: FilledTable): Promise<Omit<FilePreview, "name" | "problem">> {
  const {table, gemeenten, rows, leftOut, faults, questions} = reading;
  const differences = differencesOf(table, await state.rowsOf(table, gemeenten), rows);
  for (const code of gemeenten) {
    state.replace(
      table,
      code,
      rows.filter((row) => row.gemeente_code === code),
    );
  }
  return {table, gemeenten, rows: rows.length, leftOut, faults, questions, ...differences};
}

/** Rows with one key are one thing that changed; without a key a row that changed is one gone and one added. */
function differencesOf(table: ReferenceTable, before: readonly Row[], after: readonly Row[]) {
  const gone = countBy(table, before);
  const added: Row[] = [];
  for (const row of after) {
    const same = gone.get(spellRow(table, row));
    if (same === undefined || same.length === 0) added.push(row);
    else same.pop();
  }
  const left = [...gone.values()].flat();
  const {key} = referenceWords[table];
  if (key === null) return {added: firstOf(added), gone: firstOf(left), changed: none};
  const keyOf = (row: Row) => JSON.stringify([row.gemeente_code, ...key.map((column) => String(row[column] ?? ""))]);
  const old = new Map(left.map((row) => [keyOf(row), row]));
  const changed = added.flatMap((row) => {
    const was = old.get(keyOf(row));
    return was === undefined ? [] : [{before: was, after: row}];
  });
  const kept = new Set(changed.map(({after: row}) => row));
  const were = new Set(changed.map(({before: row}) => row));
  return {
    added: firstOf(added.filter((row) => !kept.has(row))),
    gone: firstOf(left.filter((row) => !were.has(row))),
    changed: firstOf(changed),
  };
}

function countBy(table: ReferenceTable, rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, (row) => spellRow(table, row));
}

function firstOf<T>(all: readonly T[]): Difference<T> {
  return {count: all.length, first: all.slice(0, shown)};
}
