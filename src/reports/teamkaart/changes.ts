import {askMany} from "../../analysis/ask.ts";
import type {Change} from "../../analysis/changes/change.ts";
import {findChanges} from "../../analysis/changes/find-changes.ts";
import type {DisclosedSeries} from "../../analysis/disclose.ts";
import {readerOfOthers} from "../../analysis/peers/others.ts";
import type {Question} from "../../indicators/question.ts";
import {addMonths, type Month, monthRange} from "../../standards/calendar.ts";
import {falseDiscoveryRates} from "../../statistics/false-discovery.ts";
import {type Figure, figuresByPeriod, totalOf} from "../figure.ts";
import {questionFor} from "../view.ts";
import {type CardAsked, over} from "./card-view.ts";
import {topics} from "./questions.ts";
import type {Side} from "./side.ts";

/** How a figure of the team went, in numbers that its reader may see. */
export interface TeamChange {
  readonly change: Change;
  readonly wet: string | null;
  readonly now: Figure;
  readonly before: Figure;
  /** Which way the team's own number went; null: it stayed, or went the other way than it did beside the others. */
  readonly side: Side | null;
  /** Which way all teams together went, as everybody may see it; null: that is not to be seen. */
  readonly all: Course | null;
  /** More than chance makes of so many figures that are looked at. */
  readonly isSure: boolean;
  /** The last twelve quarters, oldest first; null: hidden or not there. */
  readonly course: readonly (number | null)[];
}

export type Course = "omhoog" | "omlaag" | "gelijk";

/** Less is said to have stayed the same: a fiftieth. */
const sameShare = 0.02;

/** Of all that is said to be no chance, one in twenty may be. */
const falseShare = 0.05;

const changesShown = 3;
/** More are asked for than shown, as some cannot be shown to this reader. */
const changesAsked = 8;

/**
 * What changed most in a team, of the figures it can talk about: what is no chance first, and of each subject one.
 *
 * Which those are was found in what was counted; each number is asked as its reader, and what he may not see is not told.
 */
export async function teamChanges(asked: CardAsked): Promise<readonly TeamChange[]> {
  const {sources, team, view} = asked;
  const {gemeenteCode, knownOn} = view;
  const found = await findChanges(sources.database, {gemeenteCode, kind: "team", knownOn});
  const own = found.filter(({unit, indicator}) => unit === team && Object.hasOwn(topics, indicator.id));
  const rates = falseDiscoveryRates(own.map(({chance}) => chance));
  const sure = new Set(own.filter((_, at) => rates[at]! <= falseShare));
  const inOrder = [...own.filter((change) => sure.has(change)), ...own.filter((change) => !sure.has(change))];
  const chosen = oneOfEachSubject(inOrder).slice(0, changesAsked);
  const questions = chosen.map((change) => questionsOf(asked, change));
  const everywhere = questions.flatMap(([now, before]) => [now!, before!]).map(withoutTeam);
  const [answers, all] = await Promise.all([
    askMany(sources.database, questions.flat(), sources.reader),
    askMany(sources.database, everywhere, readerOfOthers(sources.reader)),
  ]);
  return chosen
    .flatMap((change, at) => {
      const [own, others] = [answers.slice(3 * at, 3 * at + 3), all.slice(2 * at, 2 * at + 2)];
      return changeOf(change, own, others, sure.has(change)) ?? [];
    })
    .slice(0, changesShown);
}

export function oneOfEachSubject(changes: readonly Change[]): Change[] {
  const seen = new Set<string>();
  return changes.filter(({indicator}) => {
    const {subject} = topics[indicator.id]!;
    const isNew = !seen.has(subject);
    seen.add(subject);
    return isNew;
  });
}

function questionsOf({view}: CardAsked, change: Change): Question[] {
  const {id} = change.indicator;
  const {from, to} = change.year;
  return [
    questionFor(over(view, from, to, change.wet), id),
    questionFor(over(view, addMonths(from, -12), addMonths(to, -12), change.wet), id),
    questionFor(over(view, addMonths(from, -24), to, change.wet), id, {grain: "kwartaal"}),
  ];
}

function withoutTeam(question: Question): Question {
  return {...question, where: question.where.filter(({dimension}) => dimension !== "team")};
}

/** @returns null: the reader may not see one of the two years, or they say nothing of the change */
function changeOf(
  change: Change,
  answers: readonly DisclosedSeries[],
  all: readonly DisclosedSeries[],
  isSure: boolean,
): TeamChange | null {
  const [now, before] = [totalOf(answers[0]!), totalOf(answers[1]!)];
  if (now.value === null || before.value === null) return null;
  const byQuarter = figuresByPeriod(answers[2]!);
  const own = now.value > before.value ? "hoger" : now.value < before.value ? "lager" : null;
  const side = own === change.side ? own : null;
  // That it went otherwise than elsewhere, though its own number hardly says so, is told when it is sure.
  if (side === null && !isSure) return null;
  return {
    change,
    wet: change.wet === "Wmo" || change.wet === "Jeugdwet" ? change.wet : null,
    now,
    before,
    side,
    all: courseOf(totalOf(all[0]!), totalOf(all[1]!)),
    isSure,
    course: quartersOf(addMonths(change.year.from, -24), change.year.to).map(
      (quarter) => byQuarter.get(quarter)?.value ?? null,
    ),
  };
}

function courseOf(now: Figure, before: Figure): Course | null {
  if (now.value === null || before.value === null || before.value <= 0) return null;
  const growth = now.value / before.value - 1;
  return growth > sameShare ? "omhoog" : growth < -sameShare ? "omlaag" : "gelijk";
}

function quartersOf(from: Month, to: Month): string[] {
  return monthRange(from, to)
    .filter((_, at) => at % 3 === 0)
    .map((month) => `${month.slice(0, 4)}-K${Math.ceil(Number(month.slice(5)) / 3)}`);
}
