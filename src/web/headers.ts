/** What a browser may do with our pages: nothing from elsewhere, no script but our own file, no frame. */
export const securityHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy": [
    "default-src 'none'",
    "object-src 'none'",
    "script-src 'self'",
    "connect-src 'self'",
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

/** A page that is another at each moment. */
export const liveCaching = "no-store";

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

/**
 * Whether a request that changes something was sent by one of our own pages.
 *
 * A browser says so itself in Sec-Fetch-Site, and no page can write that header. An older one names the origin.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  const host = headers.get("host");
  return origin !== null && host !== null && (origin === `http://${host}` || origin === `https://${host}`);
}
