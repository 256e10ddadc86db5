import {listTokens, type TokenFacts} from "../../access/token.ts";
import type {Database} from "../../database/database.ts";
import type {Environment} from "../../ingest/keys/key-files.ts";
import {type IsoDate, todayAt} from "../../standards/calendar.ts";
import {formatBytes, formatDuration, formatMoment, formatMonthName, formatNumber} from "../format.ts";
import {readPage} from "../page-number.ts";
import {type MailFacts, mailWords} from "./mail.ts";
import {type MissingReport, missingDeclaraties} from "./missing.ts";
import {countReceipts, listReceipts, type ReceiptLine} from "./receipts.ts";
import {type SystemFacts, systemFacts} from "./system.ts";

/** Did the last load run, what is missing, and is the system well? */
export interface Beheer {
  readonly title: string;
  readonly kern: string;
  readonly kpis: readonly {
    readonly label: string;
    readonly value: string;
    readonly unit: string;
    readonly line: string;
  }[];
  readonly receiptsHeading: string;
  readonly receipts: readonly ReceiptLine[];
  readonly range: string;
  readonly newer: number | null;
  readonly older: number | null;
  readonly missingHeading: string;
  readonly missing: MissingReport;
  readonly systemHeading: string;
  readonly system: SystemFacts;
  readonly tokens: readonly TokenFacts[];
}

export interface BeheerInput {
  readonly database: Database;
  readonly dataFolder: string;
  readonly environment: Environment;
  /** null: this server sends no mail. */
  readonly mail: MailFacts | null;
  readonly now: Date;
  /** When what runs now began; null: nothing does. */
  readonly busySince: Date | null;
  readonly page: string | undefined;
  readonly nameOf: (aanbieder: string) => string;
}

const perPage = 20;

export async function beheer(input: BeheerInput): Promise<Beheer> {
  const {database, dataFolder, environment, now, busySince, nameOf} = input;
  const number = readPage(input.page);
  const offset = (number - 1) * perPage;
  const today: IsoDate = todayAt(now);
  const [total, receipts, [last], missing, system, tokens] = await Promise.all([
    countReceipts(database),
    listReceipts(database, busySince, {offset, limit: perPage}),
    listReceipts(database, busySince, {offset: 0, limit: 1}),
    missingDeclaraties(database, today, nameOf),
    systemFacts(database, dataFolder, environment),
    listTokens(database),
  ]);
  return {
    title: "Beheer",
    kern: `${lastWords(last)} ${missingWords(missing)}`,
    kpis: kpisOf(last, missing, system),
    receiptsHeading: receiptsHeading(last),
    receipts,
    range:
      total === 0
        ? ""
        : `${formatNumber(offset + 1)} tot ${formatNumber(Math.min(offset + perPage, total))} van ${formatNumber(total)}`,
    newer: number > 1 ? number - 1 : null,
    older: offset + perPage < total ? number + 1 : null,
    missingHeading: missingHeading(missing),
    missing,
    systemHeading: system.worries.length === 0 ? "Het systeem is gezond" : "Het systeem vraagt aandacht",
    system: {...system, facts: [...system.facts, {term: "Mail", words: mailWords(input.mail)}]},
    tokens,
  };
}

function lastWords(last: ReceiptLine | undefined): string {
  if (last === undefined) return "Er is nog niets aangeleverd.";
  const when = formatMoment(last.begonnenOp);
  switch (last.state) {
    case "bezig":
      return "Er wordt nu een levering ingenomen.";
    case "afgebroken":
      return `De levering van ${when} is afgebroken. Lever haar opnieuw aan: wat binnen is, blijft.`;
    case "niets nieuws":
      return `De laatste levering, van ${when}, bracht niets nieuws.`;
    default:
      return `De laatste levering is van ${when}. ${takenWords(last)}`;
  }
}

function takenWords({takenIn, withFindings, refused, files}: ReceiptLine): string {
  const good = (takenIn ?? 0) + (withFindings ?? 0);
  const counted = `${formatNumber(good)} van de ${formatNumber(files ?? good)} bestanden ${good === 1 ? "is" : "zijn"} ingenomen`;
  return (refused ?? 0) === 0 ? `${counted}.` : `${counted}, ${formatNumber(refused ?? 0)} geweigerd.`;
}

function missingWords({missing, present, month}: MissingReport): string {
  const late = missing.filter(({isLate}) => isLate).length;
  if (missing.length + present === 0) return "";
  if (late === 0) return `Wie gewoonlijk declareert, is er in ${formatMonthName(month)} op tijd bij.`;
  const who = late === 1 ? "1 aanbieder" : `${formatNumber(late)} aanbieders`;
  return `Van ${who} missen wij in ${formatMonthName(month)} de declaraties.`;
}

function missingHeading({missing, present, month}: MissingReport): string {
  const name = formatMonthName(month);
  if (missing.length + present === 0) return "Wie gewoonlijk declareert, weten wij nog niet";
  if (missing.length === 0) return `In ${name} declareerde iedereen die dat gewoonlijk doet`;
  if (present === 0) return `In ${name} kwam nog geen enkele declaratie`;
  const who = missing.length === 1 ? "1 aanbieder" : `${formatNumber(missing.length)} aanbieders`;
  return `Van ${who} kwam in ${name} nog geen declaratie`;
}

function receiptsHeading(last: ReceiptLine | undefined): string {
  if (last === undefined) return "Nog geen leveringen";
  if (last.state === "geweigerd") return "De laatste levering is geweigerd";
  const refused = last.refused ?? 0;
  if (refused === 1) return "Van de laatste levering is 1 bestand geweigerd";
  if (refused > 1) return `Van de laatste levering zijn ${formatNumber(refused)} bestanden geweigerd`;
  if (last.state === "afgebroken") return "De laatste levering is afgebroken";
  return last.state === "bezig" ? "Er komt nu een levering binnen" : "De laatste levering ging goed";
}

function kpisOf(last: ReceiptLine | undefined, missing: MissingReport, system: SystemFacts): Beheer["kpis"] {
  const late = missing.missing.filter(({isLate}) => isLate).length;
  const [free, freeUnit] = formatBytes(system.freeBytes).split("\u00a0");
  const [day, time] = last === undefined ? ["geen", ""] : formatMoment(last.begonnenOp).split(", ");
  return [
    {
      label: "Laatste levering",
      value: time === "" ? "geen" : time!,
      unit: time === "" ? "" : "uur",
      line: last === undefined ? "Lever aan via de inbox, het web of een opdracht." : `${day}. ${durationWords(last)}`,
    },
    {
      label: "Geweigerd",
      value: last?.refused === null || last === undefined ? "onbekend" : formatNumber(last.refused),
      unit: "",
      line: "Bestanden in de laatste levering.",
    },
    {
      label: "Te laat met declaraties",
      value: formatNumber(late),
      unit: late === 1 ? "aanbieder" : "aanbieders",
      line: `Van ${formatNumber(missing.missing.length + missing.present)} die gewoonlijk elke maand declareren.`,
    },
    {label: "Vrije ruimte", value: free!, unit: freeUnit ?? "", line: "Op de schijf met de gegevens."},
  ];
}

function durationWords({seconds, files}: ReceiptLine): string {
  if (seconds === null) return "Hoe lang het duurde, is niet genoteerd.";
  return `${formatNumber(files ?? 0)} ${files === 1 ? "bestand" : "bestanden"} in ${formatDuration(seconds)}.`;
}
