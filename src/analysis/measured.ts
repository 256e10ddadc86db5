import type {Database} from "../database/database.ts";
import type {DataState} from "../database/derive/state.ts";
import {measure} from "../indicators/measure.ts";
import type {Question} from "../indicators/question.ts";
import type {Series} from "../indicators/series.ts";
import {once} from "./answers.ts";

/** The answer to a question, counted once for each data version, and for no reader's eyes yet. */
export function measured(database: Database, question: Question, state: DataState): Promise<Series> {
  return once(database, ["measure", state.dataVersion, question], () => measure(database, question, state));
}
