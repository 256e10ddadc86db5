import {CsvError, parse} from "csv-parse/sync";
import readWorkbookValues from "read-excel-file/universal";
import {readParquet} from "../../database/read-parquet.ts";
import {decodeText} from "../sheet/decode-text.ts";
import {inspectWorkbook} from "../sheet/inspect-workbook.ts";
import {mostColumns, tooManyColumns, tooManyRows} from "../sheet/limits.ts";

/** Of a CSV or a Parquet file; a suite tells of single claims, so more than of a workbook. */
const mostTableRows = 1_000_000;

/** A cell as it was delivered; a date is "2025-01-31", a moment "2025-01-31 12:00:00", empty is null. */
export type Cell = string | number | null;

/** One table of a file: the names above it and the rows below, each with its number in the file. */
export interface Sheet {
  readonly header: readonly string[];
  readonly rows: readonly SheetRow[];
}

export interface SheetRow {
  readonly number: number;
  readonly cells: readonly Cell[];
}

export type SheetReading = Sheet | {readonly problem: string};

/** Reads a CSV, XLSX or Parquet file. `sheetName` picks a sheet of a workbook; null takes the first. */
export async function readSheet(
  bytes: Uint8Array,
  name: string,
  sheetName: string | null = null,
): Promise<SheetReading> {
  const lines = await readLines(bytes, name.toLowerCase(), sheetName);
  return "problem" in lines ? lines : sheetOf(lines);
}

/** Whether a name is that of a file that can hold a table. */
export function isTableName(name: string): boolean {
  return /\.(csv|xlsx|parquet)$/i.test(name);
}

type Lines = readonly SheetRow[] | {readonly problem: string};

async function readLines(bytes: Uint8Array, name: string, sheetName: string | null): Promise<Lines> {
  if (name.endsWith(".xlsx")) return readWorkbook(bytes, sheetName);
  if (name.endsWith(".parquet")) return readParquetLines(bytes);
  return readCsvLines(bytes);
}

function sheetOf(lines: readonly SheetRow[]): SheetReading {
  // A workbook often has a title above its table: the names stand in the first line with more than two of them.
  const at = lines.findIndex(({cells}) => cells.filter((cell) => cell !== null).length > 2);
  const header = lines[at]?.cells.map((cell) => String(cell ?? "").trim());
  if (header === undefined)
    return {problem: "Er staat geen tabel in dit bestand. Zet de namen van de kolommen bovenaan."};
  while (header.at(-1) === "") header.pop();
  const double = header.find((name, index) => name !== "" && header.indexOf(name) !== index);
  if (double !== undefined) {
    return {
      problem: `Rij ${lines[at]!.number}: kolom '${double}' staat er twee keer. Geef een van de twee een andere naam.`,
    };
  }
  const rows = lines.slice(at + 1).filter(({cells}) => cells.some((cell) => cell !== null));
  return rows.length === 0 ? {problem: "Onder de namen van de kolommen staan geen rijen."} : {header, rows};
}

function readCsvLines(bytes: Uint8Array): Lines {
  const text = decodeText(bytes);
  if (text === null) return {problem: "Dit bestand is geen CSV. Sla het op als 'CSV UTF-8' en lever het opnieuw aan."};
  try {
    const rows: SheetRow[] = [];
    let columns = 0;
    parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      // Its own list of records would hold every text twice.
      on_record: (record: string[], {lines}) => {
        columns = Math.max(columns, record.length);
        if (columns <= mostColumns) rows.push({number: lines, cells: record.map(textCell)});
        return null;
      },
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 4 * 1024 * 1024,
      to: mostTableRows + 1,
    });
    if (columns > mostColumns) return {problem: tooManyColumns};
    return rows.length > mostTableRows ? {problem: tooManyRows(mostTableRows)} : rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = String(error.lines ?? "?");
    if (error.code === "CSV_MAX_RECORD_SIZE") {
      return {problem: `Rij ${line}: deze rij is te lang. Staat er ergens een " te veel?`};
    }
    return {problem: `Rij ${line}: de aanhalingstekens kloppen niet. Zet tekst met een komma tussen "…".`};
  }
}

function delimiterOf(text: string): string {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/));
  return [";", "\t", "|"].find((mark) => firstLine.includes(mark)) ?? ",";
}

async function readWorkbook(bytes: Uint8Array, sheetName: string | null): Promise<Lines> {
  // The memory that bytes stand in is used again by whoever read them.
  const own = Buffer.from(bytes);
  let sheets: Awaited<ReturnType<typeof readWorkbookValues>>;
  try {
    const inspection = await inspectWorkbook(own);
    if ("problem" in inspection) return inspection;
    sheets = await readWorkbookValues(own.buffer.slice(own.byteOffset, own.byteOffset + own.length));
  } catch {
    return {problem: "Dit is geen Excel-bestand dat te lezen is. Sla het opnieuw op als .xlsx, zonder wachtwoord."};
  }
  const sheet = sheetName === null ? sheets[0] : sheets.find((one) => one.sheet === sheetName);
  if (sheet === undefined) {
    return {
      problem: `Blad '${sheetName ?? ""}' staat er niet in. Kies uit: ${sheets.map((one) => one.sheet).join(", ")}.`,
    };
  }
  return sheet.data.map((cells, index) => ({number: index + 1, cells: cells.map(workbookCell)}));
}

function workbookCell(cell: unknown): Cell {
  if (cell instanceof Date) return momentText(cell);
  if (typeof cell === "number") return cell;
  return cell === null || cell === undefined ? null : textCell(String(cell));
}

function momentText(moment: Date): string {
  const text = moment.toISOString();
  return text.slice(11, 19) === "00:00:00" ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`;
}

async function readParquetLines(bytes: Uint8Array): Promise<Lines> {
  const table = await readParquet(bytes, {rows: mostTableRows, columns: mostColumns});
  if (table === "too many columns") return {problem: tooManyColumns};
  if (table === "too many rows") return {problem: tooManyRows(mostTableRows)};
  if (table === null) return {problem: "Dit Parquet-bestand is niet te lezen. Maak het opnieuw."};
  const [header, ...rows] = table;
  // Parquet has no lines: rows are numbered as they would be below their names.
  return [header!, ...rows].map((cells, index) => ({
    number: index + 1,
    cells: cells.map((cell) => (typeof cell === "string" ? textCell(cell) : cell)),
  }));
}

function textCell(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === "" ? null : trimmed;
}
