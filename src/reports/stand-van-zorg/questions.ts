import {askMany} from "../../analysis/ask.ts";
import type {DisclosedSeries} from "../../analysis/disclose.ts";
import type {Filter, Question} from "../../indicators/question.ts";
import {addMonths, type Month} from "../../standards/calendar.ts";
import {aYearPassed, historyView, yearBefore} from "../period.ts";
import type {Place} from "../place/place.ts";
import type {Sources} from "../sources.ts";
import {questionFor, type View} from "../view.ts";
import {resultsView} from "../whole-year.ts";

/** Months in the little line of a row of the table. */
export const splitMonths = 24;

/** Wachttijd has two parts that cannot be added; the page leads with the part after the Toewijzing. */
const untilStart: Filter = {dimension: "deel", value: "tot-start"};
const untilToewijzing: Filter = {dimension: "deel", value: "tot-toewijzing"};

/** The answers that the page Stand van zorg is made of, by name. */
export type Answers = Readonly<Record<AnswerName, DisclosedSeries>> &
  Readonly<Partial<Record<EarlierName, DisclosedSeries>>>;

export type AnswerName = keyof ReturnType<typeof presentQuestions>;
export type EarlierName = keyof ReturnType<typeof earlierQuestions>;

export async function askAll(sources: Sources, view: View): Promise<Answers> {
  const before = yearBefore(view, sources.place);
  const questions: Record<string, Question> = {
    ...presentQuestions(view, sources),
    ...(before === null ? {} : earlierQuestions(view, before)),
  };
  const series = await askMany(sources.database, Object.values(questions), sources.reader);
  return Object.fromEntries(Object.keys(questions).map((name, index) => [name, series[index]!])) as Answers;
}

function presentQuestions(view: View, {place}: Sources) {
  const history = historyView(view, place);
  const returned = aYearPassed(view);
  const dimensions = [view.splitBy];
  const {yearly, yearlyReturned} = resultViews(view, place);
  const results = resultQuestions(view, place);
  return {
    kosten: questionFor(view, "kosten"),
    clienten: questionFor(view, "clienten"),
    clientenPer1000: questionFor(view, "clienten-per-1000"),
    wachttijd: questionFor(view, "wachttijd", {where: [untilStart]}),
    aanvraagtijd: questionFor(view, "wachttijd", {where: [untilToewijzing]}),
    uitval: questionFor(view, "uitval"),
    herhaaldBeroep: questionFor(returned, "herhaald-beroep"),
    kostenPerMaand: questionFor(history, "kosten", {grain: "maand"}),
    clientenPerMaand: questionFor(history, "clienten", {grain: "maand"}),
    wachttijdPerMaand: questionFor(history, "wachttijd", {grain: "maand", where: [untilStart]}),
    kostenSplit: questionFor(view, "kosten", {dimensions}),
    clientenSplit: questionFor(view, "clienten", {dimensions}),
    wachttijdYear: results.waiting,
    uitvalYear: results.early,
    herhaaldBeroepYear: results.returning,
    wachttijdSplit: questionFor(yearly, "wachttijd", {dimensions, where: [untilStart]}),
    uitvalSplit: questionFor(yearly, "uitval", {dimensions}),
    herhaaldBeroepSplit: questionFor(yearlyReturned, "herhaald-beroep", {dimensions}),
    kostenSplitPerMaand: questionFor({...view, from: splitFrom(view, history)}, "kosten", {dimensions, grain: "maand"}),
  };
}

/** The three results, of all parts together. */
export function resultQuestions(
  view: View,
  place: Place,
): Readonly<Record<"waiting" | "early" | "returning", Question>> {
  const {yearly, yearlyReturned} = resultViews(view, place);
  return {
    waiting: questionFor(yearly, "wachttijd", {where: [untilStart]}),
    early: questionFor(yearly, "uitval"),
    returning: questionFor(yearlyReturned, "herhaald-beroep"),
  };
}

/** Over which months the parts show waiting and ending, and who came back within a year. */
export function resultViews(view: View, place: Place): {readonly yearly: View; readonly yearlyReturned: View} {
  return {yearly: resultsView(view, place, 0), yearlyReturned: resultsView(view, place, 12)};
}

/** The months of a split: those of the view, and for the little lines the last two years of the history. */
function splitFrom(view: View, history: View): Month {
  const twoYears = addMonths(view.to, 1 - splitMonths);
  const start = twoYears > history.from ? twoYears : history.from;
  return start < view.from ? start : view.from;
}

/** The same a year earlier, as it was known then. */
function earlierQuestions(view: View, before: View) {
  return {
    kostenBefore: questionFor(before, "kosten"),
    clientenBefore: questionFor(before, "clienten"),
    wachttijdBefore: questionFor(before, "wachttijd", {where: [untilStart]}),
    uitvalBefore: questionFor(before, "uitval"),
    herhaaldBeroepBefore: questionFor(aYearPassed(before), "herhaald-beroep"),
    kostenSplitBefore: questionFor(before, "kosten", {dimensions: [view.splitBy]}),
  };
}
