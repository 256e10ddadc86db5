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

/** Since when costs lie on one side of what they are compared with, else how often they did. */
function finding(points: readonly MonthPoint[], kind: "begroting" | "vorig jaar", view: View): string {
  const compared = points.filter((point) => point.value !== null && point.reference !== null);
  const last = compared.at(-1);
  const name = kind === "begroting" ? "de begroting" : "een jaar eerder";
  if (last === undefined) return `Kosten per maand, ${formatSpan(points[0]!.month, points.at(-1)!.month)}`;
  const isOver = (point: MonthPoint) => point.value! > point.reference!;
  const side = isOver(last);
  const turned = compared.findLastIndex((point) => isOver(point) !== side);
  const first = compared[turned + 1]!;
  const side_ = side ? "boven" : "onder";
  if (compared.length - turned - 1 >= 3) {
    const since = first.month >= addMonths(last.month, -11) ? formatMonthName(first.month) : formatMonth(first.month);
    return kind === "begroting"
      ? `Sinds ${since} liggen de kosten ${side_} ${name}`
      : `Sinds ${since} zijn de kosten ${side ? "hoger" : "lager"} dan ${name}`;
  }
  const inView = compared.filter((point) => point.month >= view.from && point.month <= view.to);
  const months = inView.length > 0 ? inView : compared;
  const over = months.filter(isOver).length;
  if (months.length === 1)
    return `In ${formatMonth(months[0]!.month)} lagen de kosten ${isOver(months[0]!) ? "boven" : "onder"} ${name}`;
  return kind === "begroting"
    ? `In ${over} van de ${months.length} maanden lagen de kosten boven de begroting`
    : `In ${over} van de ${months.length} maanden waren de kosten hoger dan een jaar eerder`;
}
