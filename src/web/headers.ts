/** What a browser may do with our pages: nothing from elsewhere, no script, no frame. */
export const securityHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy": [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), browsing-topics=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
};

/** A page is kept by the browser, and asked about each time: figures change with a delivery. */
export const pageCaching = "private, no-cache";

/** The name of an asset holds its hash. */
export const assetCaching = "public, max-age=31536000, immutable";

const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Whether a request came in under a name of this machine itself.
 *
 * Without sign-in, loopback is the only lock. A page elsewhere can point its own name at 127.0.0.1 and then read
 * along; the Host header gives that away.
 */
export function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && loopbackNames.has(host.replace(/:\d+$/, "").toLowerCase());
}

/** Whether a form was sent by a page of this server: a browser names where a POST comes from. */
export function isSameOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined || host === undefined) return false;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
