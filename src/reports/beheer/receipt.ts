import {readFileSync} from "node:fs";
import type {Database} from "../../database/database.ts";
import type {Verslag} from "../../ingest/receipts/receipt.ts";
import {formatDuration, formatMoment, formatNumber} from "../format.ts";
import {readPage} from "../page-number.ts";
import {type ReceiptLine, type ReceiptRow, receiptLine} from "./receipts.ts";

const receiptSql = readFileSync(new URL("receipt.sql", import.meta.url), "utf8");
const filesSql = readFileSync(new URL("files.sql", import.meta.url), "utf8");
const countsSql = readFileSync(new URL("file-counts.sql", import.meta.url), "utf8");
const rulesSql = readFileSync(new URL("rules.sql", import.meta.url), "utf8");

export const fileStates = ["geweigerd", "bevindingen", "ingenomen"] as const;
export type FileState = (typeof fileStates)[number];

/** One delivery: what it brought, what was refused and why. */
export interface ReceiptReport {
  readonly title: string;
  readonly kern: string;
  readonly line: ReceiptLine;
  readonly facts: readonly {readonly term: string; readonly words: string}[];
  readonly counts: Readonly<Record<FileState, number>>;
  readonly state: FileState;
  readonly files: readonly ReceiptFile[];
  readonly range: string;
  readonly newer: number | null;
  readonly older: number | null;
  readonly rules: readonly ReceiptRule[];
  /** Rows that were wrong in a file of which the good ones were taken in. */
  readonly leftOut: readonly {readonly name: string; readonly text: string}[];
  /** Files that could not be read, so there is nothing to keep or to download. */
  readonly unread: readonly {readonly name: string; readonly text: string}[];
}

export interface ReceiptFile {
  readonly sha256: string;
  readonly name: string;
  readonly size: number;
  /** Why it was refused, or what was found first; null: nothing. */
  readonly text: string | null;
  readonly isKept: boolean;
}

export interface ReceiptRule {
  readonly regel: string;
  readonly ernst: string;
  readonly tekst: string;
  readonly files: number;
  readonly count: number;
}

const perPage = 50;

export interface ReceiptInput {
  readonly database: Database;
  readonly number: number;
  readonly busySince: Date | null;
  readonly state: string | undefined;
  readonly page: string | undefined;
}

/** Null: there is no such delivery. */
export async function receiptReport({
  database,
  number,
  busySince,
  state,
  page,
}: ReceiptInput): Promise<ReceiptReport | null> {
  const [row] = await database.query<ReceiptRow & {ontvangen_op: string | null; verslag: string | null}>(receiptSql, {
    nummer: number,
  });
  if (row === undefined) return null;
  const line = receiptLine(row, busySince);
  const levering = {levering_nummer: row.levering_nummer ?? -1};
  const counts = await countFiles(database, levering);
  const shown = fileStates.find((name) => name === state) ?? fileStates.find((name) => counts[name] > 0) ?? "geweigerd";
  const offset = (readPage(page) - 1) * perPage;
  const [files, rules] = await Promise.all([
    database.query<FileRow>(filesSql, {...levering, toestand: shown, offset, limit: perPage}),
    database.query<RuleRow>(rulesSql, levering),
  ]);
  const total = counts[shown];
  return {
    title: `Levering ${number}`,
    kern: kernOf(line),
    line,
    facts: factsOf(line, row.ontvangen_op),
    counts,
    state: shown,
    files: files.map((file) => fileOf(file, row.bron)),
    range:
      total === 0
        ? ""
        : `${formatNumber(offset + 1)} tot ${formatNumber(Math.min(offset + perPage, total))} van ${formatNumber(total)}`,
    newer: offset > 0 ? offset / perPage : null,
    older: offset + perPage < total ? offset / perPage + 2 : null,
    rules: rules.map(({regel, ernst, tekst, bestanden, aantal}) => ({
      regel,
      ernst,
      tekst,
      files: bestanden,
      count: aantal,
    })),
    ...(await toldOfFiles(database, row.verslag, levering)),
  };
}

type FileRow = {
  sha256: string;
  naam: string;
  grootte: number;
  reden: string | null;
  segment: number | null;
  tekst: string | null;
};

type RuleRow = {regel: string; ernst: string; tekst: string; bestanden: number; aantal: number};

async function countFiles(database: Database, levering: {levering_nummer: number}): Promise<Record<FileState, number>> {
  const rows = await database.query<{toestand: FileState; aantal: number}>(countsSql, levering);
  const counts = {geweigerd: 0, bevindingen: 0, ingenomen: 0};
  for (const {toestand, aantal} of rows) counts[toestand] = aantal;
  return counts;
}

function fileOf({sha256, naam, grootte, reden, segment, tekst}: FileRow, bron: string): ReceiptFile {
  return {sha256, name: nameWithin(naam, bron), size: grootte, text: reden ?? tekst, isKept: segment !== null};
}

/** A command names files by their whole path; what all of them share is left out. */
function nameWithin(naam: string, bron: string): string {
  const path = bron.split(", ").find((part) => naam.startsWith(`${part}/`));
  return path === undefined ? naam : naam.slice(path.length + 1);
}

async function toldOfFiles(
  database: Database,
  verslag: string | null,
  levering: {levering_nummer: number},
): Promise<Pick<ReceiptReport, "leftOut" | "unread">> {
  if (verslag === null) return {leftOut: [], unread: []};
  const {bevindingen} = JSON.parse(verslag) as Verslag;
  const told = bevindingen.filter(({regel}) => regel === "bestand");
  if (told.length === 0) return {leftOut: [], unread: []};
  const rows = await database.query<{naam: string; toestand: string}>(
    "select naam, toestand from bestand where levering_nummer = $levering_nummer and toestand <> 'ingenomen'",
    levering,
  );
  const stateOf = new Map(rows.map(({naam, toestand}) => [naam, toestand]));
  const toldOf = (state: string | undefined) =>
    told
      .filter(({bestand}) => stateOf.get(bestand) === state)
      .map(({bestand, tekst}) => ({name: bestand, text: tekst}));
  return {leftOut: toldOf("bevindingen"), unread: toldOf(undefined)};
}

function kernOf({state, files, takenIn, withFindings, refused, known}: ReceiptLine): string {
  if (state === "bezig") return "Deze levering wordt nu ingenomen.";
  if (state === "afgebroken") return "Deze levering is afgebroken. Wat binnen was, blijft. Lever haar opnieuw aan.";
  const parts = [
    count(takenIn, "ingenomen"),
    count(withFindings, "ingenomen met bevindingen"),
    count(refused, "geweigerd"),
    count(known, "al aanwezig"),
  ].filter((part) => part !== null);
  if ((files ?? 0) === 0) return "Er is nog niets ingenomen.";
  const all = `${formatNumber(files ?? 0)} ${files === 1 ? "bestand" : "bestanden"}`;
  return parts.length === 0 ? `${all}.` : `${all}: ${parts.join(", ")}.`;
}

function count(number: number | null, word: string): string | null {
  return number === null || number === 0 ? null : `${formatNumber(number)} ${word}`;
}

function factsOf(line: ReceiptLine, receivedAt: string | null): ReceiptReport["facts"] {
  return [
    {term: "Begonnen", words: formatMoment(line.begonnenOp)},
    ...(receivedAt === null ? [] : [{term: "Binnengekomen", words: formatMoment(receivedAt)}]),
    {term: "Duur", words: line.seconds === null ? "niet genoteerd" : formatDuration(line.seconds)},
    {term: "Hoe", words: line.way},
    {term: "Bron", words: line.bron},
    ...(line.berichten === null ? [] : [{term: "Berichten", words: formatNumber(line.berichten)}]),
    ...(line.skipped === null || line.skipped === 0
      ? []
      : [{term: "Overgeslagen", words: `${formatNumber(line.skipped)}, niet herkend of nog niet gekoppeld`}]),
  ];
}
