import type {Audience, Reader} from "../access/reader.ts";
import {type DefinitionStamp, definitionStamp} from "../indicators/definition-mark.ts";
import {type CountUnit, type Indicator, type Unit, unitDecimals} from "../indicators/indicator.ts";
import {byKeyAndPeriod} from "../indicators/measure.ts";
import type {Question} from "../indicators/question.ts";
import type {LeftOut, Series, SeriesRow, WhyNoValue} from "../indicators/series.ts";
import type {IsoDate} from "../standards/calendar.ts";
import {type HiddenRows, nothingMore, type RowName} from "./hiding/hidden-rows.ts";
import {isFew, isRecognisable, toFive} from "./recognisable.ts";

/** Never exported, so that no other file can make a value of a type that asks for it. */
declare const passedTheDoor: unique symbol;

/** A Series as one reader may see it. Pages, JSON and files accept nothing else, and only disclose() makes one. */
export interface DisclosedSeries {
  readonly [passedTheDoor]: true;
  readonly question: Question;
  readonly audience: Audience;
  readonly unit: Unit;
  /** By which definition it was counted. */
  readonly definition: DefinitionStamp;
  readonly dataVersion: string;
  /** Dagtekening of the newest Bericht that counted; null: there are none. */
  readonly dataDate: IsoDate | null;
  /** Of all that was taken in of this gemeente, in whatever order; null: no data were marked. */
  readonly dataMark: string | null;
  readonly rows: readonly DisclosedRow[];
}

export interface DisclosedRow {
  readonly key: SeriesRow["key"];
  readonly period: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly persons: number | null;
  /** Too few people, or others would follow from it: every number of the row is null. */
  readonly isHidden: boolean;
  /** Why there is no value; null: there is one. */
  readonly reason: "verborgen" | WhyNoValue | null;
}

/** What was left out of a figure, as one reader may see it. */
export interface DisclosedLeftOut {
  readonly [passedTheDoor]: true;
  readonly reason: string;
  /** null: it concerns fewer than 10 people, or would tell such a count. */
  readonly count: number | null;
}

/**
 * Makes a Series fit for its reader: the only way out.
 *
 * A cell with 1 to 9 people loses all its numbers. Where the figure is a share of people, so does a cell in which 1 to 9
 * people are in the numerator, or all but 1 to 9: their outcome would be known. Nobody at all is a real zero, and stays.
 * So does a cell that would give another away; a reader cannot tell the two apart, or that would give it away.
 *
 * For the public, counts are rounded to 5 and money to € 100, and a figure is computed from the exact counts and then
 * rounded, as CBS does: per 1,000 inhabitants and shares to one decimal of the unit shown (12,3; 12,3 %), days to whole
 * days, money per person to whole euros, the price of an hour to the cent. Aanbieders, practices and places are no people,
 * and stay what they are. So a figure computed again from the rounded counts can differ a little.
 *
 * @param hiddenRows  which would; left out where nothing is added up
 * @source  CBS, toelichting Wmo- en jeugdcijfers: aantallen afgerond op 5, kleine cellen weggelaten
 */
export function disclose(series: Series, reader: Reader, hiddenRows: HiddenRows = nothingMore): DisclosedSeries {
  const {audience} = reader;
  const {indicator} = series;
  const fit = (row: SeriesRow) => (audience === "openbaar" ? roundRow(open(row), indicator) : open(row));
  const disclosed: Omit<DisclosedSeries, typeof passedTheDoor> = {
    question: series.question,
    audience,
    unit: series.unit,
    definition: definitionStamp(indicator),
    dataVersion: series.dataVersion,
    dataDate: series.dataDate,
    dataMark: series.dataMark,
    rows: withHidden(
      series,
      series.rows.map((row) => (isRecognisable(row) || hiddenRows.has(row) ? hidden(row) : fit(row))),
      hiddenRows,
    ),
  };
  return disclosed as DisclosedSeries;
}

/** Rows that are not there are nothing to a reader, so some of them must be seen to be hidden. */
function withHidden({question, rows}: Series, disclosed: DisclosedRow[], hiddenRows: HiddenRows): DisclosedRow[] {
  const empty = hiddenRows.notAmong(rows);
  return empty.length === 0 ? disclosed : [...disclosed, ...empty.map(hidden)].sort(byKeyAndPeriod(question));
}

/**
 * Makes what was left out fit for its reader.
 *
 * @param hidden  reasons of which the count would tell another
 */
export function discloseLeftOut(
  leftOut: readonly LeftOut[],
  {audience}: Reader,
  hidden: ReadonlySet<string> = new Set(),
): DisclosedLeftOut[] {
  return leftOut.map((one) => fitLeftOut(one, audience, hidden.has(one.reason)));
}

function hidden({key, period}: RowName): DisclosedRow {
  return {
    key,
    period,
    numerator: null,
    denominator: null,
    value: null,
    persons: null,
    isHidden: true,
    reason: "verborgen",
  };
}

function open({key, period, numerator, denominator, value, persons, reason}: SeriesRow): DisclosedRow {
  return {key, period, numerator, denominator, value, persons, isHidden: false, reason};
}

function fitLeftOut({reason, count, persons}: LeftOut, audience: Audience, isHidden: boolean): DisclosedLeftOut {
  const shown = audience === "openbaar" ? toFive(count) : count;
  const disclosed: Omit<DisclosedLeftOut, typeof passedTheDoor> = {
    reason,
    count: isHidden || isFew(persons) ? null : shown,
  };
  return disclosed as DisclosedLeftOut;
}

function roundRow(row: DisclosedRow, indicator: Indicator): DisclosedRow {
  const numerator = roundCount(row.numerator, indicator.numeratorUnit);
  const denominator = roundCount(row.denominator, indicator.denominatorUnit);
  const value = indicator.counting.value === "numerator" ? numerator : roundValue(row.value, indicator.unit);
  return {...row, numerator, denominator, value, persons: roundCount(row.persons, "personen")};
}

/** Things that are no people and tell on none; hours and posts with their decimals. */
const ownSteps: Partial<Record<CountUnit, number>> = {
  cent: 10_000,
  aanbieders: 1,
  praktijken: 1,
  producten: 1,
  plaatsen: 1,
  medewerkers: 0.1,
};

function roundCount(count: number | null, unit: CountUnit | null): number | null {
  return count === null ? null : roundTo(stepOf(unit), count);
}

/** What the public gets a number of a row as a multiple of. */
export function roundingOf(
  {numeratorUnit, denominatorUnit}: Indicator,
  number: "numerator" | "denominator" | "persons",
): number {
  return stepOf({numerator: numeratorUnit, denominator: denominatorUnit, persons: "personen" as const}[number]);
}

function stepOf(unit: CountUnit | null): number {
  return (unit === null ? undefined : ownSteps[unit]) ?? 5;
}

/** To a step that a reader can use: 12,3 per 1.000; 12,3 %; whole days; whole euros, and an hour to the cent. */
function roundValue(value: number | null, unit: Unit): number | null {
  if (value === null) return null;
  if (unit === "cent") return roundTo(100, value);
  if (unit === "cent per uur") return roundTo(1, value);
  const scale = 10 ** (unitDecimals[unit] + (unit === "aandeel" ? 2 : 0));
  // Divided rather than multiplied by 0.001: the latter leaves 0.12300000000000001.
  return Math.round(value * scale) / scale + 0;
}

function roundTo(step: number, value: number): number {
  // Adding zero turns -0 into 0; a step below 1 is divided by, as 3 times 0.1 is 0.30000000000000004.
  return step < 1 ? Math.round(value / step) / (1 / step) + 0 : Math.round(value / step) * step + 0;
}
