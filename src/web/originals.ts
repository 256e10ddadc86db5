import {mayReadOriginals, noteInzage} from "../access/inzage.ts";
import {UserError} from "../errors.ts";
import {readOriginal} from "../reports/beheer/original.ts";
import type {Live} from "./live.ts";
import {adminPath} from "./paths.ts";

const pattern = new RegExp(`^${adminPath}/bestanden/([0-9a-f]{64})$`);

/** A delivered file as it came, for who may see it; null: this address is no file. It is noted that it was looked at. */
export async function giveOriginal(live: Live, request: Request): Promise<Response | null> {
  const sha256 = pattern.exec(new URL(request.url).pathname)?.[1];
  if (sha256 === undefined) return null;
  const {database, deliveries, environment, reader, now} = live;
  if (!mayReadOriginals(reader)) {
    throw new UserError("U mag dit bestand niet zien, omdat het over mensen gaat. Vraag het aan de beheerder.");
  }
  // A link on a page elsewhere leads nowhere.
  if (request.headers.get("sec-fetch-site") === "cross-site") {
    throw new UserError("Open dit bestand vanuit Wijkbalans zelf, bij Beheer.");
  }
  const original = await readOriginal(database, deliveries.dataFolder, environment, sha256);
  if (original === null) throw new UserError("Dit bestand staat niet in het archief. Kijk bij Beheer welke er staan.");
  await noteInzage(database, reader, "origineel van een geleverd bestand", sha256, now());
  return new Response(new Uint8Array(original.bytes), {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename="${asciiName(original.name)}"`,
      "Content-Length": String(original.bytes.length),
      "Cache-Control": "no-store",
    },
  });
}

function asciiName(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9._-]/g, "_").slice(-120) || "bestand";
}
