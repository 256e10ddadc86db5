import type {Row, Value} from "../../database/database.ts";
import {referenceTables} from "../../database/reference-tables.ts";
import type {Difference, FilePreview} from "../reference/preview.ts";

/** What taking in a reference file would do, as it is kept beside a delivery: each row as the texts of its cells. */
export interface PreviewFile extends Omit<FilePreview, "added" | "gone" | "changed"> {
  /** Columns in which something stands, in the order of the cells. */
  readonly columns: readonly string[];
  readonly added: Difference<Cells>;
  readonly gone: Difference<Cells>;
  readonly changed: Difference<{readonly before: Cells; readonly after: Cells}>;
}

/** Empty text: nothing stands there. */
export type Cells = readonly string[];

export function previewFile({added, gone, changed, ...file}: FilePreview): PreviewFile {
  const rows = [...added.first, ...gone.first, ...changed.first.flatMap(({before, after}) => [before, after])];
  const columns = Object.keys(file.table === null ? {} : referenceTables[file.table]).filter(
    (column) =>
      (column !== "gemeente_code" || file.gemeenten.length > 1) && rows.some((row) => cellOf(row, column) !== ""),
  );
  const cells = (row: Row) => columns.map((column) => cellOf(row, column));
  return {
    ...file,
    columns,
    added: {count: added.count, first: added.first.map(cells)},
    gone: {count: gone.count, first: gone.first.map(cells)},
    changed: {
      count: changed.count,
      first: changed.first.map(({before, after}) => ({before: cells(before), after: cells(after)})),
    },
  };
}

function cellOf(row: Row, column: string): string {
  const value: Value | undefined = row[column];
  if (value === null || value === undefined) return "";
  // A border is a page of coordinates.
  return column === "grens" ? `kaart van ${String(value).length} tekens` : String(value);
}
