import {formulaSafe} from "../standards/spreadsheet-text.ts";

/** A number is already written out; it is set to the right. */
export type Cell = string | {readonly number: string};

/** Rows of columns for a terminal, with the head underlined. */
export function tableText(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const isNumber = head.map((_, column) => typeof rows[0]?.[column] === "object");
  const texts = rows.map((row) => row.map((cell) => (typeof cell === "string" ? cell : cell.number)));
  const widths = head.map((name, column) => Math.max(name.length, ...texts.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (isNumber[column] ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
      .join("  ")
      .trimEnd();
  return [line(head), widths.map((width) => "─".repeat(width)).join("  "), ...texts.map(line)].join("\n");
}

/** Rows as RFC 4180 writes them. */
export function csvText(rows: readonly (readonly (string | number | boolean | null)[])[]): string {
  return rows.map((row) => `${row.map((cell) => csvCell(cell)).join(",")}\r\n`).join("");
}

function csvCell(cell: string | number | boolean | null): string {
  const text = cell === null ? "" : typeof cell === "string" ? formulaSafe(cell) : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
