import type {Reader} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import type {Indicator} from "../../indicators/indicator.ts";
import type {Question} from "../../indicators/question.ts";
import {addMonths} from "../../standards/calendar.ts";
import {levelOver} from "../../statistics/level-changes.ts";
import {askMany} from "../ask.ts";
import type {DisclosedRow} from "../disclose.ts";
import type {Level, ShownChange} from "./change.ts";
import {quarterOf} from "./complete-quarters.ts";
import {pointOf, scaleOf} from "./level-points.ts";

const quartersShown = 12;

export interface LevelsAsked {
  readonly question: Question;
  readonly indicator: Indicator;
}

/**
 * What a reader may be told of such a change: the levels of the year of the question and of the one before, and the course
 * of three years.
 *
 * @param question  about one unit, over a year of whole quarters
 * @returns null: of this reader something of it is hidden
 */
export async function readLevels(
  database: Database,
  {question, indicator}: LevelsAsked,
  reader: Reader,
): Promise<ShownChange | null> {
  const from = addMonths(question.to, 1 - 3 * quartersShown);
  const [series] = await askMany(database, [{...question, from, grain: "kwartaal"}], reader);
  const byQuarter = new Map(series!.rows.map((row) => [row.period, row]));
  const rows = Array.from(
    {length: quartersShown},
    (_, at) => byQuarter.get(quarterOf(addMonths(from, 3 * at))) ?? null,
  );
  const points = rows.map((row) => pointOf(row, indicator, scaleOf(indicator)));
  const [before, now] = [points.slice(-8, -4), points.slice(-4)].map(levelOver);
  if (before == null || now == null) return null;
  return {
    now: levelOf(now.level, rows.slice(-4), indicator),
    before: levelOf(before.level, rows.slice(-8, -4), indicator),
    course: rows.map((row) => row?.value ?? null),
  };
}

function levelOf(level: number, rows: readonly (DisclosedRow | null)[], {counting}: Indicator): Level {
  const total = (pick: (row: DisclosedRow) => number | null) =>
    rows.reduce((sum, row) => sum + (row === null ? 0 : (pick(row) ?? 0)), 0);
  const isRatio = counting.value !== "numerator";
  return {
    value: counting.value === "ratio" ? level * counting.per : isRatio ? level : total(({numerator}) => numerator),
    numerator: total(({numerator}) => numerator),
    denominator: isRatio ? total(({denominator}) => denominator) : null,
  };
}
