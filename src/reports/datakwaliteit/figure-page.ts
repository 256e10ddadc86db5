import {controles, findControle, scoredIndicators} from "../../analysis/quality/catalogue.ts";
import {effectMonths, pairsOf, readEffects} from "../../analysis/quality/effects.ts";
import {
  findScoreCourse,
  readIndicatorScores,
  readScoreCourse,
  type ScoreCourse,
} from "../../analysis/quality/indicator-scores.ts";
import {indicatorsOf} from "../../indicators/catalogue.ts";
import type {Indicator} from "../../indicators/indicator.ts";
import {addMonths, type IsoDate, type Month, monthOf} from "../../standards/calendar.ts";
import type {Crumb} from "../crumb.ts";
import {type CsvFile, csvFigure} from "../csv.ts";
import {messagesAlone} from "../field.ts";
import {formatPercent, formatSpan} from "../format.ts";
import {partOf, proofHref} from "../proof-link.ts";
import {type Provenance, provenanceLines, provenanceOf} from "../provenance.ts";
import type {Sources} from "../sources.ts";
import {filterValue} from "../view.ts";
import {type EffectWords, effectSize, effectWords} from "./effect-words.ts";
import {controlePath, datakwaliteitPath, figureQualityPath, figuresQualityPath, scoresFilePath} from "./paths.ts";
import {type QualityView, qualityHref} from "./quality-view.ts";

/** Which problems in the data change one figure, and by how much. */
export interface FigureQuality {
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  readonly kern: string;
  readonly indicator: Indicator;
  readonly span: string;
  readonly score: number | null;
  readonly course: Course;
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
  readonly rows: readonly FigureScore[];
  readonly fileHref: string;
  readonly provenance: Provenance;
}

export interface FigureScore {
  readonly indicator: Indicator;
  readonly href: string;
  readonly score: number | null;
  readonly course: Course;
}

/** The scores of a figure at the end of each month, the oldest first; the last as of now. Null: still being counted. */
export type Course = readonly {readonly month: Month; readonly score: number | null}[] | null;

/** The score of a year before the last one of a course. */
export function yearBefore(course: Course): number | null {
  const last = course?.at(-1);
  return course?.find(({month}) => last !== undefined && month === addMonths(last.month, -12))?.score ?? null;
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
  const courses = await findScoreCourse(database, scope, place.firstMonth, reader);
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
    course: courseOf(id, courses, scores[0]?.score ?? null, view.knownOn),
    effects: rows,
    proofHref: proofHref(view, id, sources, partOf(indicator, undefined)),
    provenance: provenanceOf(messagesAlone, view.to, view.knownOn, null),
  };
}

export async function figuresQuality(sources: Sources, qualityView: QualityView): Promise<FiguresQuality> {
  const {database, reader, place} = sources;
  const {view} = qualityView;
  const ids = scoredIndicators.map(({id}) => id);
  const scope = scopeOf(qualityView);
  // First what the page itself shows: the course goes on after it.
  const scores = await readIndicatorScores(database, scope, ids, reader);
  const courses = await findScoreCourse(database, scope, place.firstMonth, reader);
  const rows = scoredIndicators
    .map((indicator, index): FigureScore => {
      const {score} = scores[index]!;
      return {
        indicator,
        href: qualityHref(figureQualityPath(indicator.id), qualityView, place),
        score,
        course: courseOf(indicator.id, courses, score, view.knownOn),
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
    rows,
    fileHref: qualityHref(scoresFilePath, qualityView, place),
    provenance: provenanceOf(messagesAlone, view.to, view.knownOn, null),
  };
}

function scopeOf({view}: QualityView) {
  return {gemeenteCode: view.gemeenteCode, knownOn: view.knownOn, wet: filterValue(view, "wet")};
}

function courseOf(indicator: string, courses: ScoreCourse | null, now: number | null, knownOn: IsoDate): Course {
  if (courses === null) return null;
  // Of an indicator that no controle touches there is no course.
  const scores = courses.scores.get(indicator);
  const before = scores === undefined ? [] : courses.months.map((month, index) => ({month, score: scores[index]!}));
  return [...before, {month: monthOf(knownOn), score: now}];
}

/** The scores by month, as a table; it waits until all are counted. */
export async function scoresFile(sources: Sources, qualityView: QualityView): Promise<CsvFile> {
  const {database, reader, place} = sources;
  const {view} = qualityView;
  const scope = scopeOf(qualityView);
  const ids = scoredIndicators.map(({id}) => id);
  const courses = await readScoreCourse(database, scope, place.firstMonth, reader);
  const scores = await readIndicatorScores(database, scope, ids, reader);
  const rows = scores.map(({indicator, score}) => courseOf(indicator, courses, score, view.knownOn) ?? []);
  return {
    name: `zekerheid-per-maand-${view.knownOn}.csv`,
    about: [
      "Hoe zeker elk cijfer is",
      "Deel van het cijfer dat staat op gegevens zonder open punt, zoals bekend aan het eind van elke maand",
      ...provenanceLines(provenanceOf(messagesAlone, view.to, view.knownOn, null)),
    ],
    columns: ["maand", ...scoredIndicators.map(({name}) => name)],
    rows: (rows[0] ?? []).map(({month}, index) => [month, ...rows.map((row) => csvFigure(row[index]!.score, null, 4))]),
  };
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
