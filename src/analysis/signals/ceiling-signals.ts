import type {Database} from "../../database/database.ts";
import {readDataState} from "../../database/derive/state.ts";
import type {Question} from "../../indicators/question.ts";
import type {IsoDate} from "../../standards/calendar.ts";
import {completeMonth} from "../changes/complete-quarters.ts";
import {countedRows} from "../counted.ts";
import {questionAt, type Signal, signalName} from "./signal.ts";

/** So many months of a year have to be in before its pace says anything. */
const fewestMonths = 3;
/** Above this the pace leads beyond the ceiling, even if the last months bring a little less. */
const tooFast = 1.05;
/** Of the ceiling of the whole year: nearly used up. */
const nearlyUsed = 0.9;

/** What is being spent faster than was agreed for the calendar year: a budgetplafond of an aanbieder, the begroting of a wet. */
export async function ceilingSignals(database: Database, gemeenteCode: string, knownOn: IsoDate): Promise<Signal[]> {
  const to = await completeMonth(database, gemeenteCode, knownOn);
  if (to === null) return [];
  const months = Number(to.slice(5));
  if (months < fewestMonths) return [];
  const asked = {gemeenteCode, from: `${to.slice(0, 4)}-01`, to, knownOn, grain: "totaal" as const, where: []};
  const questions: Question[] = [
    {...asked, indicator: "gebruik-budgetplafond", dimensions: ["aanbieder", "wet"]},
    {...asked, indicator: "gebruik-begroting", dimensions: ["wet"]},
  ];
  const state = await readDataState(database);
  const answers = await Promise.all(
    questions.map(async (question) => ({question, rows: await countedRows(database, question, state)})),
  );
  return answers.flatMap(({question, rows}) =>
    rows.flatMap(({key, value}) => {
      if (value === null || value < 1 || key.wet === undefined) return [];
      const place =
        key.aanbieder === undefined
          ? {kind: "gemeente" as const, unit: gemeenteCode, wet: key.wet}
          : {kind: "aanbieder" as const, unit: key.aanbieder, wet: key.wet};
      return {
        name: `${signalName("plafond", question.indicator, place, "hoger")}:${to.slice(0, 4)}`,
        rule: "plafond" as const,
        question: questionAt({...asked, indicator: question.indicator}, place),
        side: "hoger" as const,
        weight: value,
        isStrong: value >= tooFast || (value * months) / 12 >= nearlyUsed,
      };
    }),
  );
}
