import type {Database, Row} from "../database/database.ts";
import {type DataState, readDataState} from "../database/derive/state.ts";
import type {TimeLimit} from "../database/time-limit.ts";
import {findIndicator} from "./catalogue.ts";
import {
  type AskedOf,
  composeCells,
  composeLeftOut,
  composeTogether,
  leavesOut,
  type Query,
  type SetAside,
} from "./compose.ts";
import {dimensions} from "./dimensions.ts";
import type {Indicator} from "./indicator.ts";
import type {Question} from "./question.ts";
import type {LeftOut, Series, SeriesRow, WhyNoValue} from "./series.ts";

/**
 * Answers a question, exactly and for no reader's eyes yet: what leaves must pass disclose().
 *
 * Counts that are distinct (persons) are counted per period asked, never added up from months. Parts that cannot be put
 * into one figure (`deel`) are always apart.
 *
 * @param known     where the data stand, when that was read already
 * @param setAside  a controle: count as if what it found was mended, or not there
 * @returns         rows only for cells that exist, sorted by key and period
 * @throws RangeError  an indicator that is not in the catalogue
 */
export async function measure(
  database: Database,
  asked: Question,
  known?: DataState,
  setAside: SetAside = null,
): Promise<Series> {
  return measureAs(database, findIndicator(asked.indicator, database), asked, known, setAside);
}

/** The same, for an indicator that may stand in no catalogue. */
export async function measureAs(
  database: Database,
  indicator: Indicator,
  asked: Question,
  known?: DataState,
  setAside: SetAside = null,
): Promise<Series> {
  const question = withParts(indicator, asked);
  const state = known ?? (await readDataState(database));
  return seriesOf(
    {indicator, question},
    state,
    await run(database, indicator, composeCells(indicator, question, setAside)),
  );
}

/**
 * Answers questions about the same months, day and selection as measure() answers each, with one query.
 *
 * @returns an answer for each question, in their order
 * @throws RangeError  an indicator that is not in the catalogue, or questions that differ in more than that
 */
export async function measureTogether(
  database: Database,
  asked: readonly Question[],
  known: DataState,
  setAside: SetAside = null,
): Promise<Series[]> {
  const scopes = new Set(asked.map(({indicator: _, dimensions: __, ...scope}) => JSON.stringify(scope)));
  if (scopes.size > 1) throw new RangeError(`questions about one thing: ${[...scopes].join(" ")}`);
  const all = asked.map((question): AskedOf => {
    const indicator = findIndicator(question.indicator, database);
    return {indicator, question: withParts(indicator, question)};
  });
  const {sql, parameters} = composeTogether(all, setAside);
  const rows = Map.groupBy(await database.query(sql, parameters), ({indicator}) => String(indicator));
  return all.map((one) => seriesOf(one, known, rows.get(one.indicator.id) ?? []));
}

function seriesOf({indicator, question}: AskedOf, state: DataState, rows: readonly Row[]): Series {
  const {dataVersion, dataDate, dataMarks} = state;
  return {
    question,
    indicator,
    unit: indicator.unit,
    dataVersion: String(dataVersion),
    dataDate: dataDate !== null && dataDate > question.knownOn ? question.knownOn : dataDate,
    dataMark: dataMarks.get(question.gemeenteCode) ?? null,
    rows: rows.map((row) => readRow(indicator, question, row)).sort(byKeyAndPeriod(question)),
  };
}

/**
 * What is not in the answer to a question although it happened, and why; exactly, so it must pass discloseLeftOut().
 *
 * @returns sorted by reason; nothing for an indicator that leaves nothing out
 * @throws RangeError  an indicator that is not in the catalogue
 */
export async function measureLeftOut(database: Database, asked: Question): Promise<LeftOut[]> {
  const indicator = findIndicator(asked.indicator, database);
  if (!leavesOut(indicator)) return [];
  const rows = await run(database, indicator, composeLeftOut(indicator, withParts(indicator, asked)));
  return rows.map(readLeftOut).sort((a, b) => compare(a.reason, b.reason));
}

/** The SQL that answers a question, exactly as it runs, with the value of each parameter above it. */
export function explain(indicator: Indicator, asked: Question): string {
  const {sql, parameters} = composeCells(indicator, withParts(indicator, asked));
  const values = Object.entries(parameters).map(
    ([name, value]) => `-- $${name} = '${String(value).replace(/\s/g, " ")}'`,
  );
  return `${values.join("\n")}\n${sql}`;
}

/** The question with its parts apart, where they cannot be put into one figure. */
export function withParts(indicator: Indicator, question: Question): Question {
  if (indicator.parts.length === 0 || question.dimensions.includes("deel")) return question;
  const parts = new Set(question.where.filter(({dimension}) => dimension === "deel").map(({value}) => value));
  return parts.size === 1 ? question : {...question, dimensions: [...question.dimensions, "deel"]};
}

// What a gemeente wrote itself was tried on small tables only.
const localLimit: TimeLimit = {milliseconds: 20_000};

function run(database: Database, {isLocal}: Indicator, {sql, parameters}: Query): Promise<Row[]> {
  return database.query(sql, parameters, isLocal ? localLimit : undefined);
}

function readRow(indicator: Indicator, question: Question, row: Row): SeriesRow {
  const {counting} = indicator;
  const numerator = readCount(row.numerator);
  const denominator = counting.denominator === "amount" ? readDecimals(row.denominator) : readCount(row.denominator);
  const base = {
    key: Object.fromEntries(question.dimensions.map((name) => [name, String(row[dimensions[name].column])])),
    period: String(row.period),
    numerator,
    denominator,
    persons: Number(row.persons),
    numeratorPersons: row.numerator_persons == null ? null : Number(row.numerator_persons),
  };
  const reason = isByAnother(indicator, question) ? "geen" : whyNoValue(indicator, row, denominator);
  if (reason === "nog niet bekend") return {...base, numerator: null, denominator: null, value: null, reason};
  if (reason !== null) return {...base, value: null, reason};
  return {...base, value: figureOf(indicator, row, numerator ?? 0, denominator ?? 1), reason};
}

/** Of a split by what the denominator does not know, some rows would have all of it and the others none. */
function isByAnother({denominatorBy}: Indicator, {dimensions: asked}: Question): boolean {
  return denominatorBy !== undefined && !asked.every((name) => denominatorBy.includes(name));
}

function figureOf({counting}: Indicator, row: Row, numerator: number, denominator: number): number {
  switch (counting.value) {
    case "numerator":
      return numerator;
    case "ratio":
      return (numerator / denominator) * counting.per;
    case "quantile":
      return Number(row.quantile);
    case "hhi":
      // Whole points: an engine adds the squares in an order of its own.
      return Math.round((Number(row.squares) / denominator ** 2) * 10_000);
  }
}

function whyNoValue({counting}: Indicator, row: Row, denominator: number | null): WhyNoValue | null {
  // None of the facts knows its number.
  if (counting.value === "quantile" && row.quantile === null) return "geen";
  if (counting.denominator === null) return row.numerator === null ? "geen" : null;
  const isToCome = counting.denominator === "sum" || counting.denominator === "amount";
  if (denominator === null) return isToCome ? "nog niet bekend" : "geen";
  if (denominator <= 0) return "geen";
  return denominator < counting.minimumBase ? "te weinig" : null;
}

/** Inhabitants and assigned euros can be parts of a whole; a cell shows whole ones. */
function readCount(value: Row[string] | undefined): number | null {
  const amount = readAmount(value);
  return amount === null ? null : Math.round(amount);
}

/** An engine adds parts in an order of its own, and then 7.9 is 7.8999999999999995. */
function readDecimals(value: Row[string] | undefined): number | null {
  const amount = readAmount(value);
  return amount === null ? null : Math.round(amount * 1e9) / 1e9;
}

function readAmount(value: Row[string] | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}

function readLeftOut(row: Row): LeftOut {
  return {reason: String(row.reason), count: Number(row.count), persons: Number(row.persons)};
}

/** The order of the rows of an answer. In code, because engines sort text by their own rules. */
export function byKeyAndPeriod({dimensions: names}: Question) {
  return (a: Pick<SeriesRow, "key" | "period">, b: Pick<SeriesRow, "key" | "period">) => {
    for (const name of names) {
      const order = compare(a.key[name] ?? "", b.key[name] ?? "");
      if (order !== 0) return order;
    }
    return compare(a.period, b.period);
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
