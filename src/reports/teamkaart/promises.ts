import {current, isTakenBack, type PromiseState, type TeamText} from "../../collaboration/teamkaart/texts.ts";
import {fromMoment} from "../../database/moment.ts";
import {type IsoDate, type Month, todayAt} from "../../standards/calendar.ts";
import {formatDate, formatMoment} from "../format.ts";
import {monthWritten} from "./answered.ts";
import {readQuestionName, wordsOfQuestion} from "./question-name.ts";

/** A text as a page shows it, with what its form needs to change it. */
export interface ShownText {
  readonly number: number;
  /** How many versions it has; a form sends it along. */
  readonly seen: number;
  readonly text: string;
  /** "J. Smit, 22 september 2026". */
  readonly by: string;
}

export interface ShownPromise extends ShownText {
  readonly who: string;
  readonly byDay: IsoDate | null;
  /** "Beloofd op 22 september 2026, door Noor en Erik, voor 20 oktober 2026". */
  readonly line: string;
  readonly outcome: ShownOutcome | null;
}

export interface ShownOutcome extends ShownText {
  readonly state: PromiseState;
}

/** What was written before, the newest first. */
export interface HistoryLine {
  /** "27 nov 2026, 09.14". */
  readonly when: string;
  readonly name: string;
  /** "Antwoord op: Wat ging er goed?" */
  readonly about: string;
  /** null: it was taken back, and then nobody reads it here any more. */
  readonly text: string | null;
  /** To put back what was taken back; null: it is not, or something else stands in its place. */
  readonly restore: {readonly number: number; readonly seen: number} | null;
}

export interface Promises {
  /** Not all done yet, or done this month: what the meeting looks back on, the oldest first. */
  readonly open: readonly ShownPromise[];
  readonly done: readonly ShownPromise[];
}

const doneStates: ReadonlySet<PromiseState> = new Set(["gelukt", "niet"]);

export function promisesOf(texts: readonly TeamText[], month: Month): Promises {
  const outcomes = texts.filter((text) => text.kind === "uitkomst" && !isTakenBack(text));
  const all = texts
    .filter((text) => text.kind === "belofte" && !isTakenBack(text))
    .map((text) => promiseOf(text, outcomes.find(({about}) => about === String(text.number)) ?? null));
  const isDone = ({number, outcome}: ShownPromise) => {
    if (outcome === null || !doneStates.has(outcome.state)) return false;
    const told = outcomes.find(({about}) => about === String(number))!;
    return monthWritten(current(told).at) < month;
  };
  return {open: all.filter((one) => !isDone(one)), done: all.filter(isDone).toReversed()};
}

export function shownText(text: TeamText): ShownText {
  const {text: words, name, at} = current(text);
  return {number: text.number, seen: text.versions.length, text: words, by: `${name}, ${dayOf(at)}`};
}

function promiseOf(text: TeamText, outcome: TeamText | null): ShownPromise {
  const {who, byDay} = current(text);
  const {at} = text.versions[0]!;
  return {
    ...shownText(text),
    who,
    byDay,
    line: [
      `Beloofd op ${dayOf(at)}`,
      ...(who === "" ? [] : [`door ${who}`]),
      ...(byDay === null ? [] : [`voor ${formatDate(byDay)}`]),
    ].join(", "),
    outcome: outcome === null ? null : {...shownText(outcome), state: current(outcome).state ?? "deels"},
  };
}

/** Of an outcome without words of its own its state is kept. */
export const stateWords: Readonly<Record<PromiseState, string>> = {
  gelukt: "Gelukt",
  deels: "Deels gelukt",
  niet: "Niet gelukt",
};

/** Of each text every version, the newest first. */
export function historyOf(texts: readonly TeamText[]): HistoryLine[] {
  const lines = texts.flatMap((text) =>
    text.versions.map((version, at) => {
      const isBack = isTakenBack(text);
      const isLast = at === text.versions.length - 1;
      return {
        at: version.at,
        line: {
          when: formatMoment(version.at),
          name: version.name,
          about: aboutWords(text, version.state, texts),
          text: isBack ? null : version.text,
          restore: isBack && isLast && canRestore(text, texts) ? {number: text.number, seen: at + 1} : null,
        },
        isShown: !isBack || isLast,
      };
    }),
  );
  return (
    lines
      .filter(({isShown}) => isShown)
      // Of one second, what was written last comes first.
      .toReversed()
      .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
      .map(({line}) => line)
  );
}

/** Not when another stands in its place, nor when the promise itself is gone. */
export function canRestore({kind, about}: TeamText, texts: readonly TeamText[]): boolean {
  if (kind === "belofte") return true;
  const isStanding = texts.some((one) => one.kind === kind && one.about === about && !isTakenBack(one));
  if (isStanding) return false;
  return kind === "antwoord" || texts.some((one) => String(one.number) === about && !isTakenBack(one));
}

function aboutWords({kind, about}: TeamText, of: PromiseState | null, texts: readonly TeamText[]): string {
  if (kind === "belofte") return "Belofte";
  if (kind === "antwoord") {
    const question = readQuestionName(about);
    return question === null ? "Antwoord" : `Antwoord op: ${wordsOfQuestion(question)}`;
  }
  const promise = texts.find(({number}) => String(number) === about);
  const state = stateWords[of ?? "deels"];
  return promise === undefined || isTakenBack(promise) ? state : `${state}: ${current(promise).text}`;
}

function dayOf(at: string): string {
  return formatDate(todayAt(fromMoment(at)));
}
