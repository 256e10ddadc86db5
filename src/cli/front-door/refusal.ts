import type {IncomingMessage, ServerResponse} from "node:http";
import {baseHeaders} from "./answer-headers.ts";

/** Why a request goes no further than the door: one line for the person behind it. */
export interface Refusal {
  readonly status: 400 | 403 | 405 | 408 | 411 | 413 | 414 | 429 | 431 | 503;
  readonly line: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Writes a refusal; what more was sent is not read, so the connection ends with it. */
export function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal, isHttps: boolean): void {
  if (response.headersSent || response.destroyed) return void response.destroy();
  const isApi = isApiPath(request.url ?? "");
  const {type, body} = bodyOf(refusal, isApi);
  response.writeHead(refusal.status, {
    ...baseHeaders(isApi, isHttps),
    ...refusal.headers,
    "Content-Type": type,
    "Content-Length": Buffer.byteLength(body),
    Connection: "close",
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** The same as bytes, for what could not be read as a request at all. */
export function refusalBytes(refusal: Refusal, isHttps: boolean): string {
  const {type, body} = bodyOf(refusal, false);
  const headers = {
    ...baseHeaders(false, isHttps),
    "Content-Type": type,
    "Content-Length": String(Buffer.byteLength(body)),
    Connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `HTTP/1.1 ${refusal.status} Refused\r\n${lines.join("\r\n")}\r\n\r\n${body}`;
}

/** As one that comes from further inside. */
export function refusalResponse(refusal: Refusal, isApi: boolean): Response {
  const {type, body} = bodyOf(refusal, isApi);
  return new Response(body, {status: refusal.status, headers: {...refusal.headers, "Content-Type": type}});
}

export function isApiPath(path: string): boolean {
  return path.startsWith("/api/");
}

function bodyOf({status, line}: Refusal, isApi: boolean): {type: string; body: string} {
  if (!isApi) return {type: "text/plain; charset=utf-8", body: `${line}\n`};
  const problem = {type: "about:blank", status, title: "Dit verzoek kan niet", detail: line};
  return {type: "application/problem+json; charset=utf-8", body: `${JSON.stringify(problem)}\n`};
}
