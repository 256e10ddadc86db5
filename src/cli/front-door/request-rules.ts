import type {IncomingMessage} from "node:http";
import type {Refusal} from "./refusal.ts";

/** An address of ours with every filter filled in stays far below this. */
const longestUrl = 8 * 1024;

/** What a form without files, and what JSON for us, may weigh. Files are counted where they are received. */
export const largestForm = 64 * 1024;
export const largestJson = 1024 * 1024;

const methods = new Set(["GET", "HEAD", "POST"]);

const loopbackNames: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

/** What is wrong with a request as it is sent, before anything is done for it; null: nothing. */
export function faultOf(request: IncomingMessage, hostNames: readonly string[]): Refusal | null {
  const {method = "", url = ""} = request;
  if (!methods.has(method)) return wrongMethod;
  if (!url.startsWith("/")) return notForUs;
  if (url.length > longestUrl) return longUrl;
  return hostFault(request, hostNames) ?? bodyFault(request);
}

/** Two Host headers let a proxy and us believe different things; a name that is not ours is a page elsewhere. */
function hostFault(request: IncomingMessage, hostNames: readonly string[]): Refusal | null {
  const hosts = request.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "host");
  if (hosts.length !== 1) return notForUs;
  const name = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::\d{1,5})?$/i.exec(request.headers.host ?? "")?.[1]?.toLowerCase();
  if (name === undefined) return notForUs;
  return loopbackNames.includes(name) || hostNames.includes(name) ? null : otherName;
}

function bodyFault({headers, method}: IncomingMessage): Refusal | null {
  // Another way of cutting a body in pieces is one that a proxy may read otherwise.
  if ((headers["transfer-encoding"] ?? "chunked").toLowerCase() !== "chunked") return notForUs;
  if (method !== "POST") return null;
  const most = mostBytes(headers["content-type"] ?? "");
  if (most === null) return null;
  // Without a length it would have to be read to know that it is too much.
  if (headers["content-length"] === undefined) return noLength;
  return Number(headers["content-length"]) > most ? tooMuch : null;
}

/** Null: it may hold files, and is measured while it comes in. */
function mostBytes(contentType: string): number | null {
  const type = contentType.split(";", 1)[0]!.trim().toLowerCase();
  if (type === "application/json" || type.endsWith("+json")) return largestJson;
  return type === "application/x-www-form-urlencoded" || type === "" || type === "text/plain" ? largestForm : null;
}

const wrongMethod: Refusal = {
  status: 405,
  line: "Dat kan hier niet. Vraag een bladzijde op met GET, of verstuur een formulier met POST.",
  headers: {Allow: "GET, HEAD, POST"},
};
const notForUs: Refusal = {status: 400, line: "Dit verzoek is niet goed opgebouwd. Open Wijkbalans in een browser."};
const longUrl: Refusal = {status: 414, line: "Dit adres is te lang. Kies minder filters en probeer het opnieuw."};
const otherName: Refusal = {
  status: 403,
  line: "Onder deze naam is Wijkbalans niet bereikbaar. Zonder WIJKBALANS_ADRES alleen op de computer zelf.",
};
const noLength: Refusal = {status: 411, line: "Zeg met Content-Length hoe groot dit verzoek is, en stuur het opnieuw."};
const tooMuch: Refusal = {
  status: 413,
  line: "Dit is te groot: JSON mag hooguit 1 MB zijn en een formulier 64 kB. Lever bestanden aan als XML, CSV of zip.",
};
