import type {TypeName} from "./composite-types.ts";
import type {Wet} from "./release.ts";

/**
 * A class: its elements in their order, by name, each a type of the basisschema or a class of its own.
 * "?" behind a name is optional, "+" is once or more; no element is both.
 */
export interface Shape {
  readonly [element: string]: TypeName | "DeclaratieNummer" | Shape;
}

export const soorten = [
  "301",
  "302",
  "305",
  "306",
  "307",
  "308",
  "315",
  "316",
  "317",
  "318",
  "319",
  "320",
  "323",
  "325",
] as const;

export type Soort = (typeof soorten)[number];

/** One of the fourteen messages. */
export interface Message {
  readonly name: string;
  readonly berichtCode: Readonly<Record<Wet, string>>;
  /** Whose code stands in Afzender; the other one is in Ontvanger. A retourbericht copies both from what it answers. */
  readonly afzender: "gemeente" | "aanbieder";
  /** What it answers; null: it is no retourbericht. */
  readonly answers: Soort | null;
  /** What follows XsdVersie in the Header. */
  readonly header: Shape;
  /** What follows the Header. */
  readonly body: Shape;
}

/** Elements that stand in iJw alone. */
export const onlyInJeugdwet: ReadonlySet<string> = new Set(["GezagsdragerBekend?", "Woonplaatsbeginsel?"]);

const contact = {
  Soort: "LDT_AdresSoort",
  "Adres?": "CDT_Adres",
  "Organisatie?": "LDT_Organisatienaam",
  "Telefoon?": "CDT_Telefoonnummers",
  "Emailadres?": "LDT_Emailadres",
  "Periode?": "CDT_OpenPeriode",
} as const;

const toewijzing: Shape = {
  Client: {
    Bsn: "LDT_BurgerServicenummer",
    Geboortedatum: "CDT_Geboortedatum",
    Geslacht: "LDT_Geslacht",
    Naam: "CDT_VolledigeNaam",
    "Communicatie?": "CDT_Communicatie",
    "JuridischeStatus?": "LDT_JuridischeStatus",
    "WettelijkeVertegenwoordiging?": "LDT_WettelijkeVertegenwoordiging",
    "Commentaar?": "LDT_Commentaar",
    "Relaties?": {
      "Relatie+": {
        Nummer: "LDT_Persoonsid",
        "Volgorde?": "LDT_RelatieVolgorde",
        Soort: "LDT_SoortRelatie",
        "Geboortedatum?": "CDT_Geboortedatum",
        "Geslacht?": "LDT_Geslacht",
        Naam: "CDT_VolledigeNaam",
        Contact: contact,
      },
    },
    Contactgegevens: {"Contact+": contact},
    ToegewezenProducten: {
      "ToegewezenProduct+": {
        ToewijzingNummer: "LDT_Nummer",
        "ReferentieAanbieder?": "LDT_Referentie",
        "Product?": "CDT_Product",
        Toewijzingsdatum: "LDT_Datum",
        Toewijzingstijd: "LDT_Tijd",
        Ingangsdatum: "LDT_Datum",
        "Einddatum?": "LDT_Datum",
        "RedenWijziging?": "LDT_RedenWijziging",
        "Omvang?": "CDT_Omvang",
        "Budget?": "LDT_Budget",
        "Commentaar?": "LDT_Commentaar",
      },
    },
  },
};

const start: Shape = {
  Client: {
    Bsn: "LDT_BurgerServicenummer",
    Geboortedatum: "CDT_Geboortedatum",
    Geslacht: "LDT_Geslacht",
    Naam: "CDT_VerkorteNaam",
    StartProducten: {
      "StartProduct+": {
        "ToewijzingNummer?": "LDT_Nummer",
        "Product?": "CDT_Product",
        "ToewijzingIngangsdatum?": "LDT_Datum",
        Begindatum: "LDT_Datum",
        StatusAanlevering: "LDT_StatusAanlevering",
      },
    },
  },
};

const stop: Shape = {
  Client: {
    Bsn: "LDT_BurgerServicenummer",
    Geboortedatum: "CDT_Geboortedatum",
    Geslacht: "LDT_Geslacht",
    Naam: "CDT_VerkorteNaam",
    StopProducten: {
      "StopProduct+": {
        "ToewijzingNummer?": "LDT_Nummer",
        "Product?": "CDT_Product",
        "ToewijzingIngangsdatum?": "LDT_Datum",
        Begindatum: "LDT_Datum",
        RedenBeeindiging: "LDT_RedenBeeindiging",
        Einddatum: "LDT_Datum",
        StatusAanlevering: "LDT_StatusAanlevering",
      },
    },
  },
};

const verzoekOmToewijzing: Shape = {
  Client: {
    Bsn: "LDT_BurgerServicenummer",
    Geboortedatum: "CDT_Geboortedatum",
    Geslacht: "LDT_Geslacht",
    Naam: "CDT_VerkorteNaam",
    "GezagsdragerBekend?": "LDT_JaNee",
    "Commentaar?": "LDT_Commentaar",
    AangevraagdeProducten: {
      "AangevraagdProduct+": {
        ReferentieAanbieder: "LDT_Referentie",
        "BeschikkingNummer?": "LDT_Nummer",
        "Product?": "CDT_Product",
        "BeschikkingIngangsdatum?": "LDT_Datum",
        ToewijzingIngangsdatum: "LDT_Datum",
        "ToewijzingEinddatum?": "LDT_Datum",
        "Omvang?": "CDT_Omvang",
        "Budget?": "LDT_Budget",
        Verwijzer: "CDT_Verwijzer",
        "Raamcontract?": "LDT_JaNee",
        "Commentaar?": "LDT_Commentaar",
      },
    },
  },
};

const verzoekOmWijziging: Shape = {
  Client: {
    Bsn: "LDT_BurgerServicenummer",
    Verzoek: {
      ReferentieAanbieder: "LDT_Referentie",
      RedenVerzoek: "LDT_RedenVerzoek",
      "OngewijzigdeProducten?": {"OngewijzigdProduct+": {ToewijzingNummer: "LDT_Nummer"}},
      "TeWijzigenProducten?": {
        "TeWijzigenProduct+": {
          ToewijzingNummer: "LDT_Nummer",
          GewensteIngangsdatum: "LDT_Datum",
          "Einddatum?": "LDT_Datum",
          "Omvang?": "CDT_Omvang",
          "Budget?": "LDT_Budget",
        },
      },
      "NieuweProducten?": {
        "NieuwProduct+": {
          "Product?": "CDT_Product",
          GewensteIngangsdatum: "LDT_Datum",
          "Einddatum?": "LDT_Datum",
          "Omvang?": "CDT_Omvang",
          "Budget?": "LDT_Budget",
        },
      },
    },
  },
};

const antwoord: Shape = {
  Antwoord: {
    ReferentieAanbieder: "LDT_Referentie",
    VerzoekAntwoord: "LDT_VerzoekAntwoord",
    "RedenAfwijzingVerzoek?": "LDT_RedenAfwijzingVerzoek",
    "Woonplaatsbeginsel?": {Gemeente: "LDT_Gemeente"},
  },
};

const prestatie = {
  ProductReferentie: "CDT_Referentie",
  ToewijzingNummer: "LDT_Nummer",
  ProductCategorie: "LDT_ProductCategorie",
  ProductCode: "LDT_ProductCode",
  ProductPeriode: "CDT_GeslotenPeriode",
  GeleverdVolume: "LDT_Volume",
  Eenheid: "LDT_Eenheid",
  "ProductTarief?": "LDT_Bedrag",
  IngediendBedrag: "CDT_BedragMetDC",
} as const;

const declaratie: Shape = {
  Declaratie: {
    DeclaratieNummer: "DeclaratieNummer",
    DeclaratiePeriode: "CDT_GeslotenPeriode",
    DeclaratieDagtekening: "LDT_Datum",
    TotaalIngediendBedrag: "CDT_TotaalBedragMetDC",
    Clienten: {"Client+": {Bsn: "LDT_BurgerServicenummer", Prestaties: {"Prestatie+": prestatie}}},
  },
};

const retourCodes = {"RetourCode+": "LDT_RetourCode"} as const;

// Lists only what is refused: a granted Prestatie is not in it.
const declaratieAntwoord: Shape = {
  "DeclaratieAntwoord?": {
    DeclaratieNummer: "LDT_IdentificatieDeclaratie",
    TotaalIngediendBedrag: "CDT_TotaalBedragMetDC",
    TotaalToegekendBedrag: "CDT_TotaalBedragMetDC",
    "Clienten?": {
      "Client+": {
        Bsn: "LDT_BurgerServicenummer",
        Prestaties: {"Prestatie+": {...prestatie, RetourCodes: retourCodes}},
        RetourCodes: retourCodes,
      },
    },
    RetourCodes: retourCodes,
  },
};

const antwoordHeader: Shape = {
  DeclaratieIdentificatie: "CDT_BerichtIdentificatie",
  "XsltVersie?": "LDT_Versie",
  XsdVersieDeclaratie: "CDT_XsdVersie",
  RetourCodes: retourCodes,
};

const retourHeader: Shape = {
  IdentificatieRetour: "LDT_IdentificatieBericht",
  DagtekeningRetour: "LDT_Datum",
  "XsltVersie?": "LDT_Versie",
  XsdVersieRetour: "CDT_XsdVersie",
  "RetourCodes?": retourCodes,
};

export const messages: Readonly<Record<Soort, Message>> = {
  "301": outgoing("Toewijzing", "414", "436", "gemeente", toewijzing),
  "302": answer("Toewijzing retour", "415", "437", "gemeente", "301", toewijzing),
  "305": outgoing("Start", "418", "438", "aanbieder", start),
  "306": answer("Start retour", "419", "439", "aanbieder", "305", start),
  "307": outgoing("Stop", "420", "440", "aanbieder", stop),
  "308": answer("Stop retour", "421", "441", "aanbieder", "307", stop),
  "315": outgoing("Verzoek om toewijzing", "444", "446", "aanbieder", verzoekOmToewijzing),
  "316": answer("Verzoek om toewijzing retour", "445", "447", "aanbieder", "315", verzoekOmToewijzing),
  "317": outgoing("Verzoek om wijziging", "480", "486", "aanbieder", verzoekOmWijziging),
  "318": answer("Verzoek om wijziging retour", "481", "487", "aanbieder", "317", verzoekOmWijziging),
  "319": outgoing("Antwoord", "482", "488", "gemeente", antwoord),
  "320": answer("Antwoord retour", "483", "489", "gemeente", "319", antwoord),
  "323": outgoing("Declaratie", "484", "490", "aanbieder", declaratie),
  "325": {...outgoing("Declaratie-antwoord", "485", "491", "gemeente", declaratieAntwoord), header: antwoordHeader},
};

function outgoing(name: string, wmo: string, jeugdwet: string, afzender: Message["afzender"], body: Shape): Message {
  return {name, berichtCode: {Wmo: wmo, Jeugdwet: jeugdwet}, afzender, answers: null, header: {}, body};
}

/** A retourbericht repeats what it answers: what stands under the root may be left out, and each class gains its codes. */
function answer(
  name: string,
  wmo: string,
  jeugdwet: string,
  afzender: Message["afzender"],
  answers: Soort,
  body: Shape,
): Message {
  const optional = Object.entries(withRetourCodes(body)).map(([element, shape]) => [`${element}?`, shape]);
  return {
    ...outgoing(name, wmo, jeugdwet, afzender, Object.fromEntries(optional)),
    answers,
    header: retourHeader,
  };
}

function withRetourCodes(shape: Shape): Shape {
  const entries = Object.entries(shape).map(([element, content]) => {
    if (typeof content === "string") return [element, content];
    const inner = withRetourCodes(content);
    return [element, isList(content) ? inner : {...inner, RetourCodes: retourCodes}];
  });
  return Object.fromEntries(entries);
}

function isList(shape: Shape): boolean {
  return Object.keys(shape).every((element) => element.endsWith("+"));
}
