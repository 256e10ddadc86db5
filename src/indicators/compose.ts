import type {Parameters} from "../database/database.ts";
import {positional} from "../database/parameters.ts";
import {firstDay} from "../standards/calendar.ts";
import {type Dimension, dimensions} from "./dimensions.ts";
import type {Counting, Indicator} from "./indicator.ts";
import type {PeriodGrain, Question} from "./question.ts";
import {withSetAside} from "./set-aside/set-aside.ts";
import {type Step, stepsFor} from "./steps.ts";

/** What is left out of the facts, or mended in them: the controle that found it, or "alle"; null: nothing. */
export type SetAside = string | null;

/** A query as it runs: the text, and a value for each `$name` in it. */
export interface Query {
  readonly sql: string;
  readonly parameters: Parameters;
}

/**
 * The query that answers a question: the facts of the indicator, each placed in its period, counted per cell.
 *
 * @returns columns: one for each dimension (as `dimensions` names it), `period`, `numerator`, `denominator`, `median`,
 *   `persons`, `numerator_persons`; a row for each cell with at least one fact
 */
export function composeCells(indicator: Indicator, question: Question, setAside: SetAside = null): Query {
  const {counting} = indicator;
  const asked = question.dimensions.map((name) => dimensions[name]);
  const columns = [...asked.map(({column}) => column), "period"];
  const measured = `select
  ${columns.join(",\n  ")},
  ${aggregates(counting).join(",\n  ")}
from cell_fact
group by ${columns.join(", ")}`;
  const parts = [...factSteps(indicator, question)];
  if (counting.denominator !== "inhabitants") return query(indicator, parts, measured, question, setAside);
  const shared = question.dimensions.map((name) => dimensions[name]).filter(({ofResident}) => ofResident !== null);
  parts.push({name: "measured", sql: measured}, {name: "inhabitants", sql: inhabitantsSql(shared, question)});
  const using = ["period", ...shared.map(({column}) => column)].join(", ");
  const last = `select measured.*, inhabitants.denominator
from measured
left join inhabitants using (${using})`;
  return query(indicator, parts, last, question, setAside);
}

/** The query that counts what was left out, by reason: columns `reason`, `count` and `persons`. */
export function composeLeftOut(indicator: Indicator, question: Question): Query {
  const last = `select
  left_out as reason,
  cast(count(*) as bigint) as count,
  cast(count(distinct persoon) as bigint) as persons
from cell_fact
group by left_out`;
  return query(indicator, factSteps(indicator, question, "left out"), last, question);
}

/** A question of one's own over the facts of a question: `last` reads from `cell_fact`. */
export function composeOver(indicator: Indicator, question: Question, last: string, setAside: SetAside = null): Query {
  return query(indicator, factSteps(indicator, question), last, question, setAside);
}

/** Whether facts of this indicator can say that they are left out. */
export function leavesOut(indicator: Indicator): boolean {
  return /\bas left_out\b/.test(indicator.sql);
}

/** Periods, facts, and the facts placed in their period with the code of each dimension. */
function factSteps(indicator: Indicator, question: Question, which: "counted" | "left out" = "counted"): Step[] {
  const asked = [...new Set([...question.dimensions, ...question.where.map(({dimension}) => dimension)])];
  const read = asked.map((name) => dimensions[name]);
  const own = question.dimensions.map((name) => dimensions[name]);
  const columns = [
    ...own.map(({column, expression}) => `${expression} as ${column}`),
    "placed.period",
    "placed.persoon",
    ...factColumns(indicator).map((column) => `placed.${column}`),
  ];
  const conditions = [...conditionsOf(question, (dimension) => dimension.expression)];
  if (leavesOut(indicator)) conditions.push(`placed.left_out is ${which === "counted" ? "" : "not "}null`);
  const joins = [...new Set(read.flatMap((dimension) => dimension.joins))];
  const cellFact = [
    `select\n  ${columns.join(",\n  ")}`,
    "from placed",
    ...joins,
    ...(conditions.length > 0 ? [`where ${conditions.join("\n  and ")}`] : []),
  ].join("\n");
  return [
    {name: "month_asked", sql: monthSql(question.grain)},
    {name: "period_asked", sql: periodSql},
    {name: "fact", sql: indicator.sql.trim()},
    {name: "placed", sql: placedSql[indicator.counting.placing]},
    {name: "cell_fact", sql: cellFact},
  ];
}

/** The columns of a fact that are counted, beside those that say what and whom it is about. */
function factColumns({counting, sql}: Indicator): string[] {
  const columns: string[] = [];
  if (counting.numerator === "sum") columns.push("numerator");
  if (counting.denominator === "sum") columns.push("denominator");
  if (/\bas left_out\b/.test(sql)) columns.push("left_out");
  return columns;
}

/** The columns that count the facts of a cell: `numerator`, and where they apply `denominator`, `median`, `persons`, … */
export function aggregates(counting: Counting): string[] {
  const personsCounted = "cast(count(distinct persoon) as bigint)";
  const counts = {
    sum: (column: string) => `cast(sum(${column}) as bigint)`,
    facts: () => "cast(count(*) as bigint)",
    persons: () => personsCounted,
  };
  const columns = [`${counts[counting.numerator]("numerator")} as numerator`];
  if (counting.denominator !== null && counting.denominator !== "inhabitants") {
    columns.push(`${counts[counting.denominator]("denominator")} as denominator`);
  }
  if (counting.value === "median") {
    columns.push("cast(percentile_cont(0.5) within group (order by numerator) as double precision) as median");
  }
  // A fact without a denominator is one of which the outcome is not yet known: it is not in the figure.
  columns.push(
    counting.denominator === "sum"
      ? "cast(count(distinct case when denominator is not null then persoon end) as bigint) as persons"
      : `${personsCounted} as persons`,
  );
  if (counting.isShareOfPeople) {
    columns.push("cast(count(distinct case when numerator > 0 then persoon end) as bigint) as numerator_persons");
  }
  return columns;
}

function monthSql(grain: PeriodGrain): string {
  const year = "substring(cast(cast(series.first_day as date) as varchar), 1, 4)";
  const labels: Readonly<Record<PeriodGrain, string>> = {
    maand: "substring(cast(cast(series.first_day as date) as varchar), 1, 7)",
    kwartaal: `${year} || '-K' || cast(cast(extract(quarter from series.first_day) as integer) as varchar)`,
    jaar: year,
    totaal: "'totaal'",
  };
  return `-- Each month of the question and the period it falls in.
select
  cast(series.first_day as date) as first_day,
  cast(cast(series.first_day as date) + interval '1 month' as date) - 1 as last_day,
  ${labels[grain]} as period
from generate_series(cast($van as timestamp), cast($tot as timestamp), interval '1 month') as series(first_day)`;
}

const periodSql = `select period, min(first_day) as first_day, max(last_day) as last_day
from month_asked
group by period`;

const placedSql: Readonly<Record<Counting["placing"], string>> = {
  "on-day": `-- Each fact in the period of its day.
select fact.*, month_asked.period
from fact
join month_asked on month_asked.first_day = cast(date_trunc('month', fact.on_day) as date)
-- Said twice, so that an engine can leave whole blocks of other months unread.
where fact.on_day >= cast($van as date)
  and fact.on_day < cast($tot as date) + interval '1 month'`,
  running: `-- Each fact in every period in which it ran, looked at on the last day of that period.
select fact.*, period_asked.period, period_asked.last_day as on_day
from fact
join period_asked
  on fact.begindatum <= period_asked.last_day
  and coalesce(fact.einddatum, date '9999-12-31') >= period_asked.first_day`,
  "at-end": `-- Each fact in every period at whose end it still ran.
select fact.*, period_asked.period, period_asked.last_day as on_day
from fact
join period_asked
  on fact.begindatum <= period_asked.last_day
  and coalesce(fact.einddatum, date '9999-12-31') > period_asked.last_day`,
  named: "select * from fact",
};

function inhabitantsSql(shared: readonly Dimension[], question: Question): string {
  const columns = [...shared.map(({column, ofResident}) => `${ofResident} as ${column}`), "resident.period"];
  const conditions = conditionsOf(question, (dimension) => dimension.ofResident);
  const grouped = [...shared.map(({ofResident}) => ofResident), "resident.period"];
  return [
    "-- The denominator: for a split by anything but area, age or sex it is the whole gemeente.",
    `select\n  ${columns.join(",\n  ")},\n  cast(sum(resident.inhabitants) as double precision) as denominator`,
    "from resident",
    ...(conditions.length > 0 ? [`where ${conditions.join("\n  and ")}`] : []),
    `group by ${grouped.join(", ")}`,
  ].join("\n");
}

/** One condition for each dimension that is narrowed; where `expressionOf` gives null it does not apply. */
function conditionsOf(question: Question, expressionOf: (dimension: Dimension) => string | null): string[] {
  const names = [...new Set(question.where.map(({dimension}) => dimension))];
  return names.flatMap((name) => {
    const expression = expressionOf(dimensions[name]);
    if (expression === null) return [];
    const values = question.where.flatMap((filter, index) => (filter.dimension === name ? [`$waar_${index}`] : []));
    return [`${expression} in (${values.join(", ")})`];
  });
}

function query(
  indicator: Indicator,
  parts: readonly Step[],
  last: string,
  question: Question,
  setAside: SetAside = null,
): Query {
  const own = new Set(parts.map(({name}) => name));
  const needed = stepsFor([...parts.map(({sql}) => sql), last].join("\n")).filter(({name}) => !own.has(name));
  const shared = setAside === null ? needed : withSetAside(needed);
  // Residents are counted per period asked, all other steps start from the tables.
  const [first, second, ...rest] = parts;
  const all = [first!, second!, ...shared, ...rest];
  const named = all.map(({name, sql}) => `${name} as ${isCheap(name) ? "not materialized " : ""}(\n${indent(sql)}\n)`);
  const sql = `-- ${indicator.question}\nwith ${named.join(",\n")}\n${last}\n`;
  const values: Record<string, string> = {
    gemeente_code: question.gemeenteCode,
    bekend_op: question.knownOn,
    van: firstDay(question.from),
    tot: firstDay(question.to),
    ...(setAside === null ? {} : {controle: setAside}),
  };
  question.where.forEach(({value}, index) => {
    values[`waar_${index}`] = value;
  });
  const used = positional(sql).names;
  return {sql, parameters: Object.fromEntries(used.map((name) => [name, values[name]!]))};
}

/** A step that only filters a table costs less to do again than to keep. */
function isCheap(name: string): boolean {
  return name.startsWith("known_") && name !== "known_tarief";
}

function indent(sql: string): string {
  return sql.replace(/^(?=.)/gm, "  ");
}
