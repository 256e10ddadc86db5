import type {Database} from "../src/database/database.ts";
import {measure} from "../src/indicators/measure.ts";
import type {Question} from "../src/indicators/question.ts";

/** A question about all of 2025 per month, as known long after, unless `part` says otherwise. */
export function questionAbout(indicator: string, part: Partial<Question> = {}): Question {
  return {
    indicator,
    gemeenteCode: "GM9999",
    dimensions: [],
    grain: "maand",
    from: "2025-01",
    to: "2025-12",
    where: [],
    knownOn: "2030-01-01",
    ...part,
  };
}

/**
 * What measure() answers, as cells of text to lay beside `table`: the dimensions, then periode, teller, noemer, waarde
 * (or why there is none) and personen.
 */
export async function answer(database: Database, indicator: string, part: Partial<Question> = {}): Promise<string[][]> {
  const {question, rows} = await measure(database, questionAbout(indicator, part));
  const lines = rows.map(({key, period, numerator, denominator, value, reason, persons}) => [
    ...question.dimensions.map((name) => key[name] ?? ""),
    period,
    cell(numerator),
    cell(denominator),
    value === null ? (reason ?? "") : cell(value),
    cell(persons),
  ]);
  return [[...question.dimensions, "periode", "teller", "noemer", "waarde", "personen"], ...lines];
}

/** A table as a test writes it: a line of names, a line for each row, `|` between the cells. */
export function table(text: string): string[][] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => line.split("|").map((part) => part.trim()));
}

function cell(value: number | null): string {
  return value === null ? "" : String(Number(value.toFixed(4)));
}
