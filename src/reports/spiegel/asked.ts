import {type ComparedUnit, type Comparison, compare} from "../../analysis/peers/compare.ts";
import {monthsPassed} from "../period.ts";
import type {Sources} from "../sources.ts";
import {nounOf} from "../units.ts";
import {parseFigureView, type Query, questionFor, type View, viewQuery} from "../view.ts";
import {resultsView} from "../whole-year.ts";
import {type Choice, readChoice} from "./choices.ts";

/** What the page and its file are made from. */
export interface SpiegelAsked {
  readonly choice: Choice;
  readonly view: View;
  readonly comparison: Comparison;
}

export async function askSpiegel(sources: Sources, query: Query): Promise<SpiegelAsked> {
  const choice = readChoice(query, sources);
  const {per: _, ...rest} = query;
  const asked = parseFigureView(rest, sources.place, sources.names);
  const months = choice.indicator.knownAfterMonths;
  const hasMonths = [query.van, query.tot].some((month) => month !== undefined && month !== "");
  const view: View = {
    ...(hasMonths ? monthsPassed(asked, months) : resultsView(asked, sources.place, months)),
    splitBy: choice.kind,
  };
  const comparison = await compare(
    sources.database,
    questionFor(view, choice.indicator.id),
    choice.kind,
    sources.reader,
    choice.group.length === 0 ? null : {own: choice.unit, others: choice.group},
  );
  return {choice, view, comparison};
}

/** The query string of the same page about another unit, figure or kind. */
export function queryOf({place}: Sources, {choice, view}: SpiegelAsked, change: Partial<Choice> = {}): string {
  const {kind, indicator, unit, group} = {...choice, ...change};
  const query = new URLSearchParams(viewQuery({...view, splitBy: kind}, place));
  query.set("per", kind);
  query.set("cijfer", indicator.id);
  if (unit !== null) query.set("wie", unit);
  if (kind === choice.kind && group.length > 0) {
    // Who goes on to another of the group stays in that group.
    const all = new Set([...group, ...(choice.unit === null ? [] : [choice.unit])]);
    for (const code of [...all].filter((one) => one !== unit).sort()) query.append("met", code);
  }
  return query.toString();
}

/** What was expected, in the unit of the figure: what the unit had, times expected over observed. */
export function expectedFigure({row, placed}: ComparedUnit, {funnel}: Comparison): number | null {
  if (row.value === null || placed === null || funnel === null || !(placed.adjusted > 0)) return null;
  return (row.value / placed.adjusted) * funnel.middle;
}

/** What stands along the axis of the funnel. */
export function sizeWords({choice, comparison}: SpiegelAsked): string {
  const {indicator} = choice;
  const isExpected = comparison.way !== null;
  return isExpected
    ? `Verwacht aantal ${nounOf(indicator.numeratorUnit)}`
    : `Aantal ${nounOf(indicator.denominatorUnit)}`;
}
