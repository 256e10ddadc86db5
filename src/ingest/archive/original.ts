import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {basename} from "node:path";
import {setImmediate as turn} from "node:timers/promises";
import type {Database} from "../../database/database.ts";
import {UserError} from "../../errors.ts";
import {type Environment, openKeys} from "../keys/key-files.ts";
import type {BlockPlace} from "./block.ts";
import {listBlocks, readBlock, type StoredBlock} from "./read-blocks.ts";
import type {FilePlace} from "./segment-writer.ts";
import {archiveFolder, listSegments} from "./segments.ts";

const placeSql = readFileSync(new URL("file-place.sql", import.meta.url), "utf8");

/** A delivered file, byte for byte as it came. */
export interface Original {
  readonly name: string;
  readonly size: number;
  /** The bytes in order: one piece, or the parts of a large file, so that memory holds one of them. */
  pieces(): AsyncGenerator<Uint8Array>;
}

type PlaceRow = {
  naam: string;
  grootte: number;
  segment: number;
  blok_begin: number;
  begin_in_blok: number;
};

/**
 * Takes a file out of the archive, once it was held against its SHA-256.
 *
 * @returns null: the archive has no such file
 * @throws  UserError  it is not what it was
 */
export async function openOriginal(
  database: Database,
  dataFolder: string,
  environment: Environment,
  sha256: string,
): Promise<Original | null> {
  const [row] = await database.query<PlaceRow>(placeSql, {sha256});
  if (row === undefined) return null;
  const key = openKeys(dataFolder, true, environment).archive;
  const place = {segment: row.segment, begin: row.blok_begin, beginInBlock: row.begin_in_blok};
  const pieces = () => piecesOf(archiveFolder(dataFolder), key, place, row.grootte);
  const hash = createHash("sha256");
  for await (const piece of pieces()) hash.update(piece);
  if (hash.digest("hex") !== sha256) {
    throw new UserError("Dit bestand is in het archief niet meer wat het was. Draai: npx wijkbalans verify");
  }
  return {name: basename(row.naam), size: row.grootte, pieces};
}

/** All of a file at once: for a Bericht, which is never larger than what we read. */
export async function wholeOf(original: Original): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of original.pieces()) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function* piecesOf(folder: string, key: Uint8Array, place: FilePlace, size: number): AsyncGenerator<Uint8Array> {
  const first = blockAt(folder, place);
  const {bytes, list} = readBlock(folder, key, first);
  if (list.part === undefined) {
    yield bytes.subarray(place.beginInBlock, place.beginInBlock + size);
    return;
  }
  yield bytes;
  let left = size - bytes.length;
  for (const block of blocksAfter(folder, first)) {
    if (left <= 0) return;
    if (block.kind !== "deel" || block.leveringNummer !== first.leveringNummer) continue;
    // A file of gigabytes must not keep all other readers waiting.
    await turn();
    const next = readBlock(folder, key, block);
    if (next.list.part?.of !== list.part.of) continue;
    left -= next.bytes.length;
    yield next.bytes;
  }
}

function blockAt(folder: string, {segment, begin}: BlockPlace): StoredBlock {
  const found = listBlocks(folder, segment).blocks.find((block) => block.begin === begin);
  if (found === undefined) throw new RangeError(`no block in segment ${segment} at ${begin}`);
  return found;
}

/** Parts are written one after the other, and a writer goes on in segments of higher numbers only. */
function* blocksAfter(folder: string, {segment, begin}: BlockPlace): Generator<StoredBlock> {
  for (const number of listSegments(folder).filter((one) => one >= segment)) {
    for (const block of listBlocks(folder, number).blocks) {
      if (number > segment || block.begin > begin) yield block;
    }
  }
}
