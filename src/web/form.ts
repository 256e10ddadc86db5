import {UserError} from "../errors.ts";
import {formTokenField, isFormToken} from "./form-token.ts";
import type {Live} from "./live.ts";

/** What a form without files may weigh. */
const largestForm = 64 * 1024;

/** The fields of a form of ours. */
export async function readForm({formToken}: Live, request: Request): Promise<URLSearchParams> {
  const fields = new URLSearchParams((await readSmallBody(request)) ?? "");
  if (isFormToken(formToken, fields.get(formTokenField) ?? undefined)) return fields;
  throw new UserError("Dit formulier is verlopen. Open de bladzijde opnieuw en druk nog een keer.");
}

/** Null: it is larger than a form of ours, and was not read on. */
async function readSmallBody({body}: Request): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > largestForm) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

// 303: the browser asks for the page, so that going back or refreshing sends nothing again.
export function seeOther(location: string): Response {
  return new Response(null, {status: 303, headers: {Location: location, "Cache-Control": "no-store"}});
}
