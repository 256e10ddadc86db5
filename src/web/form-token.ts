import {createHash, randomBytes, timingSafeEqual} from "node:crypto";

/** The field of a form that holds the token. It stands first, so that it is known before any file comes in. */
export const formTokenField = "formulier";

/** A secret of this process that its own forms carry: a page elsewhere cannot read it, and so cannot send it. */
export function makeFormToken(): string {
  return randomBytes(24).toString("base64url");
}

export function isFormToken(expected: string, given: string | undefined): boolean {
  return given !== undefined && timingSafeEqual(digest(expected), digest(given));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
