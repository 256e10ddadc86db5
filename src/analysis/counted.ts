import type {Database} from "../database/database.ts";
import type {DataState} from "../database/derive/state.ts";
import type {Question} from "../indicators/question.ts";
import type {DisclosedRow} from "./disclose.ts";
import {measured} from "./measured.ts";

/**
 * The rows of an answer as they were counted, to find in them what stands out and never to show.
 *
 * What is found is a name; its reader asks for the figure himself, see ask(), and where it is hidden from him he hears of
 * nothing (decision 20).
 */
export async function countedRows(database: Database, question: Question, state: DataState): Promise<DisclosedRow[]> {
  const {rows} = await measured(database, question, state);
  return rows.map(({numeratorPersons: _, ...row}) => ({...row, isHidden: false}));
}
