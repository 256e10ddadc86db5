import {isBsn} from "../../standards/bsn.ts";

/** Part of a file that is about one person: the element in which the Bsn stands, by its bytes. */
export interface PersonElement {
  readonly bsn: string;
  readonly begin: number;
  readonly end: number;
}

/**
 * The elements of a Bericht that are about one person each, in order; one may lie within another.
 *
 * Read byte for byte as Latin-1: tags are ASCII in every encoding that a Bericht may have, and places stay places.
 */
export function personElements(bytes: Uint8Array): PersonElement[] {
  const text = latin1(bytes);
  const found: PersonElement[] = [];
  const open: {name: string; begin: number; contentAt: number; bsn: string | null}[] = [];
  for (const match of text.matchAll(markup)) {
    const [whole, close, name, ending] = match;
    // A comment, an instruction or CDATA.
    if (name === undefined) continue;
    if (close === "") {
      if (ending !== "/") open.push({name, begin: match.index, contentAt: match.index + whole.length, bsn: null});
      continue;
    }
    const element = open.pop();
    if (element === undefined || element.name !== name) return found;
    const parent = open.at(-1);
    if (localName(name) === "Bsn") {
      const bsn = plainText(text.slice(element.contentAt, match.index));
      if (parent !== undefined) parent.bsn ??= bsn;
    } else if (element.bsn !== null) {
      found.push({bsn: element.bsn, begin: element.begin, end: match.index + whole.length});
    }
  }
  return found.sort((a, b) => a.begin - b.begin);
}

const markup =
  /<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<(\/?)([A-Za-z_][\w:.-]*)(?![\w:.-])(?:[^<>"']|"[^"]*"|'[^']*')*?(\/?)>/g;

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function plainText(content: string): string {
  return content.replaceAll(/<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)/g, "$1").trim();
}

/** Every run of nine digits that passes the elfproef, each once: who a file might name. */
export function bsnsIn(bytes: Uint8Array): Set<string> {
  const found = new Set<string>();
  // UTF-16 has a zero beside each digit.
  const text = latin1(bytes).replaceAll("\0", "");
  for (const [digits] of text.matchAll(/(?<!\d)\d{9}(?!\d)/g)) if (isBsn(digits)) found.add(digits);
  return found;
}

/** The bytes without these parts. */
export function without(bytes: Uint8Array, parts: readonly Pick<PersonElement, "begin" | "end">[]): Buffer {
  const kept: Uint8Array[] = [];
  let at = 0;
  for (const {begin, end} of parts) {
    if (end <= at) continue;
    kept.push(bytes.subarray(at, Math.max(at, begin)));
    at = end;
  }
  kept.push(bytes.subarray(at));
  return Buffer.concat(kept);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
}
