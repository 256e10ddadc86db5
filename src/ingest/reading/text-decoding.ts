import {isUtf8} from "node:buffer";
import {TextDecoder} from "node:util";

/** The text of a file in pieces of moderate size, or why it cannot be decoded. */
export type DecodedText = {readonly pieces: Iterable<string>} | {readonly problem: string};

// Large enough to be quick; small enough that one letter outside Latin-1 does not double the memory of the whole.
const pieceSize = 1 << 18;

/** XML as text: UTF-8 as the standard asks, and what else says clearly what it is. A byte order mark is accepted. */
export function decodeXml(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) return {problem: "Het bestand is leeg. Vraag de afzender om het opnieuw te sturen."};
  const wide = wideEncodingOf(bytes);
  if (wide !== null) return decodeWith(bytes, wide);
  if (claimsUtf8(bytes)) return decodeUtf8(bytes);
  const declared = declaredEncoding(bytes) ?? "";
  if (/^utf-?16|^ucs-?[24]|^utf-?32/i.test(declared)) {
    return {problem: `Het bestand zegt '${declared}' te zijn maar is dat niet. Stuur het opnieuw als UTF-8.`};
  }
  return decodeWith(bytes, declared);
}

/** Whether the first bytes say that this is UTF-8, or leave it unsaid. */
export function claimsUtf8(bytes: Uint8Array): boolean {
  return wideEncodingOf(bytes) === null && /^utf-?8$/i.test(declaredEncoding(bytes) ?? "utf-8");
}

function decodeUtf8(bytes: Uint8Array): DecodedText {
  if (!isUtf8(bytes)) {
    return {
      problem: "Het bestand is geen geldige UTF-8: er staan tekens in die niet kunnen. Stuur het opnieuw als UTF-8.",
    };
  }
  return {pieces: piecesOf(bytes, new TextDecoder("utf-8"))};
}

function decodeWith(bytes: Uint8Array, encoding: string): DecodedText {
  // The web reads these as Windows-1252, but XML means what it says.
  if (/^(iso-8859-1|iso_8859-1|latin-?1)$/i.test(encoding)) return {pieces: latin1PiecesOf(bytes)};
  if (/^us-ascii$|^ascii$/i.test(encoding)) {
    if (bytes.every((byte) => byte < 128)) return {pieces: latin1PiecesOf(bytes)};
    return {problem: `Het bestand zegt '${encoding}' te zijn maar is dat niet. Stuur het opnieuw als UTF-8.`};
  }
  const problem = `De tekencodering '${encoding}' kunnen we niet lezen. Stuur het bestand opnieuw als UTF-8.`;
  try {
    // The whole text first: a mistake halfway must not come as a surprise to who reads the pieces.
    return {pieces: [new TextDecoder(encoding, {fatal: true}).decode(bytes)]};
  } catch {
    return {problem};
  }
}

function* piecesOf(bytes: Uint8Array, decoder: TextDecoder): Generator<string> {
  for (let at = 0; at < bytes.length; at += pieceSize) {
    yield decoder.decode(bytes.subarray(at, at + pieceSize), {stream: at + pieceSize < bytes.length});
  }
}

function* latin1PiecesOf(bytes: Uint8Array): Generator<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at < bytes.length; at += pieceSize) yield buffer.toString("latin1", at, at + pieceSize);
}

/** UTF-16 shows in its first bytes, with a byte order mark or without. */
function wideEncodingOf(bytes: Uint8Array): string | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0x3c && second === 0 && third === 0x3f && fourth === 0) return "utf-16le";
  if (first === 0 && second === 0x3c && third === 0 && fourth === 0x3f) return "utf-16be";
  return null;
}

/** What the declaration of XML says; null when it says nothing that counts. */
function declaredEncoding(bytes: Uint8Array): string | null {
  // At the very start: the byte order mark of UTF-8 says more than a declaration behind it, that is often copied.
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 256)).toString("latin1");
  return /^<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]{0,40})["']/.exec(start)?.[1] ?? null;
}
