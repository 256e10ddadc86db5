import {closeRequest, findRequest, openRequest, type RequestKind, requestKinds} from "../access/requests.ts";
import {UserError} from "../errors.ts";
import {existingKeys} from "../ingest/archive/archive.ts";
import {correctionSources} from "../reports/privacyboek/correction.ts";
import {dossierHtml, dossierOf} from "../reports/privacyboek/dossier.ts";
import {pseudonymOf, whoLooked} from "../reports/privacyboek/who-looked.ts";
import {todayAt} from "../standards/calendar.ts";
import type {Live} from "./live.ts";
import {noteFirst} from "./looking.ts";
import {WieKeekPage} from "./pages/wie-keek.tsx";
import type {PostRoute} from "./posts.ts";
import type {Page} from "./route.ts";
import {seeOther} from "./see-other.ts";
import {readForm} from "./small-form.ts";

const screen = "inwonerverzoek";

/** What is asked about one resident. A Bsn comes in the body of a form, and never stands in an address. */
export const privacyPosts: readonly PostRoute[] = [
  {pattern: /^\/privacyboek\/verzoeken\/wie-keek$/, screen, handle: showWhoLooked},
  {pattern: /^\/privacyboek\/verzoeken$/, screen, handle: addRequest},
  {
    pattern: /^\/privacyboek\/verzoeken\/(\d{1,9})\/(dossier|bronnen|klaar|weiger)$/,
    screen,
    handle: work,
  },
];

async function showWhoLooked(live: Live, request: Request): Promise<Page> {
  const fields = await readForm(request, live.formToken);
  const client = await clientIn(live, fields);
  await live.looks.flush();
  const looked = await whoLooked(live.database, client);
  await noteFirst(live.looks, request, live.reader, live.now(), {screen, soort: "verzoek", betrokkene: client});
  return {title: "Wie keek naar deze inwoner?", content: <WieKeekPage looked={looked} />};
}

async function addRequest(live: Live, request: Request): Promise<Response> {
  const fields = await readForm(request, live.formToken);
  const soort = requestKinds.find((kind) => kind === fields.get("soort"));
  if (soort === undefined) throw new UserError("Kies wat de inwoner vraagt: inzage, correctie of verwijdering.");
  const client = await clientIn(live, fields);
  await noteFirst(live.looks, request, live.reader, live.now(), {screen, soort: "verzoek", betrokkene: client});
  const today = todayAt(live.now());
  const nummer = await openRequest(live.database, {soort, door: live.reader.id, betrokkene: client, today});
  return seeOther(`/privacyboek/verzoeken?nieuw=${nummer}`);
}

async function work(live: Live, request: Request, [number, verb]: readonly string[]): Promise<Response> {
  const fields = await readForm(request, live.formToken);
  const nummer = Number(number);
  const {betrokkene, soort} = await findRequest(live.database, nummer);
  if (betrokkene === null) throw new UserError(`Verzoek ${nummer} is al afgehandeld.`);
  await noteFirst(live.looks, request, live.reader, live.now(), {screen, soort: "verzoek", betrokkene});
  if (verb === "dossier" || verb === "bronnen") return give(live, verb, nummer, betrokkene);
  const grond = fields.get("grond")?.trim().slice(0, 300) || null;
  if (verb === "weiger" && grond === null) throw new UserError("Schrijf op welke grond het verzoek wordt geweigerd.");
  const outcome = verb === "weiger" ? "geweigerd" : doneAs[soort];
  if (outcome === null) {
    throw new UserError(
      `Wissen gaat met de server uit, omdat het archief opnieuw geschreven wordt: npx wijkbalans verzoek uitvoeren ${nummer}`,
    );
  }
  await closeRequest(live.database, nummer, {uitkomst: outcome, grond}, live.now());
  return seeOther("/privacyboek/verzoeken");
}

/** What a request is when its button says that it is done; null: that takes more than a button. */
const doneAs: Readonly<Record<RequestKind, "gegeven" | "doorgestuurd" | null>> = {
  inzage: "gegeven",
  correctie: "doorgestuurd",
  verwijdering: null,
};

async function give(live: Live, verb: "dossier" | "bronnen", nummer: number, client: string): Promise<Response> {
  const {database, deliveries, environment, now} = live;
  await live.looks.flush();
  const isDossier = verb === "dossier";
  const body = isDossier
    ? dossierHtml(await dossierOf(database, deliveries.dataFolder, environment, client, now()))
    : await correctionSources(database, client);
  return new Response(body, {
    headers: {
      "Content-Type": isDossier ? "text/html; charset=utf-8" : "text/plain; charset=utf-8",
      "Content-Disposition": `attachment; filename="verzoek-${nummer}.${isDossier ? "html" : "txt"}"`,
      "Cache-Control": "no-store",
    },
  });
}

async function clientIn({database, deliveries, environment}: Live, fields: URLSearchParams): Promise<string> {
  const keys = await existingKeys(database, deliveries.dataFolder, environment);
  if (keys === null) throw new UserError("Er is nog niets aangeleverd, dus er staat ook niets over een inwoner.");
  return pseudonymOf(fields.get("bsn") ?? "", keys.pseudonym);
}
