import {dayFromNumber} from "../standards/calendar.ts";
import {timestampOf} from "./column-batch.ts";
import type {ColumnData, ColumnType, Value} from "./database.ts";
import {unpackTexts} from "./packed-text.ts";

/** Numbers of types, as a PostgreSQL server names them. */
export const typeIds = {
  boolean: 16,
  bigint: 20,
  integer: 23,
  text: 25,
  double: 701,
  name: 19,
  varchar: 1043,
  date: 1082,
  timestamp: 1114,
  numeric: 1700,
} as const;

export const arrayTypes: Readonly<Record<ColumnType, string>> = {
  integer: "integer[]",
  bigint: "bigint[]",
  date: "date[]",
  timestamp: "timestamp[]",
  text: "text[]",
  boolean: "boolean[]",
  double: "double precision[]",
};

export function encode(name: string, value: Value | undefined): string | null {
  if (value === undefined) throw new Error(`parameter is missing: $${name}`);
  return value === null ? null : String(value);
}

/** The JavaScript value of a column's text; the same that DuckDB's codec gives. */
export function decode(name: string, typeId: number, text: string | null): Value {
  if (text === null) return null;
  switch (typeId) {
    case typeIds.text:
    case typeIds.varchar:
    case typeIds.name:
    case typeIds.date:
    case typeIds.timestamp:
      return text;
    case typeIds.integer:
    case typeIds.double:
      return Number(text);
    case typeIds.boolean:
      return text === "t";
    case typeIds.bigint:
      return wholeNumber(text);
    case typeIds.numeric:
      // A sum of bigints; anything with a fraction differs between the engines.
      if (/^-?\d+$/.test(text)) return wholeNumber(text);
  }
  throw new Error(`cast column ${name}: type ${typeId} differs between engines`);
}

function wholeNumber(text: string): number | bigint {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : BigInt(text);
}

/** A column as the text of an array: `{1,2,NULL}`. */
export function arrayLiteral(column: ColumnData, rowCount: number): string {
  const cells = cellTexts(column, rowCount);
  const {nulls} = column;
  const items = cells.map((cell, row) => (nulls !== null && nulls[row >> 3]! & (1 << (row & 7)) ? "NULL" : cell));
  return `{${items.join(",")}}`;
}

function cellTexts({type, values}: ColumnData, rowCount: number): string[] {
  if ("slots" in values) return unpackTexts(values, rowCount).map(quoted);
  const cells: (string | number | bigint)[] = Array.from<string | number | bigint>(values).slice(0, rowCount);
  switch (type) {
    case "date":
      return cells.map((days) => dayFromNumber(Number(days)));
    case "timestamp":
      return cells.map((microseconds) => quoted(timestampOf(BigInt(microseconds))));
    case "boolean":
      return cells.map((bit) => (bit === 1 ? "t" : "f"));
    case "text":
      return cells.map((text) => quoted(String(text)));
    default:
      return cells.map(String);
  }
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&")}"`;
}
