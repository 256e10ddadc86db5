import type {IsoDate} from "../../src/standards/calendar.ts";
import type {Release} from "../../src/standards/istandaarden/release.ts";
import {type Elements, messageXml} from "../istandaarden/message-xml.ts";

// Berichten of the Wmo as text, for corners that a made-up gemeente seldom has: one person, one product.

export const client = {
  Bsn: "999900006",
  Geboortedatum: {Datum: "1950-05-17"},
  Geslacht: "2",
  Naam: {Geslachtsnaam: {Achternaam: "Voorbeeld"}},
};
const product = {Categorie: "02", Code: "02A01"};
const aanbieder = "42420001";
const retourCodes = (code: string) => ({RetourCodes: {RetourCode: code}});

export interface Sent {
  readonly id: string;
  readonly on: IsoDate;
  readonly aanbieder?: string;
}

export interface Assigned extends Sent {
  readonly nummer?: string;
  readonly decided: string; // "2025-01-06 10:00:00"
  readonly ingangsdatum: IsoDate;
  readonly einddatum?: IsoDate;
  readonly reden?: string;
  readonly postcode?: string;
  readonly release?: Release;
}

export function toewijzing({nummer = "1", decided, release = "3.2", ...sent}: Assigned): Buffer {
  const [date, time] = decided.split(" ");
  const adres = {Huis: {Huisnummer: "9"}, Postcode: sent.postcode ?? "9999AA", LandCode: "NL"};
  const assigned = {
    ToewijzingNummer: nummer,
    Product: product,
    Toewijzingsdatum: date!,
    Toewijzingstijd: time!,
    Ingangsdatum: sent.ingangsdatum,
    ...(sent.einddatum === undefined ? {} : {Einddatum: sent.einddatum}),
    ...(sent.reden === undefined ? {} : {RedenWijziging: sent.reden}),
    Omvang: {Volume: "10", Eenheid: "04", Frequentie: "4"},
  };
  const person = {
    ...client,
    Naam: {...client.Naam, NaamGebruik: "1"},
    Contactgegevens: {Contact: {Soort: "01", Adres: adres}},
    ToegewezenProducten: {ToegewezenProduct: assigned},
  };
  return messageXml("Wmo", "301", {Client: person}, {release, header: headerOf(sent, true)});
}

export interface Began extends Sent {
  readonly nummer?: string;
  readonly ingangsdatum: IsoDate;
  readonly begindatum: IsoDate;
  readonly status?: "1" | "3";
}

export function start(began: Began): Buffer {
  const {Naam: naam, ...rest} = client;
  const person = {...rest, Naam: naam, StartProducten: {StartProduct: deliveredOf(began)}};
  return messageXml("Wmo", "305", {Client: person}, {header: headerOf(began, false)});
}

export interface Ended extends Began {
  readonly einddatum: IsoDate;
  readonly reden: string;
}

export function stop(ended: Ended): Buffer {
  const stopped = {...deliveredOf(ended), RedenBeeindiging: ended.reden, Einddatum: ended.einddatum};
  const person = {...client, StopProducten: {StopProduct: stopped}};
  return messageXml("Wmo", "307", {Client: person}, {header: headerOf(ended, false)});
}

function deliveredOf({nummer = "1", ingangsdatum, begindatum, status = "1"}: Began): Elements {
  return {
    ToewijzingNummer: nummer,
    Product: product,
    ToewijzingIngangsdatum: ingangsdatum,
    Begindatum: begindatum,
    StatusAanlevering: status,
  };
}

/** A 306 that refuses a start. */
export function refusalOfStart(began: Began, refusedOn: IsoDate, code: string): Buffer {
  const refused = {...deliveredOf(began), ...retourCodes(code)};
  const person = {...client, StartProducten: {StartProduct: refused}, ...retourCodes("0233")};
  const header = {...headerOf(began, false), IdentificatieRetour: `R${began.id}`, DagtekeningRetour: refusedOn};
  return messageXml("Wmo", "306", {Client: person}, {header});
}

export interface Line {
  readonly referentie: string;
  readonly nummer?: string;
  readonly begindatum: IsoDate;
  readonly einddatum: IsoDate;
  readonly cents: number;
  /** A credit names the line that it takes back. */
  readonly takesBack?: string;
}

export function declaratie(sent: Sent & {readonly lines: readonly Line[]}): Buffer {
  const month = sent.lines
    .map(({einddatum}) => einddatum)
    .sort()
    .at(-1)!;
  const claim = {
    DeclaratieNummer: `D${sent.id}`,
    DeclaratiePeriode: {Begindatum: `${month.slice(0, 8)}01`, Einddatum: month},
    DeclaratieDagtekening: sent.on,
    TotaalIngediendBedrag: totalOf(sent.lines),
    Clienten: {Client: {Bsn: client.Bsn, Prestaties: {Prestatie: sent.lines.map(lineOf)}}},
  };
  return messageXml("Wmo", "323", {Declaratie: claim}, {header: headerOf(sent, false)});
}

/** Refuses these lines of a declaratie, or with a code of its own all. */
export function antwoord(
  sent: Sent,
  claim: Sent & {readonly lines: readonly Line[]},
  {refused = [], code}: {refused?: readonly string[]; code?: string} = {},
): Buffer {
  const wrong = claim.lines.filter(({referentie}) => refused.includes(referentie));
  const granted = code === undefined ? claim.lines.filter((line) => !wrong.includes(line)) : [];
  const lines = wrong.map((line) => ({...lineOf(line), ...retourCodes("9322")}));
  const people = {Client: {Bsn: client.Bsn, Prestaties: {Prestatie: lines}, ...retourCodes("0200")}};
  const header = {
    ...headerOf(sent, true),
    DeclaratieIdentificatie: {Identificatie: claim.id, Dagtekening: claim.on},
    ...retourCodes("0200"),
  };
  const answer = {
    DeclaratieNummer: `D${claim.id}`,
    TotaalIngediendBedrag: totalOf(claim.lines),
    TotaalToegekendBedrag: totalOf(granted),
    ...(wrong.length === 0 ? {} : {Clienten: people}),
    ...retourCodes(code ?? (wrong.length === 0 ? "8001" : "0200")),
  };
  return messageXml("Wmo", "325", {DeclaratieAntwoord: answer}, {header});
}

function lineOf({referentie, nummer = "1", begindatum, einddatum, cents, takesBack}: Line): Elements {
  return {
    ProductReferentie: {
      ReferentieNummer: referentie,
      ...(takesBack === undefined ? {} : {VorigReferentieNummer: takesBack}),
    },
    ToewijzingNummer: nummer,
    ProductCategorie: product.Categorie,
    ProductCode: product.Code,
    ProductPeriode: {Begindatum: begindatum, Einddatum: einddatum},
    GeleverdVolume: String(cents / 5000),
    Eenheid: "04",
    ProductTarief: "5000",
    IngediendBedrag: {Bedrag: String(cents), DebetCredit: takesBack === undefined ? "D" : "C"},
  };
}

function totalOf(lines: readonly Line[]): Elements {
  const cents = lines.reduce((sum, line) => sum + line.cents * (line.takesBack === undefined ? 1 : -1), 0);
  return {TotaalBedrag: String(Math.abs(cents)), DebetCredit: cents < 0 ? "C" : "D"};
}

function headerOf({id, on, aanbieder: of = aanbieder}: Sent, isFromGemeente: boolean): Elements {
  return {
    Afzender: isFromGemeente ? "9999" : of,
    Ontvanger: isFromGemeente ? of : "9999",
    BerichtIdentificatie: {Identificatie: id, Dagtekening: on},
  };
}
