import {costKinds} from "../../database/reference/money-words.ts";
import type {CodeListName} from "../../standards/istandaarden/code-lists.ts";

// What a table of a suite can tell, by kind of table. The words are names that suites, the messages and the
// Gemeentelijk Gegevensmodel (GGM, 2.5: objecttypes Toewijzing, Beschikte Voorziening, Levering, Declaratieregel) give to it.

export const tableKinds = ["toewijzingen", "leveringen", "declaratieregels", "kosten"] as const;

export type TableKind = (typeof tableKinds)[number];

export type FieldType =
  | "bsn"
  | "agb"
  | "wet"
  | "nummer"
  | "aantal"
  | "tekst"
  | "datum"
  | "moment"
  | "geboortedatum"
  | "bedrag"
  | "code"
  | "keuze"
  | "productcode"
  | "postcode"
  | "wijk"
  | "buurt"
  | "taakveld"
  | "jaar"
  | "maand";

export interface TableField {
  /** As in the koppeling: "toewijzing_nummer". */
  readonly name: string;
  /** For who chooses a column: "Toewijzingsnummer". */
  readonly label: string;
  readonly type: FieldType;
  readonly isRequired: boolean;
  /** Of a code: the list it is from. */
  readonly list: CodeListName | null;
  /** Of a keuze: our words, each with the words of others for it. */
  readonly choices: Readonly<Record<string, readonly string[]>> | null;
  /** Names of columns it goes by, the most telling first. */
  readonly words: readonly string[];
}

interface FieldText extends Partial<Pick<TableField, "list" | "choices">> {
  readonly label: string;
  readonly words: string;
  readonly required?: true;
}

function field(name: string, type: FieldType, {label, words, required, list, choices}: FieldText): TableField {
  return {
    name,
    label,
    type,
    isRequired: required === true,
    list: list ?? null,
    choices: choices ?? null,
    words: words.split(", "),
  };
}

const person = [
  field("bsn", "bsn", {
    label: "Burgerservicenummer",
    words: "bsn, burgerservicenummer, bsn client, bsnnummer, sofinummer, client bsn, cliëntnummer bsn",
    required: true,
  }),
  field("wet", "wet", {
    label: "Wet",
    words: "wet, domein, regeling, wettelijk kader, wmo jeugd, sector, kader",
    required: true,
  }),
  field("aanbieder", "agb", {
    label: "AGB-code van de aanbieder",
    words:
      "agb code aanbieder, agb, agbcode, agb code, aanbieder agb, zorgaanbieder agb, aanbieder, agbcode leverancier, leverancier agb, leverancier, zorgaanbieder",
    required: true,
  }),
];

const product = [
  field("product_categorie", "code", {
    label: "Productcategorie",
    words: "productcategorie, product categorie, categorie, productcat",
    list: "ProductCategorie",
  }),
  field("product_code", "productcode", {
    label: "Productcode",
    words: "productcode, product code, product, voorzieningcode, code voorziening, code",
  }),
];

const known = (words: string) => [
  field("bekend_op", "datum", {label: "Bekend sinds", words}),
  field("vervallen_op", "datum", {
    label: "Vervallen op",
    words:
      "afgekeurd op, vervallen op, ingetrokken op, datum afkeur, datum vervallen, datum intrekking, verwijderd op, teruggetrokken op",
  }),
];

const toewijzingen = [
  ...person,
  field("toewijzing_nummer", "nummer", {
    label: "Toewijzingsnummer",
    words: "toewijzingsnummer, toewijzingnummer, toewijzing nummer, nummer toewijzing, toewijzing id, toewijzing",
    required: true,
  }),
  ...product,
  field("toegewezen_op", "moment", {
    label: "Vastgesteld op",
    words:
      "vastgesteld op, toewijzingsdatum, datum toewijzing, toewijzingdatum, datum vaststelling, besluitdatum, toegewezen op, datum besluit, datum afgifte, versiedatum",
    required: true,
  }),
  field("ingangsdatum", "datum", {
    label: "Ingangsdatum",
    words:
      "ingangsdatum, datum aanvang, begindatum, datum start, datum ingang, startdatum, geldig vanaf, ingang, datum start toewijzing",
    required: true,
  }),
  field("einddatum", "datum", {
    label: "Einddatum",
    words: "einddatum, datum einde, eind datum, geldig tot, geldig tot en met, einde, datum einde toewijzing",
  }),
  field("reden_wijziging", "code", {
    label: "Reden wijziging",
    words: "reden wijziging, redenwijziging, reden einde, mutatiereden, wijzigingsreden",
    list: "RedenWijziging",
  }),
  field("volume", "aantal", {label: "Volume", words: "volume, omvang, aantal, hoeveelheid, omvang volume"}),
  field("eenheid", "code", {label: "Eenheid", words: "eenheid, tijdseenheid, omvang eenheid", list: "Eenheid"}),
  field("frequentie", "code", {
    label: "Frequentie",
    words: "frequentie, periode, per, omvang frequentie",
    list: "Frequentie",
  }),
  field("budget", "bedrag", {label: "Budget", words: "budget, budgetplafond, maximaal bedrag, toegewezen budget"}),
  field("geboortedatum", "geboortedatum", {
    label: "Geboortedatum",
    words: "geboortedatum, datum geboorte, geb datum, geboren op, geboorte",
  }),
  field("geslacht", "code", {
    label: "Geslacht",
    words: "geslacht, geslachtsaanduiding, man vrouw, m v, sekse",
    list: "Geslacht",
  }),
  field("postcode", "postcode", {label: "Postcode", words: "postcode, pc6, post code, postcode client"}),
  field("huisnummer", "nummer", {label: "Huisnummer", words: "huisnummer, huis nummer, huisnr, nr"}),
  field("huisletter", "tekst", {label: "Huisletter", words: "huisletter"}),
  field("huisnummertoevoeging", "tekst", {
    label: "Huisnummertoevoeging",
    words: "huisnummertoevoeging, toevoeging, huisnummer toevoeging",
  }),
  field("buurt_code", "buurt", {label: "Buurtcode", words: "buurtcode, buurt code, cbs buurt, buurt"}),
  field("referentie_aanbieder", "tekst", {
    label: "Referentie van de aanbieder",
    words: "referentie aanbieder, referentieaanbieder, kenmerk aanbieder, referentie verzoek, referentie",
  }),
  field("verzocht_op", "datum", {
    label: "Aanvraag ontvangen op",
    words:
      "aanvraag ontvangen op, verzoekdatum, datum aanvraag, aanvraagdatum, datum verzoek, verzocht op, datum melding, meldingsdatum, datum ontvangst",
  }),
  field("verwijzer_type", "code", {
    label: "Soort verwijzer",
    words: "verwijzer, soort verwijzer, type verwijzer, verwijzertype, verwijzer type",
    list: "TypeVerwijzer",
  }),
  field("verwijzer_code", "agb", {
    label: "AGB-code van de verwijzer",
    words: "agb code verwijzer, verwijzer agb, agb verwijzer, zorgverlenercode, verwijzercode",
  }),
  ...known("verzonden op, bekend op, verzenddatum, datum verzending, dagtekening, geregistreerd op, registratiedatum"),
];

const leveringen = [
  ...person,
  field("soort", "keuze", {
    label: "Start of stop",
    words: "soort melding, soort, melding, start stop, startstop, berichtsoort, type melding, mutatie",
    choices: {
      start: ["start", "305", "startmelding", "begin", "aanvang"],
      stop: ["stop", "307", "stopmelding", "einde"],
    },
  }),
  field("toewijzing_nummer", "nummer", {
    label: "Toewijzingsnummer",
    words: "toewijzingsnummer, toewijzingnummer, toewijzing nummer, nummer toewijzing, toewijzing id, toewijzing",
  }),
  ...product,
  field("toewijzing_ingangsdatum", "datum", {
    label: "Ingangsdatum van de toewijzing",
    words: "ingangsdatum toewijzing, toewijzing ingangsdatum, ingangsdatum",
  }),
  field("begindatum", "datum", {
    label: "Begindatum",
    words:
      "begindatum levering, begindatum, startdatum, datum start, begindatum zorg, start zorg, start levering, datum aanvang, begin",
    required: true,
  }),
  field("einddatum", "datum", {
    label: "Einddatum",
    words:
      "einddatum levering, einddatum, stopdatum, datum stop, einddatum zorg, einde zorg, einde levering, datum einde",
  }),
  field("reden_beeindiging", "code", {
    label: "Reden beëindiging",
    words: "reden beeindiging, redenbeeindiging, stopreden, reden stop, reden einde, beeindigingsreden",
    list: "RedenBeeindiging",
  }),
  ...known("ontvangen op, bekend op, datum ontvangst, ontvangstdatum, dagtekening, meldingsdatum, gemeld op"),
  field("einde_bekend_op", "datum", {
    label: "Stop ontvangen op",
    words: "stop ontvangen op, stopmelding ontvangen op, einde bekend op, stop gemeld op, ontvangstdatum stop",
  }),
];

const declaratieregels = [
  ...person,
  field("declaratie_nummer", "tekst", {
    label: "Declaratienummer",
    words: "declaratienummer, declaratie nummer, factuurnummer, declaratie id, declaratie",
  }),
  field("referentie", "tekst", {
    label: "Referentienummer van de regel",
    words: "referentienummer, regelnummer, prestatie referentie, referentie, declaratieregelnummer, regel id, kenmerk",
  }),
  field("vorige_referentie", "tekst", {
    label: "Vorig referentienummer",
    words: "vorig referentienummer, vorige referentie, referentie oorspronkelijke regel, creditreferentie",
  }),
  field("toewijzing_nummer", "nummer", {
    label: "Toewijzingsnummer",
    words: "toewijzingsnummer, toewijzingnummer, toewijzing nummer, nummer toewijzing, toewijzing id, toewijzing",
    required: true,
  }),
  ...product.map((one) => ({...one, isRequired: true})),
  field("begindatum", "datum", {
    label: "Begindatum",
    words: "begindatum, datum start, begin periode, periode van, startdatum, prestatie begin, van",
    required: true,
  }),
  field("einddatum", "datum", {
    label: "Einddatum",
    words: "einddatum, datum einde, einde periode, periode tot, prestatie einde, tot en met, tot",
  }),
  field("volume", "aantal", {
    label: "Geleverd volume",
    words: "geleverd volume, volume, aantal, omvang, hoeveelheid, aantal eenheden",
    required: true,
  }),
  field("eenheid", "code", {label: "Eenheid", words: "eenheid, tijdseenheid", list: "Eenheid", required: true}),
  field("tarief", "bedrag", {label: "Tarief", words: "tarief, producttarief, prijs, prijs per eenheid, stukprijs"}),
  field("bedrag", "bedrag", {
    label: "Ingediend bedrag",
    words:
      "ingediend bedrag, bedrag, declaratiebedrag, gedeclareerd bedrag, bedrag ingediend, bedrag declaratie, regelbedrag, totaalbedrag",
    required: true,
  }),
  field("debet_credit", "keuze", {
    label: "Debet of credit",
    words: "debet credit, debetcredit, dc, d c, credit",
    choices: {debet: ["d", "debet", "n", "nee", "0", "false"], credit: ["c", "credit", "j", "ja", "1", "true"]},
  }),
  field("status", "keuze", {
    label: "Status van de regel",
    words: "status, declaratiestatus, status regel, regelstatus, beoordeling, resultaat",
    choices: {
      toegekend: ["toegekend", "goedgekeurd", "akkoord", "betaald", "toegewezen", "geaccepteerd"],
      afgewezen: ["afgewezen", "afgekeurd", "niet akkoord", "geweigerd"],
      "hele declaratie afgekeurd": [
        "hele declaratie afgekeurd",
        "declaratie afgekeurd",
        "bericht afgekeurd",
        "verworpen",
      ],
      "in behandeling": ["in behandeling", "ingediend", "ontvangen", "open", "nieuw", "te beoordelen"],
    },
  }),
  ...known(
    "gedeclareerd op, datum declaratie, declaratiedatum, ingediend op, ontvangen op, bekend op, dagtekening, factuurdatum",
  ),
  field("beantwoord_op", "datum", {
    label: "Beoordeeld op",
    words:
      "beoordeeld op, datum beoordeling, antwoorddatum, datum antwoord, toegekend op, datum toekenning, beantwoord op, datum besluit, betaaldatum",
  }),
  field("retourcodes", "tekst", {
    label: "Retourcode",
    words: "retourcode, retourcodes, afkeurcode, reden afwijzing, afkeurreden",
  }),
];

const kosten = [
  field("soort", "keuze", {
    label: "Soort financiering",
    words: "soort, financieringsvorm, soort kosten, kostensoort, leveringsvorm, financiering",
    required: true,
    choices: costKinds,
  }),
  field("jaar", "jaar", {label: "Jaar", words: "jaar, boekjaar, dienstjaar", required: true}),
  field("maand", "maand", {label: "Maand", words: "maand, periode, boekmaand, boekperiode", required: true}),
  field("wet", "wet", {label: "Wet", words: "wet, domein, regeling"}),
  field("taakveld", "taakveld", {
    label: "Taakveld",
    words: "taakveld, iv3, iv3 taakveld, taakveldcode",
    required: true,
  }),
  field("wijk_code", "wijk", {label: "Wijkcode", words: "wijkcode, wijk code, wijk, cbs wijk"}),
  field("cents", "bedrag", {label: "Bedrag", words: "bedrag, kosten, saldo, euro, totaal, cents", required: true}),
  field("omschrijving", "tekst", {
    label: "Omschrijving",
    words: "omschrijving, toelichting, post, grootboekrekening, naam",
    required: true,
  }),
  field("bron", "tekst", {label: "Bron", words: "bron, administratie, herkomst, systeem"}),
];

export const tableFields: Readonly<Record<TableKind, readonly TableField[]>> = {
  toewijzingen,
  leveringen,
  declaratieregels,
  kosten,
};

export function fieldOf(kind: TableKind, name: string): TableField | null {
  return tableFields[kind].find((field) => field.name === name) ?? null;
}
