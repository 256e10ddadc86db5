import type {RoleName} from "./role.ts";

/** Who asks. Every question carries one: it decides what may be answered and how it is disclosed. */
export interface Reader {
  /** "computer" for who sits at this machine, "openbaar" for nobody in particular, else the id of the gebruiker. */
  readonly id: string;
  /** As a page shows it. */
  readonly name: string;
  /** The role in which he looks now. */
  readonly role: RoleName;
  /** Gemeentecodes ("GM9999") the reader may ask about; "alle" is the whole installation. */
  readonly gemeenten: readonly string[] | "alle";
  /** Beside that: only what has one of these codes in each of these dimensions. Empty: the whole gemeente. */
  readonly within: readonly ScopePart[];
  /** intern: exact, small cells hidden. openbaar: small cells hidden and counts rounded to 5. */
  readonly audience: Audience;
  /**
   * Whether the list opens to him that names each Toewijzing and line, by the rights as they are now: how few there are of
   * something is then no news. Left out: it does not.
   */
  readonly seesLines?: boolean;
  /** Hash of the session, for the log of looking; null or left out: he did not sign in. */
  readonly session?: string | null;
}

export type Audience = "intern" | "openbaar";

export interface ScopePart {
  readonly dimension: ScopeDimension;
  /** Codes; none at all: nothing can be seen. */
  readonly values: readonly string[];
}

/** What a reader can be narrowed to; a contract is an aanbieder with a wet, and with products where there are more. */
export const scopeDimensions = ["team", "wijk", "aanbieder", "wet", "product"] as const;

export type ScopeDimension = (typeof scopeDimensions)[number];

/** Who sits at this machine: can open the database itself, so every screen is open too. */
export const localAdministrator: Reader = {
  id: "computer",
  name: "beheerder van deze computer",
  role: "beheerder",
  gemeenten: "alle",
  within: [],
  audience: "intern",
  seesLines: true,
};

/** Who is not signed in. */
export const publicReader: Reader = {
  id: "openbaar",
  name: "openbaar",
  role: "inwoner",
  gemeenten: "alle",
  within: [],
  audience: "openbaar",
};

export function isLocalAdministrator({id}: Reader): boolean {
  return id === localAdministrator.id;
}

/** By its id, for a reader is copied with what the rights of the moment add to it. */
export function isPublicReader({id}: Reader): boolean {
  return id === publicReader.id;
}

export function mayRead({gemeenten}: Reader, gemeenteCode: string): boolean {
  return gemeenten === "alle" || gemeenten.includes(gemeenteCode);
}

export function seesSingleLines({audience, seesLines = false}: Pick<Reader, "audience" | "seesLines">): boolean {
  return audience === "intern" && seesLines;
}

/** What answers are kept under: who has the same key gets the same answers. Of screens it says nothing. */
export function scopeKey(reader: Reader): string {
  const {gemeenten, within, audience} = reader;
  const parts = within.map(({dimension, values}) => [dimension, ...[...new Set(values)].sort()]);
  const codes = gemeenten === "alle" ? gemeenten : [...new Set(gemeenten)].sort();
  const inOrder = parts.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return JSON.stringify([codes, inOrder, audience, seesSingleLines(reader)]);
}
