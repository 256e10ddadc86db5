import type {Database} from "../../database/database.ts";
import {type DataState, readDataState} from "../../database/derive/state.ts";
import {indicatorsOf} from "../../indicators/catalogue.ts";
import type {Indicator} from "../../indicators/indicator.ts";
import type {DimensionName, Question} from "../../indicators/question.ts";
import type {IsoDate} from "../../standards/calendar.ts";
import {type LevelChange, type LevelCourse, levelChanges} from "../../statistics/level-changes.ts";
import {once} from "../answers.ts";
import {countedRows} from "../counted.ts";
import type {DisclosedRow} from "../disclose.ts";
import type {Change, PlaceKind} from "./change.ts";
import {firstMonthOf, lastMonthOf, type Quarter, quartersUpTo} from "./complete-quarters.ts";
import {pointOf, scaleOf} from "./level-points.ts";

export interface ChangesAsked {
  readonly gemeenteCode: string;
  readonly kind: PlaceKind;
  readonly knownOn: IsoDate;
  /** Only these figures; left out: all. */
  readonly only?: readonly string[];
}

/** Quarters that are looked at: two years of them are compared, and how they usually move is seen over all. */
const quartersLookedAt = 16;
const quartersCompared = 8;

/**
 * How each figure of each unit of a kind went from one year to the next, each wet apart: those that may be chance as well.
 *
 * The year is of the last four quarters that are complete. Units of which one of eight quarters has too few people or is not
 * there have no change, and so has a unit that is younger.
 *
 * @param signal  breaks it off between two figures
 * @returns the largest score first; counted once for each data version
 */
export async function findChanges(
  database: Database,
  asked: ChangesAsked,
  signal?: AbortSignal,
): Promise<readonly Change[]> {
  const state = await readDataState(database);
  return once(database, ["changes", state.dataVersion, asked], () => find(database, asked, state, signal));
}

async function find(
  database: Database,
  {gemeenteCode, kind, knownOn, only}: ChangesAsked,
  state: DataState,
  signal: AbortSignal | undefined,
): Promise<readonly Change[]> {
  const first = await firstMonthOf(database, gemeenteCode, knownOn);
  const changes: Change[] = [];
  // One after another: who is reading meanwhile should not wait for all of them.
  for (const indicator of indicatorsOf(database).filter((one) => canChange(one, kind))) {
    if (only !== undefined && !only.includes(indicator.id)) continue;
    signal?.throwIfAborted();
    const last = await lastMonthOf(database, indicator, gemeenteCode, knownOn);
    const quarters = first === null || last === null ? [] : quartersUpTo(last, first, quartersLookedAt);
    if (quarters.length < quartersCompared) continue;
    const question: Question = {
      indicator: indicator.id,
      gemeenteCode,
      dimensions: kind === "gemeente" ? ["wet"] : [kind, "wet"],
      grain: "kwartaal",
      from: quarters[0]!.from,
      to: quarters.at(-1)!.to,
      where: [],
      knownOn,
    };
    const rows = await countedRows(database, question, state);
    changes.push(...changesOf(rows, {indicator, kind, gemeenteCode, quarters}));
  }
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
  if (aboutTheField.has(id)) return false;
  if (parts.length > 0 || counting.denominator === "whole" || counting.value === "hhi") return false;
  if (denominatorBy !== undefined && kind !== "gemeente" && !denominatorBy.includes(kind)) return false;
  if (counting.value === "numerator") return followedSums.has(id);
  const isArea = kind === "wijk" || kind === "buurt" || kind === "team" || kind === "gemeente";
  if (counting.denominator === "inhabitants") return isArea;
  return counting.denominator !== "items" || counting.isShareOfPeople || kind === "verwijzer-praktijk";
}

/** How the aanbieders of a gemeente lie together, which is no doing of one unit. */
const aboutTheField: ReadonlySet<string> = new Set([
  "clienten-bij-een-aanbieder",
  "drie-aanbieders",
  "kleine-aanbieders",
  "kosten-buiten-contract",
]);

/** Of sums these alone: the others say the same in another way. */
const followedSums: ReadonlySet<string> = new Set(["kosten", "instroom"]);

interface Followed {
  readonly indicator: Indicator;
  readonly kind: PlaceKind;
  readonly gemeenteCode: string;
  readonly quarters: readonly Quarter[];
}

function changesOf(all: readonly DisclosedRow[], {indicator, kind, gemeenteCode, quarters}: Followed): Change[] {
  const dimension: DimensionName | null = kind === "gemeente" ? null : kind;
  const year = {from: quarters.at(-4)!.from, to: quarters.at(-1)!.to};
  return [...Map.groupBy(all, ({key}) => key.wet!)].flatMap(([wet, ofWet]) => {
    const byUnit = Map.groupBy(ofWet, ({key}) => (dimension === null ? gemeenteCode : key[dimension]!));
    const units = [...byUnit].filter(([unit]) => unit !== "onbekend").sort(([a], [b]) => compareText(a, b));
    const courses = units.map(([, ofUnit]): LevelCourse => {
      const byQuarter = new Map(ofUnit.map((row) => [row.period, row]));
      return quarters.map(({name}) => pointOf(byQuarter.get(name) ?? null, indicator, scaleOf(indicator)));
    });
    return levelChanges(courses, scaleOf(indicator), indicator.counting.minimumBase).flatMap((change, at) =>
      change === null ? [] : [asChange(change, {indicator, kind, unit: units[at]![0], wet, year})],
    );
  });
}

function asChange(
  {score, chance, othersFactor, now, before}: LevelChange,
  about: Pick<Change, "indicator" | "kind" | "unit" | "wet" | "year">,
): Change {
  const side = score >= 0 ? "hoger" : "lager";
  const {direction} = about.indicator;
  return {
    ...about,
    factor: now / before / (othersFactor ?? 1),
    side,
    score: Math.abs(score),
    chance,
    isBetter: direction === "hoger" || direction === "lager" ? direction === side : null,
  };
}
