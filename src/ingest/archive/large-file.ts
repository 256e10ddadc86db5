import {createHash, randomUUID} from "node:crypto";
import {closeSync, fstatSync, openSync, readSync} from "node:fs";
import type {Refusal} from "../sources/refusal.ts";
import {type Digest, digestFrom} from "../workers/digest.ts";
import type {BlockPlace} from "./block.ts";
import type {FilePlace, SegmentWriter} from "./segment-writer.ts";
import {partSize} from "./segments.ts";

/** A large file that could not be read; its cause says why. */
export class LargeFileError extends Error {}

export interface LargeFile {
  readonly name: string;
  readonly path: string;
  readonly problems: readonly Refusal[];
}

/** The SHA-256 of a file of any size. */
export function digestOfFile(path: string): {digest: Digest; size: number} {
  const hash = createHash("sha256");
  let size = 0;
  for (const piece of piecesOf(path)) {
    hash.update(piece);
    size += piece.length;
  }
  return {digest: digestFrom(hash.digest()), size};
}

/** Puts a file of any size in the archive, part by part: memory holds one of them. */
export function keepLargeFile(
  writer: SegmentWriter,
  {name, path, problems}: LargeFile,
): {place: FilePlace; digest: Digest; size: number} {
  const hash = createHash("sha256");
  const of = randomUUID();
  let firstPart: BlockPlace | null = null;
  let number = 0;
  let size = 0;
  for (const piece of piecesOf(path)) {
    hash.update(piece);
    size += piece.length;
    const place = writer.addPart(piece, {of, number: number++}, null);
    firstPart ??= place;
  }
  const digest = digestFrom(hash.digest());
  // Only now it is known what was kept, so the last part is empty but for that.
  const file = {sha256: digest.hex, name, size, begin: 0, problems};
  const last = writer.addPart(new Uint8Array(0), {of, number}, firstPart === null ? file : {...file, firstPart});
  return {place: {...(firstPart ?? last), beginInBlock: 0}, digest, size};
}

/** The file piece by piece, as long as it was when it was opened; each is overwritten by the next. */
function* piecesOf(path: string): Generator<Uint8Array> {
  const memory = Buffer.allocUnsafe(partSize);
  const file = readingOf(() => openSync(path, "r"));
  try {
    let left = readingOf(() => fstatSync(file).size);
    while (left > 0) {
      const count = readingOf(() => readSync(file, memory, 0, Math.min(memory.length, left), null));
      if (count === 0) return;
      left -= count;
      yield memory.subarray(0, count);
    }
  } finally {
    closeSync(file);
  }
}

// What cannot be read is the sender's trouble, and what cannot be written is ours.
function readingOf<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new LargeFileError("a large file cannot be read", {cause});
  }
}
