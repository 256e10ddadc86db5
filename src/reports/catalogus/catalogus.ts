import {askMany} from "../../analysis/ask.ts";
import {catalogue} from "../../indicators/catalogue.ts";
import type {Indicator} from "../../indicators/indicator.ts";
import {readField} from "../field.ts";
import {type Figure, noFigure, totalOf, zeroFigure} from "../figure.ts";
import {formatSpan} from "../format.ts";
import {partFilter, partOf, proofHref} from "../geteld/geteld.ts";
import {formatOf} from "../geteld/units.ts";
import {monthsPassed} from "../period.ts";
import {type Provenance, provenanceOf} from "../provenance.ts";
import type {Sources} from "../sources.ts";
import type {Crumb} from "../stand-van-zorg/stand-van-zorg.ts";
import {defaultView, questionFor, type View} from "../view.ts";

export const catalogusPath = "/over-de-gegevens/catalogus";

/** All figures there are, each with its definition and what it is now. */
export interface Catalogus {
  readonly title: string;
  readonly kern: string;
  readonly period: string;
  readonly rows: readonly CatalogusRow[];
  readonly provenance: Provenance;
}

export interface CatalogusRow {
  readonly indicator: Indicator;
  readonly href: string;
  readonly direction: string;
  readonly figure: Figure;
  readonly text: string | null;
  readonly proofHref: string;
}

/** One definition in full. */
export interface CatalogusEntry {
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  readonly indicator: Indicator;
  readonly direction: string;
  readonly figureText: string | null;
  readonly figure: Figure;
  readonly period: string;
  readonly proofHref: string;
  readonly provenance: Provenance;
}

export async function catalogus(sources: Sources): Promise<Catalogus> {
  const view = defaultView(sources.place, sources.names);
  const figures = await figuresNow(sources, view, catalogue);
  const unknown = catalogue.filter(({direction}) => direction === "onbekend").length;
  return {
    title: "Catalogus",
    kern: `${catalogue.length} cijfers, elk met één definitie, een eigenaar en een test.${unknown === 0 ? "" : ` Bij ${unknown} weten wij niet of hoger beter is. Dat zeggen wij dan.`}`,
    period: formatSpan(view.from, view.to),
    rows: catalogue.map((indicator, index) => ({
      indicator,
      href: `${catalogusPath}/${indicator.id}`,
      direction: directionWords(indicator),
      figure: figures[index]!,
      text: textOf(indicator, figures[index]!),
      proofHref: proofHref(
        monthsPassed(view, indicator.knownAfterMonths),
        indicator.id,
        sources,
        partOf(indicator, undefined),
      ),
    })),
    provenance: provenanceOf(await readField(sources, view), view.to, view.knownOn, null),
  };
}

export async function catalogusEntry(sources: Sources, id: string): Promise<CatalogusEntry | null> {
  const indicator = catalogue.find((one) => one.id === id);
  if (indicator === undefined) return null;
  const view = monthsPassed(defaultView(sources.place, sources.names), indicator.knownAfterMonths);
  const [figure] = await figuresNow(sources, view, [indicator]);
  return {
    title: indicator.name,
    crumbs: [
      {label: "Catalogus", href: catalogusPath},
      {label: indicator.name, href: null},
    ],
    indicator,
    direction: directionWords(indicator),
    figureText: textOf(indicator, figure!),
    figure: figure!,
    period: formatSpan(view.from, view.to),
    proofHref: proofHref(view, id, sources, partOf(indicator, undefined)),
    provenance: provenanceOf(await readField(sources, view, id), view.to, view.knownOn, null),
  };
}

async function figuresNow(sources: Sources, view: View, indicators: readonly Indicator[]): Promise<Figure[]> {
  const series = await askMany(
    sources.database,
    indicators.map((indicator) =>
      questionFor(monthsPassed(view, indicator.knownAfterMonths), indicator.id, {
        where: partFilter(partOf(indicator, undefined)),
      }),
    ),
    sources.reader,
  );
  return series.map((one, index) =>
    totalOf(one, indicators[index]!.counting.value === "numerator" ? zeroFigure : noFigure),
  );
}

function textOf(indicator: Indicator, figure: Figure): string | null {
  return figure.value === null ? null : formatOf(indicator.unit)(figure.value);
}

export function directionWords({direction}: Pick<Indicator, "direction">): string {
  const words = {
    lager: "lager is meestal beter",
    hoger: "hoger is meestal beter",
    "beide kanten": "te hoog en te laag zijn beide niet goed",
    onbekend: "onbekend",
  } as const;
  return words[direction];
}
