import {type Counting, tellsPart} from "./indicator.ts";
import type {Step} from "./steps.ts";

/**
 * How the facts of each cell become numbers.
 *
 * @param columns  of `cell_fact`, that together tell the cells apart
 * @returns        `last`, which gives a row for each cell: the columns, `numerator`, `denominator` (not of inhabitants),
 *   `persons` and, as the counting asks for them, `quantile`, `squares`, `numerator_persons`; and the steps that it reads
 */
export function countCells(counting: Counting, columns: readonly string[]): {steps: Step[]; last: string} {
  if (counting.numerator === "largest") return countLargest(counting, columns);
  return {
    steps: [],
    last: `select
  ${[...columns, ...aggregates(counting, counting.numerator)].join(",\n  ")}
from cell_fact
group by ${columns.join(", ")}`,
  };
}

/** The columns of a fact that are counted, beside those that say when it was and whom it is about. */
export function countedColumns({numerator, denominator, persons}: Counting): string[] {
  const columns: string[] = [];
  if (!["facts", "persons", "items"].includes(numerator)) columns.push("numerator");
  if (denominator === "sum" || denominator === "amount") columns.push("denominator");
  if (["items", "items-with", "largest"].includes(numerator) || denominator === "items") columns.push("item");
  if (persons === "told") columns.push("people");
  return columns;
}

/** The people in the facts, or in those that meet a condition. */
export function personsSql({persons}: Pick<Counting, "persons">, condition: string | null = null): string {
  if (persons === "distinct") return distinctSql("persoon", condition);
  return `cast(coalesce(sum(${whenSql("people", condition)}), 0) as bigint)`;
}

/**
 * The columns that tell how much and whom a cell holds, without what is made of them: `numerator`, `persons` and, of a
 * share of people, `numerator_persons`. Unlike the figure they can be added up: of the largest items it is what all have.
 */
export function contentColumns(counting: Counting): string[] {
  const {denominator, numerator} = counting;
  const isSummed = denominator === "sum" || denominator === "amount";
  const whole: Counting = {...counting, denominator: isSummed ? denominator : null, value: "numerator", quantile: null};
  if (numerator === "largest") return aggregates(whole, "sum");
  return aggregates(whole, numerator === "items" || numerator === "items-with" ? "persons" : numerator);
}

function aggregates(counting: Counting, numerator: Exclude<Counting["numerator"], "largest">): string[] {
  const {denominator, quantile} = counting;
  const isCounted = numerator === "within-norm" ? `numerator <= ${counting.norm}` : "numerator > 0";
  const columns = [`${numeratorSql(numerator, isCounted)} as numerator`];
  if (denominator === "sum" || denominator === "facts" || denominator === "persons" || denominator === "items") {
    columns.push(`${numeratorSql(denominator, isCounted, "denominator")} as denominator`);
  }
  if (denominator === "amount") columns.push("cast(sum(denominator) as double precision) as denominator");
  if (quantile !== null) {
    columns.push(
      `cast(percentile_cont(${quantile}) within group (order by numerator) as double precision) as quantile`,
    );
  }
  // A fact without a denominator is one of which the outcome is not yet known: it is not in the figure.
  const isKnown = denominator === "sum" || denominator === "amount" ? "denominator is not null" : null;
  columns.push(`${personsSql(counting, isKnown)} as persons`);
  if (tellsPart(counting)) {
    const told = "cast(coalesce(sum(numerator), 0) as bigint)";
    columns.push(`${counting.persons === "told" ? told : distinctSql("persoon", isCounted)} as numerator_persons`);
  }
  return columns;
}

function numeratorSql(
  kind: Exclude<Counting["numerator"], "largest">,
  isCounted: string,
  column: "numerator" | "denominator" = "numerator",
): string {
  switch (kind) {
    case "sum":
      return `cast(sum(${column}) as bigint)`;
    case "facts":
      return "cast(count(*) as bigint)";
    case "persons":
      return distinctSql("persoon");
    case "items":
      return distinctSql("item");
    case "persons-with":
      return distinctSql("persoon", isCounted);
    case "items-with":
      return distinctSql("item", isCounted);
    case "within-norm":
      return `cast(count(*) filter (where ${isCounted}) as bigint)`;
  }
}

function distinctSql(column: string, condition: string | null = null): string {
  return `cast(count(distinct ${whenSql(column, condition)}) as bigint)`;
}

function whenSql(column: string, condition: string | null): string {
  return condition === null ? column : `case when ${condition} then ${column} end`;
}

/**
 * The numerator of the items that have most of it, and the whole. An item that has nothing, or of which more was taken
 * back than given, has no share.
 */
function countLargest({largest}: Counting, columns: readonly string[]): {steps: Step[]; last: string} {
  const cell = columns.join(", ");
  const named = columns.join(",\n  ");
  return {
    steps: [
      {
        name: "item_in_cell",
        sql: `select
  ${named},
  item,
  cast(sum(numerator) as bigint) as amount
from cell_fact
where item is not null
group by ${cell}, item
having sum(numerator) > 0`,
      },
      {
        name: "ranked_item",
        sql: `select
  item_in_cell.*,
  row_number() over (partition by ${cell} order by amount desc, item) as place
from item_in_cell`,
      },
      {
        name: "amount_in_cell",
        sql: `select
  ${named},
  cast(sum(amount) filter (where place <= ${largest}) as bigint) as numerator,
  cast(sum(amount) as bigint) as denominator,
  cast(sum(cast(amount as double precision) * amount) as double precision) as squares
from ranked_item
group by ${cell}`,
      },
      {
        name: "persons_in_cell",
        sql: `select
  ${named},
  ${distinctSql("persoon")} as persons,
  ${distinctSql("persoon", `place <= ${largest}`)} as numerator_persons
from cell_fact
join ranked_item using (${cell}, item)
group by ${cell}`,
      },
    ],
    last: `select *
from amount_in_cell
join persons_in_cell using (${cell})`,
  };
}
