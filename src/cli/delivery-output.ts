import type {DeliveryResult, ReportedFinding} from "../ingest/result.ts";
import {formatNumber, formatPercent} from "../reports/format.ts";

/** One JSON document on one line. */
export function deliveryJson(result: DeliveryResult): string {
  const {nogGeweigerd: _, megabytes: __, opmerkingen: ___, ...document} = result;
  return `${JSON.stringify(document)}\n`;
}

const mostLines = 20;

/** What came of a delivery, for who waits for it. */
export function describeDelivery(result: DeliveryResult, good: "ingenomen" | "goed"): string {
  const {bestanden, ingenomen, metBevindingen, geweigerd, alAanwezig, nogGeweigerd, overgeslagen} = result;
  const lines = [
    `${count(bestanden, "bestand", "bestanden")} gelezen in ${formatNumber(result.seconden, 1)} seconden (${sizeWords(result.megabytes)}).`,
    ...line(ingenomen, good),
    ...line(metBevindingen, `${good}, met bevindingen`),
    ...line(geweigerd, "geweigerd"),
    ...line(
      alAanwezig,
      `al aanwezig${nogGeweigerd > 0 ? `, waarvan ${formatNumber(nogGeweigerd)} eerder geweigerd en nog steeds` : ""}`,
    ),
    ...line(overgeslagen, "overgeslagen: niet herkend, of een tabel die nog niet is gekoppeld"),
    ...describeFindings(result.bevindingen),
    ...describeSlowLane(result),
    ...result.opmerkingen,
  ];
  return `${lines.join("\n")}\n`;
}

/** Told from this share on: fewer are of no account. */
const slowShare = 0.05;

function describeSlowLane({bestanden, langzaamGelezen}: DeliveryResult): string[] {
  // Files that were refused before are read again, so more are read than are new.
  const share = langzaamGelezen / Math.max(1, bestanden);
  if (share < slowShare) return [];
  return [
    "",
    `${formatPercent(share, 0)} van deze bestanden is langzamer gelezen: hun vorm is ongewoon of er is iets mee.`,
  ];
}

function sizeWords(megabytes: number): string {
  return megabytes < 1 ? "minder dan 1 MB" : `${formatNumber(megabytes)} MB`;
}

function line(number: number, text: string): string[] {
  return number === 0 ? [] : [`  ${formatNumber(number).padStart(9)}  ${text}`];
}

function describeFindings(findings: readonly ReportedFinding[]): string[] {
  if (findings.length === 0) return [];
  const shown = findings.slice(0, mostLines).map(({bestand, tekst}) => `${bestand}: ${tekst}`);
  const more = findings.length - shown.length;
  const rest = more === 0 ? [] : [`En nog ${count(more, "bevinding", "bevindingen")}. Alles ziet u met --json.`];
  return ["", ...shown, ...rest];
}

function count(number: number, one: string, many: string): string {
  return `${formatNumber(number)} ${number === 1 ? one : many}`;
}
