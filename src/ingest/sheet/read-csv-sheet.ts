import {CsvError, type Info, parse} from "csv-parse/sync";
import {mostColumns, mostRows, tooManyRows} from "./limits.ts";
import type {Sheet, SheetRow} from "./sheet.ts";

export const delimiters = [";", ",", "\t"] as const;

export type Delimiter = (typeof delimiters)[number];

/** The rows of a CSV text, or why they cannot be told apart. A line holds as many cells as it says. */
export function readCsvSheet(text: string, delimiter: Delimiter): Sheet | {readonly problem: string} {
  try {
    const records = parse(text, {...options, delimiter, to: mostRows + headingRows}) as unknown as Line[];
    if (records.length === mostRows + headingRows) return {problem: tooManyRows()};
    return {name: null, flaws: [], rows: records.map(rowOf)};
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return {problem: explain(error)};
  }
}

/** The first rows, as far as they can be read: to see which delimiter makes sense of them. */
export function firstRows(text: string, delimiter: Delimiter, count: number): SheetRow[] {
  const records = parse(text.slice(0, 64 * 1024), {
    ...options,
    delimiter,
    to: count,
    relax_quotes: true,
    skip_records_with_error: true,
  }) as unknown as Line[];
  return records.map(rowOf);
}

/** A heading, a header and what stands above them. */
const headingRows = 50;

interface Line {
  readonly record: readonly string[];
  readonly info: Info;
}

const options = {
  bom: true,
  info: true,
  relax_column_count: true,
  skip_empty_lines: true,
  max_record_size: 4 * 1024 * 1024,
} as const;

function rowOf({record, info}: Line): SheetRow {
  return {number: info.lines, cells: record.slice(0, mostColumns)};
}

function explain(error: CsvError): string {
  const line = `Regel ${String(error.lines ?? "?")}`;
  if (error.code === "CSV_MAX_RECORD_SIZE") return `${line}: deze regel is te lang. Staat er ergens een " te veel?`;
  return `${line}: de aanhalingstekens kloppen niet. Zet tekst met een komma tussen "…".`;
}
