import type {ScreenName} from "../access/screens.ts";
import {UserError} from "../errors.ts";
import {openOriginal} from "../ingest/archive/original.ts";
import type {Live} from "./live.ts";
import {noteFirst} from "./looking.ts";
import {adminPath} from "./paths.ts";

/** A file as it came: its answer is no page, and never kept. */
export interface OriginalRoute {
  readonly screen: ScreenName;
  readonly pattern: RegExp;
  handle(live: Live, request: Request, sha256: string): Promise<Response>;
}

const screen = "origineel";

export const originalRoutes: readonly OriginalRoute[] = [
  {pattern: new RegExp(`^${adminPath}/bestanden/([0-9a-f]{64})$`), screen, handle: giveOriginal},
];

/** A delivered file as it came. It is noted that it was looked at. */
async function giveOriginal(live: Live, request: Request, sha256: string): Promise<Response> {
  const {database, deliveries, environment, looks, reader, now} = live;
  // A link on a page elsewhere leads nowhere.
  if (request.headers.get("sec-fetch-site") === "cross-site") {
    throw new UserError("Open dit bestand vanuit Wijkbalans zelf, bij Beheer.");
  }
  const original = await openOriginal(database, deliveries.dataFolder, environment, sha256);
  if (original === null) throw new UserError("Dit bestand staat niet in het archief. Kijk bij Beheer welke er staan.");
  await noteFirst(looks, request, reader, now(), {
    screen,
    soort: "origineel",
    wat: "origineel van een geleverd bestand",
    sha256,
  });
  return new Response(ReadableStream.from(original.pieces()), {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename="${asciiName(original.name)}"`,
      "Content-Length": String(original.size),
      "Cache-Control": "no-store",
    },
  });
}

function asciiName(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9._-]/g, "_").slice(-120) || "bestand";
}
