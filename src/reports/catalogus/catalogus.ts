import {indicatorsOf, localIndicatorsOf, type RefusedIndicator} from "../../indicators/catalogue.ts";
import {analysisDimensions, directions, type Indicator, levels} from "../../indicators/indicator.ts";
import type {IsoDate} from "../../standards/calendar.ts";
import {readField} from "../field.ts";
import type {Figure} from "../figure.ts";
import {type Filter, filter} from "../filter.ts";
import {formatNumber, formatSpan} from "../format.ts";
import {monthsPassed, withinData} from "../period.ts";
import {partOf, proofHref} from "../proof-link.ts";
import {type Provenance, provenanceOf} from "../provenance.ts";
import {hrefWith} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import {defaultView} from "../view.ts";
import {figuresNow, figureText, partShown} from "./figures-now.ts";
import {type CatalogusQuery, searchIndicators} from "./search.ts";
import {directionWords, isReviewLate} from "./words.ts";

export const catalogusPath = "/over-de-gegevens/catalogus";

/** All figures there are, or those that were looked for, each with its definition and what it is now. */
export interface Catalogus {
  readonly title: string;
  readonly kern: string;
  readonly search: string;
  readonly filters: readonly Filter[];
  /** The dimension that is chosen, for the form to carry; null: all. */
  readonly dimension: string | null;
  /** The five dimensions, with how many figures of each were found. */
  readonly tabs: readonly {readonly label: string; readonly href: string; readonly isCurrent: boolean}[];
  /** "12 van de 64 cijfers" */
  readonly range: string;
  readonly period: string;
  readonly rows: readonly CatalogusRow[];
  /** Folders of the gemeente that are no indicator, and why. */
  readonly refused: readonly RefusedIndicator[];
  readonly provenance: Provenance;
}

export interface CatalogusRow {
  readonly indicator: Indicator;
  readonly href: string;
  readonly direction: string;
  readonly isReviewLate: boolean;
  readonly figure: Figure;
  readonly text: string | null;
  /** The part that the figure is of; null: of the whole. */
  readonly part: string | null;
  readonly proofHref: string;
}

/** @throws UserError  a choice that is none */
export async function catalogus(sources: Sources, query: CatalogusQuery, today: IsoDate): Promise<Catalogus> {
  const {database, place, names} = sources;
  const view = defaultView(place, names);
  const all = indicatorsOf(database);
  const found = searchIndicators(all, query);
  const figures = await figuresNow(sources, view, found);
  return {
    title: "Catalogus",
    kern: kernOf(all, today),
    search: query.zoek ?? "",
    filters: [
      filter(
        "niveau",
        "Voor wie",
        "iedereen",
        levels.map((level) => [level, level] as const),
        query.niveau,
      ),
      filter(
        "richting",
        "Richting",
        "alle",
        directions.map((direction) => [direction, directionWords({direction})] as const),
        query.richting,
      ),
    ],
    dimension: query.onderdeel === undefined || query.onderdeel === "" ? null : query.onderdeel,
    tabs: tabsOf(all, query),
    range:
      found.length === all.length
        ? `Alle ${formatNumber(all.length)} cijfers`
        : `${formatNumber(found.length)} van de ${formatNumber(all.length)} cijfers`,
    period: formatSpan(view.from, view.to),
    rows: found.map((indicator, index) => ({
      indicator,
      href: `${catalogusPath}/${indicator.id}`,
      direction: directionWords(indicator),
      isReviewLate: isReviewLate(indicator, today),
      figure: figures[index]!,
      text: figureText(indicator, figures[index]!),
      part: partShown(indicator, sources),
      proofHref: proofHref(
        withinData(monthsPassed(view, indicator.knownAfterMonths), place),
        indicator.id,
        sources,
        partOf(indicator, undefined),
      ),
    })),
    refused: localIndicatorsOf(database).refused,
    provenance: provenanceOf(await readField(sources, view), view.to, view.knownOn, null),
  };
}

function kernOf(all: readonly Indicator[], today: IsoDate): string {
  const count = (test: (indicator: Indicator) => boolean) => all.filter(test).length;
  const unknown = count(({direction}) => direction === "onbekend");
  const local = count(({isLocal}) => isLocal === true);
  const late = count((indicator) => isReviewLate(indicator, today));
  return [
    `${formatNumber(all.length)} cijfers, elk met één definitie, een eigenaar en een test.`,
    ...(unknown === 0 ? [] : [`Bij ${formatNumber(unknown)} weet niemand of hoger beter is. Dat zeggen wij dan.`]),
    ...(local === 0 ? [] : [`${formatNumber(local)} ${local === 1 ? "is" : "zijn"} van de gemeente zelf.`]),
    ...(late === 0 ? [] : [`Bij ${formatNumber(late)} is de datum van controle voorbij.`]),
  ].join(" ");
}

function tabsOf(all: readonly Indicator[], {onderdeel = "", ...rest}: CatalogusQuery): Catalogus["tabs"] {
  const tab = (label: string, dimension: string) => ({
    label: `${label} ${searchIndicators(all, {...rest, onderdeel: dimension}).length}`,
    href: hrefWith(catalogusPath, queryOf({...rest, onderdeel: dimension})),
    isCurrent: dimension === onderdeel,
  });
  return [
    tab("Alle", ""),
    ...analysisDimensions.map((dimension) => tab(dimension[0]!.toUpperCase() + dimension.slice(1), dimension)),
  ];
}

function queryOf(query: CatalogusQuery): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  return new URLSearchParams(given as [string, string][]).toString();
}
