import {createHash} from "node:crypto";
import {createReadStream} from "node:fs";
import {pipeline} from "node:stream/promises";
import type {Database} from "../../database/database.ts";
import type {DeliveryResult} from "../result.ts";
import {isContainer} from "../sources/container.ts";
import {kindOf} from "../sources/names.ts";
import {type InboxFile, stampOf} from "./inbox-files.ts";

/** What became of a file of the inbox. */
export interface Fate {
  readonly isRefused: boolean;
  /** One line for beside the file; null: there is nothing to tell. */
  readonly reason: string | null;
}

/**
 * What became of a file that was just delivered: by its content, so it is the same when it was delivered before.
 *
 * @returns null: the file is another than was read, or gone
 */
export async function fateOf(database: Database, file: InboxFile, result: DeliveryResult): Promise<Fate | null> {
  if (stampOf(file.path) !== file.stamp) return null;
  const sha256 = await hashOf(file.path);
  if (sha256 === null) return null;
  const [kept] = await database.query<{toestand: string; reden: string | null}>(
    "select toestand, reden from bestand where sha256 = $sha256",
    {sha256},
  );
  if (kept?.toestand === "geweigerd") return {isRefused: true, reason: kept.reden ?? "Dit bestand is geweigerd."};
  if (kept !== undefined) return {isRefused: false, reason: null};
  if (isContainer(kindOf(file.path))) return fateOfPackage(database, file, result);
  const told = result.bevindingen.find(({bestand}) => bestand === file.name);
  return {isRefused: true, reason: told?.tekst ?? "Dit bestand is geweigerd."};
}

// A package is not kept itself when it could be unpacked: it is judged by what was in it.
async function fateOfPackage(database: Database, file: InboxFile, {bevindingen}: DeliveryResult): Promise<Fate> {
  const begin = `${file.name}/`;
  const [row] = await database.query<{geweigerd: number; totaal: number}>(
    `select
       cast(count(*) filter (where toestand = 'geweigerd') as integer) as geweigerd,
       cast(count(*) as integer) as totaal
     from bestand
     where substr(naam, 1, length($begin)) = $begin
       and levering_nummer = (
         select max(levering_nummer) from bestand where substr(naam, 1, length($begin)) = $begin
       )`,
    {begin},
  );
  const whole = bevindingen.find(({bestand, regel}) => bestand === file.name && regel === "bestand");
  if (whole !== undefined) return {isRefused: true, reason: whole.tekst};
  const {geweigerd = 0, totaal = 0} = row ?? {};
  if (geweigerd === 0) return {isRefused: false, reason: null};
  const count = geweigerd === 1 ? "1 bestand in dit pakket is" : `${geweigerd} bestanden in dit pakket zijn`;
  return {
    isRefused: geweigerd === totaal,
    reason: `${count} geweigerd, van de ${totaal}. Kijk bij Beheer welke, en waarom.`,
  };
}

async function hashOf(path: string): Promise<string | null> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(path), hash);
  } catch {
    return null;
  }
  return hash.digest("hex");
}
