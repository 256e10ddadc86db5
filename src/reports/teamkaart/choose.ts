import type {Candidate} from "./candidates.ts";
import {keyOfQuestion, nameOfQuestion, subjectOfQuestion} from "./question-name.ts";
import type {Aim} from "./questions.ts";

export const questionsAsked = 3;

/**
 * Which three of all that could be asked: something that differs, something that may be lighter, something that went well;
 * no two about the same subject, and what was answered the last time only when there is nothing else.
 *
 * The same candidates give the same three, whatever their order.
 *
 * @param answered  keys of the questions that were answered at the last meeting, and whose figure did not move since
 */
export function chooseQuestions(candidates: readonly Candidate[], answered: ReadonlySet<string>): Candidate[] {
  const inOrder = candidates.toSorted(compareCandidates);
  const chosen: Candidate[] = [];
  const take = (from: readonly Candidate[]) => {
    const next = from.find((one) => !chosen.some((other) => subjectOf(other) === subjectOf(one)));
    if (next !== undefined && chosen.length < questionsAsked) chosen.push(next);
    return next !== undefined && chosen.length < questionsAsked;
  };
  const fresh = inOrder.filter(({about}) => !answered.has(keyOfQuestion(about)));
  const aimed = (aim: Aim, isNotable: boolean) =>
    fresh.filter((one) => one.aim === aim && (one.isNotable || !isNotable));
  take(aimed("anders", true));
  take(aimed("lichter", false));
  take(aimed("goed", true));
  while (take(fresh.filter(({isNotable}) => isNotable)));
  take(aimed("goed", false));
  while (take(fresh));
  while (take(inOrder));
  return chosen;
}

function subjectOf({about}: Candidate): string {
  return subjectOfQuestion(about);
}

function compareCandidates(a: Candidate, b: Candidate): number {
  if (a.isNotable !== b.isNotable) return a.isNotable ? -1 : 1;
  if (a.weight !== b.weight) return b.weight - a.weight;
  const [first, second] = [nameOfQuestion(a.about), nameOfQuestion(b.about)];
  return first < second ? -1 : first > second ? 1 : 0;
}
