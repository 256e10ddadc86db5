import type {Database} from "../../database/database.ts";
import type {DataState} from "../../database/derive/state.ts";
import {findIndicator} from "../../indicators/catalogue.ts";
import {type Counting, type Indicator, tellsPart} from "../../indicators/indicator.ts";
import type {DimensionName, Filter, Question} from "../../indicators/question.ts";
import {canonical} from "../../indicators/question-text.ts";
import type {SeriesRow} from "../../indicators/series.ts";
import {monthOf} from "../../standards/calendar.ts";
import {once} from "../answers.ts";
import {type CellQuestion, countCells} from "./count-cells.ts";
import {hiddenAlike} from "./hidden-alike.ts";
import {type CellKey, pathsFor} from "./paths.ts";
import {type Unit, unitsOf, windowsOf} from "./units.ts";

/** A row of an answer, by what it is about. */
export type RowName = Pick<SeriesRow, "key" | "period">;

/** What of an answer is hidden beside the rows that are small themselves. */
export interface HiddenRows {
  has(row: RowName): boolean;
  /** Rows that are not in the answer, as nobody is in them, and that a reader may not know to be empty. */
  notAmong(rows: readonly RowName[]): readonly RowName[];
}

/**
 * Decides which rows of an answer are hidden beside those that are small themselves.
 *
 * A row is a sum of cells that are decided on once for everybody: a whole month, quarter or year at the depth of the
 * question. It is shown when all of those are, so whatever is asked, what is shown are sums of shown cells.
 *
 * @param question  as measure() answered it, with its parts
 * @param instead   other facts to count in the cells; null: those of the indicator
 */
export function findHidden(
  database: Database,
  question: Question,
  state: DataState,
  instead: CountedInstead | null = null,
): Promise<HiddenRows> {
  const key = ["hidden rows", state.dataVersion, canonical(question), ...(instead === null ? [] : [instead.name])];
  return once(database, key, () => hiddenRows(database, question, state, instead));
}

/** What is counted in the cells instead of the indicator itself: other facts, placed and split as its own. */
export interface CountedInstead {
  readonly name: string;
  readonly indicator: Indicator;
}

/** Nothing is hidden beside what is small itself. */
export const nothingMore: HiddenRows = {has: () => false, notAmong: () => []};

async function hiddenRows(
  database: Database,
  question: Question,
  state: DataState,
  instead: CountedInstead | null,
): Promise<HiddenRows> {
  const indicator = instead?.indicator ?? findIndicator(question.indicator, database);
  const windows = [...windowsOf(question.from, question.to, question.grain)];
  const last = monthOf(question.knownOn);
  const hidden = new Map<string, RowName>();
  for (const part of partsOf(indicator, question)) {
    for (const [period, {from, to}] of windows) {
      // What runs at the end of a period is what runs at the end of its last month.
      const isAtEnd = indicator.counting.placing === "at-end";
      const units = isAtEnd ? [to] : unitsOf(from, to < last ? to : last, question.knownOn);
      for (const unit of units) {
        for (const key of await hiddenIn(database, question, part, unit, state, instead)) {
          hidden.set(nameOf(question, {key, period}), {key, period});
        }
      }
    }
  }
  return {
    has: (row) => hidden.has(nameOf(question, row)),
    notAmong: (rows) => {
      const there = new Set(rows.map((row) => nameOf(question, row)));
      return [...hidden].flatMap(([name, row]) => (there.has(name) ? [] : [row]));
    },
  };
}

/** Each part of the indicator that the question tells of; one without a part where it has none. */
function partsOf(indicator: Indicator, question: Question): (readonly Filter[])[] {
  if (indicator.parts.length === 0) return [[]];
  const asked = question.where.filter(({dimension}) => dimension === "deel").map(({value}) => value);
  return (asked.length > 0 ? asked : indicator.parts).map((value) => [{dimension: "deel", value}]);
}

/** The rows that a unit hides, by their codes. */
async function hiddenIn(
  database: Database,
  question: Question,
  part: readonly Filter[],
  unit: Unit,
  {dataVersion}: DataState,
  instead: CountedInstead | null,
): Promise<readonly SeriesRow["key"][]> {
  const {indicator, gemeenteCode, knownOn, dimensions: asked, where, within = []} = question;
  const paths = pathsFor(question);
  const cellQuestion = {indicator, gemeenteCode, knownOn, year: unit.slice(0, 4), paths, part};
  const cacheKey = ["hidden", dataVersion, cellQuestion, ...(instead === null ? [] : [instead.name])];
  const cells = await once(database, cacheKey, () =>
    decide(database, cellQuestion, instead?.indicator ?? findIndicator(indicator, database)),
  );
  const names = paths.flat();
  return (cells.get(unit) ?? []).flatMap((codes) => {
    const codeOf = (name: DimensionName) => (name === "deel" ? part[0]!.value : codes[names.indexOf(name)]!);
    return isAsked(where, codeOf) && isAsked(within, codeOf)
      ? [Object.fromEntries(asked.map((name) => [name, codeOf(name)]))]
      : [];
  });
}

/** What happened in a month and in the next happened in both together; of people and items that does not hold. */
const addsUp: ReadonlySet<Counting["numerator"]> = new Set(["sum", "facts", "within-norm", "largest"]);

/** For each unit the hidden cells of the full depth, as codes along the paths. */
async function decide(
  database: Database,
  question: CellQuestion,
  indicator: Indicator,
): Promise<ReadonlyMap<Unit, readonly (readonly string[])[]>> {
  const cells = await countCells(database, question, indicator);
  const {counting, numeratorUnit} = indicator;
  const additivity = {
    depths: question.paths.map((path) => path.length),
    isOverTime: counting.placing === "on-day" && addsUp.has(counting.numerator),
    share: numeratorUnit === "cent" ? 0.1 : 0,
  };
  // Of a share other figures tell how many there are and how many it counts, and not how many the others are.
  const hidden = await hiddenAlike(cells, additivity, tellsPart(counting) ? 2 : 1);
  return new Map(
    [...hidden].map(([unit, names]) => {
      const keys = [...names].map((name) => JSON.parse(name) as CellKey);
      const deepest = keys.filter((key) => key.every((path, chain) => path.length === question.paths[chain]!.length));
      return [unit, deepest.map((key) => key.flat())];
    }),
  );
}

function isAsked(where: readonly Filter[], codeOf: (name: DimensionName) => string): boolean {
  const byDimension = [...Map.groupBy(where, ({dimension}) => dimension)];
  return byDimension.every(
    ([dimension, filters]) => dimension === "deel" || filters.some(({value}) => value === codeOf(dimension)),
  );
}

function nameOf({dimensions: asked}: Question, {key, period}: RowName): string {
  return JSON.stringify([period, ...asked.map((name) => key[name] ?? "")]);
}
