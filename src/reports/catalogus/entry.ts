import {ask} from "../../analysis/ask.ts";
import {completeFrom, type MonthCompleteness, readCompleteness} from "../../analysis/completeness.ts";
import {findIndicator, isIndicator} from "../../indicators/catalogue.ts";
import type {Indicator} from "../../indicators/indicator.ts";
import {explain} from "../../indicators/measure.ts";
import {type IsoDate, monthRange} from "../../standards/calendar.ts";
import type {Crumb} from "../crumb.ts";
import {readField} from "../field.ts";
import {type Figure, figuresByPeriod} from "../figure.ts";
import {formatDateShort, formatSpan} from "../format.ts";
import {historyView, monthsPassed, withinData} from "../period.ts";
import {partFilter, partOf, proofHref} from "../proof-link.ts";
import {type Provenance, provenanceOf} from "../provenance.ts";
import type {Sources} from "../sources.ts";
import {defaultView, questionFor} from "../view.ts";
import {catalogusPath} from "./catalogus.ts";
import {figuresNow, figureText, partShown, splitFigure} from "./figures-now.ts";
import {definitionFacts, isReviewLate, reviewWords} from "./words.ts";

/** One definition in full, with what it comes to now. */
export interface CatalogusEntry {
  readonly title: string;
  readonly kern: string;
  readonly crumbs: readonly Crumb[];
  readonly indicator: Indicator;
  readonly facts: readonly Fact[];
  /** Each version with what changed, the newest first. */
  readonly history: readonly Fact[];
  readonly figure: Figure;
  /** null: there is no value, and the figure says why. */
  readonly written: {readonly value: string; readonly unit: string} | null;
  /** The part that the figure and its course are of; null: of the whole. */
  readonly part: string | null;
  readonly area: string;
  readonly period: string;
  /** By month, null where it is not known or hidden; empty when there is no line to draw. */
  readonly course: readonly (number | null)[];
  readonly coursePeriod: string;
  /** The last months are not in yet, and would look like a fall. */
  readonly isCourseShort: boolean;
  readonly sql: string;
  readonly proofHref: string;
  readonly provenance: Provenance;
}

export interface Fact {
  readonly term: string;
  readonly words: string;
  readonly isAttention?: true;
}

/** null: there is no such indicator. */
export async function catalogusEntry(sources: Sources, id: string, today: IsoDate): Promise<CatalogusEntry | null> {
  const {database, place, names, reader} = sources;
  if (!isIndicator(id, database)) return null;
  const indicator = findIndicator(id, database);
  const view = monthsPassed(defaultView(place, names), indicator.knownAfterMonths);
  const past = historyView(view, place);
  const part = partOf(indicator, undefined);
  const where = partFilter(part);
  const [[figure], monthly, field, completeness] = await Promise.all([
    figuresNow(sources, view, [indicator]),
    ask(database, questionFor(past, id, {grain: "maand", where}), reader),
    readField(sources, view, id),
    readCompleteness(database, {gemeenteCode: view.gemeenteCode, wet: null, knownOn: view.knownOn}, reader),
  ]);
  const isClaimed = indicator.messages.includes("323");
  const months = monthRange(past.from, past.to);
  const lastIn = (isClaimed ? months.findLast((month) => isIn(completeness.get(month))) : undefined) ?? past.to;
  const byMonth = figuresByPeriod(monthly);
  const course = months.flatMap((month) => (month > lastIn ? [] : [byMonth.get(month)?.value ?? null]));
  const text = figureText(indicator, figure!);
  return {
    title: indicator.name,
    kern: `${indicator.question} ${indicator.why}`,
    crumbs: [
      {label: "Catalogus", href: catalogusPath},
      {label: indicator.name, href: null},
    ],
    indicator,
    facts: factsOf(indicator, sources, today),
    history: [...indicator.history]
      .reverse()
      .map(({version, date, change}) => ({term: `Versie ${version}`, words: `${formatDateShort(date)}: ${change}`})),
    figure: figure!,
    written: text === null ? null : splitFigure(text),
    part: partShown(indicator, sources),
    area: place.area,
    period: formatSpan(view.from, view.to),
    course: course.filter((value) => value !== null).length < 2 ? [] : course,
    coursePeriod: formatSpan(past.from, lastIn),
    isCourseShort: lastIn < past.to,
    sql: explain(indicator, questionFor(view, id, {where})),
    proofHref: proofHref(withinData(view, place), id, sources, part),
    provenance: provenanceOf(field, view.to, view.knownOn, null),
  };
}

function isIn(month: MonthCompleteness | undefined): boolean {
  return month?.share == null || month.share >= completeFrom;
}

function factsOf(indicator: Indicator, {names}: Sources, today: IsoDate): Fact[] {
  const parts = indicator.parts.map((part) => names.nameOf("deel", part).toLowerCase());
  return [
    ...(indicator.isLocal ? [{term: "Herkomst", words: "lokaal: de gemeente voegde dit cijfer zelf toe"}] : []),
    ...definitionFacts(indicator),
    ...(parts.length === 0 ? [] : [{term: "Delen", words: parts.join(", ")}]),
    {
      term: "Volgende controle",
      words: reviewWords(indicator, today),
      ...(isReviewLate(indicator, today) ? {isAttention: true as const} : {}),
    },
  ];
}
