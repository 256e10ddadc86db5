import {controles, findControle} from "../../analysis/quality/catalogue.ts";
import {effectMonths, pairsOf, readEffects, readIndicatorScores} from "../../analysis/quality/effects.ts";
import {indicatorsOf} from "../../indicators/catalogue.ts";
import type {Indicator} from "../../indicators/indicator.ts";
import {addMonths, type IsoDate, lastDay, monthOf} from "../../standards/calendar.ts";
import {messagesAlone} from "../field.ts";
import {formatDateShort, formatPercent, formatSpan} from "../format.ts";
import {partOf, proofHref} from "../geteld/geteld.ts";
import {type Provenance, provenanceOf} from "../provenance.ts";
import type {Sources} from "../sources.ts";
import type {Crumb} from "../stand-van-zorg/stand-van-zorg.ts";
import {filterValue} from "../view.ts";
import {type EffectWords, effectSize, effectWords} from "./effect-words.ts";
import {controlePath, datakwaliteitPath, figureQualityPath, figuresQualityPath} from "./paths.ts";
import {type QualityView, qualityHref} from "./quality-view.ts";

/** Which problems in the data change one figure, and by how much. */
export interface FigureQuality {
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  readonly kern: string;
  readonly indicator: Indicator;
  readonly span: string;
  readonly score: number | null;
  readonly effects: readonly FigureEffect[];
  readonly proofHref: string;
  readonly provenance: Provenance;
}

export interface FigureEffect extends EffectWords {
  readonly controle: string;
  readonly counterfactual: string;
  readonly href: string;
}

/** How sound each figure is, now and before. */
export interface FiguresQuality {
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  readonly kern: string;
  /** The days of the course, the oldest first. */
  readonly days: readonly string[];
  readonly rows: readonly FigureScore[];
  readonly provenance: Provenance;
}

export interface FigureScore {
  readonly indicator: Indicator;
  readonly href: string;
  readonly score: number | null;
  readonly course: readonly (number | null)[];
}

/** null: there is no such indicator. */
export async function figureQuality(
  sources: Sources,
  qualityView: QualityView,
  id: string,
): Promise<FigureQuality | null> {
  const {database, reader, place} = sources;
  const indicator = indicatorsOf(database).find((one) => one.id === id);
  if (indicator === undefined) return null;
  const {view} = qualityView;
  const scope = scopeOf(qualityView);
  const [effects, scores] = await Promise.all([
    readEffects(
      database,
      scope,
      pairsOf({indicator: id}).map(([controle]) => [controle.id, id]),
      reader,
    ),
    readIndicatorScores(database, scope, [id], reader),
  ]);
  const sorted = [...effects].sort((a, b) => effectSize(b) - effectSize(a));
  const rows = sorted.map((effect): FigureEffect => {
    const controle = findControle(effect.controle)!;
    return {
      ...effectWords(effect),
      controle: controle.name,
      counterfactual: controle.counterfactual,
      href: qualityHref(controlePath(controle.id), qualityView, place),
    };
  });
  const {from, to} = effectMonths(view.knownOn);
  return {
    title: `Wat ${indicator.name.toLowerCase()} raakt`,
    crumbs: [
      {label: "Datakwaliteit", href: qualityHref(datakwaliteitPath, qualityView, place)},
      {label: "Cijfers", href: qualityHref(figuresQualityPath, qualityView, place)},
      {label: indicator.name, href: null},
    ],
    kern: figureKern(indicator, rows, scores[0]?.score ?? null),
    indicator,
    span: formatSpan(from, to),
    score: scores[0]?.score ?? null,
    effects: rows,
    proofHref: proofHref(view, id, sources, partOf(indicator, undefined)),
    provenance: provenanceOf(messagesAlone, view.to, view.knownOn, null),
  };
}

export async function figuresQuality(sources: Sources, qualityView: QualityView): Promise<FiguresQuality> {
  const {database, reader, place} = sources;
  const {view} = qualityView;
  const indicators = indicatorsOf(database);
  const ids = indicators.map(({id}) => id);
  const days = courseDays(view.knownOn, place.firstMonth);
  const courses = await Promise.all(
    days.map((knownOn) => readIndicatorScores(database, {...scopeOf(qualityView), knownOn}, ids, reader)),
  );
  const rows = indicators
    .map((indicator, index): FigureScore => {
      const course = courses.map((scores) => scores[index]!.score);
      return {
        indicator,
        href: qualityHref(figureQualityPath(indicator.id), qualityView, place),
        score: course.at(-1) ?? null,
        course,
      };
    })
    .sort((a, b) => (a.score ?? 2) - (b.score ?? 2));
  return {
    title: "Hoe zeker elk cijfer is",
    crumbs: [
      {label: "Datakwaliteit", href: qualityHref(datakwaliteitPath, qualityView, place)},
      {label: "Cijfers", href: null},
    ],
    kern: figuresKern(rows),
    days: days.map(formatDateShort),
    rows,
    provenance: provenanceOf(messagesAlone, view.to, view.knownOn, null),
  };
}

function scopeOf({view}: QualityView) {
  return {gemeenteCode: view.gemeenteCode, knownOn: view.knownOn, wet: filterValue(view, "wet")};
}

/** Every three months back from the day itself, as far as a year of care lies before it. */
function courseDays(knownOn: IsoDate, firstMonth: string): IsoDate[] {
  const month = monthOf(knownOn);
  const earlier = [9, 6, 3].map((back) => addMonths(month, -back));
  return [...earlier.filter((one) => addMonths(one, -12) >= firstMonth).map(lastDay), knownOn];
}

function figureKern(indicator: Indicator, rows: readonly FigureEffect[], score: number | null): string {
  const first = rows.find(({isSame}) => !isSame);
  const sound = score === null ? "" : ` ${formatPercent(score)} van dit cijfer staat op gegevens zonder open punt.`;
  if (first === undefined) return `Geen open punt verandert ${indicator.name.toLowerCase()} zichtbaar.${sound}`;
  return `${first.controle} raakt ${indicator.name.toLowerCase()} het meest: ${first.now} wordt ${first.without}.${sound}`;
}

function figuresKern(rows: readonly FigureScore[]): string {
  const [weakest] = rows;
  if (weakest?.score == null) return "Nog geen cijfer met genoeg gegevens.";
  return `Van elk cijfer: welk deel staat op gegevens zonder open punt? Het minst zeker is ${weakest.indicator.name.toLowerCase()}: ${formatPercent(weakest.score)}. Wij toetsen op ${controles.length} lijsten.`;
}
