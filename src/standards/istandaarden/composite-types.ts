import type {CodeListName} from "./code-lists.ts";
import type {SimpleTypeName} from "./simple-types.ts";

export type CompositeTypeName =
  | "Achternaam"
  | "Adres"
  | "BedragMetDC"
  | "BerichtIdentificatie"
  | "Communicatie"
  | "Geboortedatum"
  | "GeslotenPeriode"
  | "Huis"
  | "Omvang"
  | "OpenPeriode"
  | "Product"
  | "Referentie"
  | "Telefoon"
  | "Telefoonnummers"
  | "TotaalBedragMetDC"
  | "VerkorteNaam"
  | "Verwijzer"
  | "VolledigeNaam"
  | "XsdVersie";

/** A type by the name of the basisschema: "LDT_Datum" for a leaf, "CDT_Adres" for a composite. */
export type TypeName = `LDT_${SimpleTypeName | CodeListName}` | `CDT_${CompositeTypeName}`;

/** Elements in their order, by name; "?" behind a name is optional. All are in the namespace of the basisschema. */
export const compositeTypes: Readonly<Record<CompositeTypeName, Readonly<Record<string, TypeName>>>> = {
  Achternaam: {Achternaam: "LDT_Naam", "Voorvoegsel?": "LDT_Voorvoegsel"},
  Adres: {
    "Huis?": "CDT_Huis",
    "Postcode?": "LDT_Postcode",
    "Straatnaam?": "LDT_Straatnaam",
    "Plaatsnaam?": "LDT_Plaatsnaam",
    "LandCode?": "LDT_LandCode",
  },
  BedragMetDC: {Bedrag: "LDT_Bedrag", DebetCredit: "LDT_DebetCredit"},
  BerichtIdentificatie: {Identificatie: "LDT_IdentificatieBericht", Dagtekening: "LDT_Datum"},
  Communicatie: {Vorm: "LDT_Communicatievorm", "Taal?": "LDT_Taal"},
  Geboortedatum: {Datum: "LDT_Datum", "DatumGebruik?": "LDT_DatumGebruik"},
  GeslotenPeriode: {Begindatum: "LDT_Datum", Einddatum: "LDT_Datum"},
  Huis: {
    Huisnummer: "LDT_Huisnummer",
    "Huisletter?": "LDT_Huisletter",
    "HuisnummerToevoeging?": "LDT_HuisnummerToevoeging",
    "AanduidingWoonadres?": "LDT_AanduidingWoonadres",
  },
  Omvang: {Volume: "LDT_Volume", Eenheid: "LDT_Eenheid", Frequentie: "LDT_Frequentie"},
  OpenPeriode: {"Begindatum?": "LDT_Datum", "Einddatum?": "LDT_Datum"},
  Product: {Categorie: "LDT_ProductCategorie", "Code?": "LDT_ProductCode"},
  Referentie: {ReferentieNummer: "LDT_ReferentieNummer", "VorigReferentieNummer?": "LDT_ReferentieNummer"},
  Telefoon: {Telefoonnummer: "LDT_Telefoonnummer", Landnummer: "LDT_Landnummer"},
  Telefoonnummers: {Telefoon01: "CDT_Telefoon", "Telefoon02?": "CDT_Telefoon"},
  TotaalBedragMetDC: {TotaalBedrag: "LDT_TotaalBedrag", DebetCredit: "LDT_DebetCredit"},
  VerkorteNaam: {
    Geslachtsnaam: "CDT_Achternaam",
    "Voornamen?": "LDT_Naam",
    "Voorletters?": "LDT_Voorletters",
  },
  Verwijzer: {Type: "LDT_TypeVerwijzer", "Naam?": "LDT_NaamVerwijzer", "ZorgverlenerCode?": "LDT_AgbCode"},
  VolledigeNaam: {
    Geslachtsnaam: "CDT_Achternaam",
    "Partnernaam?": "CDT_Achternaam",
    "Voornamen?": "LDT_Naam",
    "Voorletters?": "LDT_Voorletters",
    NaamGebruik: "LDT_NaamGebruik",
  },
  XsdVersie: {BasisschemaXsdVersie: "LDT_Versie", BerichtXsdVersie: "LDT_Versie"},
};
