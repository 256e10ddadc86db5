import type {Database, Row} from "../database/database.ts";
import {type DataState, readDataState} from "../database/derive/state.ts";
import {findIndicator} from "./catalogue.ts";
import {composeCells, composeLeftOut, leavesOut, type Query, type SetAside} from "./compose.ts";
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
  const indicator = findIndicator(asked.indicator);
  const question = withParts(indicator, asked);
  const state = known ?? (await readDataState(database));
  const rows = await run(database, composeCells(indicator, question, setAside));
  const {dataDate} = state;
  return {
    question,
    unit: indicator.unit,
    dataVersion: String(state.dataVersion),
    dataDate: dataDate !== null && dataDate > question.knownOn ? question.knownOn : dataDate,
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
  const indicator = findIndicator(asked.indicator);
  if (!leavesOut(indicator)) return [];
  const rows = await run(database, composeLeftOut(indicator, withParts(indicator, asked)));
  return rows.map(readLeftOut).sort((a, b) => compare(a.reason, b.reason));
}

/** The SQL that answers a question, exactly as it runs, with the value of each parameter above it. */
export function explain(asked: Question): string {
  const indicator = findIndicator(asked.indicator);
  const {sql, parameters} = composeCells(indicator, withParts(indicator, asked));
  const values = Object.entries(parameters).map(
    ([name, value]) => `-- $${name} = '${String(value).replace(/\s/g, " ")}'`,
  );
  return `${values.join("\n")}\n${sql}`;
}

function withParts(indicator: Indicator, question: Question): Question {
  if (indicator.parts.length === 0 || question.dimensions.includes("deel")) return question;
  const parts = new Set(question.where.filter(({dimension}) => dimension === "deel").map(({value}) => value));
  return parts.size === 1 ? question : {...question, dimensions: [...question.dimensions, "deel"]};
}

function run(database: Database, {sql, parameters}: Query): Promise<Row[]> {
  return database.query(sql, parameters);
}

function readRow(indicator: Indicator, question: Question, row: Row): SeriesRow {
  const {counting} = indicator;
  const numerator = readCount(row.numerator);
  const denominator = readCount(row.denominator);
  const base = {
    key: Object.fromEntries(question.dimensions.map((name) => [name, String(row[dimensions[name].column])])),
    period: String(row.period),
    numerator,
    denominator,
    persons: Number(row.persons),
    numeratorPersons: counting.isShareOfPeople ? Number(row.numerator_persons) : null,
  };
  const reason = whyNoValue(indicator, denominator);
  if (reason === "nog niet bekend") return {...base, numerator: null, denominator: null, value: null, reason};
  if (reason !== null) return {...base, value: null, reason};
  if (counting.value === "median") return {...base, value: Number(row.median), reason};
  const value = counting.value === "ratio" ? ((numerator ?? 0) / (denominator ?? 1)) * counting.per : numerator;
  return {...base, value, reason};
}

function whyNoValue({counting}: Indicator, denominator: number | null): WhyNoValue | null {
  if (counting.denominator === null) return null;
  if (denominator === null) return counting.denominator === "sum" ? "nog niet bekend" : "geen";
  if (denominator <= 0) return "geen";
  return denominator < counting.minimumBase ? "te weinig" : null;
}

/** Inhabitants and assigned euros can be parts of a whole; a cell shows whole ones. */
function readCount(value: Row[string] | undefined): number | null {
  return value === null || value === undefined ? null : Math.round(Number(value));
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
