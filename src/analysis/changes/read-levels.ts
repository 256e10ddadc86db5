import type {Reader} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import type {Question} from "../../indicators/question.ts";
import {addMonths, monthRange} from "../../standards/calendar.ts";
import {askMany} from "../ask.ts";
import type {ShownChange} from "./change.ts";
import {quarterOf} from "./complete-quarters.ts";

const quartersShown = 12;

/**
 * What a reader may be told of a change: the figure of the year of the question and of the one before, and its course over
 * three years.
 *
 * @param question  about one unit, over a year of whole quarters
 * @returns null: one of the two is hidden from this reader, or there is none
 */
export async function readLevels(database: Database, question: Question, reader: Reader): Promise<ShownChange | null> {
  const before = {...question, from: addMonths(question.from, -12), to: addMonths(question.to, -12)};
  const from = addMonths(question.to, 1 - 3 * quartersShown);
  const [year, earlier, course] = await askMany(
    database,
    [question, before, {...question, from, grain: "kwartaal"}],
    reader,
  );
  const now = year!.rows[0]?.value ?? null;
  const then = earlier!.rows[0]?.value ?? null;
  if (now === null || then === null) return null;
  const byQuarter = new Map(course!.rows.map((row) => [row.period, row.value]));
  const quarters = [...new Set(monthRange(from, question.to).map(quarterOf))];
  return {now, before: then, course: quarters.map((quarter) => byQuarter.get(quarter) ?? null)};
}
