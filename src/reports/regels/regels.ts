import {
  type BrokenRule,
  type ProcessCount,
  readBrokenRules,
  readProcessTotals,
} from "../../analysis/rules/rule-counts.ts";
import {ownChecks} from "../../standards/istandaarden/rules/own-checks.ts";
import type {Rule, RuleKind} from "../../standards/istandaarden/rules/rule.ts";
import {rules} from "../../standards/istandaarden/rules/rules.ts";
import {messagesAlone} from "../field.ts";
import {type Filter, filter} from "../filter.ts";
import {formatNumber, formatPercent} from "../format.ts";
import {type Provenance, provenanceOf} from "../provenance.ts";
import type {Sources} from "../sources.ts";
import {kindWords, messageWords, stateWords, wetWords} from "./words.ts";

export const regelsPath = "/over-de-gegevens/regels";

/** All rules of the standard, what we do with each, and how often it is broken now. */
export interface Regels {
  readonly title: string;
  readonly kern: string;
  readonly filters: readonly Filter[];
  readonly search: string;
  readonly isFiltered: boolean;
  readonly rows: readonly RegelRow[];
  /** "12 van de 313 regels" */
  readonly range: string;
  readonly provenance: Provenance;
}

export interface RegelRow {
  readonly code: string;
  readonly href: string;
  readonly description: string;
  readonly kind: string;
  readonly niveau: string;
  readonly retourcode: string;
  readonly messages: string;
  readonly wet: string;
  readonly state: string;
  /** Berichten that break it, or the share that was not as it says; null: nothing to count. */
  readonly broken: string | null;
}

export interface RegelsQuery {
  readonly soort?: string | undefined;
  readonly toestand?: string | undefined;
  readonly bericht?: string | undefined;
  readonly zoek?: string | undefined;
}

const states = ["gecontroleerd", "gemeten", "niet te bepalen"] as const;
const messages = ["301", "305", "307", "315", "317", "319", "323", "325"] as const;

export async function regels(sources: Sources, query: RegelsQuery): Promise<Regels> {
  const {database, place, reader} = sources;
  const [broken, process] = await Promise.all([
    readBrokenRules(database, place.gemeenteCode, reader),
    readProcessTotals(database, place.gemeenteCode, reader),
  ]);
  const all: readonly Listed[] = [
    ...rules.map(listed),
    ...ownChecks.map(({code, description}) => ({code, description, rule: null})),
  ];
  const chosen = all.filter((one) => isChosen(one, query));
  const count = (kind: (typeof states)[number]) => rules.filter(({state}) => state.kind === kind).length;
  return {
    title: "Regels van de standaard",
    kern: `iWmo en iJw hebben ${rules.length} regels. Wij controleren er ${count("gecontroleerd")} en meten er ${count("gemeten")}. Bij ${count("niet te bepalen")} staat waarom dat niet kan.`,
    filters: filtersOf(query),
    search: query.zoek ?? "",
    isFiltered: chosen.length < all.length,
    rows: chosen.map((one) => rowOf(one, broken, process)),
    range: `${formatNumber(chosen.length)} van de ${formatNumber(all.length)} regels, met de ${ownChecks.length} die wij er zelf aan toevoegen`,
    provenance: provenanceOf(messagesAlone, place.lastMonth, place.dataDate, null),
  };
}

/** A rule of the standard, or a check of our own. */
interface Listed {
  readonly code: string;
  readonly description: string;
  readonly rule: Rule | null;
}

function listed(rule: Rule): Listed {
  return {code: rule.code, description: rule.description, rule};
}

function isChosen({code, description, rule}: Listed, {soort, toestand, bericht, zoek}: RegelsQuery): boolean {
  const isOfKind = isOpen(soort) || soort === (rule?.kind ?? "eigen");
  const isInState = isOpen(toestand) || toestand === (rule?.state.kind ?? "gecontroleerd");
  const kinds: readonly string[] = rule?.soorten ?? [];
  const isOfMessage = isOpen(bericht) || kinds.length === 0 || kinds.includes(bericht!);
  const words = (zoek ?? "").trim().toLowerCase();
  const text = `${code} ${rule?.retourcode ?? ""} ${description}`.toLowerCase();
  return isOfKind && isInState && isOfMessage && text.includes(words);
}

function isOpen(value: string | undefined): boolean {
  return value === undefined || value === "";
}

function filtersOf({soort, toestand, bericht}: RegelsQuery): Filter[] {
  const kinds = Object.entries(kindWords).map(([kind, words]) => [kind, `${kind}: ${words.toLowerCase()}`] as const);
  return [
    filter("soort", "Soort", "alle soorten", [...kinds, ["eigen", "van onszelf"]], soort),
    filter(
      "toestand",
      "Wat wij ermee doen",
      "alles",
      states.map((state) => [state, state]),
      toestand,
    ),
    filter(
      "bericht",
      "Bericht",
      "alle berichten",
      messages.map((message) => [message, message]),
      bericht,
    ),
  ];
}

function rowOf(
  {code, description, rule}: Listed,
  broken: ReadonlyMap<string, BrokenRule>,
  process: ReadonlyMap<string, ProcessCount>,
): RegelRow {
  return {
    code,
    href: `${regelsPath}/${code}`,
    description,
    kind: rule === null ? "van onszelf" : kindWords[rule.kind as RuleKind],
    niveau: rule === null ? "1" : (rule.niveau?.toString() ?? "geen"),
    retourcode: rule?.retourcode ?? "geen",
    messages: rule === null ? "alle" : messageWords(rule),
    wet: rule === null ? "Wmo en Jeugdwet" : wetWords(rule),
    state: rule === null ? "gecontroleerd" : stateWords(rule.state).short,
    broken: rule?.state.kind === "gemeten" ? processWords(process.get(code)) : brokenWords(rule, broken.get(code)),
  };
}

/** null: it is said by other rules, or not decidable, so there is nothing to count. */
function brokenWords(rule: Rule | null, found: BrokenRule | undefined): string | null {
  if (found !== undefined)
    return found.berichten === null ? "minder dan 10 berichten" : berichtenWords(found.berichten);
  const isCounted = rule === null || (rule.niveau !== null && rule.niveau > 1 && rule.state.kind === "gecontroleerd");
  return isCounted ? berichtenWords(0) : null;
}

export function berichtenWords(count: number): string {
  if (count === 0) return "geen bericht";
  return `${formatNumber(count)} ${count === 1 ? "bericht" : "berichten"}`;
}

function processWords(count: ProcessCount | undefined): string {
  if (count === undefined || count.total === 0) return "niet voorgekomen";
  if (count.total === null || count.good === null) return "te klein om te tonen";
  return `${formatPercent((count.total - count.good) / count.total, 0)} van ${formatNumber(count.total)}`;
}
