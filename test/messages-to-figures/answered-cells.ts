import type {Database} from "../../src/database/database.ts";
import {readDataState} from "../../src/database/derive/state.ts";
import {measure, measureTogether} from "../../src/indicators/measure.ts";
import type {Question} from "../../src/indicators/question.ts";
import type {SeriesRow} from "../../src/indicators/series.ts";
import type {Recounted} from "./all-figures.ts";
import {type Counted, isSomething, type Split} from "./cells.ts";

// Of a median the numerator is the sum of the days, which says less than the median itself.
const medians = new Set(["declaratievertraging", "doorlooptijd", "wachttijd"]);

type Asked = Pick<Question, "gemeenteCode" | "grain" | "from" | "to" | "knownOn">;

/** What measure() answers, as countCells() has it. */
export async function answeredCells(
  database: Database,
  figure: Recounted,
  split: Split | null,
  asked: Asked,
): Promise<Map<string, Counted>> {
  return cellsIn((await measure(database, questionOf(figure, split, asked))).rows, figure, split);
}

/** The same for several figures that are split alike, in one go; one for each, in their order. */
export async function answeredTogether(
  database: Database,
  figures: readonly Recounted[],
  split: Split | null,
  asked: Asked,
): Promise<Map<string, Counted>[]> {
  const ids = [...new Set(figures.map(({id}) => id))];
  const questions = ids.map((id) => questionOf({id}, split, asked));
  const series = await measureTogether(database, questions, await readDataState(database));
  return figures.map((figure) => cellsIn(series[ids.indexOf(figure.id)]!.rows, figure, split));
}

function questionOf({id, deel}: Pick<Recounted, "id" | "deel">, split: Split | null, asked: Asked): Question {
  return {
    ...asked,
    indicator: id,
    dimensions: split === null ? [] : [split],
    where: deel === undefined ? [] : [{dimension: "deel", value: deel}],
  };
}

function cellsIn(rows: readonly SeriesRow[], {id, deel}: Recounted, split: Split | null): Map<string, Counted> {
  const cells = new Map<string, Counted>();
  for (const row of rows) {
    if (row.key.deel !== undefined && row.key.deel !== deel) continue;
    const counted = medians.has(id) ? medianIn(row) : sumsIn(row);
    const name = split === null ? row.period : `${row.period} ${row.key[split]}`;
    if (isSomething(counted)) cells.set(name, counted);
  }
  return cells;
}

function medianIn({value}: SeriesRow): Counted {
  return value === null ? {} : {median: value};
}

function sumsIn({numerator, denominator}: SeriesRow): Counted {
  return {
    ...(numerator === null ? {} : {numerator}),
    ...(denominator === null ? {} : {denominator}),
  };
}
