import {type DisclosedBounced, readBounced} from "../../analysis/quality/bounced.ts";
import {controles} from "../../analysis/quality/catalogue.ts";
import {readFindings} from "../../analysis/quality/findings.ts";
import {type DisclosedMissingMonth, readMissingMonths} from "../../analysis/quality/missing-months.ts";
import {readProblemGroups} from "../../analysis/quality/problem-groups.ts";
import {type AanbiederScore, readAanbiederScores, readOtherScores} from "../../analysis/quality/scores.ts";
import {type DisclosedReconciliation, readReconciliation} from "../../analysis/reconciliation/reconciliation.ts";
import type {Spread} from "../../analysis/spread.ts";
import {retourcodes} from "../../standards/istandaarden/retourcodes.ts";
import {aansluitingPath, reconciliationQuestion} from "../aansluiting/aansluiting.ts";
import {type Waterfall, waterfallOf} from "../aansluiting/waterfall.ts";
import type {Crumb} from "../crumb.ts";
import {messagesAlone} from "../field.ts";
import {formatEurosRounded, formatList, formatNumber, formatSpan} from "../format.ts";
import {type Provenance, provenanceOf} from "../provenance.ts";
import {hrefWith, type QuestionLine} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import {filterValue, viewQuery} from "../view.ts";
import {type ControleRow, controleRows, type FindingRow, findingRows, withoutAanbieder} from "./datakwaliteit.ts";
import {aanbiederPath, datakwaliteitPath} from "./paths.ts";
import {filterOf, type QualityView, qualityHref, qualityQuestion} from "./quality-view.ts";

/** What one aanbieder asks: which messages bounced, what is unpaid, what must I repair? */
export interface AanbiederPage {
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  readonly kern: string;
  readonly question: QuestionLine;
  readonly score: AanbiederScore | null;
  /** How those of the others lie, without a name; null: there are too few of them. */
  readonly others: Spread | null;
  /** What this aanbieder can mend. */
  readonly own: readonly ControleRow[];
  /** What the gemeente can mend, about this aanbieder's clients. */
  readonly ofGemeente: readonly ControleRow[];
  readonly bounced: readonly BouncedRow[];
  readonly findings: readonly FindingRow[];
  readonly missing: readonly DisclosedMissingMonth[];
  readonly span: string;
  readonly reconciliation: DisclosedReconciliation;
  readonly waterfall: Waterfall | null;
  readonly aansluitingHref: string;
  readonly provenance: Provenance;
  readonly worklistHref: string;
}

export interface BouncedRow {
  readonly what: string;
  readonly why: string;
  readonly bounced: DisclosedBounced;
}

/** null: no such aanbieder is known, nor did it send anything. */
export async function aanbiederPage(sources: Sources, asked: QualityView, agb: string): Promise<AanbiederPage | null> {
  const {database, reader, place, names} = sources;
  const others = withoutAanbieder(asked);
  const qualityView = {
    ...others,
    view: {...others.view, where: [...others.view.where, {dimension: "aanbieder", value: agb} as const]},
  };
  const {view} = qualityView;
  const filter = filterOf(qualityView);
  const scope = {gemeenteCode: view.gemeenteCode, knownOn: view.knownOn, wet: filterValue(view, "wet")};
  const [groups, scores, spread, bounced, findings, missing, reconciliations] = await Promise.all([
    readProblemGroups(database, filter, ["controle"], reader),
    readAanbiederScores(database, scope, reader),
    readOtherScores(database, scope, agb, reader),
    readBounced(database, {...scope, aanbieder: agb}, reader),
    readFindings(database, filter, reader),
    readMissingMonths(database, filter, reader),
    readReconciliation(database, reconciliationQuestion(view), "", reader),
  ]);
  const score = scores.find(({aanbieder}) => aanbieder === agb) ?? null;
  const isKnown = names.codesOf("aanbieder").includes(agb);
  if (!isKnown && score === null && groups.length === 0 && bounced.length === 0) return null;
  const name = names.nameOf("aanbieder", agb);
  const rows = controleRows(qualityView, sources, groups, []);
  const isOwn = (row: ControleRow) => controles.some((one) => one.name === row.name && one.owner === "aanbieder");
  const own = rows.filter(isOwn);
  return {
    title: name,
    crumbs: [
      {label: "Datakwaliteit", href: qualityHref(datakwaliteitPath, others, place)},
      {label: name, href: null},
    ],
    kern: kernOf(own, bounced),
    question: qualityQuestion({
      view: others,
      sources,
      subject: `de berichten van ${name}`,
      action: aanbiederPath(agb),
      hasAanbieder: true,
    }),
    score,
    others: spread,
    own,
    ofGemeente: rows.filter((row) => !isOwn(row)),
    bounced: bounced.map((one) => ({what: bouncedName(one), why: whyOf(one.retourcode), bounced: one})),
    findings: findingRows(findings, new Map()),
    missing,
    span: formatSpan(view.from, view.to),
    reconciliation: reconciliations[0]!,
    waterfall: waterfallOf(reconciliations[0]!),
    aansluitingHref: hrefWith(aansluitingPath, viewQuery(view, place)),
    provenance: provenanceOf(messagesAlone, view.to, view.knownOn, null),
    worklistHref: qualityHref(`${datakwaliteitPath}/werklijst-${agb}.csv`, others, place),
  };
}

function bouncedName({kind, soort}: DisclosedBounced): string {
  const names = {
    "bericht-geweigerd": `Bericht ${soort} geweigerd`,
    "declaratie-geweigerd": "Hele declaratie geweigerd",
    "regel-afgekeurd": "Regels van declaraties afgekeurd",
    "wacht-op-antwoord": "Declaratie wacht op antwoord",
  } as const;
  return names[kind];
}

/** The codes with what they mean, in the words of the standard. */
function whyOf(codes: string): string {
  const each = codes.split(",").filter((code) => code !== "");
  return each.map((code) => `${code} ${retourcodes.labels[code] ?? ""}`.trim()).join("; ");
}

function kernOf(own: readonly ControleRow[], bounced: readonly DisclosedBounced[]): string {
  const open = own.filter(({count}) => count !== null);
  const count = open.reduce((sum, row) => sum + (row.count ?? 0), 0);
  const cents = open.reduce((sum, row) => sum + (row.cents ?? 0), 0);
  const hidden = own.length - open.length;
  const parts: string[] = [];
  if (own.length === 0) parts.push("Er staat niets open dat deze aanbieder moet herstellen.");
  else if (open.length === 0)
    parts.push(
      "Er staan enkele punten open. Wij tonen ze niet: het gaat om minder dan 10 mensen, of zo’n aantal zou eruit volgen.",
    );
  else {
    const few = hidden === 0 ? "" : ` Daarnaast ${hidden === 1 ? "is één lijst" : `zijn ${hidden} lijsten`} verborgen.`;
    parts.push(`Te herstellen: ${formatNumber(count)} punten, waar ${formatEurosRounded(cents)} aan hangt.${few}`);
  }
  const waiting = bounced.find(({kind}) => kind === "wacht-op-antwoord");
  const refused = bounced.filter(({kind}) => kind === "regel-afgekeurd" || kind === "declaratie-geweigerd");
  const refusedCents = refused.reduce((sum, one) => sum + (one.cents ?? 0), 0);
  const unpaid: string[] = [];
  if (refusedCents > 0) unpaid.push(`${formatEurosRounded(refusedCents)} is in een jaar afgekeurd`);
  if (waiting?.cents != null) unpaid.push(`${formatEurosRounded(waiting.cents)} wacht op antwoord`);
  if (unpaid.length > 0) parts.push(`${formatList(unpaid)}.`);
  return parts.join(" ");
}
