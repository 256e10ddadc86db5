import type {CodeListName} from "./code-lists.ts";

/**
 * What a leaf may hold.
 *
 * Text keeps its blanks and is counted in code points; whole numbers, dates and times may stand between blanks.
 * A date has no time zone, a time neither.
 */
export type SimpleType =
  | {readonly kind: "text"; readonly maxLength: number; readonly pattern: TextPattern}
  | {readonly kind: "code"; readonly list: CodeListName}
  | {readonly kind: "integer"; readonly max: number}
  | {readonly kind: "date"}
  | {readonly kind: "time"}
  | {readonly kind: "fixed"; readonly value: string; readonly isInteger: boolean};

/**
 * any: at least one character. line: one line with something on it. prose: something other than blanks.
 * The rest are what their names say; every text holds at least one character.
 */
export type TextPattern =
  | "any"
  | "line"
  | "prose"
  | "digits"
  | "digits4"
  | "digits8"
  | "digits9"
  | "alphanumeric"
  | "initials"
  | "version";

/** The simple types of the basisschema that have no code list, without their "LDT_". */
export const simpleTypes = {
  AgbCode: text(8, "digits8"),
  Bedrag: integer(99_999_999),
  Budget: integer(99_999_999),
  BurgerServicenummer: text(9, "digits9"),
  Commentaar: text(Number.POSITIVE_INFINITY, "prose"),
  Datum: {kind: "date"},
  Emailadres: text(80, "line"),
  Gemeente: text(4, "digits4"),
  Huisletter: text(1, "line"),
  Huisnummer: integer(99_999),
  HuisnummerToevoeging: text(4, "line"),
  IdentificatieBericht: text(12, "line"),
  IdentificatieDeclaratie: text(12, "any"),
  Landnummer: text(4, "line"),
  Naam: text(200, "line"),
  NaamVerwijzer: text(64, "line"),
  Nummer: integer(999_999_999),
  Organisatienaam: text(35, "line"),
  Persoonsid: text(20, "line"),
  Plaatsnaam: text(80, "line"),
  Postcode: text(8, "line"),
  ProductCode: text(5, "line"),
  Referentie: text(36, "line"),
  ReferentieNummer: text(20, "any"),
  RelatieVolgorde: integer(99),
  Straatnaam: text(24, "line"),
  Taal: text(25, "line"),
  Telefoonnummer: text(15, "digits"),
  Tijd: {kind: "time"},
  TotaalBedrag: integer(999_999_999_999),
  Versie: text(Number.POSITIVE_INFINITY, "version"),
  Volume: integer(99_999_999),
  Voorletters: text(6, "initials"),
  Voorvoegsel: text(10, "line"),
  // Only in a JW323 or WMO323, where the type of DeclaratieNummer is narrowed.
  DeclaratieNummer: text(12, "alphanumeric"),
} as const satisfies Record<string, SimpleType>;

export type SimpleTypeName = keyof typeof simpleTypes;

function text(maxLength: number, pattern: TextPattern): SimpleType {
  return {kind: "text", maxLength, pattern};
}

function integer(max: number): SimpleType {
  return {kind: "integer", max};
}
