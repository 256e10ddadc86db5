import type {Reader} from "../access/reader.ts";
import type {Database} from "../database/database.ts";
import {readDataState} from "../database/derive/state.ts";
import {findIndicator} from "../indicators/catalogue.ts";
import {composeOver} from "../indicators/compose.ts";
import type {Indicator} from "../indicators/indicator.ts";
import type {Question} from "../indicators/question.ts";
import {z95} from "../statistics/normal-distribution.ts";
import {once} from "./answers.ts";
import {ask} from "./ask.ts";
import type {ChanceInterval} from "./chance.ts";
import {inScope} from "./scope.ts";

/**
 * The interval of 95 % around a median or another quantile of one cell, from the order of its own facts.
 *
 * It is as wide as binomial chance moves the place of the quantile in that order, and asks nothing of the shape of the
 * facts: waiting times have a long tail.
 *
 * @param question  without dimensions, over one period
 * @returns         null when the figure may not be seen, or there are too few facts for bounds
 * @throws UserError  the reader may not ask about this gemeente
 * @source  Conover (1999), Practical Nonparametric Statistics, 3rd edition, § 3.2
 */
export async function askQuantileInterval(
  database: Database,
  question: Question,
  reader: Reader,
): Promise<ChanceInterval | null> {
  const indicator = findIndicator(question.indicator, database);
  const {quantile} = indicator.counting;
  if (quantile === null) throw new RangeError(`not a quantile: ${question.indicator}`);
  const whole: Question = {...inScope(question, reader), dimensions: [], grain: "totaal"};
  // What goes for the figure goes for its bounds: they are times of single people.
  const series = await ask(database, whole, reader);
  const [row] = series.rows;
  if (series.rows.length !== 1 || row?.value == null) return null;
  const {dataVersion} = await readDataState(database);
  const bounds = await once(database, ["quantile bounds", dataVersion, whole], () =>
    readBounds(database, indicator, whole, quantile),
  );
  return bounds === null ? null : {...bounds, method: "rangorde"};
}

async function readBounds(
  database: Database,
  indicator: Indicator,
  question: Question,
  quantile: number,
): Promise<{low: number; high: number} | null> {
  const {sql, parameters} = composeOver(indicator, question, boundsSql(quantile));
  const [row] = await database.query<{low: number | null; high: number | null}>(sql, parameters);
  return row == null || row.low === null || row.high === null ? null : {low: row.low, high: row.high};
}

function boundsSql(quantile: number): string {
  const middle = `facts * ${quantile}`;
  const margin = `${z95} * sqrt(${middle} * ${1 - quantile})`;
  return `select
  cast(max(case when place = floor(${middle} - ${margin} + 0.5) then numerator end) as double precision) as low,
  cast(max(case when place = floor(${middle} + ${margin} + 1.5) then numerator end) as double precision) as high
from (
  select
    numerator,
    row_number() over (order by numerator) as place,
    cast(count(*) over () as double precision) as facts
  from cell_fact
) as ordered`;
}
