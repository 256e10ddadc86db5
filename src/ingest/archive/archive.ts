import {closeSync, fdatasync, mkdirSync, openSync, rmSync, statSync, truncateSync} from "node:fs";
import {promisify} from "node:util";
import type {Database} from "../../database/database.ts";
import {syncFolder} from "../../durable-file.ts";
import {UserError} from "../../errors.ts";
import {type Environment, type Keys, openKeys} from "../keys/key-files.ts";
import {type ArchiveState, assertSameKeys, readState, stateOf, writeState} from "./archive-state.ts";
import {archiveFolder, listSegments, segmentLimit, segmentPath} from "./segments.ts";

/** An archive whose segments end where the database says they do. */
export interface Archive {
  readonly folder: string;
  readonly keys: Keys;
  /** Length of each segment, by its number. */
  readonly lengths: ReadonlyMap<number, number>;
}

/**
 * Opens the archive of a data folder beside its database, made when it is not there.
 *
 * What a process wrote and did not commit before it ended is cut off; what was committed and is missing is an error.
 */
export async function openArchive(database: Database, dataFolder: string, environment: Environment): Promise<Archive> {
  const folder = archiveFolder(dataFolder);
  const committed = await committedLengths(database);
  const state = readState(folder);
  const keys = openKeys(dataFolder, committed.size > 0 || state !== null, environment);
  if (state !== null) {
    assertSameKeys(state, keys);
    assertNotOlder(state, committed);
  }
  mkdirSync(folder, {recursive: true, mode: 0o700});
  for (const [segment, length] of committed) assertWhole(folder, segment, length);
  for (const segment of listSegments(folder)) cutOff(segmentPath(folder, segment), committed.get(segment) ?? 0);
  return {folder, keys, lengths: committed};
}

/** The keys of a data folder for who only reads; null when nothing was kept yet. Makes nothing. */
export async function existingKeys(
  database: Database,
  dataFolder: string,
  environment: Environment,
): Promise<Keys | null> {
  const state = readState(archiveFolder(dataFolder));
  if (state === null && (await committedLengths(database)).size === 0) return null;
  const keys = openKeys(dataFolder, true, environment);
  if (state !== null) assertSameKeys(state, keys);
  return keys;
}

/** Where writers can go on: segments that have room, each for one writer, the rest new ones. */
export function segmentsToWrite({lengths}: Archive, count: number): {segment: number; length: number}[] {
  const open = [...lengths].filter(([, length]) => length < segmentLimit).slice(0, count);
  const last = lastSegment({lengths});
  return Array.from({length: count}, (_, index) => {
    const [segment, length] = open[index] ?? [last + 1 + index - open.length, 0];
    return {segment, length};
  });
}

export function lastSegment({lengths}: Pick<Archive, "lengths">): number {
  return Math.max(0, ...lengths.keys());
}

/** Makes what was written in these segments durable. To be done before the database commits the rows that name them. */
export async function syncSegments(folder: string, segments: ReadonlySet<number>): Promise<void> {
  for (const segment of segments) {
    const file = openSync(segmentPath(folder, segment), "r+");
    try {
      await promisify(fdatasync)(file);
    } finally {
      closeSync(file);
    }
  }
  syncFolder(folder);
}

/** Notes in the archive itself how far it is committed, so that a database that lags behind it is known for what it is. */
export async function noteCommitted(database: Database, {folder, keys}: Archive): Promise<void> {
  writeState(folder, stateOf(await committedLengths(database), keys));
}

/** How long each segment is, by the database. */
export async function committedLengths(database: Database): Promise<Map<number, number>> {
  const rows = await database.query<{segment: number; lengte: number}>(
    "select segment, cast(max(blok_begin + lengte) as bigint) as lengte from archief_blok group by segment order by segment",
  );
  return new Map(rows.map(({segment, lengte}) => [segment, lengte]));
}

function assertNotOlder({segments}: ArchiveState, committed: ReadonlyMap<number, number>): void {
  for (const [segment, length] of segments) {
    if (length <= (committed.get(segment) ?? 0)) continue;
    throw new UserError(
      "Het archief bevat bestanden die de database niet kent. Maak de database opnieuw met: npx wijkbalans rebuild",
      1,
    );
  }
}

export function assertWhole(folder: string, segment: number, length: number): void {
  const size = statSync(segmentPath(folder, segment), {throwIfNoEntry: false})?.size ?? 0;
  if (size >= length) return;
  throw new UserError(
    `Het archief is niet heel: segment ${segment} is ${length - size} bytes te kort. Zet een kopie van de map '${folder}' terug.`,
    1,
  );
}

function cutOff(path: string, length: number): void {
  if (length === 0) rmSync(path);
  else if (statSync(path).size > length) truncateSync(path, length);
}
