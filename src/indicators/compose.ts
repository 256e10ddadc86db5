import type {Parameters} from "../database/database.ts";
import {positional} from "../database/parameters.ts";
import {firstDay} from "../standards/calendar.ts";
import {countCells, countedColumns, personsSql} from "./count.ts";
import {type Dimension, dimensions} from "./dimensions.ts";
import {type Counting, type Indicator, tellsPart} from "./indicator.ts";
import type {Filter, PeriodGrain, Question} from "./question.ts";
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
 * @returns columns: one for each dimension (as `dimensions` names it), `period`, `numerator`, `denominator`,
 *   `quantile`, `squares`, `persons`, `numerator_persons`, as far as the counting asks for them; a row for each cell with
 *   at least one fact
 */
export function composeCells(indicator: Indicator, question: Question, setAside: SetAside = null): Query {
  const {parts, last} = cellsOf(indicator, question);
  return query(indicator.question, parts, last, question, setAside);
}

/** The steps up to the cells of a question, and the text that counts them. */
function cellsOf(indicator: Indicator, question: Question): {readonly parts: readonly Step[]; readonly last: string} {
  const {counting} = indicator;
  const asked = question.dimensions.map((name) => dimensions[name]);
  const columns = [...asked.map(({column}) => column), "period"];
  const {steps, last: measured} = countCells(counting, columns);
  const parts = [...factSteps(indicator, question), ...steps];
  if (counting.denominator !== "inhabitants") return {parts, last: measured};
  const shared = question.dimensions.map((name) => dimensions[name]).filter(({ofResident}) => ofResident !== null);
  parts.push({name: "measured", sql: measured}, {name: "inhabitants", sql: inhabitantsSql(counting, shared, question)});
  const using = ["period", ...shared.map(({column}) => column)].join(", ");
  const last = `select measured.*, inhabitants.denominator
from measured
left join inhabitants using (${using})`;
  return {parts, last};
}

/**
 * One query for several questions about the same months, day and selection: what their facts share is made once.
 *
 * @returns the columns of composeCells() for each, null where it has none, and `indicator`
 */
export function composeTogether(asked: readonly AskedOf[], setAside: SetAside = null): Query {
  const [first] = asked;
  if (first === undefined) throw new RangeError("no question");
  const [months, periods] = factSteps(first.indicator, first.question);
  const columns = [...new Set(asked.flatMap(({question}) => question.dimensions))].map(
    (name) => dimensions[name].column,
  );
  const all = asked.map(({indicator, question}) => {
    const own = question.dimensions.map((name) => dimensions[name].column);
    const {parts, last} = cellsOf(indicator, question);
    const named = (sql: string) => ownNames(sql, parts.slice(2), indicator);
    const counted = cellColumns.map((column) =>
      countedBy(indicator.counting).has(column) ? column : `cast(null as double precision) as ${column}`,
    );
    const keys = columns.map((column) => (own.includes(column) ? column : `cast(null as text) as ${column}`));
    const from = named(`(\n${indent(last)}\n) as cell`);
    return {
      parts: parts.slice(2).map(({name, sql}) => ({name: named(name), sql: named(sql)})),
      last: `select '${indicator.id}' as indicator, ${[...keys, "period", ...counted].join(", ")} from ${from}`,
    };
  });
  const parts = [months!, periods!, ...all.flatMap((one) => one.parts)];
  return query(
    first.indicator.question,
    parts,
    all.map(({last}) => last).join("\nunion all\n"),
    first.question,
    setAside,
  );
}

export interface AskedOf {
  readonly indicator: Indicator;
  readonly question: Question;
}

const cellColumns = ["numerator", "denominator", "quantile", "squares", "persons", "numerator_persons"] as const;

function countedBy(counting: Counting): ReadonlySet<string> {
  const {denominator, numerator, quantile} = counting;
  return new Set([
    "numerator",
    "persons",
    ...(denominator === null ? [] : ["denominator"]),
    ...(quantile === null ? [] : ["quantile"]),
    ...(tellsPart(counting) || numerator === "largest" ? ["numerator_persons"] : []),
    ...(numerator === "largest" ? ["squares"] : []),
  ]);
}

/** A text that names the steps of one indicator, with names that no other has. */
function ownNames(sql: string, steps: readonly Step[], {id}: Indicator): string {
  return sql.replace(
    new RegExp(`(?<!\\.)\\b(${steps.map(({name}) => name).join("|")})\\b`, "g"),
    `$1_${id.replaceAll("-", "_")}`,
  );
}

/** The query that counts what was left out, by reason: columns `reason`, `count` and `persons`. */
export function composeLeftOut(indicator: Indicator, question: Question): Query {
  const last = `select
  left_out as reason,
  cast(count(*) as bigint) as count,
  ${personsSql(indicator.counting)} as persons
from cell_fact
group by left_out`;
  return query(indicator.question, factSteps(indicator, question, "left out"), last, question);
}

/** A question of one's own over the facts of a question: `last` reads from `cell_fact`. */
export function composeOver(indicator: Indicator, question: Question, last: string, setAside: SetAside = null): Query {
  return query(indicator.question, factSteps(indicator, question), last, question, setAside);
}

/**
 * The query that counts who lives where in the period of a question, whatever it is narrowed to: columns `buurt`, `team`,
 * `leeftijdsgroep` and `inhabitants`.
 */
export function composeResidents(question: Pick<Question, "gemeenteCode" | "from" | "to" | "knownOn">): Query {
  const whole: Question = {...question, indicator: "", dimensions: [], grain: "totaal", where: []};
  const parts = [
    {name: "month_asked", sql: monthSql(whole.grain)},
    {name: "period_asked", sql: periodSql},
  ];
  const last = `select
  resident.buurt_code as buurt,
  resident.team_code as team,
  resident.leeftijdsgroep,
  cast(sum(resident.inhabitants) as double precision) as inhabitants
from resident
group by resident.buurt_code, resident.team_code, resident.leeftijdsgroep`;
  return query("Who lives where?", parts, last, whole);
}

/** Whether facts of this indicator can say that they are left out. */
export function leavesOut(indicator: Indicator): boolean {
  return /\bas left_out\b/.test(indicator.sql);
}

/** Periods, facts, and the facts placed in their period with the code of each dimension. */
function factSteps(indicator: Indicator, question: Question, which: "counted" | "left out" = "counted"): Step[] {
  const filters = [...question.where, ...(question.within ?? [])];
  const asked = [...new Set([...question.dimensions, ...filters.map(({dimension}) => dimension)])];
  const read = asked.map((name) => dimensions[name]);
  const own = question.dimensions.map((name) => dimensions[name]);
  const columns = [
    ...own.map(({column, expression}) => `${expression} as ${column}`),
    "placed.period",
    "placed.persoon",
    ...[...countedColumns(indicator.counting), ...(leavesOut(indicator) ? ["left_out"] : [])].map(
      (column) => `placed.${column}`,
    ),
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

function inhabitantsSql({inhabitantAges}: Counting, shared: readonly Dimension[], question: Question): string {
  const columns = [...shared.map(({column, ofResident}) => `${ofResident} as ${column}`), "resident.period"];
  const conditions = conditionsOf(question, (dimension) => dimension.ofResident);
  if (inhabitantAges !== null) {
    conditions.push(`resident.leeftijdsgroep in (${inhabitantAges.map((code) => `'${code}'`).join(", ")})`);
  }
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
  return narrowings(question).flatMap(({filters, parameter}) =>
    [...new Set(filters.map(({dimension}) => dimension))].flatMap((name) => {
      const expression = expressionOf(dimensions[name]);
      if (expression === null) return [];
      const values = filters.flatMap(({dimension}, index) => (dimension === name ? [`$${parameter}_${index}`] : []));
      return [`${expression} in (${values.join(", ")})`];
    }),
  );
}

/** What was asked for, and what the reader may see: each holds by itself, so that asking for more gives no more. */
function narrowings({where, within = []}: Question): {filters: readonly Filter[]; parameter: string}[] {
  return [
    {filters: where, parameter: "waar"},
    {filters: within, parameter: "binnen"},
  ];
}

function query(
  title: string,
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
  const sql = `-- ${title}\nwith ${named.join(",\n")}\n${last}\n`;
  const values: Record<string, string> = {
    gemeente_code: question.gemeenteCode,
    bekend_op: question.knownOn,
    van: firstDay(question.from),
    tot: firstDay(question.to),
    ...(setAside === null ? {} : {controle: setAside}),
  };
  for (const {filters, parameter} of narrowings(question)) {
    filters.forEach(({value}, index) => {
      values[`${parameter}_${index}`] = value;
    });
  }
  const used = positional(sql).names;
  return {sql, parameters: Object.fromEntries(used.map((name) => [name, values[name]!]))};
}

/** A step that only filters a table costs less to do again than to keep. */
function isCheap(name: string): boolean {
  return (name.startsWith("known_") || name.startsWith("told_")) && name !== "known_tarief";
}

function indent(sql: string): string {
  return sql.replace(/^(?=.)/gm, "  ");
}
