import type {Reader} from "../access/reader.ts";
import type {Database} from "../database/database.ts";
import {readDataState} from "../database/derive/state.ts";
import {findIndicator} from "../indicators/catalogue.ts";
import {factsOnDay, type Indicator} from "../indicators/indicator.ts";
import {measureLeftOut} from "../indicators/measure.ts";
import type {Question} from "../indicators/question.ts";
import {canonical} from "../indicators/question-text.ts";
import {once} from "./answers.ts";
import {type DisclosedLeftOut, type DisclosedSeries, disclose, discloseLeftOut} from "./disclose.ts";
import {findHidden} from "./hiding/hidden-rows.ts";
import {measured} from "./measured.ts";
import {inScope} from "./scope.ts";

/**
 * Answers a question for a reader: may it be asked, what is the answer, what of it may be seen.
 *
 * @throws NoRight  the reader may not ask about this gemeente; nothing was counted
 */
export async function ask(database: Database, question: Question, reader: Reader): Promise<DisclosedSeries> {
  const [series] = await askMany(database, [question], reader);
  return series!;
}

/** The answers to the questions of one page, in their order and all of one data version. */
export async function askMany(
  database: Database,
  questions: readonly Question[],
  reader: Reader,
): Promise<DisclosedSeries[]> {
  const scoped = questions.map((question) => inScope(question, reader));
  const state = await readDataState(database);
  return Promise.all(
    scoped.map(async (question) => {
      const series = await measured(database, question, state);
      return disclose(series, reader, await findHidden(database, series.question, state));
    }),
  );
}

/**
 * What is not in the answer to a question although it happened, and why.
 *
 * @throws NoRight  the reader may not ask about this gemeente; nothing was counted
 */
export async function askLeftOut(database: Database, asked: Question, reader: Reader): Promise<DisclosedLeftOut[]> {
  const question = inScope(asked, reader);
  const state = await readDataState(database);
  const leftOut = await once(database, ["left out", state.dataVersion, canonical(question)], () =>
    measureLeftOut(database, question),
  );
  const whole: Question = {...question, dimensions: [], grain: "totaal"};
  const indicator = findIndicator(question.indicator, database);
  const hidden = new Set<string>();
  for (const {reason} of leftOut) {
    const instead = {name: `left out: ${reason}`, indicator: leavingOut(indicator, reason)};
    const rows = await findHidden(database, whole, state, instead);
    if (rows.has({key: {}, period: "totaal"})) hidden.add(reason);
  }
  return discloseLeftOut(leftOut, reader, hidden);
}

/** What counts the facts that the indicator leaves out for a reason: of these too the parts must not tell each other. */
function leavingOut(indicator: Indicator, reason: string): Indicator {
  const facts = indicator.sql.replaceAll(/\bas left_out\b/g, "as why");
  const sql = `select told.*\nfrom (\n${facts}\n) as told\nwhere told.why = '${reason.replaceAll("'", "''")}'`;
  const {placing} = indicator.counting;
  return {
    ...indicator,
    sql,
    numeratorUnit: "berichten",
    denominatorUnit: null,
    counting: {...factsOnDay, placing, persons: indicator.counting.persons},
  };
}
