import type {Indicator} from "../indicators/indicator.ts";
import type {Filter} from "../indicators/question.ts";
import {hrefWith} from "./question-line.ts";
import type {Sources} from "./sources.ts";
import {type View, viewQuery} from "./view.ts";

/** "/geteld/kosten?…": the proof of an indicator for the same question as the page it came from. */
export function proofHref(view: View, indicator: string, sources: Sources, part: string | null = null): string {
  return hrefWith(`/geteld/${indicator}`, queryWithPart(view, sources, part));
}

export function queryWithPart(view: View, {place}: Sources, part: string | null): string {
  const query = viewQuery(view, place);
  return part === null ? query : `${query}${query === "" ? "" : "&"}deel=${part}`;
}

/** The part that is shown when the address names none: the last one, which ends at the begin of help. */
export function partOf({parts}: Indicator, asked: string | undefined): string | null {
  if (parts.length === 0) return null;
  return parts.find((part) => part === asked) ?? parts.at(-1)!;
}

export function partFilter(part: string | null): Filter[] {
  return part === null ? [] : [{dimension: "deel", value: part}];
}
