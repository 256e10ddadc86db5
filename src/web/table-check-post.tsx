import {UserError} from "../errors.ts";
import {checkTable, mostTableBytes} from "../reports/val-ons-aan/table-check.ts";
import {formTokenField, isFormToken} from "./form-token.ts";
import type {Live} from "./live.ts";
import {TableCheckPage} from "./pages/table-check.tsx";
import type {Page} from "./route.ts";

const title = "Mag deze tabel naar buiten?";

/** The form before anything was brought. */
export function tableCheckPage({formToken}: Live): Page {
  return {title, content: <TableCheckPage formToken={formToken} check={null} problem={null} />};
}

/** The table that somebody brought, looked over: what was sent is forgotten. */
export async function postTableCheck({formToken}: Live, request: Request): Promise<Page> {
  try {
    const {bytes, name} = await readTable(formToken, request);
    const check = await checkTable(bytes, name);
    return {title, content: <TableCheckPage formToken={formToken} check={check} problem={null} />};
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const content = <TableCheckPage formToken={formToken} check={null} problem={error.message} />;
    return {title, content, status: 400};
  }
}

async function readTable(formToken: string, request: Request): Promise<{bytes: Uint8Array; name: string}> {
  const form = await readForm(request);
  const given = form.get(formTokenField);
  if (!isFormToken(formToken, typeof given === "string" ? given : undefined)) {
    throw new UserError("Dit formulier is verlopen. Open de bladzijde opnieuw en kies de tabel nog een keer.");
  }
  const file = form.get("tabel");
  // A form without a chosen file sends one without a name.
  if (file === null || typeof file === "string" || file.name === "") throw new UserError("Kies eerst een tabel.");
  return {
    bytes: new Uint8Array(await file.arrayBuffer()),
    name: file.name.replaceAll(/[\p{Cc}\p{Cf}]/gu, "").slice(-80),
  };
}

/** In memory, and never more than a table of ours may be. */
async function readForm({body, headers}: Request): Promise<FormData> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    // Read on all the same: a browser whose sending is broken off shows no answer.
    if (length <= mostTableBytes) chunks.push(chunk);
  }
  if (length > mostTableBytes) throw new UserError("Deze tabel is groter dan 5 MB. Neem minder kolommen of rijen.");
  try {
    const type = headers.get("content-type") ?? "";
    return await new Response(Buffer.concat(chunks), {headers: {"content-type": type}}).formData();
  } catch {
    throw new UserError(
      "Dit formulier kunnen wij niet lezen. Open de bladzijde opnieuw en kies de tabel nog een keer.",
    );
  }
}
