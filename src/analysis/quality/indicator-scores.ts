import {type Reader, scopeKey} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {type DataState, readDataState} from "../../database/derive/state.ts";
import {findIndicator} from "../../indicators/catalogue.ts";
import type {Indicator} from "../../indicators/indicator.ts";
import {measureTogether} from "../../indicators/measure.ts";
import type {Series, SeriesRow} from "../../indicators/series.ts";
import {addMonths, lastDay, type Month, monthOf, monthRange} from "../../standards/calendar.ts";
import {once} from "../answers.ts";
import {disclose} from "../disclose.ts";
import {checkRight, inScope} from "../scope.ts";
import {scoredIndicators} from "./catalogue.ts";
import {type EffectScope, questionOf} from "./effects.ts";
import {isFewBetween} from "./persons-between.ts";

/** How much of a figure stands on facts without an open problem. */
export interface IndicatorScore {
  readonly indicator: string;
  /** 0 to 1; null: there is no figure, or it is hidden. */
  readonly score: number | null;
}

/** The scores of all indicators at the end of each month. */
export interface ScoreCourse {
  /** The oldest first. */
  readonly months: readonly Month[];
  /** By indicator, a score for each month. */
  readonly scores: ReadonlyMap<string, readonly IndicatorScore["score"][]>;
}

/** With the day that is asked about, two years. */
const monthsBack = 23;

/**
 * Which share of each figure stands on facts without an open problem: the same facts counted with all of those left out.
 *
 * What is weighed is what the figure is made of: euros where it is about euros, else people, trajecten or waits.
 *
 * @throws UserError  the reader may not ask about this gemeente; nothing was counted
 */
export async function readIndicatorScores(
  database: Database,
  scope: EffectScope,
  indicators: readonly string[],
  reader: Reader,
): Promise<readonly IndicatorScore[]> {
  checkRight(reader, scope.gemeenteCode);
  const state = await readDataState(database);
  const counted = await once(
    database,
    ["scores of indicators", state.dataVersion, scope, indicators, scopeKey(reader)],
    () => count(database, state, scope, indicators, reader),
  );
  return counted.map((one) => ({indicator: one.all.question.indicator, score: scoreOf(one, reader)}));
}

/**
 * The scores of all indicators at the end of each month before that of `knownOn`, as known on that day.
 *
 * @param firstMonth  of which care is known: a score is about the twelve months before its day
 * @throws UserError  the reader may not ask about this gemeente; nothing was counted
 */
export async function readScoreCourse(
  database: Database,
  scope: EffectScope,
  firstMonth: Month,
  reader: Reader,
): Promise<ScoreCourse> {
  checkRight(reader, scope.gemeenteCode);
  const months = monthsBefore(scope, firstMonth);
  return courseOf(months, await countMonths(database, scope, months, await readDataState(database), reader), reader);
}

/**
 * The same when it is counted already; null: it is being counted from now on, which takes a while.
 *
 * @throws UserError  the reader may not ask about this gemeente; nothing was counted
 */
export async function findScoreCourse(
  database: Database,
  scope: EffectScope,
  firstMonth: Month,
  reader: Reader,
): Promise<ScoreCourse | null> {
  checkRight(reader, scope.gemeenteCode);
  const months = monthsBefore(scope, firstMonth);
  const counting = countMonths(database, scope, months, await readDataState(database), reader);
  // Of two promises that are settled the first wins.
  const counted = await Promise.race([counting, Promise.resolve(null)]);
  return counted === null ? null : courseOf(months, counted, reader);
}

/** What an indicator counts, and what is left of that without open problems. */
interface Counted {
  readonly all: Series;
  readonly sound: Series;
  /** What is left out is about few people: with the figure the score tells it. */
  readonly isFewLeftOut: boolean;
}

function monthsBefore({knownOn}: EffectScope, firstMonth: Month): Month[] {
  const month = monthOf(knownOn);
  const earliest = addMonths(firstMonth, 12);
  const first = addMonths(month, -monthsBack);
  return monthRange(first > earliest ? first : earliest, addMonths(month, -1));
}

/** All indicators, in each month. */
function countMonths(
  database: Database,
  scope: EffectScope,
  months: readonly Month[],
  state: DataState,
  reader: Reader,
): Promise<readonly (readonly Counted[])[]> {
  return once(database, ["course of scores", state.dataVersion, scope, months, scopeKey(reader)], async () => {
    const ids = scoredIndicators.map(({id}) => id);
    const counted: Counted[][] = [];
    // One month after the other: whoever opens a page meanwhile need not wait for all of them.
    for (const month of months)
      counted.push(await count(database, state, {...scope, knownOn: lastDay(month)}, ids, reader));
    return counted;
  });
}

function courseOf(months: readonly Month[], counted: readonly (readonly Counted[])[], reader: Reader): ScoreCourse {
  const scores = scoredIndicators.map(({id}, index): [string, (number | null)[]] => [
    id,
    counted.map((row) => scoreOf(row[index]!, reader)),
  ]);
  return {months, scores: new Map(scores)};
}

// DuckDB plans its join with the tarieven badly beside others.
const byItself = "verzilvering";

/** Indicators about the same months are counted together: most of the work is the facts they share. */
async function count(
  database: Database,
  state: DataState,
  scope: EffectScope,
  indicators: readonly string[],
  reader: Reader,
): Promise<Counted[]> {
  const questions = indicators.map((id) => inScope(questionOf(scope, findIndicator(id, database)), reader));
  const groups = Map.groupBy(questions, ({indicator, from}) => (indicator === byItself ? byItself : from));
  const counted = new Map<string, Counted>();
  await Promise.all(
    [...groups.values()].map(async (group) => {
      const [all, sound] = await Promise.all([
        measureTogether(database, group, state),
        measureTogether(database, group, state, "alle"),
      ]);
      for (const [index, question] of group.entries()) {
        const one = {all: all[index]!, sound: sound[index]!};
        const isSame = weightOf(one.all.indicator, one.all.rows) === weightOf(one.sound.indicator, one.sound.rows);
        counted.set(question.indicator, {
          ...one,
          isFewLeftOut: !isSame && (await isFewBetween(database, state, question, "alle")),
        });
      }
    }),
  );
  return indicators.map((id) => counted.get(id)!);
}

function scoreOf({all, sound, isFewLeftOut}: Counted, reader: Reader): number | null {
  if (isFewLeftOut) return null;
  const {indicator} = all;
  const whole = weightOf(indicator, disclose(all, reader).rows);
  const kept = weightOf(indicator, disclose(sound, reader).rows);
  return whole === null || kept === null || whole <= 0 ? null : Math.min(1, kept / whole);
}

/** The euros, people, trajecten or waits a figure is made of. */
function weightOf({counting}: Indicator, rows: readonly Pick<SeriesRow, "numerator" | "denominator">[]): number | null {
  const isOwnBase = counting.denominator === "sum" || counting.value === "quantile";
  let total = 0;
  for (const row of rows) {
    const weight = isOwnBase ? row.denominator : row.numerator;
    if (weight === null) return null;
    total += weight;
  }
  return rows.length === 0 ? null : total;
}
