import {askMany} from "../../analysis/ask.ts";
import {canBeChance} from "../../analysis/chance.ts";
import {readerOfOthers} from "../../analysis/peers/others.ts";
import {checkOfTeam} from "../../collaboration/teamkaart/team-member.ts";
import {findIndicator} from "../../indicators/catalogue.ts";
import type {Indicator} from "../../indicators/indicator.ts";
import type {Question} from "../../indicators/question.ts";
import type {IsoDate} from "../../standards/calendar.ts";
import {type Figure, figuresByCode, noFigure, totalOf, zeroFigure} from "../figure.ts";
import {compareDutch, formatMonthLong, formatSpan} from "../format.ts";
import {proofHref} from "../proof-link.ts";
import type {Provenance} from "../provenance.ts";
import type {Sources} from "../sources.ts";
import {questionFor, type View} from "../view.ts";
import {resultsView} from "../whole-year.ts";
import {askCard, type CardAsked} from "./card-view.ts";
import {teamPath} from "./paths.ts";
import {provenance, titleOf} from "./teamkaart.ts";

/** How much work there is for a team, and where help may end or be lighter. */
export interface Caseload {
  readonly title: string;
  readonly kern: string;
  /** "eind september 2026". */
  readonly nowWords: string;
  readonly rows: readonly CaseloadRow[];
  /** Where that help is; empty: nothing of it may be shown. */
  readonly kinds: readonly KindRow[];
  /** Of how many kinds of help all is hidden; they are in no row. */
  readonly hiddenKinds: number;
  readonly hasHidden: boolean;
  readonly hasTooFew: boolean;
  readonly provenance: Provenance;
  readonly path: string;
  readonly cardHref: string;
}

export interface CaseloadRow {
  readonly about: string;
  readonly name: string;
  readonly unit: Indicator["unit"];
  readonly own: Figure;
  /** Of all teams together, as everybody may see it; null: a count, which says how large all are. */
  readonly all: Figure | null;
  readonly words: string;
  /** "2025", "nu". */
  readonly when: string;
  readonly href: string;
}

export interface KindRow {
  readonly name: string;
  readonly ending: Figure;
  readonly long: Figure;
}

interface Measure {
  readonly about: string;
  readonly indicator: string;
  /** Over the last whole year, or as it is at the end of the card's months. */
  readonly over: "jaar" | "nu";
}

const measures: readonly Measure[] = [
  {about: "Werk", indicator: "caseload", over: "nu"},
  {about: "Werk", indicator: "nieuwe-clienten-per-1000", over: "jaar"},
  {about: "Binnenkort", indicator: "lopen-af", over: "nu"},
  {about: "Binnenkort", indicator: "verlengd", over: "jaar"},
  {about: "Lang", indicator: "langdurig", over: "nu"},
  {about: "Lang", indicator: "doorlooptijd", over: "jaar"},
  {about: "Lichter", indicator: "afschaling", over: "nu"},
  {about: "Lichter", indicator: "volgens-plan", over: "jaar"},
];

/** @throws NoRight  the reader is not of the team */
export async function caseload(sources: Sources, team: string, today: IsoDate): Promise<Caseload> {
  const asked = askCard(sources, team, today);
  checkOfTeam(sources.reader, {gemeenteCode: asked.view.gemeenteCode, team});
  const [rows, all] = await Promise.all([caseloadRows(asked), kindRows(asked)]);
  const kinds = all.filter(({ending, long}) => ending.value !== null || long.value !== null);
  const figures = [...rows.flatMap(({own, all}) => [own, all]), ...kinds.flatMap(({ending, long}) => [ending, long])];
  return {
    title: `${titleOf(sources.names.nameOf("team", team))}: caseload`,
    kern: "Hoeveel werk is er, wat loopt binnenkort af en waar kan hulp misschien lichter? Wat een goed aantal is, hangt af van het werk dat een team doet.",
    nowWords: `eind ${formatMonthLong(asked.view.to)}`,
    rows,
    kinds,
    hiddenKinds: all.length - kinds.length,
    hasHidden: figures.some((figure) => figure?.missing === "verborgen"),
    hasTooFew: figures.some((figure) => figure?.missing === "te weinig"),
    provenance: await provenance(asked),
    path: teamPath(team, "caseload"),
    cardHref: teamPath(team),
  };
}

/** The figures of work and of help that may end or be lighter, beside those of all teams together. */
export async function caseloadRows(asked: CardAsked): Promise<CaseloadRow[]> {
  const {sources} = asked;
  const {database, reader} = sources;
  const views = measures.map((measure) => viewOf(asked, measure));
  const questionsOver = (from: readonly View[]): Question[] =>
    measures.map(({indicator}, at) => questionFor(from[at]!, indicator));
  const everywhere = views.map((view) => ({...view, where: []}));
  const [own, all] = await Promise.all([
    askMany(database, questionsOver(views), reader),
    askMany(database, questionsOver(everywhere), readerOfOthers(reader)),
  ]);
  return measures.map((measure, at): CaseloadRow => {
    const indicator = findIndicator(measure.indicator, database);
    const view = views[at]!;
    const isCount = indicator.counting.value === "numerator";
    const figure = totalOf(own[at]!, isCount ? zeroFigure : noFigure);
    const others = isCount ? null : totalOf(all[at]!);
    return {
      about: measure.about,
      name: indicator.name,
      unit: indicator.unit,
      own: figure,
      all: others,
      words: wordsOf(indicator, figure, others),
      when: measure.over === "nu" ? "nu" : formatSpan(view.from, view.to),
      href: proofHref(view, indicator.id, sources),
    };
  });
}

function viewOf({sources, view}: CardAsked, {indicator, over}: Measure): View {
  const {knownAfterMonths} = findIndicator(indicator, sources.database);
  return over === "nu" ? view : resultsView(view, sources.place, knownAfterMonths);
}

/** Neither is better: it depends on the work. */
function wordsOf(indicator: Indicator, own: Figure, all: Figure | null): string {
  if (own.value === null || all === null || all.value === null) return "";
  if (own.value === all.value) return "als alle teams samen";
  const side = own.value > all.value ? "hoger" : "lager";
  const isChance = canBeChance(indicator, own, all);
  if (isChance === null && indicator.counting.value === "quantile") return `${side}, misschien toeval`;
  return isChance === true ? `${side}, kan toeval zijn` : `${side} dan alle teams samen`;
}

/** In which help much ends soon or runs long; what is not there is left out. */
async function kindRows({sources, view}: CardAsked): Promise<KindRow[]> {
  const [ending, long] = await askMany(
    sources.database,
    ["lopen-af", "langdurig"].map((id) => questionFor(view, id, {dimensions: ["productgroep"]})),
    sources.reader,
  );
  const [soon, lasting] = [figuresByCode(ending!, "productgroep"), figuresByCode(long!, "productgroep")];
  return [...new Set([...soon.keys(), ...lasting.keys()])]
    .map((code) => ({
      name: sources.names.nameOf("productgroep", code),
      ending: soon.get(code) ?? zeroFigure,
      long: lasting.get(code) ?? noFigure,
    }))
    .toSorted((a, b) => compareDutch(a.name, b.name));
}
