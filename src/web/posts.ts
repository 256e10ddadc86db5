import type {ScreenName} from "../access/screens.ts";
import {receiveMultipart} from "../ingest/deliveries/receive.ts";
import {koppelenPath, saveMatching} from "../reports/koppelen/koppelen.ts";
import {rollenPath} from "../reports/rollen/rollen.ts";
import {saveRights} from "../reports/rollen/save-rights.ts";
import {tableCheckPath} from "../reports/val-ons-aan/paths.ts";
import {formTokenField, isFormToken} from "./form-token.ts";
import type {Live} from "./live.ts";
import {readAcceptance} from "./pages/arrival-choices.tsx";
import {deliverPath} from "./paths.ts";
import {privacyPosts} from "./privacy-posts.tsx";
import type {Page} from "./route.ts";
import {rulePosts} from "./rule-routes.tsx";
import {seeOther} from "./see-other.ts";
import {readForm} from "./small-form.ts";
import {postTableCheck} from "./table-check-post.tsx";
import {teamkaartPosts} from "./teamkaart-routes.tsx";

/** A form of ours, at the address that it sends to. */
export interface PostRoute {
  readonly screen: ScreenName;
  readonly pattern: RegExp;
  /** Does what the form asks, and sends the browser on to a page; or shows what may stand at no address. */
  handle(live: Live, request: Request, parameters: readonly string[]): Promise<Response | Page>;
}

export const postRoutes: readonly PostRoute[] = [
  {pattern: new RegExp(`^${deliverPath}$`), screen: "aanleveren", handle: receiveUpload},
  {
    pattern: new RegExp(`^${deliverPath}/(\\d{8}-[0-9a-f]{24})/(innemen|weggooien)$`),
    screen: "aanleveren",
    handle: decideOnArrival,
  },
  {pattern: new RegExp(`^${koppelenPath}$`), screen: "koppelen", handle: match},
  {pattern: new RegExp(`^${rollenPath}$`), screen: "rollen", handle: changeRights},
  {pattern: new RegExp(`^${tableCheckPath}$`), screen: "tabelcheck", handle: postTableCheck},
  ...privacyPosts,
  ...rulePosts,
  ...teamkaartPosts,
];

async function match(live: Live, request: Request): Promise<Response> {
  const fields = await readForm(request, live.formToken);
  return seeOther(await saveMatching(live.deliveries.dataFolder, live.inboxFolder, fields));
}

async function changeRights(live: Live, request: Request): Promise<Response> {
  await saveRights(live, await readForm(request, live.formToken));
  return seeOther(rollenPath);
}

async function decideOnArrival(live: Live, request: Request, [id, verb]: readonly string[]): Promise<Response> {
  const fields = await readForm(request, live.formToken);
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
