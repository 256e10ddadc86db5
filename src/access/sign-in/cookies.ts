/** Cookies of ours: on https under a name that no other host and no page below us can set. */
export type CookieName = "wijkbalans" | "wijkbalans-aanmelden";

/** The value of a cookie of ours; null: it is not there, or it is there twice and who knows which is ours. */
export function readCookie(headers: Headers, name: CookieName, isSecure: boolean): string | null {
  const wanted = fullName(name, isSecure);
  const values = (headers.get("cookie") ?? "")
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${wanted}=`))
    .map((part) => part.slice(wanted.length + 1));
  const [value, second] = values;
  return value === undefined || second !== undefined || !/^[\w.-]{1,3000}$/.test(value) ? null : value;
}

/** Lax: a link in a mail or the provider's way back opens signed in, a form on a page elsewhere does not. */
export function writeCookie(name: CookieName, value: string, isSecure: boolean, seconds: number | null = null): string {
  return [
    `${fullName(name, isSecure)}=${value}`,
    "Path=/",
    "HttpOnly",
    "SameSite=Lax",
    ...(isSecure ? ["Secure"] : []),
    ...(seconds === null ? [] : [`Max-Age=${seconds}`]),
  ].join("; ");
}

export function clearCookie(name: CookieName, isSecure: boolean): string {
  return writeCookie(name, "", isSecure, 0);
}

function fullName(name: CookieName, isSecure: boolean): string {
  return isSecure ? `__Host-${name}` : name;
}
