import {isUtf8} from "node:buffer";
import {CsvError, type Info, parse} from "csv-parse/sync";
import type {Row} from "../../database/database.ts";
import {type ReferenceColumn, type ReferenceTable, referenceTables} from "../../database/reference-tables.ts";
import {quotedWord} from "../sources/names.ts";
import {readCell} from "./read-cell.ts";

/** The rows of a reference file; `gemeente_code` is null where the file does not say it. Or why it is refused. */
export type CsvReading = {readonly rows: Row[]} | {readonly problem: string};

/** Reads `<table>.csv`: comma or semicolon, UTF-8, the names of the columns in its first line. All of it, or nothing. */
export function readCsv(table: ReferenceTable, bytes: Uint8Array): CsvReading {
  if (!isUtf8(bytes))
    return {problem: "Het bestand is geen UTF-8. Sla het op als 'CSV UTF-8' en lever het opnieuw aan."};
  const text = Buffer.from(bytes).toString("utf8");
  const records = readRecords(text);
  if (typeof records === "string") return {problem: records};
  const [header, ...lines] = records;
  if (header === undefined)
    return {problem: "Het bestand is leeg. De eerste regel hoort de namen van de kolommen te zijn."};
  const columns: Readonly<Record<string, ReferenceColumn>> = referenceTables[table];
  const names = header.record.map((name) => name.trim().toLowerCase());
  const problem = checkHeader(names, columns);
  if (problem !== null) return {problem};
  const rows: Row[] = [];
  for (const line of lines) {
    const row = readLine(line, names, columns);
    if (typeof row === "string") return {problem: row};
    rows.push(row);
  }
  return {rows};
}

interface CsvLine {
  readonly record: readonly string[];
  readonly info: Info;
}

function readRecords(text: string): CsvLine[] | string {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/));
  try {
    return parse(text, {
      bom: true,
      delimiter: firstLine.includes(";") ? ";" : ",",
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as CsvLine[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return `Regel ${String(error.lines ?? "?")}: de aanhalingstekens kloppen niet. Zet tekst met een komma tussen "…".`;
  }
}

function checkHeader(names: readonly string[], columns: Readonly<Record<string, ReferenceColumn>>): string | null {
  const unknown = names.find((name) => !Object.hasOwn(columns, name));
  const expected = Object.keys(columns).filter((name) => name !== "gemeente_code");
  if (unknown !== undefined) {
    return `Regel 1: kolom ${quotedWord(unknown)} kennen we niet. Gebruik: ${expected.join(", ")}.`;
  }
  const double = names.find((name, index) => names.indexOf(name) !== index);
  if (double !== undefined) return `Regel 1: kolom ${quotedWord(double)} staat er twee keer. Haal er een weg.`;
  const missing = expected.find((name) => !names.includes(name) && columns[name]?.optional !== true);
  return missing === undefined ? null : `Regel 1: kolom '${missing}' ontbreekt. Voeg hem toe.`;
}

function readLine(
  {record, info}: CsvLine,
  names: readonly string[],
  columns: Readonly<Record<string, ReferenceColumn>>,
): Row | string {
  if (record.length !== names.length) {
    return `Regel ${info.lines}: hier staan ${record.length} kolommen en de eerste regel noemt er ${names.length}.`;
  }
  const row: Row = Object.fromEntries(Object.keys(columns).map((name) => [name, null]));
  for (const [index, name] of names.entries()) {
    const column = columns[name]!;
    const cell = readCell(name, column.type, record[index]!.trim());
    if (typeof cell === "object" && cell !== null)
      return `Regel ${info.lines}, kolom '${name}': verwacht ${cell.expected}.`;
    if (cell === null && !column.optional && name !== "gemeente_code") {
      return `Regel ${info.lines}, kolom '${name}': hier hoort een waarde te staan.`;
    }
    row[name] = cell;
  }
  return row;
}
