import {readCompleteness} from "../../analysis/completeness.ts";
import {monthRange} from "../../standards/calendar.ts";
import {readBudget} from "../budget.ts";
import type {Crumb} from "../crumb.ts";
import {readField} from "../field.ts";
import {figuresByPeriod} from "../figure.ts";
import {formatMonthLong} from "../format.ts";
import {outlookOf} from "../outlook.ts";
import {aYearPassed, historyView} from "../period.ts";
import {type Provenance, provenanceOf} from "../provenance.ts";
import {hrefWith, type QuestionLine, questionLine, splitWords} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import {type FilterName, filterValue, type SplitName, type View, viewQuery, widen, withDefaultSplit} from "../view.ts";
import {type Financing, financingOf} from "./financing.ts";
import {kernOf} from "./kern.ts";
import {type Kpis, kpisOf} from "./kpis.ts";
import {type MonthFigure, monthFigure} from "./month-figure.ts";
import {othersRow} from "./others-row.ts";
import {standVanZorgPath} from "./paths.ts";
import {askAll, resultViews, splitMonths} from "./questions.ts";
import {type Signal, signalsOf} from "./signals.ts";
import {type SplitTable, splitTable} from "./split-table.ts";

/** The page Stand van zorg: what it costs and what it yields, beside each other. */
export interface StandVanZorg {
  readonly title: string;
  readonly kern: string;
  readonly question: QuestionLine;
  readonly crumbs: readonly Crumb[];
  readonly kpis: Kpis;
  readonly provenance: Provenance;
  /** All that was spent, by kind of financing; null: nothing is known beside the declaraties. */
  readonly financing: Financing | null;
  readonly months: MonthFigure;
  readonly signals: readonly Signal[];
  readonly table: SplitTable;
  /** Where the proof of each figure on the page stands, by indicator; in the table results go over months of their own. */
  readonly proofs: Readonly<Record<string, string>>;
  readonly tableProofs: Readonly<Record<string, string>>;
  readonly fileHrefs: Readonly<Record<StandVanZorgFileName, string>>;
}

export async function standVanZorg(sources: Sources, view: View, showsAll = false): Promise<StandVanZorg> {
  const {database, place, names} = sources;
  const path = standVanZorgPath;
  const history = historyView(view, place);
  const [answers, others, field, budget, completeness] = await Promise.all([
    askAll(sources, view),
    othersRow(sources, view),
    readField(sources, view),
    readBudget(sources, view),
    readCompleteness(
      database,
      {
        gemeenteCode: view.gemeenteCode,
        wet: filterValue(view, "wet"),
        knownOn: view.knownOn,
      },
      sources.reader,
    ),
  ]);
  const costs = figuresByPeriod(answers.kostenPerMaand);
  const outlook = outlookOf({costs, completeness, budget, history, view});
  const provenance = provenanceOf(field, view.to, view.knownOn, outlook.totals.completeShare);
  const months = monthRange(history.from, history.to);
  const fileHref = (name: StandVanZorgFileName) => hrefWith(`${path}/${name}.csv`, viewQuery(view, place));
  const crumbs = crumbsOf(sources, view, path);
  const kpis = kpisOf(answers, outlook, view, place, months);
  return {
    title: titleOf(crumbs),
    kern: kernOf(kpis),
    kpis,
    question: questionLine({view, place, names, subject: "kosten en resultaat", action: path, hasSplit: true}),
    crumbs,
    provenance: {
      ...provenance,
      remarks: [`Lijntjes: ${formatMonthLong(history.from)} t/m ${formatMonthLong(history.to)}`],
    },
    financing: financingOf(field, view, sources),
    months: monthFigure({outlook, view, sources, history, provenance, path}),
    signals: await signalsOf({sources, view, outlook, budget, path}),
    table: splitTable({
      answers,
      view,
      sources,
      months: months.slice(-splitMonths),
      outlook,
      provenance,
      path,
      showsAll,
      others,
    }),
    proofs: proofsOf(sources, view, {yearly: view, yearlyReturned: aYearPassed(view)}),
    tableProofs: proofsOf(sources, view, resultViews(view, place)),
    fileHrefs: {tabel: fileHref("tabel"), maanden: fileHref("maanden"), "tabel-per-maand": fileHref("tabel-per-maand")},
  };
}

export type StandVanZorgFileName = "tabel" | "maanden" | "tabel-per-maand";

function proofsOf(
  {place}: Sources,
  view: View,
  {yearly, yearlyReturned}: ReturnType<typeof resultViews>,
): Record<string, string> {
  const href = (indicator: string, of: View) => [indicator, hrefWith(`/geteld/${indicator}`, viewQuery(of, place))];
  return Object.fromEntries([
    href("kosten", view),
    href("clienten", view),
    href("wachttijd", yearly),
    href("uitval", yearly),
    href("herhaald-beroep", yearlyReturned),
  ]);
}

/** "Stand van zorg", and what it is narrowed to. */
function titleOf(crumbs: readonly Crumb[]): string {
  const narrowest = crumbs.at(-1);
  return narrowest === undefined ? "Stand van zorg" : `Stand van zorg: ${narrowest.label}`;
}

/** From the gemeente down: each narrowing is a step, and each step but the last can be gone back to. */
export function crumbsOf({place, names}: Sources, view: View, path: string): Crumb[] {
  const steps = view.where.filter((filter) => filter.dimension !== "wet");
  if (steps.length === 0) return [];
  let current: View = steps.reduce((wider, {dimension}) => widen(wider, dimension as FilterName), view);
  const crumbs: Crumb[] = [{label: place.area, href: hrefWith(path, viewQuery(current, place))}];
  steps.forEach(({dimension, value}, index) => {
    const isLast = index === steps.length - 1;
    current = {...current, where: [...current.where, {dimension, value}]};
    const label =
      dimension === "wijk" || dimension === "buurt"
        ? names.nameOf(dimension, value)
        : `${splitWords[dimension as SplitName]} ${names.nameOf(dimension, value)}`;
    crumbs.push({label, href: isLast ? null : hrefWith(path, viewQuery(withDefaultSplit(current), place))});
  });
  return crumbs;
}
