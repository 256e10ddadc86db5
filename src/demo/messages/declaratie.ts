import {type Day, isoDate} from "../days.ts";
import {identification, retourCodes, xsdVersie} from "./bericht.ts";
import {block, leaf, type Names} from "./xml.ts";

/** A Prestatie of a 323, and of a 325 that refuses it. */
export interface Prestatie {
  readonly bsn: string;
  readonly referentie: string;
  readonly vorigeReferentie: string | null; // not null: a credit
  readonly toewijzingNummer: number;
  readonly categorie: string;
  readonly code: string;
  readonly begin: Day;
  readonly einde: Day;
  readonly volume: number;
  readonly eenheid: string;
  readonly tarief: number | null; // null: the unit is the euro
  readonly bedrag: number; // cents, never negative
  readonly retourcode: string | null; // null: granted
}

/** Debit minus credit, in cents. */
export function totalOf(prestaties: readonly Prestatie[]): number {
  let total = 0;
  for (const prestatie of prestaties)
    total += prestatie.vorigeReferentie === null ? prestatie.bedrag : -prestatie.bedrag;
  return total;
}

/** Declaratie of a 323. The prestaties of one client stand together. */
export function declaratieBody(
  nummer: string,
  period: {readonly begin: Day; readonly einde: Day},
  dagtekening: Day,
  prestaties: readonly Prestatie[],
  names: Names,
): string {
  const {own} = names;
  return block(
    1,
    `${own}Declaratie`,
    leaf(2, `${own}DeclaratieNummer`, nummer) +
      periode(2, `${own}DeclaratiePeriode`, period.begin, period.einde, names) +
      leaf(2, `${own}DeclaratieDagtekening`, isoDate(dagtekening)) +
      totaal("TotaalIngediendBedrag", totalOf(prestaties), names) +
      block(2, `${own}Clienten`, clienten(prestaties, names)),
  );
}

/** What a 325 answers to a declaratie. */
export interface Antwoord {
  readonly declaratieNummer: string;
  readonly ingediend: number;
  readonly toegekend: number;
  readonly retourcode: string;
  readonly refused: readonly Prestatie[];
}

/** The Header lines of a 325 beside the usual: which declaratie it answers, and how. */
export function antwoordHeader(
  identificatie: string,
  dagtekening: Day,
  codes: readonly string[],
  names: Names,
): string {
  const {own} = names;
  return (
    identification(`${own}DeclaratieIdentificatie`, {identificatie, dagtekening}, names) +
    (codes.includes("0001") ? leaf(2, `${own}XsltVersie`, "1.0.0") : "") +
    xsdVersie(`${own}XsdVersieDeclaratie`, names) +
    retourCodes(2, codes, names)
  );
}

export function declaratieAntwoordBody(antwoord: Antwoord, names: Names): string {
  const {own} = names;
  return block(
    1,
    `${own}DeclaratieAntwoord`,
    leaf(2, `${own}DeclaratieNummer`, antwoord.declaratieNummer) +
      totaal("TotaalIngediendBedrag", antwoord.ingediend, names) +
      totaal("TotaalToegekendBedrag", antwoord.toegekend, names) +
      (antwoord.refused.length === 0 ? "" : block(2, `${own}Clienten`, clienten(antwoord.refused, names, true))) +
      retourCodes(2, [antwoord.retourcode], names),
  );
}

function clienten(prestaties: readonly Prestatie[], names: Names, isAnswer = false): string {
  const {own} = names;
  const byClient = new Map<string, string[]>();
  for (const one of prestaties) {
    const lines = byClient.get(one.bsn);
    const line = prestatie(one, names, isAnswer);
    if (lines === undefined) byClient.set(one.bsn, [line]);
    else lines.push(line);
  }
  let text = "";
  for (const [bsn, lines] of byClient) {
    text += block(
      3,
      `${own}Client`,
      leaf(4, `${own}Bsn`, bsn) +
        block(4, `${own}Prestaties`, lines.join("")) +
        (isAnswer ? retourCodes(4, ["0200"], names) : ""),
    );
  }
  return text;
}

function prestatie(one: Prestatie, names: Names, isAnswer: boolean): string {
  const {own, base} = names;
  return block(
    5,
    `${own}Prestatie`,
    block(
      6,
      `${own}ProductReferentie`,
      leaf(7, `${base}ReferentieNummer`, one.referentie) +
        (one.vorigeReferentie === null ? "" : leaf(7, `${base}VorigReferentieNummer`, one.vorigeReferentie)),
    ) +
      leaf(6, `${own}ToewijzingNummer`, one.toewijzingNummer) +
      leaf(6, `${own}ProductCategorie`, one.categorie) +
      leaf(6, `${own}ProductCode`, one.code) +
      periode(6, `${own}ProductPeriode`, one.begin, one.einde, names) +
      leaf(6, `${own}GeleverdVolume`, one.volume) +
      leaf(6, `${own}Eenheid`, one.eenheid) +
      (one.tarief === null ? "" : leaf(6, `${own}ProductTarief`, one.tarief)) +
      block(
        6,
        `${own}IngediendBedrag`,
        leaf(7, `${base}Bedrag`, one.bedrag) + leaf(7, `${base}DebetCredit`, one.vorigeReferentie === null ? "D" : "C"),
      ) +
      (isAnswer && one.retourcode !== null ? retourCodes(6, [one.retourcode], names) : ""),
  );
}

function periode(depth: number, name: string, begin: Day, einde: Day, {base}: Names): string {
  return block(
    depth,
    name,
    leaf(depth + 1, `${base}Begindatum`, isoDate(begin)) + leaf(depth + 1, `${base}Einddatum`, isoDate(einde)),
  );
}

function totaal(name: string, cents: number, {own, base}: Names): string {
  return block(
    2,
    `${own}${name}`,
    leaf(3, `${base}TotaalBedrag`, Math.abs(cents)) + leaf(3, `${base}DebetCredit`, cents < 0 ? "C" : "D"),
  );
}
