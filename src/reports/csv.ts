import {formulaSafe} from "../standards/spreadsheet-text.ts";
import type {Missing} from "./figure.ts";

/** A file that opens in a spreadsheet: first what it is, then the rows. */
export interface CsvFile {
  readonly name: string;
  /** Definition, source, dates: a line each, in the first column. */
  readonly about: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
}

export type CsvCell = string | number | null;

/** As a Dutch spreadsheet reads it: semicolons, decimal commas, a byte order mark for the accents. */
export function csvText({about, columns, rows}: CsvFile): string {
  const lines = [...about.map((line) => [line]), [""], columns, ...rows].map((cells) => cells.map(cellText).join(";"));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

/** A number, or the reason that there is none. */
export function csvFigure(value: number | null, missing: Missing | null, digits = 0): CsvCell {
  if (value === null) return missing ?? "geen";
  return Number(value.toFixed(digits));
}

/** Cents as euros with two decimals. */
export function csvEuros(cents: number | null, missing: Missing | null): CsvCell {
  return csvFigure(cents === null ? null : cents / 100, missing, 2);
}

function cellText(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell).replace(".", ",");
  const safe = formulaSafe(cell);
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
