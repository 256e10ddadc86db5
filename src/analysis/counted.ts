import type {Database} from "../database/database.ts";
import type {DataState} from "../database/derive/state.ts";
import type {Question} from "../indicators/question.ts";
import type {DisclosedRow} from "./disclose.ts";
import {measured} from "./measured.ts";
import {isRecognisable} from "./recognisable.ts";

/**
 * The rows of an answer, to find in them what stands out, and never to show: without those of too few people, and with
 * those that are hidden for what they would tell of others. To decide on these costs more than all counting.
 *
 * What is found is a name; its reader asks for the figure himself, see ask().
 */
export async function countedRows(database: Database, question: Question, state: DataState): Promise<DisclosedRow[]> {
  const {rows} = await measured(database, question, state);
  return rows.map((row) => {
    const {key, period, numerator, denominator, value, persons, reason} = row;
    return isRecognisable(row)
      ? {...nothing, key, period}
      : {key, period, numerator, denominator, value, persons, isHidden: false, reason};
  });
}

const nothing = {
  numerator: null,
  denominator: null,
  value: null,
  persons: null,
  isHidden: true,
  reason: "verborgen",
} as const;
