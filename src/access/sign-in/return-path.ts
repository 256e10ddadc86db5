/** Where somebody goes on after signing in: a path of ours and nothing else, whatever was asked. */
export function safeReturnPath(asked: string | null | undefined, address: URL): string {
  // Browsers read a backslash as a slash, and leave out tabs and line ends.
  if (asked == null || asked.length > 1000 || !asked.startsWith("/") || /[\\\p{Cc}]/u.test(asked)) return "/";
  const url = URL.parse(asked, address.href);
  if (url === null || url.origin !== address.origin || url.pathname.startsWith("//")) return "/";
  return neverReturnedTo.some((path) => url.pathname.startsWith(path)) ? "/" : `${url.pathname}${url.search}`;
}

/** Signing in ends there, so going back to it would go round. */
const neverReturnedTo = ["/aanmelden", "/afmelden", "/afgemeld"];
