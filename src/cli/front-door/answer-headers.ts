import {apiVersion} from "../../api/version.ts";

const always: Readonly<Record<string, string>> = {
  "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "no-store",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), browsing-topics=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
};

// A year, and what lies below our name too: else a page there could set cookies for us over plain http.
const strictTransport = "max-age=31536000; includeSubDomains";

/** What every answer carries, whoever made it and whatever it says. */
export function baseHeaders(isApi: boolean, isHttps: boolean): Record<string, string> {
  return {
    ...always,
    ...(isApi ? {"API-Version": apiVersion} : {}),
    ...(isHttps ? {"Strict-Transport-Security": strictTransport} : {}),
  };
}

/** Adds to an answer what it does not say itself: a page has a wider policy of its own. */
export function withBaseHeaders(response: Response, isApi: boolean, isHttps: boolean): Response {
  for (const [name, value] of Object.entries(baseHeaders(isApi, isHttps))) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  return response;
}
