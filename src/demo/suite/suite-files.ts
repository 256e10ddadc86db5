import {labelOf} from "../../standards/istandaarden/code-lists.ts";
import {type Day, isoDate} from "../days.ts";
import {birthText, homeOf} from "../messages/client.ts";
import type {Omvang} from "../messages/toewijzing.ts";
import type {DeclaratieRow, LeveringRow, Suite, VersieRow} from "./suite.ts";

type Cell = string | number | null;
type Column<Row> = readonly [name: string, cell: (row: Row) => Cell];

/** What the suite exports: three tables as applications make them, with its own names, dates and amounts. */
export function suiteFiles({versies, leveringen, declaratieregels}: Suite): [path: string, text: string][] {
  return [
    ["tabellen/toewijzingen.csv", csv(versieColumns, versies)],
    ["tabellen/leveringen.csv", csv(leveringColumns, leveringen)],
    ["tabellen/declaratieregels.csv", csv(declaratieColumns, declaratieregels)],
  ];
}

const versieColumns: readonly Column<VersieRow>[] = [
  ["BSN", ({client}) => client.bsn],
  ["Geboortedatum", ({client}) => dutchDate(birthText(client))],
  ["Geslacht", ({client}) => (client.isFemale ? "Vrouw" : "Man")],
  ["Postcode", ({client}) => homeOf(client).postcode],
  ["Huisnummer", ({client}) => homeOf(client).huisnummer],
  ["Wet", ({heading}) => heading.wet],
  ["AGB-code aanbieder", ({heading}) => heading.agb],
  ["Toewijzingsnummer", ({product}) => product.nummer],
  ["Referentie aanbieder", ({product}) => product.referentie],
  ["Productcategorie", ({product}) => product.categorie],
  ["Productcode", ({product}) => product.code],
  ["Vastgesteld op", ({product}) => `${dutchDay(product.toegewezenOp)} ${timeOfDay(product.seconds)}`],
  ["Ingangsdatum", ({product}) => dutchDay(product.ingang)],
  ["Einddatum", ({product}) => dutchDay(product.einde)],
  ["Reden wijziging", ({product}) => product.reden],
  ["Volume", ({product}) => product.omvang?.volume ?? null],
  ["Eenheid", ({product, heading}) => unitName(product.omvang, heading.wet)],
  ["Frequentie", ({product, heading}) => frequencyName(product.omvang, heading.wet)],
  ["Budget", ({product}) => (product.budget === null ? null : euros(product.budget))],
  ["Aanvraag ontvangen op", ({verwijzing}) => dutchDay(verwijzing?.op ?? null)],
  ["Verwijzer", ({verwijzing, heading}) => verwijzing && labelOf("TypeVerwijzer", heading.wet, verwijzing.type)],
  ["AGB-code verwijzer", ({verwijzing}) => verwijzing?.code ?? null],
  ["Verzonden op", ({heading}) => dutchDay(heading.dagtekening)],
  ["Afgekeurd op", ({vervallenOp}) => dutchDay(vervallenOp)],
];

const leveringColumns: readonly Column<LeveringRow>[] = [
  ["BSN", ({client}) => client.bsn],
  ["Wet", ({heading}) => heading.wet],
  ["AGB-code aanbieder", ({heading}) => heading.agb],
  ["Soort melding", ({product}) => (product.stop === null ? "Start" : "Stop")],
  ["Toewijzingsnummer", ({product}) => product.nummer],
  ["Productcategorie", ({product}) => product.categorie],
  ["Productcode", ({product}) => product.code],
  ["Ingangsdatum toewijzing", ({product}) => dutchDay(product.ingang)],
  ["Begindatum levering", ({product}) => dutchDay(product.begin)],
  ["Einddatum levering", ({product}) => dutchDay(product.stop?.einde ?? null)],
  ["Reden beëindiging", ({product}) => product.stop?.reden ?? null],
  ["Ontvangen op", ({heading}) => dutchDay(heading.dagtekening)],
  ["Vervallen op", ({vervallenOp}) => dutchDay(vervallenOp)],
];

const declaratieColumns: readonly Column<DeclaratieRow>[] = [
  ["BSN", ({prestatie}) => prestatie.bsn],
  ["Wet", ({heading}) => heading.wet],
  ["AGB-code aanbieder", ({heading}) => heading.agb],
  ["Declaratienummer", ({declaratieNummer}) => declaratieNummer],
  ["Referentienummer", ({prestatie}) => prestatie.referentie],
  ["Vorig referentienummer", ({prestatie}) => prestatie.vorigeReferentie],
  ["Toewijzingsnummer", ({prestatie}) => prestatie.toewijzingNummer],
  ["Productcategorie", ({prestatie}) => prestatie.categorie],
  ["Productcode", ({prestatie}) => prestatie.code],
  ["Begindatum", ({prestatie}) => dutchDay(prestatie.begin)],
  ["Einddatum", ({prestatie}) => dutchDay(prestatie.einde)],
  ["Geleverd volume", ({prestatie}) => prestatie.volume],
  ["Eenheid", ({prestatie, heading}) => labelOf("Eenheid", heading.wet, prestatie.eenheid)],
  ["Tarief", ({prestatie}) => (prestatie.tarief === null ? null : euros(prestatie.tarief))],
  ["Ingediend bedrag", ({prestatie}) => euros(prestatie.bedrag)],
  ["Debet/credit", ({prestatie}) => (prestatie.vorigeReferentie === null ? "D" : "C")],
  ["Gedeclareerd op", ({heading}) => dutchDay(heading.dagtekening)],
  ["Status", ({status}) => status],
  ["Beoordeeld op", ({beoordeeldOp}) => dutchDay(beoordeeldOp)],
  ["Retourcode", ({retourcode}) => retourcode],
];

function csv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = [columns.map(([name]) => name).join(";")];
  for (const row of rows) lines.push(columns.map(([, cell]) => cellText(cell(row))).join(";"));
  return `${lines.join("\r\n")}\r\n`;
}

function cellText(cell: Cell): string {
  const text = cell === null ? "" : String(cell);
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function unitName(omvang: Omvang | null, wet: "Wmo" | "Jeugdwet"): string | null {
  return omvang && labelOf("Eenheid", wet, omvang.eenheid);
}

function frequencyName(omvang: Omvang | null, wet: "Wmo" | "Jeugdwet"): string | null {
  return omvang && labelOf("Frequentie", wet, omvang.frequentie);
}

function dutchDay(day: Day | null): string | null {
  return day === null ? null : dutchDate(isoDate(day));
}

/** "31-01-2025"; a year alone stays one. */
function dutchDate(text: string): string {
  return text.split("-").reverse().join("-");
}

/** "1.234,56". */
function euros(cents: number): string {
  return dutchAmount.format(cents / 100);
}

const dutchAmount = new Intl.NumberFormat("nl-NL", {minimumFractionDigits: 2, maximumFractionDigits: 2});

function timeOfDay(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
