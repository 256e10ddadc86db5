import {createHash} from "node:crypto";
import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import {dirname, join} from "node:path";
import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import tar from "tar-stream";
import {type Head, headOf} from "../../access/looking/chain.ts";
import {journalText} from "../../access/looking/journal.ts";
import type {Database} from "../../database/database.ts";
import {copyDatabase} from "../../database/snapshot.ts";
import {syncFile, syncFolder} from "../../durable-file.ts";
import {UserError} from "../../errors.ts";
import {assertWhole, committedLengths} from "../archive/archive.ts";
import {type ArchiveState, readState, stateOf} from "../archive/archive-state.ts";
import {archiveFolder, segmentPath} from "../archive/segments.ts";
import {type Environment, keyFiles, openKeys} from "../keys/key-files.ts";
import {
  type BackupDigests,
  type BackupHeader,
  type BackupProgress,
  digestsName,
  headerName,
  isPartName,
} from "./parts.ts";

export interface BackupRequest {
  readonly dataFolder: string;
  /** Where the backup comes; nothing is there yet. */
  readonly file: string;
  readonly hasKeys: boolean;
  readonly environment: Environment;
  readonly now: () => Date;
  readonly onProgress: (progress: BackupProgress) => void;
}

export interface Backup {
  readonly bytes: number;
  readonly segments: number;
}

/**
 * Writes database and archive, as they are together at one moment, in one file.
 *
 * Whoever reads goes on meanwhile; who writes waits while the database is copied. The archive is only ever added to, so
 * it is read afterwards, as far as that database knows it.
 */
export async function writeBackup(database: Database, request: BackupRequest): Promise<Backup> {
  const {dataFolder, environment, file} = request;
  if (existsSync(file)) {
    throw new UserError(
      `Er bestaat al een bestand of map '${file}'. Kies een andere naam: een kopie wordt nooit overschreven.`,
    );
  }
  const draft = `${file}.nieuw`;
  const snapshot = `${file}.nieuw.duckdb`;
  // What a backup that was killed left behind.
  for (const path of [draft, snapshot, `${snapshot}.wal`]) rmSync(path, {force: true});
  assertWritable(draft, file);
  try {
    const {lengths, head} = await copyDatabase(database, snapshot, async () => ({
      lengths: await committedLengths(database),
      head: await headOf(database),
    }));
    const folder = archiveFolder(dataFolder);
    for (const [segment, length] of lengths) assertWhole(folder, segment, length);
    const parts: Part[] = [
      {name: "wijkbalans.duckdb", path: snapshot, size: statSync(snapshot).size},
      ...[...lengths].map(([segment, size]) => {
        const path = segmentPath(folder, segment);
        return {name: `archief/${path.slice(folder.length + 1)}`, path, size};
      }),
      ...statePart(dataFolder, environment, lengths),
      ...ownIndicatorParts(dataFolder),
      anchorPart(head),
      ...(request.hasKeys ? keyParts(dataFolder, environment) : []),
    ];
    await writeTar(draft, parts, request);
    syncFile(draft);
    renameSync(draft, file);
    syncFolder(dirname(file));
    return {bytes: statSync(file).size, segments: lengths.size};
  } finally {
    for (const path of [draft, snapshot, `${snapshot}.wal`]) rmSync(path, {force: true});
  }
}

function assertWritable(draft: string, file: string): void {
  try {
    closeSync(openSync(draft, "w", 0o600));
  } catch {
    throw new UserError(`'${file}' kan daar niet gemaakt worden. Kies een map die bestaat en waarin u mag schrijven.`);
  }
}

/** A part of the backup: a file, as far as `size`, or its bytes. */
interface Part {
  readonly name: string;
  readonly path: string | Buffer;
  readonly size: number;
}

/** What the archive knows of itself, as it was at the moment of the database. */
function statePart(dataFolder: string, environment: Environment, lengths: ReadonlyMap<number, number>): Part[] {
  if (lengths.size === 0) return [];
  // The keys themselves may be elsewhere, and are not needed to make a backup.
  const known = readState(archiveFolder(dataFolder));
  const state: ArchiveState = known ?? stateOf(lengths, openKeys(dataFolder, true, environment));
  const bytes = Buffer.from(JSON.stringify({...state, segments: [...lengths]}));
  return [{name: "archief/stand.json", path: bytes, size: bytes.length}];
}

/** How far the log of looking goes, so that a copy whose end was cut off is known for what it is. */
function anchorPart(head: Head): Part {
  const bytes = Buffer.from(journalText(head));
  return {name: "logboek/inzage.jsonl", path: bytes, size: bytes.length};
}

/** Small files that somebody may be writing: as they are now. */
function ownIndicatorParts(dataFolder: string): Part[] {
  if (!existsSync(join(dataFolder, "indicatoren"))) return [];
  return readdirSync(join(dataFolder, "indicatoren"), {recursive: true, encoding: "utf8"})
    .map((path) => `indicatoren/${path}`)
    .filter((name) => isPartName(name) && statSync(join(dataFolder, name)).isFile())
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(dataFolder, name));
      return {name, path: bytes, size: bytes.length};
    });
}

function keyParts(dataFolder: string, environment: Environment): Part[] {
  const {archive, pseudonym} = keyFiles(dataFolder, environment);
  const missing = [archive, pseudonym].find(({path}) => !existsSync(path));
  if (missing !== undefined) {
    throw new UserError(
      `${missing.name} '${missing.path}' ontbreekt. Zet het bestand terug, of laat --met-sleutels weg.`,
    );
  }
  return [
    {name: "sleutels/archief.sleutel", path: archive.path, size: statSync(archive.path).size},
    {name: "sleutels/pseudoniem.sleutel", path: pseudonym.path, size: statSync(pseudonym.path).size},
  ];
}

async function writeTar(
  draft: string,
  parts: readonly Part[],
  {now, hasKeys, onProgress}: BackupRequest,
): Promise<void> {
  const pack = tar.pack();
  const written = pipeline(pack as unknown as Readable, createWriteStream(draft, {mode: 0o600}));
  const header: BackupHeader = {
    soort: "wijkbalans-reservekopie",
    versie: 1,
    gemaaktOp: now().toISOString(),
    metSleutels: hasKeys,
    delen: parts.map(({name, size}) => ({naam: name, grootte: size})),
  };
  const totalBytes = parts.reduce((sum, {size}) => sum + size, 0);
  let bytes = 0;
  const fill = async () => {
    addDocument(pack, headerName, header);
    const digests: Record<string, string> = {};
    for (const part of parts) {
      digests[part.name] = await addPart(pack, part, (count) => {
        bytes += count;
        onProgress({bytes, totalBytes});
      });
    }
    addDocument(pack, digestsName, digests satisfies BackupDigests);
    pack.finalize();
  };
  await Promise.all([written, fill().catch((error) => pack.destroy(error))]);
}

function addDocument(pack: tar.Pack, name: string, content: object): void {
  pack.entry({name, mode: 0o600}, JSON.stringify(content));
}

/** Adds a part and gives its SHA-256. */
async function addPart(pack: tar.Pack, {name, path, size}: Part, onBytes: (count: number) => void): Promise<string> {
  const hash = createHash("sha256");
  const entry = pack.entry({name, size, mode: 0o600});
  const source = typeof path === "string" ? createReadStream(path, {end: size - 1}) : Readable.from([path]);
  await pipeline(
    source,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        onBytes(chunk.length);
        yield chunk;
      }
    },
    entry as unknown as NodeJS.WritableStream,
  );
  return hash.digest("hex");
}
