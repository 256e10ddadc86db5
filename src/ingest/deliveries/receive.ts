import {createWriteStream, mkdirSync} from "node:fs";
import {statfs} from "node:fs/promises";
import {join} from "node:path";
import {Readable, Transform} from "node:stream";
import {pipeline} from "node:stream/promises";
import type {ReadableStream} from "node:stream/web";
import {Busboy, type BusboyInstance} from "@fastify/busboy";
import {syncFolder} from "../../durable-file.ts";
import {explainWriting, UserError} from "../../errors.ts";

/** What a delivery over the web may be, all its files together. */
export const mostBytes = 4 * 1024 ** 3;
export const mostFiles = 20_000;
const mostFields = 20;
/** Left on the disk for the archive and the database. */
const spareBytes = 200 * 1024 ** 2;

export interface Incoming {
  readonly body: ReadableStream<Uint8Array> | null;
  readonly contentType: string;
  /** What the sender says its length is; null: it does not. */
  readonly length: number | null;
}

export interface Received {
  readonly files: number;
  readonly bytes: number;
  readonly fields: ReadonlyMap<string, string>;
}

/**
 * Writes the files of a multipart body to a folder as they come in, never more of them in memory than a few chunks.
 *
 * @param mayReceive  asked at the first file, with the fields that stood before it; false ends it
 */
export async function receiveMultipart(
  incoming: Incoming,
  folder: string,
  mayReceive: (fields: ReadonlyMap<string, string>) => boolean,
): Promise<Received> {
  await assertRoom(incoming, folder);
  const parser = openParser(incoming.contentType);
  const fields = new Map<string, string>();
  const budget = new Budget();
  const places = new Places(folder);
  const writing: Promise<void>[] = [];
  // What is underway when it ends would wait for ever for its next bytes.
  const underway = new Set<Readable>();
  let files = 0;
  let problem: unknown = null;
  const stop = (error: unknown) => {
    problem ??= explained(error);
    parser.destroy();
    for (const stream of underway) stream.destroy(new Error("broken off"));
  };
  parser.on("field", (name, value) => fields.set(name, value));
  parser.on("file", (_field, stream, name) => {
    // A form without a chosen file sends one without a name.
    if (name === undefined || name === "") return void stream.resume();
    if (problem === null && !mayReceive(fields)) stop(notFromForm());
    if (problem !== null) return void stream.resume();
    files++;
    const path = places.next(fileName(name));
    underway.add(stream);
    writing.push(
      write(stream, path, budget)
        .catch(stop)
        .finally(() => underway.delete(stream)),
    );
  });
  parser.on("filesLimit", () => stop(new UserError("Dit zijn meer dan 20.000 bestanden. Lever ze als .zip aan.")));
  try {
    await pipeline(Readable.fromWeb(incoming.body ?? emptyBody()), parser);
  } catch (error) {
    stop(explained(error) instanceof UserError ? error : brokenOff());
  }
  await Promise.all(writing);
  if (problem !== null) throw problem;
  if (!mayReceive(fields)) throw notFromForm();
  if (files > 0) syncFolder(folder);
  return {files, bytes: budget.bytes, fields};
}

/** Writes a body that is one file. */
export async function receiveFile(incoming: Incoming, folder: string, name: string): Promise<Received> {
  await assertRoom(incoming, folder);
  const budget = new Budget();
  const path = join(folder, fileName(name));
  try {
    await write(Readable.fromWeb(incoming.body ?? emptyBody()), path, budget);
  } catch (error) {
    const problem = explained(error);
    throw problem instanceof UserError ? problem : brokenOff();
  }
  syncFolder(folder);
  return {files: budget.bytes === 0 ? 0 : 1, bytes: budget.bytes, fields: new Map()};
}

/** A name as a sender gives it, made fit to be the name of a file here. */
export function fileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? "";
  const clean = last.replaceAll(/[\p{Cc}\p{Cf}]/gu, "").replace(/^\.+/, "");
  if (clean === "") return "bestand";
  if (Buffer.byteLength(clean) <= 200) return clean;
  const ending = /(\.tar)?\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? "";
  return `${Buffer.from(clean)
    .subarray(0, 160)
    .toString("utf8")
    .replace(/\uFFFD+$/, "")}${ending}`;
}

function openParser(contentType: string): BusboyInstance {
  try {
    return new Busboy({
      headers: {"content-type": contentType},
      limits: {files: mostFiles, fields: mostFields, fieldSize: 4096, parts: mostFiles + mostFields},
    });
  } catch {
    throw new UserError("Dit formulier kunnen wij niet lezen. Lever de bestanden aan als 'multipart/form-data'.");
  }
}

function write(stream: Readable, path: string, budget: Budget): Promise<void> {
  // flush: on disk before it is told that it came in.
  return pipeline(stream, budget.meter(), createWriteStream(path, {flags: "wx", mode: 0o600, flush: true}));
}

class Budget {
  bytes = 0;

  meter(): Transform {
    return new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        this.bytes += chunk.length;
        if (this.bytes > mostBytes) done(tooMuch());
        else done(null, chunk);
      },
    });
  }
}

/** Gives each file a place of its own: of two with one name the next gets a folder. */
class Places {
  readonly #folder: string;
  /** Files and folders; what is being written may not be on disk yet. */
  readonly #taken = new Set<string>();
  readonly #folders = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
    this.#folders.add(folder);
  }

  next(name: string): string {
    for (let number = 1; ; number++) {
      const place = number === 1 ? this.#folder : join(this.#folder, String(number));
      const path = join(place, name);
      const isFree = !this.#taken.has(path) && !this.#folders.has(path) && !this.#taken.has(place);
      if (!isFree) continue;
      this.#taken.add(path);
      if (!this.#folders.has(place)) mkdirSync(place, {mode: 0o700});
      this.#folders.add(place);
      return path;
    }
  }
}

async function assertRoom({length}: Incoming, folder: string): Promise<void> {
  if (length !== null && length > mostBytes) throw tooMuch();
  const {bavail, bsize} = await statfs(folder);
  if (bavail * bsize - (length ?? 0) < spareBytes) {
    throw new UserError("Er is te weinig ruimte op de schijf voor deze levering. Maak ruimte en probeer het opnieuw.");
  }
}

/** What the machine refuses, as a line for who can mend it. */
function explained(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : null;
  return explainWriting(code) ?? error;
}

function tooMuch(): UserError {
  return new UserError("Dit is samen meer dan 4 GB. Lever het in delen aan.");
}

function brokenOff(): UserError {
  return new UserError("Het versturen is afgebroken. Er is niets bewaard. Stuur het opnieuw.");
}

function notFromForm(): UserError {
  return new UserError("Dit formulier is verlopen. Open de bladzijde opnieuw en kies de bestanden nog een keer.");
}

function emptyBody(): ReadableStream<Uint8Array> {
  return Readable.toWeb(Readable.from([])) as ReadableStream<Uint8Array>;
}
