import {createHash} from "node:crypto";
import {promisify} from "node:util";
import {brotliCompress, constants, gzip} from "node:zlib";

/** A page or file as it leaves: its bytes in each encoding, made once and kept with it. */
export interface Answer {
  readonly status: AnswerStatus;
  readonly type: string;
  readonly etag: string;
  readonly bytes: Readonly<Record<Encoding, Uint8Array<ArrayBuffer>>>;
  /** Name under which a browser keeps it as a file; null: shown as a page. */
  readonly fileName: string | null;
  /** Pseudonyms of whom single rows are about, for the log of looking; none leaves. */
  readonly persons: readonly string[];
}

export type AnswerStatus = 200 | 400 | 401 | 403 | 404 | 413 | 429 | 500 | 503;

export type Encoding = "br" | "gzip" | "identity";

const brotli = promisify(brotliCompress);
const gunzipped = promisify(gzip);

export async function makeAnswer(
  text: string | Uint8Array,
  {
    status = 200,
    type = "text/html; charset=utf-8",
    fileName = null,
    persons = [],
  }: Partial<Pick<Answer, "status" | "type" | "fileName" | "persons">> = {},
): Promise<Answer> {
  const identity = typeof text === "string" ? new TextEncoder().encode(text) : new Uint8Array(text);
  // Fonts are compressed already.
  const isPacked = type.startsWith("font/");
  const [br, gz] = isPacked
    ? [identity, identity]
    : await Promise.all([
        brotli(identity, {params: {[constants.BROTLI_PARAM_QUALITY]: 5}}),
        gunzipped(identity, {level: 6}),
      ]);
  const etag = `"${createHash("sha256").update(identity).digest("base64url").slice(0, 22)}"`;
  return {status, type, etag, fileName, persons, bytes: {identity, br: new Uint8Array(br), gzip: new Uint8Array(gz)}};
}

/** The best encoding that a browser says it reads. */
export function chooseEncoding(accepted: string | undefined, answer: Answer): Encoding {
  if (answer.bytes.br === answer.bytes.identity || answer.type.startsWith("font/")) return "identity";
  const names = (accepted ?? "")
    .split(",")
    .map((part) => part.trim().split(";"))
    .filter(([, quality]) => quality?.trim() !== "q=0")
    .map(([name]) => name);
  return names.includes("br") ? "br" : names.includes("gzip") ? "gzip" : "identity";
}
