import {ask} from "../../analysis/ask.ts";
import {controles} from "../../analysis/quality/catalogue.ts";
import {type CodeChanges, readCodeChanges} from "../../analysis/quality/code-changes.ts";
import type {Controle} from "../../analysis/quality/controle.ts";
import {type Course, readCourses} from "../../analysis/quality/course.ts";
import {type Effect, effectMonths, readEffects} from "../../analysis/quality/effects.ts";
import {
  type DisclosedClaimed,
  type Findings,
  readClaimedInFindings,
  readFindings,
} from "../../analysis/quality/findings.ts";
import {type DisclosedMissingMonth, readMissingMonths} from "../../analysis/quality/missing-months.ts";
import {type DisclosedProblemGroup, readProblemGroups} from "../../analysis/quality/problem-groups.ts";
import {type AanbiederScore, readAanbiederScores} from "../../analysis/quality/scores.ts";
import {type DisclosedReconciliation, readReconciliation} from "../../analysis/reconciliation/reconciliation.ts";
import {type IsoDate, monthOf} from "../../standards/calendar.ts";
import {aansluitingPath, findingOf, reconciliationQuestion} from "../aansluiting/aansluiting.ts";
import {type Waterfall, waterfallOf} from "../aansluiting/waterfall.ts";
import {messagesAlone} from "../field.ts";
import {hiddenLine, type Missing, totalOf} from "../figure.ts";
import {
  formatEurosRounded,
  formatMonth,
  formatMonthName,
  formatNumber,
  formatPercent,
  formatSpan,
  splitEuros,
} from "../format.ts";
import {type Provenance, provenanceOf} from "../provenance.ts";
import {hrefWith, type QuestionLine} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import {filterValue, type View, viewQuery} from "../view.ts";
import {effectLine} from "./effect-words.ts";
import {aanbiederPath, controlePath, datakwaliteitPath} from "./paths.ts";
import {dueOf, mostCents, type ProblemRow, problemRow} from "./problem-row.ts";
import {filterOf, type QualityView, qualityHref, qualityQuery, qualityQuestion} from "./quality-view.ts";

/** The cockpit: what is wrong in the data, whose it is, what it costs and which figures suffer. */
export interface Datakwaliteit {
  readonly title: string;
  readonly kern: string;
  readonly question: QuestionLine;
  readonly kpis: readonly QualityKpi[];
  readonly provenance: Provenance;
  readonly finding: string;
  readonly rows: readonly ControleRow[];
  readonly ownersFinding: string;
  readonly owners: readonly OwnerRow[];
  readonly moreOwners: number;
  readonly reconciliation: {
    readonly finding: string;
    readonly span: string;
    readonly waterfall: Waterfall | null;
    readonly unexplained: string;
    readonly href: string;
    readonly provenance: Provenance;
  };
  readonly scoresFinding: string;
  readonly scores: readonly ScoreRow[];
  readonly moreScores: number;
  readonly missingFinding: string;
  readonly missing: readonly MissingRow[];
  readonly codesFinding: string;
  readonly codes: readonly CodeChanges[];
  readonly findingsFinding: string;
  readonly findings: readonly FindingRow[];
  readonly hrefs: {readonly worklist: string; readonly findings: string; readonly table: string};
}

export interface QualityKpi {
  readonly label: string;
  readonly value: string | null;
  readonly unit: string;
  readonly missing: Missing | null;
  readonly words: string;
  readonly spark: readonly (number | null)[];
  readonly href: string | null;
}

export interface ControleRow extends ProblemRow {
  /** "Gemeente", "12 aanbieders" */
  readonly owner: string;
  readonly due: IsoDate | null;
  readonly isLate: boolean;
  /** "Verzilvering: 60,1 % → 60,7 %"; null: hidden, or nothing is open. */
  readonly effect: string | null;
}

export interface OwnerRow extends ProblemRow {
  readonly worklistHref: string;
}

export interface ScoreRow {
  readonly name: string;
  readonly href: string;
  readonly score: AanbiederScore;
}

export interface MissingRow {
  readonly name: string;
  readonly href: string;
  readonly month: DisclosedMissingMonth;
}

export interface FindingRow {
  readonly rule: string;
  readonly retourcode: string | null;
  readonly soorten: string;
  readonly aanbieders: number;
  /** null: too few Berichten, or a few would follow from it. */
  readonly count: number | null;
  readonly berichten: number | null;
  /** Claimed in these Berichten; null for the reason beside it. */
  readonly cents: number | null;
  readonly missing: Missing | null;
  readonly months: string;
}

const shownRows = 10;

export async function datakwaliteit(sources: Sources, qualityView: QualityView): Promise<Datakwaliteit> {
  const {database, reader, place, names} = sources;
  const {view} = qualityView;
  const filter = filterOf(qualityView);
  const scope = {gemeenteCode: view.gemeenteCode, knownOn: view.knownOn, wet: filterValue(view, "wet")};
  const [
    totals,
    byControle,
    byOwner,
    courses,
    scores,
    missing,
    codes,
    findings,
    claimed,
    reconciliations,
    costs,
    effects,
  ] = await Promise.all([
    readProblemGroups(database, filter, [], reader),
    readProblemGroups(database, filter, ["controle"], reader),
    readProblemGroups(database, filter, ["eigenaar"], reader),
    readCourses(database, filter, "", reader),
    readAanbiederScores(database, scope, reader),
    readMissingMonths(database, filter, reader),
    readCodeChanges(database, scope, reader),
    readFindings(database, filter, reader),
    readClaimedInFindings(database, filter, reader),
    readReconciliation(database, reconciliationQuestion(view), "", reader),
    ask(database, costsQuestion(view), reader),
    readEffects(
      database,
      scope,
      controles.map(({id, touches}) => [id, touches[0]!]),
      reader,
    ),
  ]);
  const total = totals[0];
  const reconciliation = reconciliations[0]!;
  const yearCosts = totalOf(costs).value;
  const rows = controleRows(qualityView, sources, byControle, effects);
  const owners = ownerRows(qualityView, sources, byOwner);
  const scored = scores.filter(({aanbieder}) => filter.aanbieder === null || aanbieder === filter.aanbieder);
  return {
    title: "Datakwaliteit",
    kern: kernOf(total, reconciliation, yearCosts),
    question: qualityQuestion({
      view: qualityView,
      sources,
      subject: "open punten",
      action: datakwaliteitPath,
      hasAanbieder: false,
    }),
    kpis: kpisOf({total, course: courses.get("") ?? null, reconciliation, yearCosts, view, sources}),
    provenance: provenanceOf(messagesAlone, view.to, view.knownOn, null, ["Lijntjes: de laatste 12 maanden"]),
    finding: rowsFinding(rows),
    rows,
    ownersFinding: ownersFinding(owners),
    owners: owners.slice(0, shownRows),
    moreOwners: Math.max(0, owners.length - shownRows),
    reconciliation: {
      finding: findingOf(reconciliation),
      span: formatSpan(view.from, view.to),
      waterfall: waterfallOf(reconciliation),
      unexplained: remainderWords(reconciliation),
      href: hrefWith(aansluitingPath, viewQuery(view, place)),
      provenance: provenanceOf(messagesAlone, view.to, view.knownOn, null, ["Grootboek zoals laatst aangeleverd"]),
    },
    scoresFinding: scoresFinding(scored),
    scores: scored.slice(0, shownRows).map((score) => ({
      name: names.nameOf("aanbieder", score.aanbieder),
      href: qualityHref(aanbiederPath(score.aanbieder), withoutAanbieder(qualityView), place),
      score,
    })),
    moreScores: Math.max(0, scored.length - shownRows),
    missingFinding: missingFinding(missing),
    missing: missing.slice(0, shownRows).map((month) => ({
      name: names.nameOf("aanbieder", month.aanbieder),
      href: qualityHref(aanbiederPath(month.aanbieder), withoutAanbieder(qualityView), place),
      month,
    })),
    codesFinding: codesFinding(codes),
    codes: codes.slice(0, 6),
    findingsFinding: findingsFinding(findings),
    findings: findingRows(findings, claimed).slice(0, shownRows),
    hrefs: {
      worklist: qualityHref(`${datakwaliteitPath}/werklijst.csv`, qualityView, place),
      findings: qualityHref(`${datakwaliteitPath}/bevindingen.csv`, qualityView, place),
      table: qualityHref(`${datakwaliteitPath}/controles.csv`, qualityView, place),
    },
  };
}

function costsQuestion(view: View) {
  return {
    indicator: "kosten",
    gemeenteCode: view.gemeenteCode,
    dimensions: [],
    grain: "totaal",
    ...effectMonths(view.knownOn),
    where: view.where,
    knownOn: view.knownOn,
  } as const;
}

export function controleRows(
  view: QualityView,
  {place}: Sources,
  groups: readonly DisclosedProblemGroup[],
  effects: readonly Effect[],
): ControleRow[] {
  const most = mostCents(groups);
  return groups.map((group): ControleRow => {
    const controle = controles.find(({id}) => id === group.key.controle)!;
    const row = problemRow(controle.name, qualityHref(controlePath(controle.id), view, place), group, most);
    const due = row.since === null ? null : dueOf(controle, row.since);
    const own = effects.filter((effect) => effect.controle === controle.id);
    return {
      ...row,
      owner: ownerWords(controle, group),
      due,
      isLate: due !== null && due < view.view.knownOn,
      effect: own.length === 0 ? null : own.map(effectLine).join("; "),
    };
  });
}

function ownerWords({owner}: Controle, {aanbieders, isHidden}: DisclosedProblemGroup): string {
  if (owner === "gemeente") return "Gemeente";
  if (isHidden) return "Aanbieders";
  return aanbieders === 1 ? "1 aanbieder" : `${formatNumber(aanbieders)} aanbieders`;
}

function ownerRows(view: QualityView, {place, names}: Sources, groups: readonly DisclosedProblemGroup[]): OwnerRow[] {
  const most = mostCents(groups);
  return groups.map((group) => {
    const owner = group.key.eigenaar!;
    const isGemeente = owner === "gemeente";
    const query = qualityQuery(withoutAanbieder(view), place);
    return {
      ...problemRow(
        isGemeente ? "Gemeente" : names.nameOf("aanbieder", owner),
        isGemeente ? null : hrefWith(aanbiederPath(owner), query),
        group,
        most,
      ),
      worklistHref: hrefWith(
        `${datakwaliteitPath}/werklijst-${owner}.csv`,
        isGemeente ? qualityQuery(view, place) : query,
      ),
    };
  });
}

export function withoutAanbieder({view, soort, month}: QualityView): QualityView {
  return {view: {...view, where: view.where.filter(({dimension}) => dimension !== "aanbieder")}, soort, month};
}

interface KpiInput {
  readonly total: DisclosedProblemGroup | undefined;
  readonly course: Course | null;
  readonly reconciliation: DisclosedReconciliation;
  readonly yearCosts: number | null;
  readonly view: View;
  readonly sources: Sources;
}

function kpisOf({total, course, reconciliation, yearCosts, view, sources}: KpiInput): QualityKpi[] {
  const isHidden = total?.isHidden === true;
  const missing = isHidden ? "verborgen" : null;
  const cents = isHidden ? null : (total?.cents ?? 0);
  const money = cents === null ? null : splitEuros(cents);
  const lastMended = course?.mended.at(-1)?.count ?? (course === null ? 0 : null);
  const remainder = reconciliation.unexplained === null ? null : splitEuros(Math.abs(reconciliation.unexplained));
  return [
    {
      label: "Open punten",
      value: isHidden ? null : formatNumber(total?.count ?? 0),
      unit: "",
      missing,
      words: changeWords(course),
      spark: course?.open.map(({count}) => count) ?? [],
      href: null,
    },
    {
      label: "Geld eraan",
      value: money?.value ?? null,
      unit: money?.unit ?? "",
      missing,
      words: cents === null || yearCosts === null ? "" : `${shareWords(cents, yearCosts)} van de kosten van een jaar.`,
      spark: course?.open.map((month) => month.cents) ?? [],
      href: null,
    },
    {
      label: `Hersteld in ${formatMonthName(monthOf(view.knownOn))}`,
      value: lastMended === null ? null : formatNumber(lastMended),
      unit: "",
      missing: lastMended === null ? "verborgen" : null,
      words: "Vanzelf weg zodra het goede bericht er was.",
      spark: course?.mended.map(({count}) => count) ?? [],
      href: null,
    },
    {
      label: "Niet verklaard",
      value: remainder?.value ?? null,
      unit: remainder?.unit ?? "",
      missing: reconciliation.isHidden ? "verborgen" : "geen",
      words:
        remainder === null
          ? "Zonder grootboek van deze maanden, of bij één aanbieder, valt er niets te verklaren."
          : `Tussen berichten en grootboek, ${formatSpan(view.from, view.to)}.`,
      spark: [],
      href: hrefWith(aansluitingPath, viewQuery(view, sources.place)),
    },
  ];
}

function changeWords(course: Course | null): string {
  const [before, now] = [course?.open.at(-2)?.count ?? null, course?.open.at(-1)?.count ?? null];
  const last = course?.open.at(-2);
  if (before === null || now === null || last === undefined) return "";
  if (before === now) return `Evenveel als eind ${formatMonthName(last.month)}.`;
  return `${formatNumber(Math.abs(now - before))} ${now < before ? "minder" : "meer"} dan eind ${formatMonthName(last.month)}.`;
}

function shareWords(cents: number, whole: number): string {
  return whole > 0 ? formatPercent(cents / whole) : "Geen deel";
}

function kernOf(
  total: DisclosedProblemGroup | undefined,
  reconciliation: DisclosedReconciliation,
  yearCosts: number | null,
): string {
  const sentences: string[] = [];
  if (total === undefined) sentences.push("Er staat niets open in de gegevens.");
  else if (total.isHidden || total.cents === null) {
    sentences.push(
      "Er staan enkele punten open. Wij tonen ze niet: het gaat om minder dan 10 mensen, of zo’n aantal zou eruit volgen.",
    );
  } else {
    const share =
      yearCosts === null || yearCosts <= 0
        ? ""
        : ` Dat is ${formatPercent(total.cents / yearCosts)} van de kosten van een jaar.`;
    sentences.push(`Er hangt ${formatEurosRounded(total.cents)} aan open punten in de gegevens.${share}`);
  }
  if (reconciliation.unexplained !== null) {
    sentences.push(
      reconciliation.unexplained === 0
        ? "Het grootboek sluit aan: elk verschil heeft een naam."
        : `Het grootboek klopt op ${formatEurosRounded(Math.abs(reconciliation.unexplained))} na.`,
    );
  }
  return sentences.join(" ");
}

function rowsFinding(rows: readonly ControleRow[]): string {
  const first = rows[0];
  if (first === undefined) return "Er staat niets open";
  if (first.cents === null || first.cents === 0) return "Wat openstaat, en wie het herstelt";
  return `Het meeste geld hangt aan ${first.name.toLowerCase()}: ${formatEurosRounded(first.cents)}`;
}

function ownersFinding(owners: readonly OwnerRow[]): string {
  const own = owners.find(({name}) => name === "Gemeente");
  const others = owners.filter(({name}) => name !== "Gemeente").length;
  if (own?.count === undefined || own.count === null) return "Wie wat herstelt";
  const rest =
    others === 0 ? "" : others === 1 ? ", één aanbieder de rest" : `, ${formatNumber(others)} aanbieders de rest`;
  return `De gemeente herstelt zelf ${formatNumber(own.count)} punten${rest}`;
}

function scoresFinding(scores: readonly AanbiederScore[]): string {
  const known = scores.filter(({score}) => score !== null);
  const [first] = known;
  if (first === undefined || first.score === null) return "Nog geen aanbieder met genoeg berichten voor een score";
  const sound = known.filter(({score}) => score === 1).length;
  return `Bij ${formatNumber(sound)} van ${formatNumber(known.length)} aanbieders hangt geen geld aan een open punt`;
}

function missingFinding(missing: readonly DisclosedMissingMonth[]): string {
  const aanbieders = new Set(missing.map(({aanbieder}) => aanbieder)).size;
  if (aanbieders === 0) return "Alle aanbieders declareerden op tijd, naar hun eigen gewoonte";
  const newest = missing[0]!.month;
  const own = new Set(missing.filter(({month}) => month === newest).map(({aanbieder}) => aanbieder)).size;
  return own === 1
    ? `Eén aanbieder declareerde nog niet over ${formatMonth(newest)}`
    : `${formatNumber(own)} aanbieders declareerden nog niet over ${formatMonth(newest)}`;
}

function codesFinding(codes: readonly CodeChanges[]): string {
  const year = codes[0]?.year;
  const own = codes.filter((one) => one.year === year);
  const unmapped = own.reduce((sum, one) => sum + one.unmapped, 0);
  if (year === undefined) return "Nog geen codes gedeclareerd";
  if (unmapped === 0) return `Alle codes van ${year} hebben een indeling`;
  return unmapped === 1
    ? `Eén code van ${year} heeft nog geen indeling`
    : `${formatNumber(unmapped)} codes van ${year} hebben nog geen indeling`;
}

/** Over the rules of which it may be told. */
function findingsFinding({byRule}: Findings): string {
  const counts = [...byRule.values()].map(({count}) => count);
  if (counts.length === 0) return "Wij vonden geen fouten tegen de standaard";
  const count = counts.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  if (count === 0) return "Wij vonden fouten tegen de standaard. Het zijn er te weinig om te tonen";
  const others = counts.includes(null) ? "zeker " : "";
  return `Wij vonden ${others}${formatNumber(count)} ${count === 1 ? "fout" : "fouten"} tegen de standaard`;
}

/** By rule: which kinds of Bericht, how many aanbieders, over which months. */
export function findingRows({groups, byRule}: Findings, claimed: ReadonlyMap<string, DisclosedClaimed>): FindingRow[] {
  return [...byRule]
    .map(([rule, {count, berichten}]): FindingRow => {
      const own = groups.filter((one) => one.rule === rule);
      const months = own.map(({month}) => month).sort();
      return {
        rule,
        retourcode: own[0]!.retourcode,
        soorten: [...new Set(own.map(({soort}) => soort))].sort().join(", "),
        aanbieders: new Set(own.map(({aanbieder}) => aanbieder)).size,
        count,
        berichten,
        cents: claimed.get(rule)?.cents ?? null,
        missing: claimed.get(rule)?.isHidden === true ? "verborgen" : null,
        months: formatSpan(months[0]!, months.at(-1)!),
      };
    })
    .sort((a, b) => (b.cents ?? 0) - (a.cents ?? 0) || (b.count ?? -1) - (a.count ?? -1) || (a.rule < b.rule ? -1 : 1));
}

function remainderWords({unexplained, isHidden}: DisclosedReconciliation): string {
  if (isHidden) return hiddenLine;
  if (unexplained === null) return "Van deze maanden is er geen grootboek, of het cijfer gaat over één aanbieder.";
  if (unexplained === 0) return "Er blijft niets over. Elk verschil staat hier met zijn naam.";
  return `${formatEurosRounded(unexplained)} blijft over. Wij smeren dat niet uit over andere posten.`;
}
