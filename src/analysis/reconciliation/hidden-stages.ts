import {readFileSync} from "node:fs";
import type {Database} from "../../database/database.ts";
import {readDataState} from "../../database/derive/state.ts";
import {withSteps} from "../../indicators/steps.ts";
import type {Month} from "../../standards/calendar.ts";
import {once} from "../answers.ts";
import {type HiddenCounts, hideCounts, peopleCell} from "../hiding/hidden-counts.ts";
import {type CellKey, depthsWithin, nameOfKey} from "../hiding/paths.ts";
import {isFew} from "../recognisable.ts";
import type {ReconciliationQuestion, ReconciliationSplit} from "./reconciliation.ts";

/** What is not told of one row, of what became of the money that was not granted. */
export interface HiddenStages {
  readonly claimed: boolean;
  readonly dismissed: boolean;
  /** What was refused and what waits: the one is what is left of both. */
  readonly refusedAndWaiting: boolean;
}

const sql = withSteps(readFileSync(new URL("refused-lines.sql", import.meta.url), "utf8"));

/**
 * Of which rows the stages between claimed and granted would tell what was refused to 1 to 9 people, or what they wait for.
 *
 * Months are put together, forward in time, until each stage is about nobody or about enough people. Within such a stretch it
 * is decided for all aanbieders, wetten and taakvelden at once. Whatever is asked is shown only where it is a sum of whole
 * stretches and the row is shown in each of them, so no other months, wet or aanbieder tell what is hidden here.
 *
 * Claimed less what was refused as a whole is the figure `kosten-ingediend`, and granted is `kosten`. So what was dismissed
 * follows from what was claimed, and is hidden with it.
 *
 * @param own  the AGB-codes that a reader may see; null: all
 */
export async function findHiddenStages(
  database: Database,
  question: ReconciliationQuestion,
  per: ReconciliationSplit,
  own: readonly string[] | null,
): Promise<(key: string) => HiddenStages> {
  const {dataVersion} = await readDataState(database);
  const {gemeenteCode, knownOn} = question;
  const asked = ["hidden stages", dataVersion, gemeenteCode, knownOn];
  const lines = await once(database, asked, () =>
    database.query<StageLine>(sql, {gemeente_code: gemeenteCode, bekend_op: knownOn}),
  );
  const decide = async (groups: readonly Group[]) => {
    const stretches = stretchesOf(lines, groups);
    const isWithin = (month: Month, {from, to}: {readonly from: Month; readonly to: Month}) =>
      month >= from && month <= to;
    const touched = stretches.filter(({months}) => months.some((month) => isWithin(month, question)));
    const hidden = new Map<Stretch, readonly HiddenCounts[]>();
    for (const stretch of touched) {
      if (stretch.isOpen) continue;
      hidden.set(
        stretch,
        await once(database, [...asked, groups, stretch.months], () => hideWithin(lines, stretch, groups)),
      );
    }
    return (cells: readonly CellKey[], span: {readonly from: Month; readonly to: Month}) =>
      touched
        .filter(({months}) => months.some((month) => isWithin(month, span)))
        .some(
          (stretch) =>
            stretch.isOpen ||
            !stretch.months.every((month) => isWithin(month, span)) ||
            hidden.get(stretch)!.some((counts) => cells.some((cell) => counts.has("", cell))),
        );
  };
  const [ofDismissed, ofBoth, ofEach] = [
    await decide([["dismissed"]]),
    await decide([["refused", "waiting"]]),
    await decide([["refused"], ["waiting"]]),
  ];
  return (key) => {
    const cells = cellsOf(key, question, per, own);
    const span = per === "maand" ? {from: key, to: key} : question;
    const dismissed = ofDismissed(cells, span);
    const both = ofBoth(cells, span);
    return {dismissed, claimed: dismissed || both, refusedAndWaiting: both || ofEach(cells, span)};
  };
}

type Stage = "dismissed" | "refused" | "waiting";

/** Stages that are told together. */
type Group = readonly Stage[];

interface StageLine extends Record<string, string | number> {
  wet: string;
  taakveld: string;
  aanbieder: string;
  maand: Month;
  stage: Stage;
  persoon: number;
}

/** Months of which the sum is told, and no part of it. */
interface Stretch {
  readonly months: readonly Month[];
  /** Too few people in it still. */
  readonly isOpen: boolean;
}

function stretchesOf(lines: readonly StageLine[], groups: readonly Group[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let months: Month[] = [];
  let persons = groups.map(() => new Set<number>());
  const own = lines.filter(({stage}) => groups.some((group) => group.includes(stage)));
  for (const [month, ofMonth] of Map.groupBy(own, ({maand}) => maand)) {
    months.push(month);
    groups.forEach((group, at) => {
      for (const {stage, persoon} of ofMonth) if (group.includes(stage)) persons[at]!.add(persoon);
    });
    if (persons.some(({size}) => isFew(size))) continue;
    stretches.push({months, isOpen: false});
    months = [];
    persons = groups.map(() => new Set<number>());
  }
  return months.length === 0 ? stretches : [...stretches, {months, isOpen: true}];
}

/** By aanbieder, and by wet and taakveld, and by both. */
const depths = [1, 2];

async function hideWithin(
  lines: readonly StageLine[],
  {months}: Stretch,
  groups: readonly Group[],
): Promise<readonly HiddenCounts[]> {
  return Promise.all(
    groups.map((group) => {
      const own = lines.filter(({maand, stage}) => months.includes(maand) && group.includes(stage));
      const cells = new Map<string, {key: CellKey; persons: Set<number>}>();
      for (const {aanbieder, wet, taakveld, persoon} of own) {
        for (const [one, other] of depthsWithin(depths)) {
          const key = [[aanbieder].slice(0, one), [wet, taakveld].slice(0, other)];
          const cell = cells.get(nameOfKey(key)) ?? {key, persons: new Set()};
          cells.set(nameOfKey(key), cell);
          cell.persons.add(persoon);
        }
      }
      const counted = [...cells.values()].map(({key, persons}) => peopleCell(key, persons.size));
      return hideCounts(counted, depths);
    }),
  );
}

/** What a row is the sum of: of a reader of some aanbieders, each of those. */
function cellsOf(
  key: string,
  {wet, aanbieder}: ReconciliationQuestion,
  per: ReconciliationSplit,
  own: readonly string[] | null,
): readonly CellKey[] {
  const ofWet = wet === null ? [] : [wet];
  const care = per === "taakveld" ? key.split(" ") : ofWet;
  const chosen = per === "aanbieder" ? key : aanbieder;
  if (chosen !== null) return [[[chosen], care]];
  return own === null ? [[[], care]] : own.map((code) => [[code], care]);
}
