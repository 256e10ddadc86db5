import {findControle} from "../../analysis/quality/catalogue.ts";
import type {Controle} from "../../analysis/quality/controle.ts";
import {type Course, readCourses} from "../../analysis/quality/course.ts";
import {effectMonths, readEffects} from "../../analysis/quality/effects.ts";
import {readProblemGroups} from "../../analysis/quality/problem-groups.ts";
import type {Crumb} from "../crumb.ts";
import {messagesAlone} from "../field.ts";
import {formatEurosRounded, formatMonth, formatNumber, formatSpan} from "../format.ts";
import {type Provenance, provenanceOf} from "../provenance.ts";
import type {QuestionLine} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import {filterValue} from "../view.ts";
import {withoutAanbieder} from "./datakwaliteit.ts";
import {type EffectWords, effectSize, effectWords} from "./effect-words.ts";
import {aanbiederPath, controlePath, datakwaliteitPath, figureQualityPath} from "./paths.ts";
import {mostCents, type ProblemRow, problemRow} from "./problem-row.ts";
import {filterOf, type QualityView, qualityHref, qualityQuestion} from "./quality-view.ts";

/** Everything about one controle: what it means, where it is, what it does to the figures, and the list to mend it with. */
export interface ControlePage {
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  readonly kern: string;
  readonly question: QuestionLine;
  readonly controle: Controle;
  readonly isHidden: boolean;
  readonly byAanbieder: readonly ProblemRow[];
  readonly byMonth: readonly ProblemRow[];
  readonly effects: readonly (EffectWords & {readonly href: string})[];
  /** Over which months the effects were counted. */
  readonly effectSpan: string;
  readonly course: Course | null;
  readonly provenance: Provenance;
  readonly worklistHref: string;
}

/** null: there is no such controle. */
export async function controlePage(
  sources: Sources,
  qualityView: QualityView,
  id: string,
): Promise<ControlePage | null> {
  const controle = findControle(id);
  if (controle === null) return null;
  const {database, reader, place, names} = sources;
  const {view} = qualityView;
  const filter = filterOf(qualityView, id);
  const scope = {gemeenteCode: view.gemeenteCode, knownOn: view.knownOn, wet: filterValue(view, "wet")};
  const [totals, byAanbieder, byMonth, courses, effects] = await Promise.all([
    readProblemGroups(database, filter, [], reader),
    readProblemGroups(database, filter, ["aanbieder"], reader),
    readProblemGroups(database, filter, ["maand"], reader),
    readCourses(database, filter, "", reader),
    readEffects(
      database,
      scope,
      controle.touches.map((indicator) => [id, indicator]),
      reader,
    ),
  ]);
  const total = totals[0];
  const path = controlePath(id);
  const {from, to} = effectMonths(view.knownOn);
  return {
    title: controle.name,
    crumbs: [
      {label: "Datakwaliteit", href: qualityHref(datakwaliteitPath, qualityView, place)},
      {label: controle.name, href: null},
    ],
    kern: kernOf(controle, total),
    question: qualityQuestion({
      view: qualityView,
      sources,
      subject: controle.name.toLowerCase(),
      action: path,
      hasAanbieder: false,
    }),
    controle,
    isHidden: total?.isHidden === true,
    byAanbieder: byAanbieder.map((group) => {
      const agb = group.key.aanbieder!;
      const href = qualityHref(aanbiederPath(agb), withoutAanbieder(qualityView), place);
      return problemRow(names.nameOf("aanbieder", agb), href, group, mostCents(byAanbieder));
    }),
    byMonth: [...byMonth]
      .sort((a, b) => (a.key.maand! < b.key.maand! ? 1 : -1))
      .map((group) => {
        const month = group.key.maand!.slice(0, 7);
        return problemRow(
          formatMonth(month),
          qualityHref(path, {...qualityView, month}, place),
          group,
          mostCents(byMonth),
        );
      }),
    effects: [...effects]
      .sort((a, b) => effectSize(b) - effectSize(a))
      .map((effect) => ({
        ...effectWords(effect),
        href: qualityHref(figureQualityPath(effect.indicator), {...qualityView, soort: null, month: null}, place),
      })),
    effectSpan: formatSpan(from, to),
    course: courses.get("") ?? null,
    provenance: provenanceOf(messagesAlone, view.to, view.knownOn, null),
    worklistHref: qualityHref(`${path}/werklijst.csv`, qualityView, place),
  };
}

function kernOf(controle: Controle, total: {count: number | null; cents: number | null} | undefined): string {
  if (total === undefined) return `${controle.question} Op dit moment: geen.`;
  if (total.count === null || total.cents === null) {
    return `${controle.question} Het gaat om minder dan 10 mensen, of zo’n aantal zou eruit volgen. Dan tonen wij geen aantallen.`;
  }
  const money = total.cents === 0 ? "Er hangt geen geld aan." : `Er hangt ${formatEurosRounded(total.cents)} aan.`;
  return `${controle.question} Het zijn er ${formatNumber(total.count)}. ${money}`;
}
