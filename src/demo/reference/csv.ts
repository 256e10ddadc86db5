import {type ReferenceTable, referenceTables} from "../../database/reference-tables.ts";

export type Cell = string | number | null;

/** Rows of one reference table, cells in the order of its columns without gemeente_code. */
export interface ReferenceFile {
  readonly table: ReferenceTable;
  readonly rows: readonly (readonly Cell[])[];
}

/** The file as a gemeente delivers it: names above, `;` between the cells, empty is not known. */
export function toCsv({table, rows}: ReferenceFile): string {
  const columns = Object.keys(referenceTables[table]).filter((name) => name !== "gemeente_code");
  const lines = rows.map((row) => {
    if (row.length !== columns.length) throw new RangeError(`${table} has ${columns.length} columns: ${row.length}`);
    return row.map(cellText).join(";");
  });
  return `${[columns.join(";"), ...lines].join("\r\n")}\r\n`;
}

function cellText(cell: Cell): string {
  const text = cell === null ? "" : String(cell);
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
