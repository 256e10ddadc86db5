import {UserError} from "../errors.ts";
import {formTokenField, isFormToken} from "./form-token.ts";

/** What a form without files may weigh. */
const largestForm = 64 * 1024;

/** The fields of a form of ours; formToken is what the forms of this browser carry. */
export async function readForm(request: Request, formToken: string): Promise<URLSearchParams> {
  const fields = await readFields(request);
  if (isFormToken(formToken, fields.get(formTokenField) ?? undefined)) return fields;
  throw new UserError("Dit formulier is verlopen. Open de bladzijde opnieuw en druk nog een keer.");
}

/** The fields of a form, whoever sent it; none of one that is larger than a form of ours, which is not read on. */
export async function readFields({body}: Request): Promise<URLSearchParams> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > largestForm) return new URLSearchParams();
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
}
