import {mayRead, type Reader} from "../access/reader.ts";
import type {Database} from "../database/database.ts";
import {readDataState} from "../database/derive/state.ts";
import {NoRight} from "../errors.ts";
import {measure, measureLeftOut} from "../indicators/measure.ts";
import type {Question} from "../indicators/question.ts";
import {once} from "./answers.ts";
import {type DisclosedLeftOut, type DisclosedSeries, disclose, discloseLeftOut} from "./disclose.ts";
import {findHidden} from "./hiding/hidden-rows.ts";

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
  for (const {gemeenteCode} of questions) checkRight(reader, gemeenteCode);
  const state = await readDataState(database);
  return Promise.all(
    questions.map(async (question) => {
      const series = await once(database, ["measure", state.dataVersion, question], () =>
        measure(database, question, state),
      );
      return disclose(series, reader, await findHidden(database, series.question, state, reader));
    }),
  );
}

/**
 * What is not in the answer to a question although it happened, and why.
 *
 * @throws NoRight  the reader may not ask about this gemeente; nothing was counted
 */
export async function askLeftOut(database: Database, question: Question, reader: Reader): Promise<DisclosedLeftOut[]> {
  checkRight(reader, question.gemeenteCode);
  const {dataVersion} = await readDataState(database);
  const leftOut = await once(database, ["left out", dataVersion, question], () => measureLeftOut(database, question));
  return discloseLeftOut(leftOut, reader);
}

/** @throws NoRight  the reader may not ask about this gemeente */
export function checkRight(reader: Reader, gemeenteCode: string): void {
  if (!mayRead(reader, gemeenteCode)) {
    throw new NoRight(`U mag de cijfers van gemeente ${gemeenteCode} niet zien. Vraag het aan uw beheerder.`);
  }
}
