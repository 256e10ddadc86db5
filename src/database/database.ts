import type {TimeLimit} from "./time-limit.ts";

/** What a query takes and gives: dates as "2025-01-31", timestamps as "2025-01-31 12:00:00", whole numbers as number. */
export type Value = string | number | bigint | boolean | null;

/** Named parameters: `$bekend_op` in the SQL, `{bekend_op: "2025-06-30"}` here. */
export type Parameters = Readonly<Record<string, Value>>;

export type Row = Record<string, Value>;

/** One way to ask and to write, whichever engine holds the data. SQL in the common dialect (docs/decisions/0003). */
export interface Database {
  readonly engine: "duckdb" | "postgres";
  /** Every parameter that the SQL names must be given; others are ignored. Without a limit it takes the time it takes. */
  query<R extends Row = Row>(sql: string, parameters?: Parameters, limit?: TimeLimit): Promise<R[]>;
  /** Without parameters the text may hold several statements. */
  execute(sql: string, parameters?: Parameters): Promise<void>;
  /** All or nothing. What `work` asks is part of it; what others ask meanwhile is not. Transactions do not nest. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
  /** Adds whole batches of rows, column by column: the only fast way in. */
  append(batch: ColumnBatch): Promise<void>;
  close(): Promise<void>;
}

export type ColumnType = "integer" | "bigint" | "date" | "timestamp" | "text" | "boolean" | "double";

/** Rows of one table by column, in the order and types of the table's definition (`tables.ts`). */
export interface ColumnBatch {
  readonly table: string;
  readonly rowCount: number;
  readonly columns: readonly ColumnData[];
}

/**
 * The values of one column.
 *
 * `values` holds `rowCount` entries: integer and date (days since 1970) in an Int32Array, bigint and timestamp
 * (microseconds since 1970) in a BigInt64Array, double in a Float64Array, boolean (0 or 1) in a Uint8Array, text in an
 * array of strings or packed. What stands at a null does not matter.
 * `nulls` is null when the column has no null; otherwise a bit per row, 1 is null, lowest bit first.
 */
export interface ColumnData {
  readonly name: string;
  readonly type: ColumnType;
  readonly values: Int32Array | BigInt64Array | Float64Array | Uint8Array | readonly string[] | PackedText;
  readonly nulls: Uint8Array | null;
}

/**
 * Text that moves between threads without being copied (`packed-text.ts`).
 *
 * Each row has a slot of 16 bytes: the length as a little-endian 32-bit number, then at most 12 bytes of UTF-8, then
 * zeros. Longer text has a slot of zeros and stands in `long` with its row.
 */
export interface PackedText {
  readonly slots: Uint8Array;
  readonly long: readonly (readonly [row: number, text: string])[];
}
