import {makeHmac} from "./hmac.ts";

/** What a person and a household are called everywhere behind the door. */
export interface Pseudonyms {
  client(bsn: string): string;
  huishouden(postcode: string, huisnummer: number, huisletter: string | null, toevoeging: string | null): string;
}

// 72 bits: of a million persons, two share a pseudonym once in ten thousand million installations.
const pseudonymBytes = 9;
// A worker sees the same persons month after month; the bound keeps its memory constant.
const mostRemembered = 200_000;

/** Pseudonyms are 12 base64url characters of a keyed hash; each purpose has its own, so they cannot be joined. */
export function makePseudonyms(key: Uint8Array): Pseudonyms {
  const hmac = makeHmac(key);
  const remember = (purpose: string) => {
    const known = new Map<string, string>();
    return (text: string) => {
      let pseudonym = known.get(text);
      if (pseudonym === undefined) {
        pseudonym = hmac(`${purpose}\0${text}`).toString("base64url", 0, pseudonymBytes);
        if (known.size >= mostRemembered) known.clear();
        known.set(text, pseudonym);
      }
      return pseudonym;
    };
  };
  const client = remember("client");
  const address = remember("huishouden");
  return {
    client,
    huishouden: (postcode, huisnummer, huisletter, toevoeging) =>
      address(spell(`${postcode}\0${huisnummer}\0${huisletter ?? ""}\0${toevoeging ?? ""}`)),
  };
}

// "9999 ab" and "9999AB" are one address.
function spell(address: string): string {
  return address.replaceAll(/\s/g, "").toUpperCase();
}
