import {publicReader, type Reader} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {readDataState} from "../../database/derive/state.ts";
import {indicatorsOf} from "../../indicators/catalogue.ts";
import type {Indicator} from "../../indicators/indicator.ts";
import type {DimensionName, Question} from "../../indicators/question.ts";
import {addMonths, type IsoDate, type Month} from "../../standards/calendar.ts";
import {
  type LevelChange,
  type LevelCourse,
  type LevelScale,
  levelChanges,
  levelOver,
} from "../../statistics/level-changes.ts";
import {once} from "../answers.ts";
import {askMany} from "../ask.ts";
import {chanceMethod} from "../chance.ts";
import {completeFrom, readCompleteness} from "../completeness.ts";
import type {DisclosedRow, DisclosedSeries} from "../disclose.ts";
import type {Change, Level, PlaceKind} from "./change.ts";

export interface ChangesAsked {
  readonly gemeenteCode: string;
  readonly kind: PlaceKind;
  readonly knownOn: IsoDate;
}

/** Who looks at all figures of a gemeente to find what stands out: nobody, and shown no small numbers. */
export const watcher: Reader = {...publicReader, id: "signalen", name: "signalen", audience: "intern"};

/** Quarters that are looked at: two years of them are compared, and how they usually move is seen over all. */
const quartersLookedAt = 20;
const quartersShown = 12;

/**
 * How each figure of each unit of a kind went from one year to the next, each wet apart: those that may be chance as well.
 *
 * The year is of the last four quarters of which the costs are complete. Units of which one of eight quarters is hidden or not
 * there have no change, and so has a unit that is younger.
 *
 * @returns the largest score first; counted once for each data version
 */
export async function findChanges(database: Database, asked: ChangesAsked): Promise<readonly Change[]> {
  const {dataVersion} = await readDataState(database);
  return once(database, ["changes", dataVersion, asked], () => find(database, asked));
}

async function find(database: Database, {gemeenteCode, kind, knownOn}: ChangesAsked): Promise<readonly Change[]> {
  const quarters = await completeQuarters(database, gemeenteCode, knownOn);
  if (quarters.length < 8) return [];
  const indicators = indicatorsOf(database).filter((indicator) => canChange(indicator, kind));
  const questions = indicators.map(
    ({id}): Question => ({
      indicator: id,
      gemeenteCode,
      dimensions: kind === "gemeente" ? ["wet"] : [kind, "wet"],
      grain: "kwartaal",
      from: quarters[0]!.from,
      to: quarters.at(-1)!.to,
      where: [],
      knownOn,
    }),
  );
  const answers = await askMany(database, questions, watcher);
  const changes = answers.flatMap((series, at) => changesOf(series, indicators[at]!, kind, quarters));
  return changes.sort((a, b) => b.score - a.score || compareText(nameOf(a), nameOf(b)));
}

/** The name of a change among those of a kind. */
function nameOf({indicator, unit, wet}: Change): string {
  return [indicator.id, unit, wet].join(" ");
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What has no value of its own, is split in parts or says how large a unit is, is not followed. */
function canChange({counting, denominatorBy, parts, id}: Indicator, kind: PlaceKind): boolean {
  if (parts.length > 0 || counting.denominator === "whole" || counting.value === "hhi") return false;
  if (denominatorBy !== undefined && kind !== "gemeente" && !denominatorBy.includes(kind)) return false;
  if (counting.value === "numerator") return followedSums.has(id);
  const isArea = kind === "wijk" || kind === "buurt" || kind === "team" || kind === "gemeente";
  if (counting.denominator === "inhabitants") return isArea;
  return counting.denominator !== "items" || counting.isShareOfPeople || kind === "verwijzer-praktijk";
}

/** Of sums these alone: the others say the same in another way. */
const followedSums: ReadonlySet<string> = new Set(["kosten", "instroom"]);

export interface Quarter {
  readonly name: string; // "2025-K1"
  readonly from: Month;
  readonly to: Month;
}

/** The last month of which, with all before it, the costs are complete; null: there is none. */
export async function completeMonth(database: Database, gemeenteCode: string, knownOn: IsoDate): Promise<Month | null> {
  const months = await readCompleteness(database, {gemeenteCode, wet: null, knownOn}, watcher);
  const complete = [...months].filter(([, {share}]) => share !== null && share >= completeFrom).map(([month]) => month);
  return complete.sort().at(-1) ?? null;
}

/** The last quarters of which all months are complete, oldest first. */
export async function completeQuarters(
  database: Database,
  gemeenteCode: string,
  knownOn: IsoDate,
): Promise<readonly Quarter[]> {
  const last = await completeMonth(database, gemeenteCode, knownOn);
  if (last === null) return [];
  const months = await readCompleteness(database, {gemeenteCode, wet: null, knownOn}, watcher);
  const first = [...months.keys()].sort()[0]!;
  const next = addMonths(last, 1);
  // A quarter ends with March, June, September or December.
  let end = addMonths(next, -((Number(next.slice(5)) - 1) % 3) - 1);
  const quarters: Quarter[] = [];
  while (quarters.length < quartersLookedAt && addMonths(end, -2) >= first) {
    const from = addMonths(end, -2);
    quarters.unshift({name: quarterOf(end), from, to: end});
    end = addMonths(from, -1);
  }
  return quarters;
}

function changesOf(
  series: DisclosedSeries,
  indicator: Indicator,
  kind: PlaceKind,
  quarters: readonly Quarter[],
): Change[] {
  const dimension: DimensionName | null = kind === "gemeente" ? null : kind;
  const {gemeenteCode} = series.question;
  const scale = scaleOf(indicator);
  const known = knownQuarters(series, indicator, quarters);
  if (known.length < 8) return [];
  return [...Map.groupBy(series.rows, ({key}) => key.wet!)].flatMap(([wet, ofWet]) => {
    const byUnit = Map.groupBy(ofWet, ({key}) => (dimension === null ? gemeenteCode : key[dimension]!));
    const units = [...byUnit].filter(([unit]) => unit !== "onbekend").sort(([a], [b]) => compareText(a, b));
    const rows = units.map(([, ofUnit]) => {
      const byQuarter = new Map(ofUnit.map((row) => [row.period, row]));
      return known.map(({name}) => byQuarter.get(name) ?? null);
    });
    const courses = rows.map((of): LevelCourse => of.map((row) => pointOf(row, indicator, scale)));
    return levelChanges(courses, scale).flatMap((change, at) =>
      change === null ? [] : [asChange(change, indicator, {kind, unit: units[at]![0], wet}, rows[at]!, known)],
    );
  });
}

/** Of some figures the last quarters are not known yet, for nobody. */
function knownQuarters(
  {rows}: DisclosedSeries,
  indicator: Indicator,
  quarters: readonly Quarter[],
): readonly Quarter[] {
  if (indicator.knownAfterMonths === 0) return quarters;
  const told = new Set(rows.filter(({reason}) => reason !== "nog niet bekend").map(({period}) => period));
  const last = quarters.findLastIndex(({name}) => told.has(name));
  return quarters.slice(0, last + 1);
}

/** By what chance makes of it. */
export function scaleOf(indicator: Indicator): LevelScale {
  const method = chanceMethod(indicator);
  return method === "wilson" ? "proportion" : method === "byar" ? "count" : "amount";
}

function pointOf(row: DisclosedRow | null, {counting}: Indicator, scale: LevelScale): LevelCourse[number] {
  if (row === null || row.value === null || row.numerator === null) return null;
  const {numerator, denominator, persons, value} = row;
  // Who is in care at the end of a quarter mostly still is at the end of the next: no four times as many.
  const part = counting.placing === "on-day" ? 1 : 0.25;
  if (counting.value === "quantile") {
    const size = denominator ?? 0;
    return {numerator: value * size, denominator: size, size: size * part};
  }
  if (scale === "proportion") {
    return {numerator: Math.min(numerator, denominator!), denominator: denominator!, size: denominator! * part};
  }
  return {
    numerator,
    denominator: denominator ?? 1,
    size: (scale === "count" ? numerator : (persons ?? 0)) * part,
  };
}

function asChange(
  {score, chance, othersFactor, now, before}: LevelChange,
  indicator: Indicator,
  place: Pick<Change, "kind" | "unit" | "wet">,
  rows: readonly (DisclosedRow | null)[],
  quarters: readonly Quarter[],
): Change {
  const side = score >= 0 ? "hoger" : "lager";
  const {direction} = indicator;
  const last = quarters.slice(-quartersShown);
  return {
    indicator,
    ...place,
    year: {from: quarters.at(-4)!.from, to: quarters.at(-1)!.to},
    now: levelOf(now, rows.slice(-4), indicator),
    before: levelOf(before, rows.slice(-8, -4), indicator),
    othersFactor,
    side,
    score: Math.abs(score),
    chance,
    isBetter: direction === "hoger" || direction === "lager" ? direction === side : null,
    course: rows.slice(-last.length).map((row) => row?.value ?? null),
  };
}

function levelOf(level: number, rows: readonly (DisclosedRow | null)[], {counting}: Indicator): Level {
  const total = (pick: (row: DisclosedRow) => number | null) =>
    rows.reduce((sum, row) => sum + (row === null ? 0 : (pick(row) ?? 0)), 0);
  const isRatio = counting.value !== "numerator";
  return {
    value: counting.value === "ratio" ? level * counting.per : isRatio ? level : total(({numerator}) => numerator),
    numerator: total(({numerator}) => numerator),
    denominator: isRatio ? total(({denominator}) => denominator) : null,
  };
}

export interface LevelsAsked {
  readonly question: Question;
  readonly indicator: Indicator;
}

/**
 * What a reader may be told of such a change: the levels of the year of the question and of the one before, and the course
 * of three years.
 *
 * @param question  about one unit, over a year of whole quarters
 * @returns null: of this reader something of it is hidden
 */
export async function readLevels(
  database: Database,
  {question, indicator}: LevelsAsked,
  reader: Reader,
): Promise<Pick<Change, "now" | "before" | "course"> | null> {
  const from = addMonths(question.to, 1 - 3 * quartersShown);
  const [series] = await askMany(database, [{...question, from, grain: "kwartaal"}], reader);
  const byQuarter = new Map(series!.rows.map((row) => [row.period, row]));
  const rows = Array.from(
    {length: quartersShown},
    (_, at) => byQuarter.get(quarterOf(addMonths(from, 3 * at))) ?? null,
  );
  const points = rows.map((row) => pointOf(row, indicator, scaleOf(indicator)));
  const [before, now] = [points.slice(-8, -4), points.slice(-4)].map(levelOver);
  if (before == null || now == null) return null;
  return {
    now: levelOf(now.level, rows.slice(-4), indicator),
    before: levelOf(before.level, rows.slice(-8, -4), indicator),
    course: rows.map((row) => row?.value ?? null),
  };
}

/** "2025-K1", of a month in it. */
function quarterOf(month: Month): string {
  return `${month.slice(0, 4)}-K${Math.ceil(Number(month.slice(5)) / 3)}`;
}
