import type {Row} from "../../../database/database.ts";
import type {TableWords} from "../../../database/reference/table-words.ts";
import type {ReferenceTable} from "../../../database/reference-tables.ts";
import type {ReadRow} from "../read-table.ts";

/** The rows of a file as the checks see them. */
export interface Judged {
  readonly table: ReferenceTable;
  readonly words: TableWords<string>;
  readonly rows: readonly ReadRow[];
  /** What the table holds now, for the Gemeenten of the file. */
  readonly current: readonly Row[];
  /** Where a value stands: "Blad 'Tarieven', rij 14, kolom F (tarief)". */
  place(row: ReadRow, column: string): string;
  /** Rows of another table, for the Gemeenten of the file. */
  rowsOf(table: ReferenceTable): Promise<readonly Row[]>;
  /** The row is wrong. */
  fault(row: ReadRow, kind: string, line: string): void;
  /** The row, or the file, may be right and is odd. */
  ask(kind: string, line: string): void;
}

export type Check = (judged: Judged) => void | Promise<void>;

export function keyOf(row: Row, columns: readonly string[]): string {
  return JSON.stringify([row.gemeente_code, ...columns.map((column) => row[column] ?? null)]);
}

export function euros(cents: number): string {
  return (cents / 100).toLocaleString("nl-NL", {style: "currency", currency: "EUR"});
}

export function times(ratio: number): string {
  return ratio.toLocaleString("nl-NL", {maximumFractionDigits: ratio < 10 ? 1 : 0});
}
