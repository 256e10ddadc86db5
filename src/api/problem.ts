import {apiVersion} from "./version.ts";

/** An error as a program reads it (RFC 9457); `detail` is for the person behind it. */
export interface Problem {
  readonly status: 400 | 401 | 403 | 404 | 405 | 413 | 415 | 429 | 500;
  readonly title: string;
  readonly detail: string;
}

export function problemResponse(problem: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  const document = {type: "about:blank", ...problem};
  return new Response(`${JSON.stringify(document)}\n`, {
    status: problem.status,
    headers: {"Content-Type": "application/problem+json; charset=utf-8", ...apiHeaders, ...headers},
  });
}

export function jsonResponse(
  document: object,
  status: 200 | 202 = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(`${JSON.stringify(document)}\n`, {
    status,
    headers: {"Content-Type": "application/json; charset=utf-8", ...apiHeaders, ...headers},
  });
}

const apiHeaders = {
  "API-Version": apiVersion,
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
};
