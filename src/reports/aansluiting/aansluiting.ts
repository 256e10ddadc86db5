import {readCompleteness} from "../../analysis/completeness.ts";
import {type LedgerKind, ledgerKindNames} from "../../analysis/reconciliation/ledger-kinds.ts";
import {
  type DisclosedReconciliation,
  type ReconciliationQuestion,
  readLedger,
  readReconciliation,
} from "../../analysis/reconciliation/reconciliation.ts";
import {readStillToCome} from "../../analysis/reconciliation/still-to-come.ts";
import {type Month, monthRange} from "../../standards/calendar.ts";
import {taakveldName} from "../../standards/taakvelden.ts";
import {aanbiederField} from "../datakwaliteit/quality-view.ts";
import {messagesAlone} from "../field.ts";
import {hiddenReason, type Missing} from "../figure.ts";
import {compareDutch, formatDateShort, formatEurosRounded, formatMonth, formatSpan} from "../format.ts";
import {type Provenance, provenanceOf} from "../provenance.ts";
import {type Field, hrefWith, knownOnField, type QuestionLine, type Word, wetField} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import {filterValue, type View, viewQuery} from "../view.ts";
import {type Waterfall, waterfallOf} from "./waterfall.ts";

export const aansluitingPath = "/over-de-gegevens/aansluiting";

/** The page on which Berichten and ledger are laid beside each other. */
export interface Aansluiting {
  readonly title: string;
  readonly kern: string;
  readonly question: QuestionLine;
  readonly total: DisclosedReconciliation;
  readonly waterfall: Waterfall | null;
  /** "Berichten en grootboek verschillen …" */
  readonly finding: string;
  readonly tables: readonly ReconciliationTable[];
  readonly ledger: readonly LedgerRow[];
  readonly months: readonly MonthComplete[];
  readonly unexplainedWords: string;
  readonly toComeWords: string;
  readonly provenance: Provenance;
  readonly fileHref: string;
}

export interface ReconciliationTable {
  readonly id: "taakveld" | "maand" | "aanbieder";
  readonly head: string;
  readonly finding: string;
  readonly note: string;
  readonly rows: readonly ReconciliationRow[];
  /** Rows that are not here: hidden, or beyond the largest. They stand in the file. */
  readonly more: {readonly shown: number; readonly hidden: number};
}

export interface ReconciliationRow {
  readonly name: string;
  readonly row: DisclosedReconciliation;
  /** Estimated from how earlier months filled up; null: it cannot be said. */
  readonly toCome: number | null;
  readonly missing: Missing | null;
}

export interface LedgerRow {
  readonly description: string;
  readonly kind: string;
  readonly cents: number;
}

export interface MonthComplete {
  readonly month: Month;
  readonly known: number | null;
  readonly expected: number | null;
  readonly share: number | null;
}

export async function aansluiting(sources: Sources, view: View): Promise<Aansluiting> {
  const {database, reader, place, names} = sources;
  const question = reconciliationQuestion(view);
  const wet = question.wet;
  const [totals, byTaakveld, byMonth, byAanbieder, ledger, completeness, taakveldToCome, aanbiederToCome] =
    await Promise.all([
      readReconciliation(database, question, "", reader),
      readReconciliation(database, question, "taakveld", reader),
      readReconciliation(database, question, "maand", reader),
      readReconciliation(database, question, "aanbieder", reader),
      readLedger(database, question, reader),
      readCompleteness(database, {gemeenteCode: view.gemeenteCode, wet, knownOn: view.knownOn}, reader),
      question.aanbieder === null ? readStillToCome(database, question, "taakveld", reader) : new Map<string, number>(),
      readStillToCome(database, question, "aanbieder", reader),
    ]);
  const total = totals[0]!;
  const months = monthsOf(view, completeness);
  const share = shareOf(months);
  const toCome = question.aanbieder === null ? sumToCome(months) : (aanbiederToCome.get(question.aanbieder) ?? null);
  const monthToCome = new Map(
    months.flatMap(({month, known, expected}) =>
      question.aanbieder !== null || known === null || expected === null ? [] : [[month, expected - known] as const],
    ),
  );
  const nameOf = (code: string) => names.nameOf("aanbieder", code);
  return {
    title: "Aansluiting",
    kern: kernOf(total, view),
    question: questionLineOf(sources, view),
    total,
    waterfall: waterfallOf(total),
    finding: findingOf(total),
    tables: [
      {
        id: "taakveld",
        head: "Taakveld",
        finding: unexplainedFinding(byTaakveld, taakveldWords),
        note: "Nog te verwachten is per taakveld apart geraamd en telt niet precies op tot het geheel.",
        rows: rowsOf(byTaakveld, taakveldWords, taakveldToCome),
        more: nothingMore,
      },
      {
        id: "maand",
        head: "Maand",
        finding: "Per maand: de zorg van de maand en de boeking in de maand",
        note: "Links de zorg van de maand, rechts wat in die maand is geboekt. Een toekenning telt als geboekt in de maand van het antwoord.",
        rows: rowsOf(byMonth, formatMonth, monthToCome),
        more: nothingMore,
      },
      {
        id: "aanbieder",
        head: "Aanbieder",
        finding: "Per aanbieder: tot en met het antwoord op de declaratie",
        note: "Het grootboek kent geen aanbieder. Wat per aanbieder is geboekt, kunnen wij dus niet zeggen.",
        ...largest(rowsOf(byAanbieder, nameOf, aanbiederToCome)),
      },
    ],
    ledger: ledgerRows(question.aanbieder === null ? ledger : []),
    months,
    unexplainedWords: unexplainedWords(total),
    toComeWords: toComeWords(total, toCome, share),
    provenance: provenanceOf(messagesAlone, view.to, view.knownOn, share, ["Grootboek zoals laatst aangeleverd"]),
    fileHref: hrefWith(`${aansluitingPath}.csv`, viewQuery(view, place)),
  };
}

const nothingMore = {shown: 0, hidden: 0};
const shownAanbieders = 20;

function largest(rows: readonly ReconciliationRow[]): Pick<ReconciliationTable, "rows" | "more"> {
  const shown = rows
    .filter(({missing}) => missing === null)
    .sort((a, b) => (b.row.granted ?? 0) - (a.row.granted ?? 0) || compareDutch(a.name, b.name));
  return {
    rows: shown.slice(0, shownAanbieders),
    more: {shown: Math.max(0, shown.length - shownAanbieders), hidden: rows.length - shown.length},
  };
}

export function reconciliationQuestion(view: View): ReconciliationQuestion {
  return {
    gemeenteCode: view.gemeenteCode,
    from: view.from,
    to: view.to,
    wet: filterValue(view, "wet"),
    aanbieder: filterValue(view, "aanbieder"),
    knownOn: view.knownOn,
  };
}

function rowsOf(
  rows: readonly DisclosedReconciliation[],
  nameOf: (key: string) => string,
  toCome: ReadonlyMap<string, number>,
): readonly ReconciliationRow[] {
  return rows.map((row) => ({
    name: nameOf(row.key),
    row,
    toCome: row.isHidden ? null : (toCome.get(row.key) ?? null),
    missing: row.isHidden ? "verborgen" : null,
  }));
}

function monthsOf(view: View, completeness: Awaited<ReturnType<typeof readCompleteness>>): MonthComplete[] {
  return monthRange(view.from, view.to).map((month) => {
    const {known = null, expected = null, share = null} = completeness.get(month) ?? {};
    return {month, known, expected, share};
  });
}

function shareOf(months: readonly MonthComplete[]): number | null {
  let [known, expected] = [0, 0];
  for (const month of months) {
    if (month.known === null || month.expected === null) return null;
    known += month.known;
    expected += month.expected;
  }
  return expected > 0 ? known / expected : null;
}

function sumToCome(months: readonly MonthComplete[]): number | null {
  let cents = 0;
  for (const {known, expected} of months) {
    if (known === null || expected === null) return null;
    cents += expected - known;
  }
  return cents;
}

function ledgerRows(lines: Awaited<ReturnType<typeof readLedger>>): LedgerRow[] {
  const sums = new Map<string, {kind: LedgerKind; cents: number}>();
  for (const {description, kind, cents} of lines) {
    sums.set(description, {kind, cents: (sums.get(description)?.cents ?? 0) + cents});
  }
  return [...sums]
    .map(([description, {kind, cents}]) => ({description, kind: ledgerKindNames[kind], cents}))
    .sort((a, b) => Math.abs(b.cents) - Math.abs(a.cents) || compareDutch(a.description, b.description));
}

function kernOf(total: DisclosedReconciliation, view: View): string {
  const span = formatSpan(view.from, view.to);
  if (total.isHidden) return `De bedragen over ${span} zijn verborgen: ${hiddenReason}.`;
  const claimed = total.claimed === null ? "" : `${formatEurosRounded(total.claimed)} gedeclareerd en `;
  const granted = `Voor zorg in ${span} is ${claimed}${formatEurosRounded(total.granted ?? 0)} toegekend.`;
  if (total.booked === null) return `${granted} ${noLedgerWords(view)}`;
  return `${granted} In het grootboek staat ${formatEurosRounded(total.booked)}. ${remainderSentence(total.unexplained ?? 0)}`;
}

function noLedgerWords(view: View): string {
  return filterValue(view, "aanbieder") === null
    ? "Over deze maanden is geen grootboek aangeleverd."
    : "Het grootboek kent geen aanbieder.";
}

function remainderSentence(cents: number): string {
  return cents === 0
    ? "Elk verschil heeft een naam: er blijft niets over."
    : `Van het verschil kunnen wij ${formatEurosRounded(Math.abs(cents))} niet verklaren.`;
}

/** What lies between Berichten and ledger, and how much of it nobody can explain. */
export function findingOf({booked, granted, unexplained}: DisclosedReconciliation): string {
  if (booked === null || granted === null || unexplained === null) return "Van declaratie tot antwoord";
  const difference = `Berichten en grootboek verschillen ${formatEurosRounded(Math.abs(booked - granted))}`;
  if (unexplained === 0) return `${difference}, en dat is verklaard`;
  return `${difference}; ${formatEurosRounded(Math.abs(unexplained))} is niet verklaard`;
}

function unexplainedFinding(rows: readonly DisclosedReconciliation[], nameOf: (key: string) => string): string {
  const largest = [...rows].sort((a, b) => Math.abs(b.unexplained ?? 0) - Math.abs(a.unexplained ?? 0))[0];
  if (largest === undefined || largest.unexplained === null) return "Per taakveld: tot en met het antwoord";
  if (largest.unexplained === 0) return "In elk taakveld is het verschil verklaard";
  return `Wat niet verklaard is, zit vooral bij ${nameOf(largest.key)}`;
}

/** "Jeugdwet 6.73a" is "6.73a Pleegzorg (Jeugdwet)"; most names say themselves of which wet they are. */
function taakveldWords(key: string): string {
  const [wet, code] = key.split(" ");
  if (code === "onbekend") return `Taakveld onbekend (${wet})`;
  const name = taakveldName(code ?? "");
  if (name === null) return key;
  return /Wmo|Jeugd/.test(name) ? `${code} ${name}` : `${code} ${name} (${wet})`;
}

function unexplainedWords({unexplained}: DisclosedReconciliation): string {
  if (unexplained === null) return "Zonder grootboek valt er niets te verklaren.";
  if (unexplained === 0) return "Er blijft niets over. Elk verschil staat hier met zijn naam.";
  return `${formatEurosRounded(unexplained)} blijft over. Wij smeren dat niet uit over andere posten.`;
}

function toComeWords(total: DisclosedReconciliation, toCome: number | null, share: number | null): string {
  if (toCome === null || total.granted === null) return "Wat nog komt, kunnen wij hier niet ramen.";
  const percent =
    share === null ? "" : ` Toegekend is ${Math.min(99, Math.round(share * 100))}\u00a0% van wat wij verwachten.`;
  return `Wij verwachten nog ${formatEurosRounded(Math.round(toCome))} over deze maanden.${toCome > 0 ? percent : ""} Samen is dat ${formatEurosRounded(Math.round(total.granted + toCome))}.`;
}

function questionLineOf({place, names}: Sources, view: View): QuestionLine {
  const choice = (text: string): Word => ({text, isChoice: true});
  const plain = (text: string): Word => ({text, isChoice: false});
  const aanbieder = filterValue(view, "aanbieder");
  const months = (name: string, label: string, chosen: Month): Field => ({
    name,
    label,
    options: monthRange(place.firstMonth, place.lastMonth).map((value) => ({
      value,
      label: formatMonth(value),
      isChosen: value === chosen,
    })),
  });
  return {
    words: [
      plain("U ziet "),
      choice("berichten naast grootboek"),
      plain(" voor "),
      choice(place.area),
      plain(", "),
      choice(filterValue(view, "wet") ?? "Wmo en Jeugd"),
      ...(aanbieder === null ? [] : [plain(", "), choice(names.nameOf("aanbieder", aanbieder))]),
      plain(", van "),
      choice(formatSpan(view.from, view.to)),
      plain(", zoals bekend op "),
      choice(formatDateShort(view.knownOn)),
    ],
    fields: [
      wetField(view),
      aanbiederField(view, names),
      months("van", "Van", view.from),
      months("tot", "Tot en met", view.to),
      knownOnField(view, place),
    ],
    carried: [],
    widenings: [],
    action: aansluitingPath,
  };
}
