import {isMonth, type Month} from "../../standards/calendar.ts";
import {type Beside, countTopics, questionText, topics} from "./questions.ts";
import {type Side, sides} from "./side.ts";

/**
 * What a question is about. Its name is kept with the answer, so that years later it is still known what was asked, of which
 * figure, and whether that has moved since.
 */
export type AskedAbout = {readonly from: Month; readonly to: Month; readonly wet: string | null} & (
  | {readonly kind: "cijfer"; readonly indicator: string; readonly side: Side; readonly beside: Beside}
  | {readonly kind: "aantal"; readonly name: string}
);

/** "uitval.hoger.hulp/Jeugdwet/2025-10/2026-09", "lopen-af/alle/2025-10/2026-09". */
export function nameOfQuestion(about: AskedAbout): string {
  return [keyOfQuestion(about), about.wet ?? "alle", about.from, about.to].join("/");
}

/** The same without the period: by it a question is known again the next time. */
export function keyOfQuestion(about: AskedAbout): string {
  return about.kind === "aantal" ? about.name : [about.indicator, about.side, about.beside].join(".");
}

/** null: no question that we ever asked. */
export function readQuestionName(name: string): AskedAbout | null {
  const [key = "", wet = "", from = "", to = "", ...more] = name.split("/");
  if (more.length > 0 || !isMonth(from) || !isMonth(to) || !["alle", "Wmo", "Jeugdwet"].includes(wet)) return null;
  const common = {from, to, wet: wet === "alle" ? null : wet};
  if (countTopics.some((topic) => topic.name === key)) return {kind: "aantal", name: key, ...common};
  const [indicator = "", sideText, besideText, ...rest] = key.split(".");
  const side = sides.find((one) => one === sideText);
  const beside = besides.find((one) => one === besideText);
  if (rest.length > 0 || side === undefined || beside === undefined || !Object.hasOwn(topics, indicator)) return null;
  return {kind: "cijfer", indicator, side, beside, ...common};
}

const besides: readonly Beside[] = ["tijd", "behoefte", "hulp", "andere"];

/** The question in words. */
export function wordsOfQuestion(about: AskedAbout): string {
  if (about.kind === "aantal") return countTopics.find(({name}) => name === about.name)!.question;
  return questionText(topics[about.indicator]!, about.side, about.beside);
}

export function subjectOfQuestion(about: AskedAbout): string {
  if (about.kind === "aantal") return countTopics.find(({name}) => name === about.name)!.subject;
  return topics[about.indicator]!.subject;
}

/** The figure that a question is about. */
export function indicatorOfQuestion(about: AskedAbout): string {
  if (about.kind === "aantal") return countTopics.find(({name}) => name === about.name)!.indicator;
  return about.indicator;
}
