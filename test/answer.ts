import type {Database} from "../src/database/database.ts";
import type {Indicator} from "../src/indicators/indicator.ts";
import {measure, measureAs} from "../src/indicators/measure.ts";
import type {Question} from "../src/indicators/question.ts";
import type {SeriesRow} from "../src/indicators/series.ts";

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
  return [headOf(question), ...rows.map((row) => cellsOf(question, row))];
}

/** The same of an indicator that stands in no catalogue; then, where they matter, the people in the numerator. */
export async function answerAs(
  database: Database,
  indicator: Indicator,
  part: Partial<Question> = {},
): Promise<string[][]> {
  const {question, rows} = await measureAs(database, indicator, questionAbout(indicator.id, part));
  if (rows.every(({numeratorPersons}) => numeratorPersons === null)) {
    return [headOf(question), ...rows.map((row) => cellsOf(question, row))];
  }
  const lines = rows.map((row) => [...cellsOf(question, row), cell(row.numeratorPersons)]);
  return [[...headOf(question), "in teller"], ...lines];
}

function headOf({dimensions}: Question): string[] {
  return [...dimensions, "periode", "teller", "noemer", "waarde", "personen"];
}

function cellsOf({dimensions}: Question, row: SeriesRow): string[] {
  const {key, period, numerator, denominator, value, reason, persons} = row;
  return [
    ...dimensions.map((name) => key[name] ?? ""),
    period,
    cell(numerator),
    cell(denominator),
    value === null ? (reason ?? "") : cell(value),
    cell(persons),
  ];
}

/** A table as a test writes it: a line of names, a line for each row, `|` between the cells. */
export function table(text: string): string[][] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => line.split("|").map((part) => part.trim()));
}

function cell(value: number | null): string {
  return value === null ? "" : String(Number(value.toFixed(4)));
}
