import {createHash, createHmac, randomBytes, timingSafeEqual} from "node:crypto";
import {readCookie} from "../access/sign-in/cookies.ts";

/** The field of a form that holds the token. It stands first, so that it is known before any file comes in. */
export const formTokenField = "formulier";

/**
 * What the forms of one browser carry: a page elsewhere cannot read it, and so cannot send it, and who read his own can
 * do nothing with it in the browser of another.
 */
export type FormTokens = (headers: Headers) => string;

/** The secret is of this process; the token follows from it and from the session the browser is in. */
export function makeFormTokens(isSecure: boolean): FormTokens {
  const secret = randomBytes(32);
  return (headers) =>
    createHmac("sha256", secret)
      .update(readCookie(headers, "wijkbalans", isSecure) ?? "")
      .digest("base64url");
}

export function isFormToken(expected: string, given: string | undefined): boolean {
  return given !== undefined && timingSafeEqual(digest(expected), digest(given));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
