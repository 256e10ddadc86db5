import {readFileSync} from "node:fs";
import type {Reader} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {readDataState} from "../../database/derive/state.ts";
import {withSteps} from "../../indicators/steps.ts";
import {type Month, monthOf, monthsBetween} from "../../standards/calendar.ts";
import {once} from "../answers.ts";
import {toComeByMonth} from "../expected-by-month.ts";
import {checkWhole} from "../scope.ts";
import type {ReconciliationQuestion} from "./reconciliation.ts";

/** Fewer months of history than this say nothing of what is still to come. */
const leastMonths = 12;

const sql = withSteps(readFileSync(new URL("still-to-come.sql", import.meta.url), "utf8"));

/**
 * What is still to come for care of the months asked, from how earlier months of the same taakveld or aanbieder filled up.
 *
 * Each is estimated by itself, so together they are near the estimate of the whole and not equal to it.
 *
 * @returns cents by key; no key: too short a history
 * @throws UserError  the reader may not ask about this gemeente; nothing was counted
 */
export async function readStillToCome(
  database: Database,
  question: ReconciliationQuestion,
  per: "taakveld" | "aanbieder",
  reader: Reader,
): Promise<ReadonlyMap<string, number>> {
  checkWhole(reader, question.gemeenteCode, "Wat nog komt");
  const {dataVersion} = await readDataState(database);
  return once(database, ["still to come", dataVersion, question, per], () => estimates(database, question, per));
}

async function estimates(
  database: Database,
  question: ReconciliationQuestion,
  per: "taakveld" | "aanbieder",
): Promise<ReadonlyMap<string, number>> {
  const {dataVersion} = await readDataState(database);
  const {gemeenteCode, wet, knownOn} = question;
  const rows = await once(database, ["known by age", dataVersion, gemeenteCode, wet, knownOn, per], () =>
    database.query<KnownRow>(sql, {gemeente_code: gemeenteCode, bekend_op: knownOn, wet: wet ?? "", per}),
  );
  const toCome = new Map<string, number>();
  for (const [key, own] of Map.groupBy(rows, ({sleutel}) => sleutel)) {
    const cents = estimate(own, question);
    if (cents !== null) toCome.set(key, cents);
  }
  return toCome;
}

interface KnownRow extends Record<string, string | number> {
  sleutel: string;
  maand: Month;
  age: number;
  cents: number;
}

function estimate(known: readonly KnownRow[], {from, to, knownOn}: ReconciliationQuestion): number | null {
  const last = monthOf(knownOn);
  const ofMonths = known.map(({maand, age, cents}) => ({month: maand, age, cents}));
  const first = ofMonths.map(({month}) => month).sort()[0]!;
  if (first > last || monthsBetween(first, last) < leastMonths) return null;
  let cents = 0;
  for (const [month, ofMonth] of toComeByMonth(ofMonths, last)) {
    if (month >= from && month <= to) cents += ofMonth;
  }
  return Number.isFinite(cents) ? Math.round(cents) : null;
}
