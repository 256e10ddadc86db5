import {readFileSync} from "node:fs";
import {basename} from "node:path";
import type {Database} from "../../database/database.ts";
import {UserError} from "../../errors.ts";
import {readBlock} from "../../ingest/archive/read-blocks.ts";
import {archiveFolder} from "../../ingest/archive/segments.ts";
import {type Environment, openKeys} from "../../ingest/keys/key-files.ts";
import {digestOf} from "../../ingest/workers/digest.ts";

const sql = readFileSync(new URL("file-place.sql", import.meta.url), "utf8");

/** A delivered file, byte for byte as it came. */
export interface Original {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type PlaceRow = {
  naam: string;
  grootte: number;
  segment: number;
  blok_begin: number;
  begin_in_blok: number;
  lengte: number;
};

/**
 * Takes a file out of the archive, and holds it against its SHA-256.
 *
 * @returns null: the archive has no such file
 */
export async function readOriginal(
  database: Database,
  dataFolder: string,
  environment: Environment,
  sha256: string,
): Promise<Original | null> {
  const [row] = await database.query<PlaceRow>(sql, {sha256});
  if (row === undefined) return null;
  const keys = openKeys(dataFolder, true, environment);
  const place = {segment: row.segment, begin: row.blok_begin, length: row.lengte};
  const {bytes} = readBlock(archiveFolder(dataFolder), keys.archive, place);
  const content = bytes.subarray(row.begin_in_blok, row.begin_in_blok + row.grootte);
  if (digestOf(content).hex !== sha256) {
    throw new UserError("Dit bestand is in het archief niet meer wat het was. Draai: npx wijkbalans verify");
  }
  return {name: basename(row.naam), bytes: content};
}
