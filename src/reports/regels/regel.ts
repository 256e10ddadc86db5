import {
  type BrokenParts,
  type ProcessCount,
  type ProcessParts,
  readBrokenRule,
  readBrokenRules,
  readProcessRule,
} from "../../analysis/rules/rule-counts.ts";
import {monthOf, monthRange} from "../../standards/calendar.ts";
import {retourcodes} from "../../standards/istandaarden/retourcodes.ts";
import {ownChecks} from "../../standards/istandaarden/rules/own-checks.ts";
import {type ProcessRule, processRules} from "../../standards/istandaarden/rules/process-rules.ts";
import {findRule} from "../../standards/istandaarden/rules/rules.ts";
import type {Crumb} from "../crumb.ts";
import {messagesAlone} from "../field.ts";
import {formatDate, formatMonth, formatNumber, formatPercent} from "../format.ts";
import {type Provenance, provenanceOf} from "../provenance.ts";
import type {Sources} from "../sources.ts";
import {berichtenWords, regelsPath} from "./regels.ts";
import {kindWords, levelOf, messageWords, stateWords, wetWords} from "./words.ts";

/** One rule: what it says, what we do with it, and who breaks it. */
export interface Regel {
  readonly title: string;
  readonly kern: string;
  readonly crumbs: readonly Crumb[];
  readonly facts: readonly {readonly term: string; readonly words: string}[];
  /** null: it is not measured. */
  readonly process: ProcessFigures | null;
  /** null: there is nothing to count. */
  readonly broken: BrokenFigures | null;
  readonly provenance: Provenance;
}

export interface BrokenFigures {
  readonly sentence: string;
  readonly byMonth: readonly CountRow[];
  readonly byAanbieder: readonly CountRow[];
}

export interface CountRow {
  readonly name: string;
  readonly text: string;
  /** Of the largest row; null: hidden. */
  readonly share: number | null;
}

export interface ProcessFigures {
  readonly sentence: string;
  readonly unit: string;
  readonly hasTerm: boolean;
  readonly amissName: string;
  readonly byMonth: readonly ProcessRow[];
  readonly byAanbieder: readonly ProcessRow[];
  readonly remarks: readonly string[];
}

export interface ProcessRow {
  readonly name: string;
  readonly total: string;
  readonly good: string;
  readonly late: string;
  readonly amiss: string;
  readonly median: string;
  /** Share that was as the rule says, 0 to 1; null: nothing happened, or too little to show. */
  readonly share: number | null;
}

/** Months shown: two years, as elsewhere. */
const monthsShown = 24;

/** null: there is no such rule. */
export async function regel(sources: Sources, code: string): Promise<Regel | null> {
  const rule = findRule(code);
  const own = ownChecks.find((check) => check.code === code);
  if (rule === undefined && own === undefined) return null;
  const {place} = sources;
  const measured = rule?.state.kind === "gemeten" ? processRules[code] : undefined;
  return {
    title: rule === undefined ? `Onze controle '${code}'` : `Regel ${code}`,
    kern: rule?.description ?? own!.description,
    crumbs: [
      {label: "Regels van de standaard", href: regelsPath},
      {label: code, href: null},
    ],
    facts: factsOf(code),
    process: measured === undefined ? null : await processOf(sources, code, measured),
    broken: measured === undefined ? await brokenOf(sources, code) : null,
    provenance: provenanceOf(messagesAlone, place.lastMonth, place.dataDate, null),
  };
}

function factsOf(code: string): Regel["facts"] {
  const rule = findRule(code);
  if (rule === undefined) {
    return [
      {term: "Soort", words: "Van onszelf. De standaard heeft hier geen regel voor."},
      {term: "Wat wij doen", words: "Gecontroleerd bij het innemen van elk bestand."},
    ];
  }
  const {short, long} = stateWords(rule.state);
  const {retourcode} = rule;
  return [
    {term: "Wat wij doen", words: `${capital(short)}: ${long}`},
    {term: "Soort", words: kindWords[rule.kind]},
    {term: "Niveau", words: levelOf(rule)},
    {
      term: "Retourcode",
      words: retourcode === null ? "geen" : `${retourcode}: ${retourcodes.labels[retourcode]}`,
    },
    {term: "Berichten", words: messageWords(rule)},
    {term: "Wet", words: wetWords(rule)},
    {term: "Vanaf", words: `release ${rule.since}`},
  ];
}

async function brokenOf({database, place, reader, names}: Sources, code: string): Promise<BrokenFigures | null> {
  const found = (await readBrokenRules(database, place.gemeenteCode, reader)).get(code);
  const rule = findRule(code);
  if (found === undefined) {
    const isCounted = rule === undefined || (rule.niveau !== null && rule.state.kind === "gecontroleerd");
    if (!isCounted) return null;
    return {sentence: "Geen bericht overtreedt deze regel.", byMonth: [], byAanbieder: []};
  }
  const parts = await readBrokenRule(database, place.gemeenteCode, code, reader);
  const count = found.berichten === null ? "Minder dan 10 berichten" : capital(berichtenWords(found.berichten));
  const span =
    found.first === null || found.last === null || found.berichten === null
      ? ""
      : ` Het eerste is van ${formatDate(found.first)}, het laatste van ${formatDate(found.last)}.`;
  return {
    sentence: `${count} overtreden deze regel.${span}`,
    byMonth: monthRows(parts.byMonth, place.dataDate),
    byAanbieder: aanbiederRows(parts.byAanbieder, (aanbieder) => names.nameOf("aanbieder", aanbieder)),
  };
}

function monthRows(counts: BrokenParts["byMonth"], dataDate: string): CountRow[] {
  const first = [...counts.keys()].sort()[0];
  if (first === undefined) return [];
  const months = monthRange(first, monthOf(dataDate)).slice(-monthsShown);
  return countRows(months.map((month) => [formatMonth(month), counts.has(month) ? counts.get(month)! : 0]));
}

/** Sorted by what is shown: its place among others would tell what is hidden. */
function aanbiederRows(counts: BrokenParts["byAanbieder"], nameOf: (aanbieder: string) => string): CountRow[] {
  const named = [...counts].map(([aanbieder, count]) => [nameOf(aanbieder), count] as const);
  return countRows(named.sort(([a, few], [b, many]) => (many ?? -1) - (few ?? -1) || (a < b ? -1 : 1)));
}

function countRows(counts: readonly (readonly [name: string, count: number | null])[]): CountRow[] {
  const most = Math.max(1, ...counts.map(([, count]) => count ?? 0));
  return counts.map(([name, count]) => ({name, text: cell(count), share: count === null ? null : count / most}));
}

async function processOf(sources: Sources, code: string, rule: ProcessRule): Promise<ProcessFigures> {
  const {database, place, reader, names} = sources;
  const parts = await readProcessRule(database, place.gemeenteCode, code, reader);
  const months = [...parts.byMonth.keys()].sort();
  const shown = months.length === 0 ? [] : monthRange(months[0]!, months.at(-1)!).slice(-monthsShown);
  return {
    sentence: processSentence(parts, rule),
    unit: rule.term?.unit ?? "",
    hasTerm: rule.term !== null,
    amissName: rule.term === null ? "Anders" : "Ontbreekt",
    byMonth: shown.map((month) => processRow(formatMonth(month), parts.byMonth.get(month))),
    byAanbieder: [...parts.byAanbieder]
      .map(([aanbieder, count]) => ({name: names.nameOf("aanbieder", aanbieder), count}))
      .sort((a, b) => (b.count.total ?? -1) - (a.count.total ?? -1) || (a.name < b.name ? -1 : 1))
      .map(({name, count}) => processRow(name, count)),
    remarks: [
      ...(rule.term === null
        ? [`Anders betekent: ${rule.amiss}.`]
        : [`De termijn is ${rule.term.days} ${rule.term.unit}. Daarna is het te laat; wat nog niet kwam, ontbreekt.`]),
      ...(rule.term?.unit === "werkdagen"
        ? ["Werkdagen zijn die van de Algemene termijnenwet: Goede Vrijdag en Bevrijdingsdag tellen niet mee."]
        : []),
      ...(rule.remark === null ? [] : [rule.remark]),
    ],
  };
}

function processSentence({whole}: ProcessParts, {counted, term, amiss}: ProcessRule): string {
  if (whole.total === 0) return `Er waren nog geen ${counted}.`;
  if (whole.total === null || whole.good === null) return "Het zijn er te weinig om te tonen.";
  const share = formatPercent((whole.total - whole.good) / whole.total, 0);
  const median =
    term === null || whole.medianDays === null
      ? ""
      : ` De helft was er binnen ${formatNumber(whole.medianDays)} ${whole.medianDays === 1 ? term.unit.replace("dagen", "dag") : term.unit}.`;
  return `Bij ${share} van ${formatNumber(whole.total)} ${counted}: ${amiss}.${median}`;
}

const nothing: ProcessCount = {total: 0, good: 0, late: 0, amiss: 0, pending: 0, medianDays: null};

function processRow(name: string, count: ProcessCount = nothing): ProcessRow {
  const {total, good, late, amiss, medianDays} = count;
  return {
    name,
    total: cell(total),
    good: cell(good),
    late: cell(late),
    amiss: cell(amiss),
    median: medianDays === null ? (total === null || good === null ? "verborgen" : "geen") : formatNumber(medianDays),
    share: total === null || good === null || total === 0 ? null : good / total,
  };
}

function cell(count: number | null): string {
  return count === null ? "verborgen" : formatNumber(count);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
