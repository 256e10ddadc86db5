import {formulaSafe} from "../../standards/spreadsheet-text.ts";
import {type ReferenceTable, referenceTables} from "../reference-tables.ts";
import type {ExampleCell} from "./table-words.ts";

/** Rows of one reference table, cells in the order of its columns without gemeente_code. */
export interface ReferenceFile {
  readonly table: ReferenceTable;
  readonly rows: readonly (readonly ExampleCell[])[];
}

/** The columns that a file of one gemeente has. */
export function fileColumns(table: ReferenceTable): string[] {
  return Object.keys(referenceTables[table]).filter((name) => name !== "gemeente_code");
}

/** The file as a gemeente delivers it: names above, `;` between the cells, empty is not known. */
export function toCsv({table, rows}: ReferenceFile): string {
  const columns = fileColumns(table);
  const lines = rows.map((row) => {
    if (row.length !== columns.length) throw new RangeError(`${table} has ${columns.length} columns: ${row.length}`);
    return row.map(cellText).join(";");
  });
  return `${[columns.join(";"), ...lines].join("\r\n")}\r\n`;
}

function cellText(cell: ExampleCell): string {
  const text = cell === null ? "" : typeof cell === "string" ? formulaSafe(cell) : String(cell);
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
