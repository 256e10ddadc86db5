import {dayNumber} from "../standards/calendar.ts";
import type {ColumnBatch, ColumnData, ColumnType, Row, Value} from "./database.ts";
import {slotSize} from "./packed-text.ts";

/** Rows as columns, for what is not in a hurry: reference files and fixtures. A name that a row lacks is null. */
export function columnBatch(
  table: string,
  types: Readonly<Record<string, ColumnType>>,
  rows: readonly Row[],
): ColumnBatch {
  const columns = Object.entries(types).map(([name, type]) => column(name, type, rows));
  return {table, rowCount: rows.length, columns};
}

function column(name: string, type: ColumnType, rows: readonly Row[]): ColumnData {
  const cells = rows.map((row) => row[name] ?? null);
  return {name, type, values: pack(name, type, cells), nulls: cells.includes(null) ? nullBits(cells) : null};
}

function pack(name: string, type: ColumnType, cells: readonly Value[]): ColumnData["values"] {
  switch (type) {
    case "text":
      return cells.map((cell) => (cell === null ? "" : String(cell)));
    case "integer":
      return Int32Array.from(cells, (cell) => Number(cell ?? 0));
    case "date":
      return Int32Array.from(cells, (cell) => (cell === null ? 0 : dayNumber(String(cell))));
    case "double":
      return Float64Array.from(cells, (cell) => Number(cell ?? 0));
    case "boolean":
      return Uint8Array.from(cells, (cell) => (cell === true ? 1 : 0));
    case "bigint":
      return BigInt64Array.from(cells, (cell) => bigintOf(name, cell));
    case "timestamp":
      return BigInt64Array.from(cells, (cell) => (cell === null ? 0n : microsecondsOf(String(cell))));
  }
}

function nullBits(cells: readonly Value[]): Uint8Array {
  const bits = new Uint8Array(Math.ceil(cells.length / 8));
  for (const [row, cell] of cells.entries()) {
    if (cell === null) bits[row >> 3]! |= 1 << (row & 7);
  }
  return bits;
}

function bigintOf(name: string, cell: Value): bigint {
  if (cell === null) return 0n;
  if (typeof cell === "number" && !Number.isSafeInteger(cell)) throw new RangeError(`${name} is no exact whole number`);
  return BigInt(cell);
}

/**
 * Refuses a batch with a column of another length than the batch.
 *
 * Engines copy memory as they are told to, so a short column would end the process or give made-up rows.
 */
export function assertWhole({table, rowCount, columns}: ColumnBatch): void {
  for (const {name, values, nulls} of columns) {
    const length = "slots" in values ? values.slots.length / slotSize : values.length;
    if (length < rowCount) throw new RangeError(`${table}.${name} has ${length} of ${rowCount} rows`);
    if (nulls !== null && nulls.length * 8 < rowCount) throw new RangeError(`${table}.${name} lacks bits for nulls`);
  }
}

/** Microseconds since 1970 of "2025-01-31 12:00:00" (a fraction of at most six digits may follow). */
export function microsecondsOf(timestamp: string): bigint {
  const [clock = "", fraction = ""] = timestamp.slice(11).split(".");
  const [hours = "0", minutes = "0", seconds = "0"] = clock.split(":");
  const wholeSeconds = dayNumber(timestamp) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return BigInt(wholeSeconds) * 1_000_000n + BigInt(fraction.padEnd(6, "0"));
}

/** "2025-01-31 12:00:00" of microseconds since 1970; a fraction only when there is one, without trailing zeros. */
export function timestampOf(microseconds: bigint): string {
  const fraction = ((microseconds % 1_000_000n) + 1_000_000n) % 1_000_000n;
  const seconds = Number((microseconds - fraction) / 1_000_000n);
  const whole = new Date(seconds * 1000).toISOString().slice(0, 19).replace("T", " ");
  return fraction === 0n ? whole : `${whole}.${fraction.toString().padStart(6, "0").replace(/0+$/, "")}`;
}
