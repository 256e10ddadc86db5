import {mayDeliver} from "../access/inzage.ts";
import {UserError} from "../errors.ts";
import {receiveMultipart} from "../ingest/deliveries/receive.ts";
import {koppelenPath, saveMatching} from "../reports/koppelen/koppelen.ts";
import {formTokenField, isFormToken} from "./form-token.ts";
import type {Live} from "./live.ts";
import {readAcceptance} from "./pages/arrival-choices.tsx";
import {deliverPath} from "./paths.ts";
import {readForm} from "./small-form.ts";

const actionPattern = new RegExp(`^${deliverPath}/(\\d{8}-[0-9a-f]{24})/(innemen|weggooien)$`);

/** Does what a form asks, and sends the browser on to a page; null: there is no such form. */
export async function handlePost(live: Live, request: Request): Promise<Response | null> {
  const {pathname} = new URL(request.url);
  const action = actionPattern.exec(pathname);
  if (pathname !== deliverPath && pathname !== koppelenPath && action === null) return null;
  if (!mayDeliver(live.reader)) throw new UserError("U mag hier niet aanleveren. Vraag het aan de beheerder.");
  if (pathname === deliverPath) return receiveUpload(live, request);
  const fields = await readForm(request, live.formToken);
  if (action === null) return seeOther(await saveMatching(live.deliveries.dataFolder, live.inboxFolder, fields));
  const [, id, verb] = action;
  if (verb === "innemen") {
    live.deliveries.takeIn(id!, readAcceptance(fields));
    return seeOther(`${deliverPath}/${id}`);
  }
  live.deliveries.discard(id!);
  return seeOther(`${deliverPath}?weg=1`);
}

async function receiveUpload({deliveries, reader, formToken}: Live, request: Request): Promise<Response> {
  const length = request.headers.get("content-length");
  const incoming = {
    body: request.body as Parameters<typeof receiveMultipart>[0]["body"],
    contentType: request.headers.get("content-type") ?? "",
    length: length === null ? null : Number(length),
  };
  const isOurs = (fields: ReadonlyMap<string, string>) => isFormToken(formToken, fields.get(formTokenField));
  const arrival = await deliveries.accept(
    {herkomst: "upload", door: reader.name},
    (folder) => receiveMultipart(incoming, folder, isOurs),
    false,
  );
  return seeOther(`${deliverPath}/${arrival.id}`);
}

// 303: the browser asks for the page, so that going back or refreshing sends nothing again.
function seeOther(location: string): Response {
  return new Response(null, {status: 303, headers: {Location: location, "Cache-Control": "no-store"}});
}
