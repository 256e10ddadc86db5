import {askOthers, type Others} from "../../analysis/ask-others.ts";
import {formatNumber} from "../format.ts";
import {othersHead} from "../others.ts";
import type {Sources} from "../sources.ts";
import type {View} from "../view.ts";
import {resultQuestions} from "./questions.ts";
import type {OthersRow} from "./split-table.ts";

/** Between what the results of the others lie, for who sees one aanbieder, wijk or team. */
export async function othersRow({database, reader, place}: Sources, view: View): Promise<OthersRow | null> {
  const {waiting, early, returning} = resultQuestions(view, place);
  const found = await Promise.all([waiting, early, returning].map((question) => askOthers(database, question, reader)));
  const most = found.filter((one) => one !== null).sort((a, b) => b.others - a.others)[0];
  if (most === undefined) return null;
  const [wait, stops, returns] = found as [Others | null, Others | null, Others | null];
  return {
    head: othersHead(most),
    waiting: between(wait, (days) => formatNumber(Math.round(days))),
    early: percentBetween(stops),
    returning: percentBetween(returns),
  };
}

function between(others: Others | null, format: (value: number) => string): string | null {
  return others === null ? null : `${format(others.low)}–${format(others.high)}`;
}

function percentBetween(others: Others | null): string | null {
  const range = between(others, (share) => formatNumber(share * 100, 1));
  return range === null ? null : `${range}\u00a0%`;
}
