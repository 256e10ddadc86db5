import {askMany} from "../../analysis/ask.ts";
import {canBeChance} from "../../analysis/chance.ts";
import {isTakenBack, type TeamText} from "../../collaboration/teamkaart/texts.ts";
import {fromMoment} from "../../database/moment.ts";
import {findIndicator} from "../../indicators/catalogue.ts";
import {type Month, monthOf, todayAt} from "../../standards/calendar.ts";
import {totalOf} from "../figure.ts";
import {type Candidate, questionAbout} from "./candidates.ts";
import type {CardAsked} from "./card-view.ts";
import {type AskedAbout, keyOfQuestion, readQuestionName} from "./question-name.ts";

/** From here on a figure without limits of chance has moved: a tenth. */
const movedShare = 0.1;

/** In which month something was written, in the Netherlands. */
export function monthWritten(at: string): Month {
  return monthOf(todayAt(fromMoment(at)));
}

/**
 * The questions that were answered at the meeting before this one, and whose figure did not move since: who has thought about
 * something need not say it again a month later.
 *
 * @returns their keys
 */
export async function answeredBefore(
  asked: CardAsked,
  texts: readonly TeamText[],
  candidates: readonly Candidate[],
): Promise<ReadonlySet<string>> {
  const last = lastRound(texts, monthOf(asked.today));
  const now = new Map(candidates.map(({about}) => [keyOfQuestion(about), about]));
  const pairs = last.flatMap((then) => {
    const same = now.get(keyOfQuestion(then));
    return same === undefined ? [] : [{then, same}];
  });
  const {database, reader} = asked.sources;
  const answers = await askMany(
    database,
    pairs.flatMap(({then, same}) => [questionAbout(asked, same), questionAbout(asked, then)]),
    reader,
  );
  const still = pairs.filter((_, at) => {
    const [figure, earlier] = [totalOf(answers[2 * at]!), totalOf(answers[2 * at + 1]!)];
    if (figure.value === null || earlier.value === null) return true;
    const isChance = canBeChance(findIndicator(answers[2 * at]!.question.indicator, database), figure, earlier);
    return isChance ?? Math.abs(figure.value - earlier.value) < movedShare * Math.abs(earlier.value) + 1e-9;
  });
  return new Set(still.map(({same}) => keyOfQuestion(same)));
}

/** What was answered in the last month, before this one, in which anything was. */
function lastRound(texts: readonly TeamText[], month: Month): AskedAbout[] {
  const rounds = texts
    .filter((text) => text.kind === "antwoord" && !isTakenBack(text))
    .map((text) => ({month: monthWritten(text.versions[0]!.at), about: readQuestionName(text.about)}))
    .filter((round) => round.month < month);
  const last = rounds
    .map((round) => round.month)
    .sort()
    .at(-1);
  return rounds.flatMap(({month: of, about}) => (of === last && about !== null ? [about] : []));
}

/** The answer that stands to a question; null: none yet. */
export function answerTo(name: string, texts: readonly TeamText[]): TeamText | null {
  return texts.find((text) => text.kind === "antwoord" && text.about === name && !isTakenBack(text)) ?? null;
}
