import type {ColumnType} from "../../src/database/database.ts";
import {deliveredTables} from "../../src/database/tables.ts";
import {type BerichtRows, type BerichtTable, type RowValue, rowColumns} from "../../src/ingest/reading/rows.ts";
import {dayFromNumber} from "../../src/standards/calendar.ts";

/** Rows by the names of their columns, with dates one can read; what is null is left out. */
export function readableRows(rows: BerichtRows, table: BerichtTable): Record<string, RowValue>[] {
  return (rows[table] ?? []).map((row) => {
    if (row.length !== rowColumns[table].length) throw new Error(`${table} has ${row.length} values`);
    const columns: Record<string, ColumnType> = deliveredTables[table];
    const entries = rowColumns[table].map((column, i) => [column, readable(row[i]!, columns[column]!)] as const);
    return Object.fromEntries(entries.filter(([, value]) => value !== null));
  });
}

function readable(value: RowValue, type: ColumnType): RowValue {
  if (value === null) return null;
  if (type === "date") return dayFromNumber(value as number);
  if (type === "timestamp")
    return new Date(Number((value as bigint) / 1000n)).toISOString().slice(0, 19).replace("T", " ");
  return value;
}
