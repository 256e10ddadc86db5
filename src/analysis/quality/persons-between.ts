import type {Database} from "../../database/database.ts";
import type {DataState} from "../../database/derive/state.ts";
import {findIndicator} from "../../indicators/catalogue.ts";
import {composeOver} from "../../indicators/compose.ts";
import {countedColumns} from "../../indicators/count.ts";
import {dimensions} from "../../indicators/dimensions.ts";
import type {Indicator} from "../../indicators/indicator.ts";
import type {Question} from "../../indicators/question.ts";
import {once} from "../answers.ts";
import {isFew} from "../recognisable.ts";

/**
 * Whether a figure and the same figure without what a controle found tell of too few people: of how many are the facts of
 * the one others than those of the other? It is decided for both wetten at once, as these are what is told of all.
 *
 * @param question  of a whole period, by no dimension but `deel`
 * @param setAside  a controle, or "alle"
 */
export async function isFewBetween(
  database: Database,
  state: DataState,
  question: Question,
  setAside: string,
): Promise<boolean> {
  const whole = {...question, where: question.where.filter(({dimension}) => dimension !== "wet")};
  const counts = await once(database, ["persons between", state.dataVersion, whole, setAside], () =>
    countBetween(database, whole, setAside),
  );
  // Where nothing is asked of a wet, what is told of all of them is enough.
  const isNarrowed = whole.where.length < question.where.length;
  return counts.some(({wet, persons}) => isFew(persons) && (wet === null || isNarrowed));
}

interface Between {
  /** null: all together. */
  readonly wet: string | null;
  readonly persons: number;
}

async function countBetween(database: Database, asked: Question, setAside: string): Promise<Between[]> {
  const indicator = findIndicator(asked.indicator, database);
  const question: Question = {...asked, dimensions: ["wet", ...(indicator.parts.length > 0 ? ["deel" as const] : [])]};
  const last = digestSql(indicator, question);
  const before = composeOver(indicator, question, last);
  const without = composeOver(indicator, question, last, setAside);
  const digests = digestsOf(indicator);
  const changed = digests.map((name) => `abs(coalesce(counted.${name}, 0) - coalesce(without.${name}, 0)) > 0.000001`);
  const rows = await database.query(
    `with counted as (
${before.sql}),
without as (
${without.sql}),
changed as (
  select coalesce(counted.wet, without.wet) as wet, coalesce(counted.deel, without.deel) as deel,
    coalesce(counted.persoon, without.persoon) as persoon
  from counted
  full outer join without
    on without.wet = counted.wet
    and without.deel = counted.deel
    and without.persoon = counted.persoon
  where counted.persoon is null or without.persoon is null or ${changed.join(" or ")}
)
select wet, deel, cast(count(distinct persoon) as bigint) as personen
from changed
group by grouping sets ((wet, deel), (deel))`,
    {...before.parameters, ...without.parameters},
  );
  return rows.map((row) => ({wet: row.wet === null ? null : String(row.wet), persons: Number(row.personen)}));
}

const summed: readonly string[] = ["numerator", "denominator", "people"];

function digestsOf({counting}: Indicator): string[] {
  return ["facts", ...countedColumns(counting).map((column) => `of_${column}`)];
}

/** The facts of each person in a few numbers: who has the same numbers has the same part in the figure. */
function digestSql({counting, parts}: Indicator, {dimensions: asked}: Question): string {
  const columns = asked.map((name) => dimensions[name].column);
  const numbers = countedColumns(counting).map((column) =>
    summed.includes(column)
      ? `cast(sum(${column}) as double precision) as of_${column}`
      : `cast(count(distinct ${column}) as double precision) as of_${column}`,
  );
  const deel = parts.length > 0 ? dimensions.deel.column : "cast('' as varchar)";
  return `select
  ${dimensions.wet.column} as wet, ${deel} as deel, persoon,
  ${["cast(count(*) as double precision) as facts", ...numbers].join(",\n  ")}
from cell_fact
group by ${[...columns, "persoon"].join(", ")}`;
}
