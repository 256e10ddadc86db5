import type {Database, Row} from "../../database/database.ts";
import {composeOver} from "../../indicators/compose.ts";
import {contentColumns} from "../../indicators/count.ts";
import {dimensions} from "../../indicators/dimensions.ts";
import {type Indicator, tellsPart} from "../../indicators/indicator.ts";
import type {DimensionName, Filter, Question} from "../../indicators/question.ts";
import {groupsOf, isOfOnePerson} from "../recognisable.ts";
import {depthsWithin} from "./paths.ts";
import type {CountedCell} from "./unit-cells.ts";

/** What is counted of one indicator to decide which cells are hidden. */
export interface CellQuestion {
  readonly indicator: string;
  readonly gemeenteCode: string;
  readonly knownOn: string;
  /** "2025" */
  readonly year: string;
  readonly paths: readonly (readonly DimensionName[])[];
  /** The part of the indicator; none: it has no parts. */
  readonly part: readonly Filter[];
}

/**
 * Counts every cell of a year: by month, quarter and year, at every depth of the paths, in one reading of the facts.
 *
 * Exact, and fit for nobody's eyes.
 */
export async function countCells(
  database: Database,
  asked: CellQuestion,
  indicator: Indicator,
): Promise<CountedCell[]> {
  const names = asked.paths.flat();
  const question: Question = {
    indicator: asked.indicator,
    gemeenteCode: asked.gemeenteCode,
    dimensions: names,
    grain: "maand",
    from: `${asked.year}-01`,
    to: `${asked.year}-12`,
    where: asked.part,
    knownOn: asked.knownOn,
  };
  const {sql, parameters} = composeOver(indicator, question, cellsSql(indicator, asked.paths));
  const rows = await database.query(sql, parameters);
  return rows.map((row) => readCell(indicator, asked.paths, row));
}

const year = "substring(period, 1, 4)";

/** The three levels of the calendar, from the month that a fact was placed in. */
const units = [
  "period",
  `${year} || '-K' || case
      when substring(period, 6, 2) <= '03' then '1'
      when substring(period, 6, 2) <= '06' then '2'
      when substring(period, 6, 2) <= '09' then '3'
      else '4'
    end`,
  year,
];

function cellsSql(indicator: Indicator, paths: CellQuestion["paths"]): string {
  const {counting} = indicator;
  // What runs at the end of a quarter is what runs at the end of its last month.
  const levels = counting.placing === "at-end" ? units.slice(0, 1) : units;
  const columns = paths.flat().map((name) => dimensions[name].column);
  const isMoney = isMoneyOfPeople(indicator);
  const measures = isMoney ? moneyColumns : contentColumns(counting);
  const unitColumns = levels.map((unit, level) => `  ${unit} as unit_${level}`);
  const selects = depthsWithin(paths.map((path) => path.length)).flatMap((depths) => {
    const kept = new Set(
      paths.flatMap((path, chain) => path.slice(0, depths[chain]).map((name) => dimensions[name].column)),
    );
    return levels.map((_, level) => {
      const keys = columns.map((column) => (kept.has(column) ? column : `cast(null as varchar) as ${column}`));
      const grouped = [`unit_${level}`, ...columns.filter((column) => kept.has(column))];
      const from = isMoney ? `(\n${perPersonSql(indicator, grouped)}\n) as person_in_cell` : "unit_fact";
      return `select ${[`unit_${level} as unit`, ...keys, ...measures].join(", ")}
from ${from}
group by ${grouped.join(", ")}`;
    });
  });
  return `select * from (
with unit_fact as (
select
  cell_fact.*,
${unitColumns.join(",\n")}
from cell_fact
)
${selects.join("\nunion all\n")}
) as counted`;
}

/**
 * Whether it adds up what people cost, so that one of them can have nearly all of it. What a gemeente adds up itself can be
 * as telling, whatever its unit.
 */
function isMoneyOfPeople({counting, numeratorUnit, isLocal}: Indicator): boolean {
  return (
    (numeratorUnit === "cent" || isLocal === true) &&
    counting.numerator === "sum" &&
    counting.persons === "distinct" &&
    !tellsPart(counting)
  );
}

/** The amount of each person in each cell: what the cell holds follows from these, and who has most of it too. */
function perPersonSql({counting: {denominator}}: Indicator, grouped: readonly string[]): string {
  // A fact without a denominator is one of which the outcome is not yet known: it is not in the figure.
  const isKnown = denominator === "sum" || denominator === "amount" ? "denominator is not null" : "true";
  return `select ${[
    ...grouped,
    "persoon",
    "sum(numerator) as own",
    `max(case when ${isKnown} then 1 else 0 end) as is_known`,
  ].join(", ")}
from unit_fact
group by ${[...grouped, "persoon"].join(", ")}`;
}

/** What is about nobody, such as a subsidy, is no person. */
const moneyColumns = [
  "cast(sum(own) as bigint) as numerator",
  "cast(sum(case when persoon is null then 0 else is_known end) as bigint) as persons",
  "cast(sum(case when persoon is null or own = 0 then 0 else is_known end) as bigint) as with_amount",
  "cast(max(case when persoon is null then 0 else abs(own) end) as bigint) as largest",
  "cast(sum(abs(own)) as bigint) as gross",
];

function readCell(indicator: Indicator, paths: CellQuestion["paths"], row: Row): CountedCell {
  const persons = Number(row.persons);
  const numeratorPersons = tellsPart(indicator.counting) ? Number(row.numerator_persons) : null;
  return {
    unit: String(row.unit),
    key: paths.map((path) =>
      path.flatMap((name) => {
        const code = row[dimensions[name].column];
        return code === null ? [] : [String(code)];
      }),
    ),
    value: indicator.numeratorUnit === "cent" ? Number(row.numerator) : persons,
    persons,
    groups: [...groupsOf({persons, numeratorPersons}), ...whoseAmount(row)],
  };
}

/** Of an amount: who has any of it, as few as one where the others hardly count. */
function whoseAmount({largest, gross, with_amount}: Row): readonly number[] {
  if (largest == null) return [];
  return isOfOnePerson({largest: Number(largest), gross: Number(gross)}) ? [1] : [Number(with_amount)];
}
