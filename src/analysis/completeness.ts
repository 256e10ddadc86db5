import {readFileSync} from "node:fs";
import type {Reader} from "../access/reader.ts";
import type {Database, Parameters} from "../database/database.ts";
import {readDataState} from "../database/derive/state.ts";
import {type IsoDate, type Month, monthOf, monthRange} from "../standards/calendar.ts";
import type {Expected} from "../statistics/run-off.ts";
import {once} from "./answers.ts";
import {expectedByMonth} from "./expected-by-month.ts";
import {minimumPersons} from "./recognisable.ts";
import {checkRight, isNarrowed} from "./scope.ts";

/** What is to come over the months of care of a gemeente, as known on a day. */
export interface CompletenessQuestion {
  readonly gemeenteCode: string;
  /** null: both together. */
  readonly wet: string | null;
  readonly knownOn: IsoDate;
}

/** How complete the granted costs of one month of care are, in cents. All is null when 1 to 9 people are behind it. */
export interface MonthCompleteness {
  readonly known: number | null;
  readonly expected: number | null;
  /** Four out of five earlier months ended between these; null: too short a history. */
  readonly low: number | null;
  readonly high: number | null;
  /** Known as a share of expected; credits still to come can make it more than 1. */
  readonly share: number | null;
}

/** From this share on a month is drawn as final. */
export const completeFrom = 0.985;

const centsSql = readFileSync(new URL("completeness.sql", import.meta.url), "utf8");
const personsSql = readFileSync(new URL("completeness-persons.sql", import.meta.url), "utf8");

/**
 * How complete each month of care is, from how earlier months filled up (granted cents, each wet apart).
 *
 * @returns one for each month from the first with granted money up to that of `knownOn`; the oldest counts as complete
 * @throws UserError  the reader may not ask about this gemeente; nothing was counted
 */
export async function readCompleteness(
  database: Database,
  question: CompletenessQuestion,
  reader: Reader,
): Promise<ReadonlyMap<Month, MonthCompleteness>> {
  checkRight(reader, question.gemeenteCode);
  const {dataVersion} = await readDataState(database);
  const months = await once(database, ["completeness", dataVersion, question], () => estimate(database, question));
  if (isNarrowed(reader)) return new Map([...months].map(([month, completeness]) => [month, perMillion(completeness)]));
  if (reader.audience === "intern") return months;
  return new Map([...months].map(([month, completeness]) => [month, round(completeness)]));
}

async function estimate(
  database: Database,
  question: CompletenessQuestion,
): Promise<ReadonlyMap<Month, MonthCompleteness>> {
  const {rows, fewIn} = await readKnown(database, question);
  const wetten = (question.wet === null ? ["Wmo", "Jeugdwet"] : [question.wet]).filter((wet) =>
    rows.some((row) => row.wet === wet),
  );
  const lastMonth = monthOf(question.knownOn);
  const parts = wetten.map((wet) =>
    ofWet(
      rows.filter((row) => row.wet === wet),
      fewIn.get(wet) ?? new Set(),
      lastMonth,
    ),
  );
  const first = parts.flatMap((part) => [...part.keys()]).sort()[0];
  if (first === undefined) return new Map();
  return new Map(monthRange(first, lastMonth).map((month) => [month, together(month, parts)]));
}

/** What is known of both wetten: a page asks about each, and about both together. */
async function readKnown(database: Database, {gemeenteCode, knownOn}: CompletenessQuestion) {
  const {dataVersion} = await readDataState(database);
  return once(database, ["known", dataVersion, gemeenteCode, knownOn], async () => {
    const parameters = {gemeente_code: gemeenteCode, bekend_op: knownOn};
    const rows = await database.query<KnownRow>(centsSql, parameters);
    return {rows, fewIn: await readMonthsOfFew(database, parameters, rows)};
  });
}

/** By wet, the months with 1 to 9 people behind the granted money. */
async function readMonthsOfFew(
  database: Database,
  parameters: Parameters,
  rows: readonly KnownRow[],
): Promise<ReadonlyMap<string, ReadonlySet<Month>>> {
  const classes = new Map<IsoDate, Map<string, bigint>>();
  for (const {wet, zorgmaand, classes: ofAge} of rows) {
    const byWet = classes.get(zorgmaand) ?? new Map<string, bigint>();
    classes.set(zorgmaand, byWet.set(wet, (byWet.get(wet) ?? 0n) | BigInt(ofAge)));
  }
  const few = new Map<string, Set<Month>>();
  for (const [zorgmaand, byWet] of classes) {
    if ([...byWet.values()].every((bits) => countBits(bits) >= minimumPersons)) continue;
    // Two people can be in one class, so fewer than ten bits are counted again, by person.
    const counts = await database.query<PersonsRow>(personsSql, {...parameters, zorgmaand});
    for (const {wet, persons} of counts) {
      if (persons < minimumPersons) few.set(wet, (few.get(wet) ?? new Set()).add(monthOf(zorgmaand)));
    }
  }
  return few;
}

function countBits(bits: bigint): number {
  return bits.toString(2).replaceAll("0", "").length;
}

interface KnownRow extends Record<string, string | number> {
  wet: string;
  zorgmaand: IsoDate;
  age: number;
  cents: number;
  classes: number;
}

interface PersonsRow extends Record<string, string | number> {
  wet: string;
  persons: number;
}

/** One wet: what is expected of each month; null where too few people are behind it. */
function ofWet(known: readonly KnownRow[], monthsOfFew: ReadonlySet<Month>, lastMonth: Month) {
  const expected = expectedByMonth(
    known.map(({zorgmaand, age, cents}) => ({month: monthOf(zorgmaand), age, cents})),
    lastMonth,
  );
  return new Map([...expected].map(([month, one]) => [month, monthsOfFew.has(month) ? null : one] as const));
}

/** The wetten of one month added up. Bounds are added too: what delays one delays the other, so nothing cancels out. */
function together(month: Month, parts: readonly ReadonlyMap<Month, Expected | null>[]): MonthCompleteness {
  const ofMonth = parts.map((part) => part.get(month)).filter((part) => part !== undefined);
  const add = (pick: (part: Expected) => number | null) => {
    let total = 0;
    for (const part of ofMonth) {
      const value = part === null ? null : pick(part);
      if (value === null) return null;
      total += value;
    }
    return Math.round(total);
  };
  const known = add((part) => part.known);
  const expected = add((part) => part.ultimate);
  const share = known !== null && expected !== null && expected > 0 ? known / expected : null;
  return {known, expected, low: add((part) => part.low), high: add((part) => part.high), share};
}

/**
 * For who may see a part of the gemeente: how the months of the whole fill up, and no cent of what is in them. Of one team
 * or aanbieder too few months are known to tell.
 */
function perMillion({known, expected, low, high, share}: MonthCompleteness): MonthCompleteness {
  const roundedShare = share === null ? null : Math.round(share * 100) / 100;
  if (known === null || known <= 0) return {known: null, expected: null, low: null, high: null, share: roundedShare};
  const scaled = (cents: number | null) => (cents === null ? null : Math.round((cents / known) * 100) * 10_000);
  return {known: 1_000_000, expected: scaled(expected), low: scaled(low), high: scaled(high), share: roundedShare};
}

function round(month: MonthCompleteness): MonthCompleteness {
  const rounded = (cents: number | null) => (cents === null ? null : Math.round(cents / 10_000) * 10_000);
  return {
    known: rounded(month.known),
    expected: rounded(month.expected),
    low: rounded(month.low),
    high: rounded(month.high),
    share: month.share === null ? null : Math.round(month.share * 100) / 100,
  };
}
