import {isUtf8} from "node:buffer";
import {SaxesParser} from "saxes";
import {UnpackError} from "./container.ts";
import {InlineXmlReader} from "./inline-xml.ts";
import {rootName} from "./root-name.ts";
import {unpack} from "./unpack.ts";

/** What stands in an envelope of the GGK (StUF) or of VECOZO, or why it cannot be taken out. */
export type Unwrapped = {readonly payload: Uint8Array; readonly sentAt: bigint | null} | {readonly problem: string};

const envelopes = new Set(["envelopHeenbericht-ggk_Di01", "envelopRetourbericht-ggk_Du01", "Envelope", "Fo01Bericht"]);
// GGK: xmlBestand. VECOZO: Data, within Bericht.
const payloadNames = new Set(["xmlBestand", "Data"]);

const damaged = "De envelop is geen goede XML. Vraag de afzender om het Bericht opnieuw te sturen.";
/** An envelope with a Bericht in it stays below twenty. */
const deepestElement = 200;

const plainText = "In deze envelop zit geen XML maar gewone tekst. Vraag de afzender om het Bericht zelf.";
const noBericht = "In deze envelop zit geen Bericht. Lever het Bericht zelf aan.";

/** Takes the Bericht out of its envelope; null when this is no envelope. */
export async function unwrap(bytes: Uint8Array): Promise<Unwrapped | null> {
  const root = rootName(bytes);
  if (root === null || !envelopes.has(root)) return null;
  if (!isUtf8(bytes)) return {problem: damaged};
  const content = readEnvelope(Buffer.from(bytes).toString("utf8"));
  if (content === null) return {problem: damaged};
  if (root === "Fo01Bericht") return {problem: describeFault(content.faultCode)};
  if (content.hasText)
    return {problem: "In deze envelop zit een tekstbestand, geen Bericht. Lever het Bericht zelf aan."};
  if (content.inline !== null) return {payload: content.inline, sentAt: content.sentAt};
  return withSentAt(await decodePayload(content.base64), content.sentAt);
}

function withSentAt(decoded: Buffer | string, sentAt: bigint | null): Unwrapped {
  if (typeof decoded === "string") return {problem: decoded};
  return isPlainText(decoded) ? {problem: plainText} : {payload: decoded, sentAt};
}

/** What is no text at all, the reader of Berichten explains by its encoding. */
function isPlainText(bytes: Buffer): boolean {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const first = bytes.subarray(hasMark ? 3 : 0).find((byte) => byte > 0x20);
  return first !== undefined && first !== 0x3c && isUtf8(bytes) && !bytes.includes(0);
}

interface EnvelopeContent {
  sentAt: bigint | null;
  base64: string;
  inline: Uint8Array | null;
  hasText: boolean;
  faultCode: string;
}

function readEnvelope(text: string): EnvelopeContent | null {
  const content: EnvelopeContent = {sentAt: null, base64: "", inline: null, hasText: false, faultCode: ""};
  const parser = new SaxesParser({xmlns: true, position: true});
  const open: string[] = [];
  const inline = new InlineXmlReader(text, parser);
  let isDamaged = false;
  parser.on("error", () => {
    isDamaged = true;
  });
  parser.on("doctype", () => {
    isDamaged = true;
  });
  parser.on("opentag", (tag) => {
    // The parser looks a namespace up through all that is open, so each level makes the next one slower.
    if (open.length > deepestElement) throw new UnpackError(damaged);
    inline.open(tag, payloadNames.has(open.at(-1) ?? ""));
    if (tag.local === "tekstBestand") content.hasText = true;
    open.push(tag.local);
  });
  parser.on("text", (chunk) => addText(content, open, chunk));
  parser.on("cdata", (chunk) => addText(content, open, chunk));
  parser.on("closetag", () => {
    open.pop();
    const element = inline.close();
    content.inline ??= element;
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof UnpackError) return null;
    throw error;
  }
  return isDamaged ? null : content;
}

function addText(content: EnvelopeContent, open: readonly string[], chunk: string): void {
  const name = open.at(-1) ?? "";
  if (payloadNames.has(name)) content.base64 += chunk;
  else if (name === "tijdstipBericht") content.sentAt ??= microsecondsOfStuf(chunk.trim());
  else if (name === "code" && open[0] === "Fo01Bericht") content.faultCode = chunk.trim();
}

async function decodePayload(base64: string): Promise<Buffer | string> {
  const text = base64.replaceAll(/\s/g, "");
  if (text === "") return noBericht;
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.length % 4 === 1) return damaged;
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("latin1", 0, 4) === "PK\x03\x04" ? unzipPayload(bytes) : bytes;
}

/** VECOZO packs the Bericht before it wraps it. */
async function unzipPayload(bytes: Buffer): Promise<Buffer | string> {
  let payload: Buffer | null = null;
  for await (const file of unpack({name: "envelop", kind: "zip", content: bytes})) {
    if ("problems" in file) return file.problems[0]?.problem ?? damaged;
    if (payload !== null) return "In deze envelop zit meer dan één Bericht. Lever de Berichten zelf aan.";
    const content = await file.read();
    if (content !== null) payload = content;
  }
  return payload ?? noBericht;
}

function describeFault(code: string): string {
  const named = /^[A-Z]{2}\d{3}$/.test(code) ? ` ${code}` : "";
  return `Dit is een foutmelding van het GGK (Fo01${named}), geen Bericht: een Bericht is niet aangekomen. Stuur dat opnieuw.`;
}

/** Microseconds since 1970 of "20160421132514" with or without a fraction; null when it is no such time. */
function microsecondsOfStuf(text: string): bigint | null {
  const parts = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})/.exec(text);
  if (parts === null) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return BigInt(Date.UTC(year, month - 1, day, hour, minute, second)) * 1000n;
}
