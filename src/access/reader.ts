/** Who asks. Every question carries one: it decides what may be answered and how it is disclosed. */
export interface Reader {
  readonly name: string;
  /** Gemeentecodes ("GM9999") the reader may ask about; "alle" is the administrator of this installation. */
  readonly scope: readonly string[] | "alle";
  /** intern: exact, small cells hidden. openbaar: small cells hidden and counts rounded to 5. */
  readonly audience: Audience;
}

export type Audience = "intern" | "openbaar";

/** Who sits at this machine, until there is sign-in: the server listens on loopback alone. */
export const localAdministrator: Reader = {name: "beheerder van deze computer", scope: "alle", audience: "intern"};

export function mayRead(reader: Reader, gemeenteCode: string): boolean {
  return reader.scope === "alle" || reader.scope.includes(gemeenteCode);
}
