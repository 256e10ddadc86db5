import {unwrap} from "../sources/envelope.ts";
import {bsnsIn, personElements, without} from "./person-elements.ts";

/** What becomes of a file when the data of some are taken out. */
export type Redacted =
  | {readonly kind: "same"}
  | {readonly kind: "gone"}
  | {readonly kind: "cut"; readonly bytes: Uint8Array};

/**
 * A delivered file without the persons of whom `isErased` says so.
 *
 * A Bericht keeps what is about others; a table keeps the lines of others. What is about nobody else, and what cannot
 * be cut with certainty, goes as a whole: better that it must be delivered again than that somebody stays in it.
 *
 * @param isThorough  a file also goes for a number that stands where no Bsn should
 */
export async function redact(
  bytes: Uint8Array,
  isErased: (bsn: string) => boolean,
  {isThorough}: {readonly isThorough: boolean},
): Promise<Redacted> {
  const envelope = await unwrap(bytes).catch(() => null);
  if (envelope !== null && "payload" in envelope) {
    // The envelope names nobody, and holds the Bericht as it was.
    return cut(envelope.payload, isErased, isThorough);
  }
  return cut(bytes, isErased, isThorough);
}

function cut(bytes: Uint8Array, isErased: (bsn: string) => boolean, isThorough: boolean): Redacted {
  const named = [...bsnsIn(bytes)].filter(isErased);
  const elements = personElements(bytes);
  const mine = elements.filter(({bsn}) => isErased(bsn));
  if (named.length === 0 && mine.length === 0) return {kind: "same"};
  // Of many persons, some number in a Bericht may happen to be a Bsn: then only where a Bsn stands counts.
  if (!isThorough && elements.length > 0 && mine.length === 0) return {kind: "same"};
  if (isZip(bytes)) return {kind: "gone"};
  if (elements.length === 0) return cutLines(bytes, new Set(named));
  const rest = without(bytes, mine);
  const left = personElements(rest);
  if (left.length === 0 || (isThorough && [...bsnsIn(rest)].some(isErased))) return {kind: "gone"};
  return {kind: "cut", bytes: rest};
}

/** A table as text: its lines but those that name one of these. A line that is part of a quoted cell goes with it. */
function cutLines(bytes: Uint8Array, named: ReadonlySet<string>): Redacted {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  if (text.includes("\0") || text.trimStart().startsWith("<")) return {kind: "gone"};
  const records = text.match(/(?:"[^"]*(?:"|$)|[^"\n])*(?:\n|$)/g) ?? [];
  if (records.join("") !== text) return {kind: "gone"};
  const kept = records.filter((record) => ![...named].some((bsn) => record.includes(bsn)));
  if (kept.filter((record) => record.trim() !== "").length < 2) return {kind: "gone"};
  return {kind: "cut", bytes: Buffer.from(kept.join(""), "latin1")};
}

// XLSX is a zip; what stands in it is not read line by line here.
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}
