import {addMonths, type Month, monthRange} from "../../standards/calendar.ts";
import {formatEuros, formatEurosRounded, formatMonth, formatMonthName, formatSpan} from "../format.ts";
import type {Provenance} from "../provenance.ts";
import {hrefWith, wetWords} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import {type View, viewQuery} from "../view.ts";
import type {Outlook, OutlookMonth} from "./outlook.ts";

/** A line of months beside what it is compared with: the begroting, or the year before where no begroting exists. */
export interface MonthFigure {
  /** What is to be seen, as a sentence without full stop. */
  readonly finding: string;
  readonly note: string;
  /** Name of the line. */
  readonly name: string;
  readonly reference: {readonly kind: "begroting" | "vorig jaar"; readonly name: string};
  readonly points: readonly MonthPoint[];
  readonly provenance: Provenance;
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
  return {
    finding: finding(points, kind, view),
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
    provenance,
  };
}

function pointTitle(month: Month, values: OutlookMonth, kind: "begroting" | "vorig jaar"): string {
  if (values.isHidden) return `${formatMonth(month)}: verborgen, minder dan 10 mensen`;
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
 * A month that is not complete counts only when its whole band lies on one side.
 */
function finding(points: readonly MonthPoint[], kind: "begroting" | "vorig jaar", view: View): string {
  const sides = points.flatMap((point) => {
    const side = sideOf(point);
    return side === null ? [] : [{month: point.month, isOver: side === "over"}];
  });
  const last = sides.at(-1);
  if (last === undefined) return `Kosten per maand, ${formatSpan(points[0]!.month, points.at(-1)!.month)}`;
  const turned = sides.findLastIndex(({isOver}) => isOver !== last.isOver);
  if (sides.length - turned - 1 >= 3) return sinceWords(sides[turned + 1]!.month, last, kind);
  const inView = sides.filter(({month}) => month >= view.from && month <= view.to);
  return countWords(inView.length > 0 ? inView : sides, kind);
}

interface Side {
  readonly month: Month;
  readonly isOver: boolean;
}

function sideOf({value, reference, isComplete, low, high}: MonthPoint): "over" | "under" | null {
  if (value === null || reference === null) return null;
  const isClear = isComplete || (low !== null && low > reference) || (high !== null && high < reference);
  if (!isClear) return null;
  return value > reference ? "over" : "under";
}

function sinceWords(first: Month, last: Side, kind: "begroting" | "vorig jaar"): string {
  const since = first >= addMonths(last.month, -11) ? formatMonthName(first) : formatMonth(first);
  return kind === "begroting"
    ? `Sinds ${since} liggen de kosten ${last.isOver ? "boven" : "onder"} de begroting`
    : `Sinds ${since} zijn de kosten ${last.isOver ? "hoger" : "lager"} dan een jaar eerder`;
}

function countWords(sides: readonly Side[], kind: "begroting" | "vorig jaar"): string {
  const over = sides.filter(({isOver}) => isOver).length;
  const [only] = sides;
  const comparison = kind === "begroting" ? "boven de begroting" : "hoger dan een jaar eerder";
  const verb = kind === "begroting" ? "lagen" : "waren";
  if (sides.length === 1 && only !== undefined) {
    const opposite = kind === "begroting" ? "onder de begroting" : "lager dan een jaar eerder";
    return `In ${formatMonth(only.month)} ${verb} de kosten ${only.isOver ? comparison : opposite}`;
  }
  return `In ${over} van de ${sides.length} maanden ${verb} de kosten ${comparison}`;
}
