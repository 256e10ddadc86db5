import {
  DuckDBDateValue,
  type DuckDBMaterializedResult,
  type DuckDBPreparedStatement,
  DuckDBTimestampValue,
  DuckDBTypeId,
  type DuckDBValue,
} from "@duckdb/node-api";
import {dayFromNumber, dayNumber} from "../standards/calendar.ts";
import {microsecondsOf, timestampOf} from "./column-batch.ts";
import type {Parameters, Row, Value} from "./database.ts";

/** Gives each parameter the type the statement expects, so that it need not be planned again. */
export function bindParameters(statement: DuckDBPreparedStatement, parameters: Parameters): void {
  for (let index = 1; index <= statement.parameterCount; index++) {
    const name = statement.parameterName(index);
    const value = parameters[name];
    if (value === undefined) throw new Error(`parameter is missing: $${name}`);
    bind(statement, index, value);
  }
}

function bind(statement: DuckDBPreparedStatement, index: number, value: Value): void {
  if (value === null) statement.bindNull(index);
  else if (typeof value === "boolean") statement.bindBoolean(index, value);
  else if (typeof value === "bigint") statement.bindBigInt(index, value);
  else if (typeof value === "number") bindNumber(statement, index, value);
  else bindText(statement, index, value);
}

function bindNumber(statement: DuckDBPreparedStatement, index: number, value: number): void {
  const expected = statement.parameterTypeId(index);
  if (!Number.isInteger(value) || expected === DuckDBTypeId.DOUBLE) statement.bindDouble(index, value);
  else if (expected === DuckDBTypeId.BIGINT || Math.abs(value) > 0x7fff_ffff) {
    statement.bindBigInt(index, BigInt(value));
  } else statement.bindInteger(index, value);
}

function bindText(statement: DuckDBPreparedStatement, index: number, value: string): void {
  const expected = statement.parameterTypeId(index);
  if (expected === DuckDBTypeId.DATE) statement.bindDate(index, new DuckDBDateValue(dayNumber(value)));
  else if (expected === DuckDBTypeId.TIMESTAMP) {
    statement.bindTimestamp(index, new DuckDBTimestampValue(microsecondsOf(value)));
  } else statement.bindVarchar(index, value);
}

export function readRows<R extends Row>(result: DuckDBMaterializedResult): R[] {
  const names = result.columnNames();
  const decoders = names.map((name, column) => decoderFor(name, result.columnTypeId(column)));
  const rows: Row[] = [];
  for (let number = 0; number < result.chunkCount; number++) {
    const chunk = result.getChunk(number);
    const vectors = names.map((_, column) => chunk.getColumnVector(column));
    for (let index = 0; index < chunk.rowCount; index++) {
      const row: Row = {};
      for (const [column, name] of names.entries()) {
        const item = vectors[column]!.getItem(index) as DuckDBValue;
        row[name] = item === null ? null : decoders[column]!(item);
      }
      rows.push(row);
    }
  }
  // What the columns hold is said where the SQL is written.
  return rows as R[];
}

type Decoder = (item: DuckDBValue) => Value;

function decoderFor(name: string, type: DuckDBTypeId): Decoder {
  const decoder = decoders.get(type);
  // A decimal is another type on every engine, so SQL casts it away.
  if (decoder === undefined) throw new Error(`cast column ${name}: type ${DuckDBTypeId[type]} differs between engines`);
  return decoder;
}

const decoders = new Map<DuckDBTypeId, Decoder>([
  [DuckDBTypeId.VARCHAR, (item) => item as string],
  [DuckDBTypeId.INTEGER, (item) => item as number],
  [DuckDBTypeId.DOUBLE, (item) => item as number],
  [DuckDBTypeId.BOOLEAN, (item) => item as boolean],
  [DuckDBTypeId.BIGINT, (item) => wholeNumber(item as bigint)],
  [DuckDBTypeId.HUGEINT, (item) => wholeNumber(item as bigint)],
  [DuckDBTypeId.DATE, (item) => dayFromNumber((item as DuckDBDateValue).days)],
  [DuckDBTypeId.TIMESTAMP, (item) => timestampOf((item as DuckDBTimestampValue).micros)],
  [DuckDBTypeId.SQLNULL, () => null],
]);

/** A number when that is exact, otherwise a bigint. */
export function wholeNumber(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
