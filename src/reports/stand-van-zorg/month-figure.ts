import {addMonths, type Month, monthRange} from "../../standards/calendar.ts";
import {formatEuros, formatEurosRounded, formatMonth, formatMonthName, formatSpan} from "../format.ts";
import type {Outlook, OutlookMonth} from "../outlook.ts";
import type {Provenance} from "../provenance.ts";
import {hrefWith, wetWords} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import {type View, viewQuery} from "../view.ts";

/** A line of months beside what it is compared with: the begroting, or the year before where no begroting exists. */
export interface MonthFigure {
  /** What is to be seen, as a sentence without full stop. */
  readonly finding: string;
  readonly note: string;
  /** Name of the line. */
  readonly name: string;
  readonly reference: {readonly kind: "begroting" | "vorig jaar"; readonly name: string};
  readonly points: readonly MonthPoint[];
  /** Why there is nothing to draw, and the way on; null when there is. */
  readonly empty: EmptyFigure | null;
  readonly provenance: Provenance;
}

export interface EmptyFigure {
  readonly words: string;
  readonly link: {readonly text: string; readonly href: string} | null;
}

/** One month, in cents. */
export interface MonthPoint extends OutlookMonth {
  readonly month: Month;
  /** The same page about this month alone. */
  readonly href: string;
  /** "jan 2026: € 4,1 mln, begroot € 4,0 mln". */
  readonly title: string;
}

export interface MonthFigureInput {
  readonly outlook: Outlook;
  readonly view: View;
  readonly sources: Sources;
  readonly history: {readonly from: Month; readonly to: Month};
  readonly provenance: Provenance;
  readonly path: string;
}

export function monthFigure({outlook, view, sources, history, provenance, path}: MonthFigureInput): MonthFigure {
  const kind = outlook.totals.reference;
  const points = monthRange(history.from, history.to).map((month): MonthPoint => {
    const values = outlook.months.get(month)!;
    return {
      ...values,
      month,
      href: hrefWith(path, viewQuery({...view, from: month, to: month}, sources.place)),
      title: pointTitle(month, values, kind),
    };
  });
  const shown = points.filter((point) => point.reference !== null && point.value !== null);
  const openMonths = points.some((point) => !point.isComplete);
  const empty = emptyFigure(points, viewQuery(view, sources.place));
  return {
    finding: empty?.finding ?? finding(points, kind, view),
    note: [
      `Kosten${kind === "begroting" ? " en begroting" : ""} per maand van zorg, ${wetWords(view)}.`,
      openMonths ? "De laatste maanden zijn een schatting: niet alle declaraties zijn binnen." : "",
      kind === "vorig jaar" && shown.length > 0 ? "Voor deze keuze is er geen begroting." : "",
    ]
      .filter((sentence) => sentence !== "")
      .join(" "),
    name: "Kosten",
    reference: {kind, name: kind === "begroting" ? "Begroting" : "Jaar eerder"},
    points,
    empty,
    provenance,
  };
}

/** A line along zero says that help was free; what we know is that nothing was granted, or that we may not tell. */
function emptyFigure(points: readonly MonthPoint[], query: string): (EmptyFigure & {readonly finding: string}) | null {
  if (points.some(({value}) => value !== null && value !== 0)) return null;
  if (points.some(({isHidden}) => isHidden)) {
    return {
      finding: "De kosten per maand zijn verborgen",
      words: "Elke maand met kosten is verborgen: minder dan 10 mensen kregen hulp, of zo’n aantal zou eruit volgen.",
      link: null,
    };
  }
  return {
    finding: "Er zijn nog geen kosten te tonen",
    words: "Kosten tellen mee zodra de gemeente een declaratie goedkeurt (bericht 325).",
    link: {text: "Wat is er ingediend?", href: hrefWith("/geteld/kosten-ingediend", query)},
  };
}

function pointTitle(month: Month, values: OutlookMonth, kind: "begroting" | "vorig jaar"): string {
  if (values.isHidden) return `${formatMonth(month)}: verborgen`;
  if (values.value === null) return `${formatMonth(month)}: geen gegevens`;
  const reference =
    values.reference === null
      ? ""
      : `, ${kind === "begroting" ? "begroot" : "een jaar eerder"} ${formatEurosRounded(values.reference)}`;
  const amount = values.isComplete
    ? formatEuros(values.value)
    : `verwacht ${formatEurosRounded(values.value)}, nu binnen ${formatEurosRounded(values.granted ?? 0)}`;
  return `${formatMonth(month)}: ${amount}${reference}`;
}

/**
 * Since when costs lie on one side of what they are compared with, else in how many months they did.
 * Of a month that is not complete we are sure only when its whole band lies on one side, and only months we are sure
 * of make a finding; but a finding does not run on over a month that is expected on the other side.
 */
function finding(points: readonly MonthPoint[], kind: MonthFigure["reference"]["kind"], view: View): string {
  const sides = points.flatMap((point) => sideOf(point) ?? []);
  const lastSure = sides.findLastIndex(({isSure}) => isSure);
  const last = sides[lastSure];
  if (last === undefined) return `Kosten per maand, ${formatSpan(points[0]!.month, points.at(-1)!.month)}`;
  const turned = sides.findLastIndex(({isOver}, index) => index < lastSure && isOver !== last.isOver);
  const run = sides.slice(turned + 1, lastSure + 1).filter(({isSure}) => isSure);
  if (run.length >= 3) {
    const goesOn = sides.slice(lastSure).every(({isOver}) => isOver === last.isOver);
    return goesOn ? sinceWords(run[0]!.month, last, kind) : spanWords(run[0]!.month, last, kind);
  }
  const inView = sides.filter(({month}) => month >= view.from && month <= view.to);
  return countWords(inView.some(({isSure}) => isSure) ? inView : sides, kind);
}

interface Side {
  readonly month: Month;
  readonly isOver: boolean;
  readonly isSure: boolean;
}

function sideOf({month, value, reference, isComplete, low, high}: MonthPoint): Side | null {
  if (value === null || reference === null || value === reference) return null;
  const isSure = isComplete || (low !== null && low > reference) || (high !== null && high < reference);
  return {month, isOver: value > reference, isSure};
}

function sinceWords(first: Month, last: Side, kind: MonthFigure["reference"]["kind"]): string {
  const since = first >= addMonths(last.month, -11) ? formatMonthName(first) : formatMonth(first);
  return `Sinds ${since} ${kind === "begroting" ? "liggen" : "zijn"} de kosten ${sideWords(last.isOver, kind)}`;
}

function spanWords(first: Month, last: Side, kind: MonthFigure["reference"]["kind"]): string {
  return `In ${formatSpan(first, last.month)} ${pastVerb(kind)} de kosten ${sideWords(last.isOver, kind)}`;
}

function countWords(sides: readonly Side[], kind: MonthFigure["reference"]["kind"]): string {
  const sure = sides.filter(({isSure}) => isSure);
  const over = sure.filter(({isOver}) => isOver).length;
  const [only] = sides;
  if (sides.length === 1 && only !== undefined) {
    return `In ${formatMonth(only.month)} ${pastVerb(kind)} de kosten ${sideWords(only.isOver, kind)}`;
  }
  if (sure.length === sides.length) {
    return `In ${over} van de ${sides.length} maanden ${pastVerb(kind)} de kosten ${sideWords(true, kind)}`;
  }
  const isMostlyOver = over * 2 >= sure.length;
  const count = isMostlyOver ? over : sure.length - over;
  return `In zeker ${count} van de ${sides.length} maanden ${pastVerb(kind)} de kosten ${sideWords(isMostlyOver, kind)}`;
}

function pastVerb(kind: MonthFigure["reference"]["kind"]): string {
  return kind === "begroting" ? "lagen" : "waren";
}

function sideWords(isOver: boolean, kind: MonthFigure["reference"]["kind"]): string {
  if (kind === "begroting") return isOver ? "boven de begroting" : "onder de begroting";
  return isOver ? "hoger dan een jaar eerder" : "lager dan een jaar eerder";
}
