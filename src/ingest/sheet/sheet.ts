import type {IsoDate} from "../../standards/calendar.ts";

/** One table of cells as it stands in a file: a CSV file is one sheet without a name. */
export interface Sheet {
  /** Null: a CSV file. */
  readonly name: string | null;
  readonly rows: readonly SheetRow[];
  /** What is wrong with single cells or ranges, by place; only a workbook knows. */
  readonly flaws: readonly SheetFlaw[];
}

export interface SheetRow {
  /** As the person who made the file sees it, from 1. */
  readonly number: number;
  readonly cells: readonly SheetCell[];
}

/** A cell as a person typed it, or as the program knows it: numbers and days of a workbook are no longer text. */
export type SheetCell = string | number | boolean | Day | null;

export interface Day {
  readonly day: IsoDate;
}

export interface SheetFlaw {
  readonly kind: "samengevoegd" | "formule" | "fout";
  readonly firstRow: number;
  readonly lastRow: number;
  /** From 0. */
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export type SheetsReading = {readonly sheets: readonly Sheet[]} | {readonly problem: string};

/** The text of a cell, without blanks around it; "" when it is empty. */
export function cellText(cell: SheetCell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell.replaceAll(/[\u00A0\u202F]/g, " ").trim();
  if (typeof cell === "object") return cell.day;
  if (typeof cell === "boolean") return cell ? "WAAR" : "ONWAAR";
  return numberText(cell);
}

// A binary fraction: 0.1 + 0.2 in a sheet is shown as 0.3.
function numberText(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(15)));
}

/** 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  const rest = String.fromCharCode(65 + (index % 26));
  return index < 26 ? rest : columnLetter(Math.floor(index / 26) - 1) + rest;
}

/** "Regel 14" of a CSV file, "Blad 'Tarieven', rij 14" of a workbook. */
export function rowPlace(sheet: Pick<Sheet, "name">, row: number): string {
  return sheet.name === null ? `Regel ${row}` : `Blad '${sheet.name}', rij ${row}`;
}

/** "Regel 14, kolom 'tarief'", or "Blad 'Tarieven', rij 14, kolom F (tarief)". */
export function cellPlace(sheet: Pick<Sheet, "name">, row: number, index: number, name: string): string {
  const column = sheet.name === null ? `kolom '${name}'` : `kolom ${columnLetter(index)} (${name})`;
  return `${rowPlace(sheet, row)}, ${column}`;
}
