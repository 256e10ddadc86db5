import type {RoleName} from "./role.ts";

/** Who asks. Every question carries one: it decides what may be answered and how it is disclosed. */
export interface Reader {
  readonly name: string;
  /** The role in which he looks. */
  readonly role: RoleName;
  /** Gemeentecodes ("GM9999") the reader may ask about; "alle" is the administrator of this installation. */
  readonly scope: readonly string[] | "alle";
  /** intern: exact, small cells hidden. openbaar: small cells hidden and counts rounded to 5. */
  readonly audience: Audience;
}

export type Audience = "intern" | "openbaar";

/** Who sits at this machine, until there is sign-in: the server listens on loopback alone. */
export const localAdministrator: Reader = {
  name: "beheerder van deze computer",
  role: "beheerder",
  scope: "alle",
  audience: "intern",
};

/** Who did not come in, where the public may read along. */
export const publicReader: Reader = {name: "openbaar", role: "inwoner", scope: "alle", audience: "openbaar"};

export function mayRead(reader: Reader, gemeenteCode: string): boolean {
  return reader.scope === "alle" || reader.scope.includes(gemeenteCode);
}
