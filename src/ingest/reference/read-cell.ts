import type {ColumnType, Value} from "../../database/database.ts";
import {areaKind} from "../../standards/areas.ts";
import {isIsoDate} from "../../standards/calendar.ts";

/** What should have stood in a cell. */
export interface Expected {
  readonly expected: string;
}

/** The value of a cell by the type of its column; null when it is empty. */
export function readCell(column: string, type: ColumnType, text: string): Exclude<Value, object> | Expected {
  if (text === "") return null;
  switch (type) {
    case "integer":
    case "bigint":
      return readWhole(column, type, text);
    case "double":
      return /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : {expected: "een getal als 12,5"};
    case "date":
      return readDate(text);
    default:
      return readText(column, text);
  }
}

function readWhole(column: string, type: "integer" | "bigint", text: string): number | Expected {
  const value = Number(text);
  const limit = type === "integer" ? 2 ** 31 - 1 : Number.MAX_SAFE_INTEGER;
  if (!/^-?\d+$/.test(text) || Math.abs(value) > limit) return {expected: "een geheel getal als 1250, zonder punten"};
  const bounds = wholeBounds[column];
  if (bounds !== undefined && (value < bounds[0] || value > bounds[1])) {
    return {expected: `een getal van ${bounds[0]} tot en met ${bounds[1]}`};
  }
  return value;
}

const wholeBounds: Readonly<Record<string, readonly [number, number]>> = {
  jaar: [1900, 2200],
  kwartaal: [1, 4],
  maand: [1, 12],
};

/** Spreadsheets in Dutch write 31-1-2025. */
function readDate(text: string): string | Expected {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text) ?? [];
  const date = year === "" ? text : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isIsoDate(date) ? date : {expected: "een datum als 2025-01-31"};
}

function readText(column: string, text: string): string | Expected {
  switch (column) {
    case "gemeente_code":
      return areaKind(text) === "gemeente" ? text : {expected: "een gemeentecode als GM9999"};
    case "wijk_code":
      return areaKind(text) === "wijk" ? text : {expected: "een wijkcode als WK999901"};
    case "buurt_code":
      return areaKind(text) === "buurt" ? text : {expected: "een buurtcode als BU99990101"};
    case "gebied_code":
      return areaKind(text) === null ? {expected: "een code als GM9999, WK999901 of BU99990101"} : text;
    case "wet":
      return text === "Wmo" || text === "Jeugdwet" ? text : {expected: "Wmo of Jeugdwet"};
    case "postcode":
      return readPostcode(text);
    default:
      return text;
  }
}

function readPostcode(text: string): string | Expected {
  const postcode = text.replaceAll(/\s/g, "").toUpperCase();
  return /^\d{4}[A-Z]{2}$/.test(postcode) ? postcode : {expected: "een postcode als 9999AB"};
}
