import type {Database} from "../database/database.ts";
import type {DataState} from "../database/derive/state.ts";
import {findIndicator} from "../indicators/catalogue.ts";
import {byKeyAndPeriod, measure, withParts} from "../indicators/measure.ts";
import type {Question} from "../indicators/question.ts";
import {canonical} from "../indicators/question-text.ts";
import type {Series} from "../indicators/series.ts";
import {once} from "./answers.ts";

/** The answer to a question, counted once for each data version however it is put, and for no reader's eyes yet. */
export async function measured(database: Database, asked: Question, state: DataState): Promise<Series> {
  const question = withParts(findIndicator(asked.indicator, database), asked);
  const one = canonical(question);
  const series = await once(database, ["measure", state.dataVersion, one], () => measure(database, one, state));
  const isInOrder = question.dimensions.join() === one.dimensions.join();
  return {...series, question, rows: isInOrder ? series.rows : series.rows.toSorted(byKeyAndPeriod(question))};
}
