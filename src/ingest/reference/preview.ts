import type {Database, Row} from "../../database/database.ts";
import {referenceWords} from "../../database/reference/reference-words.ts";
import type {ReferenceTable} from "../../database/reference-tables.ts";
import {referenceOf, showableName} from "../sources/names.ts";
import {notOurs} from "../sources/texts.ts";
import {digestOf} from "../workers/digest.ts";
import {gemeenteOfFiles, inOrder, type NamedBytes} from "./file-order.ts";
import {FilledTables} from "./filled-tables.ts";
import {areSameRows, type FilledTable, readReference, spellRow} from "./reference-rows.ts";
import {ReferenceState} from "./reference-state.ts";

/** What taking in a file would do. */
export interface FilePreview {
  readonly name: string;
  /** Null: this is no reference file. */
  readonly table: ReferenceTable | null;
  readonly gemeenten: readonly string[];
  /** Why none of it can be read; null: it can. */
  readonly problem: string | null;
  /** This very file was taken in before and says what is there now: nothing changes, and nothing is asked. */
  readonly isKnown: boolean;
  /** Rows that are right, and rows that are not. */
  readonly rows: number;
  readonly leftOut: number;
  readonly faults: readonly string[];
  /** How many faults there are; of many alike not each has a line. */
  readonly faultCount: number;
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

/** What would change if all that is right in these files were taken in together, without writing anything. */
export async function previewReference(database: Database, files: readonly NamedBytes[]): Promise<FilePreview[]> {
  const state = new ReferenceState(database);
  const gemeenteOfFile = await gemeenteOfFiles(state, files);
  const filled = new FilledTables();
  const previews: FilePreview[] = [];
  for (const file of inOrder(files)) {
    const name = showableName(file.name);
    const kind = referenceOf(file.name);
    const table = kind === "grenzen" ? "gebied" : kind;
    const reading =
      kind === null ? {problem: notOurs} : await readReference(state, kind, file.name, file.bytes, gemeenteOfFile);
    const problem = "problem" in reading ? reading.problem : filled.problemOf(kind ?? "", reading.gemeenten);
    if ("problem" in reading || problem !== null) {
      previews.push({...nothing, name, table, problem});
      continue;
    }
    const preview = await compare(state, reading, await wasTakenIn(database, file.bytes));
    if (!preview.isKnown && takesRows(reading)) filled.note(kind ?? "", reading.gemeenten, name);
    previews.push({...preview, name, problem: null});
  }
  return previews;
}

const none = {count: 0, first: []};
const unchanged = {added: none, gone: none, changed: none};
const nothing = {
  gemeenten: [],
  isKnown: false,
  rows: 0,
  leftOut: 0,
  faults: [],
  faultCount: 0,
  questions: [],
  ...unchanged,
};

async function compare(
  state: ReferenceState,
  reading: FilledTable,
  wasTaken: boolean,
): Promise<Omit<FilePreview, "name" | "problem">> {
  const {table, gemeenten, rows, leftOut, faults, faultCount} = reading;
  // A file that was taken in before was agreed to then.
  const questions = wasTaken ? [] : reading.questions;
  const before = await state.rowsOf(table, gemeenten);
  if (wasTaken && areSameRows(table, rows, before)) {
    return {...nothing, table, gemeenten, isKnown: true, rows: rows.length};
  }
  const found = {table, gemeenten, isKnown: false, rows: rows.length, leftOut, faults, faultCount, questions};
  if (!takesRows(reading)) return {...found, ...unchanged};
  for (const code of gemeenten) {
    state.replace(
      table,
      code,
      rows.filter((row) => row.gemeente_code === code),
    );
  }
  return {...found, ...differencesOf(table, before, rows)};
}

/** Of a file in which no row is right nothing is taken in. */
function takesRows({rows, faults}: FilledTable): boolean {
  return rows.length > 0 || faults.length === 0;
}

async function wasTakenIn(database: Database, bytes: Uint8Array): Promise<boolean> {
  const [known] = await database.query<{toestand: string}>("select toestand from bestand where sha256 = $sha256", {
    sha256: digestOf(bytes).hex,
  });
  return known !== undefined && known.toestand !== "geweigerd";
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
