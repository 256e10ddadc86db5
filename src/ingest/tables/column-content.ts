import {type DateFormat, dateFormats} from "./koppeling.ts";
import {amountOf, dateOf} from "./read-value.ts";
import type {Cell, Sheet} from "./sheet.ts";

/** What a look at a column tells. */
export interface ColumnContent {
  readonly name: string;
  /** Some of the cells that are filled. */
  readonly values: readonly (string | number)[];
  readonly distinct: readonly (string | number)[];
  /** How dates are written here; null: these are no dates. */
  readonly dateFormat: DateFormat | null;
  /** What parts the cents from the euros; null: these are no amounts. */
  readonly decimal: "," | "." | null;
}

const mostLooked = 400;

export function contentOf(name: string, {rows}: Sheet, index: number): ColumnContent {
  const values: (string | number)[] = [];
  // From all over the table: a first page can be of one month, one product or one aanbieder.
  const step = Math.max(1, Math.floor(rows.length / (mostLooked * 2)));
  for (let at = 0; at < rows.length && values.length < mostLooked; at += step) {
    const cell: Cell = rows[at]!.cells[index] ?? null;
    if (cell !== null) values.push(cell);
  }
  const distinct = [...new Set(values)];
  return {name, values, distinct, dateFormat: dateFormatOf(distinct), decimal: decimalOf(distinct)};
}

function dateFormatOf(values: readonly (string | number)[]): DateFormat | null {
  if (values.length === 0) return null;
  const days = values.map((value) => (typeof value === "string" ? value.split(/[ T]/)[0]! : value));
  const fitting = dateFormats.filter((format) =>
    days.every((day) => dateOf(day, format) !== null || /^(18|19|20)\d\d$/.test(String(day))),
  );
  return fitting.find((format) => format !== "excel" || days.every((day) => typeof day === "number")) ?? null;
}

function decimalOf(values: readonly (string | number)[]): "," | "." | null {
  const texts = values.filter((value) => typeof value === "string");
  if (texts.length === 0) return values.length === 0 ? null : ",";
  return ([",", "."] as const).find((mark) => texts.every((text) => amountOf(text, mark) !== null)) ?? null;
}
