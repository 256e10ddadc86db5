import {hash} from "node:crypto";
import {closeSync, fdatasyncSync, mkdirSync, openSync, writeSync} from "node:fs";
import {syncFolder} from "../../durable-file.ts";
import {
  type ArchivedFile,
  type BlockKind,
  type BlockList,
  type BlockPlace,
  type OpenBlock,
  sealBlock,
} from "../archive/block.ts";
import {listBlocks, readBlock, type StoredBlock} from "../archive/read-blocks.ts";
import {listSegments, segmentLimit, segmentPath} from "../archive/segments.ts";
import {noteSuffix, noteText, readNote} from "../tables/archived-table.ts";
import type {Redacted} from "./redact.ts";

/** What the archive says of a file beside its bytes. */
export interface FileFacts {
  readonly sha256: string;
  readonly name: string;
  readonly kind: BlockKind;
  readonly begonnenOp: string;
  readonly isRefused: boolean;
}

/** What becomes of each file. Asked twice of the same file, it says the same. */
export type Judge = (facts: FileFacts, bytes: Uint8Array) => Promise<Redacted>;

/** What a large file in parts is judged by: there is no moment at which all of it is in memory. */
export type JudgePart = (facts: FileFacts, piece: Uint8Array) => Promise<boolean>;

export interface Changes {
  /** SHA-256 of each file that changes, with what it becomes; null: it goes. */
  readonly files: ReadonlyMap<string, string | null>;
  /** Large files that go, by the id of their parts. */
  readonly large: ReadonlySet<string>;
  readonly bySegment: ReadonlyMap<number, {readonly cut: number; readonly gone: number}>;
}

/** Which files would change: reads all of the archive, and writes nothing. */
export async function planChanges(
  folder: string,
  key: Uint8Array,
  lengths: ReadonlyMap<number, number>,
  judge: Judge,
  judgePart: JudgePart,
): Promise<Changes> {
  const files = new Map<string, string | null>();
  const large = new Set<string>();
  const bySegment = new Map<number, {cut: number; gone: number}>();
  const tails = new Map<string, Uint8Array>();
  const count = (segment: number, what: "cut" | "gone") => {
    const counts = bySegment.get(segment) ?? {cut: 0, gone: 0};
    counts[what]++;
    bySegment.set(segment, counts);
  };
  for (const block of blocksOf(folder, lengths)) {
    const open = readBlock(folder, key, block);
    const {part, levering} = open.list;
    if (part !== undefined) {
      const facts = {
        sha256: open.list.files[0]?.sha256 ?? "",
        name: "",
        kind: block.kind,
        begonnenOp: levering.begonnenOp,
        isRefused: true,
      };
      // A number may lie across two parts.
      const piece = Buffer.concat([tails.get(part.of) ?? new Uint8Array(0), open.bytes]);
      tails.set(part.of, Buffer.from(piece.subarray(-20)));
      if (!large.has(part.of) && (await judgePart(facts, piece))) large.add(part.of);
      const [file] = open.list.files;
      if (file === undefined) continue;
      tails.delete(part.of);
      if (!large.has(part.of)) continue;
      files.set(file.sha256, null);
      count(block.segment, "gone");
      continue;
    }
    for (const file of open.list.files) {
      if (file.name.endsWith(noteSuffix)) continue;
      const redacted = await judge(factsOf(file, block, open), bytesOf(file, open));
      if (redacted.kind === "same") continue;
      files.set(file.sha256, redacted.kind === "gone" ? null : hash("sha256", redacted.bytes));
      count(block.segment, redacted.kind);
    }
  }
  return {files, large, bySegment};
}

export interface Rewriting {
  readonly from: {readonly folder: string; readonly key: Uint8Array; readonly lengths: ReadonlyMap<number, number>};
  readonly to: {readonly folder: string; readonly key: Uint8Array};
  readonly changes: Changes;
  readonly judge: Judge;
}

/**
 * Writes an archive anew in an empty folder, block by block, without what goes and with another key if so asked.
 *
 * @returns  the length of each segment
 */
export async function rewriteArchive({from, to, changes, judge}: Rewriting): Promise<Map<number, number>> {
  mkdirSync(to.folder, {recursive: true, mode: 0o700});
  const writer = new BlockWriter(to.folder, to.key);
  const places = new Map<string, BlockPlace>();
  try {
    for (const block of blocksOf(from.folder, from.lengths)) {
      const open = readBlock(from.folder, from.key, block);
      const rewritten = await rewriteBlock(block, open, changes, judge, places);
      if (rewritten === null) continue;
      const place = writer.write(block, rewritten.content, rewritten.list);
      places.set(`${block.segment}:${block.begin}`, place);
    }
  } finally {
    writer.close();
  }
  syncFolder(to.folder);
  return writer.lengths;
}

/** Null: nothing is left of it. */
async function rewriteBlock(
  block: StoredBlock,
  open: OpenBlock,
  changes: Changes,
  judge: Judge,
  places: ReadonlyMap<string, BlockPlace>,
): Promise<{content: Uint8Array; list: BlockList} | null> {
  const {part, files, levering} = open.list;
  if (part !== undefined) {
    if (changes.large.has(part.of)) return null;
    const moved = files.map((file) => {
      const {firstPart} = file;
      if (firstPart === undefined) return file;
      return {...file, firstPart: places.get(`${firstPart.segment}:${firstPart.begin}`) ?? firstPart};
    });
    return {content: open.bytes, list: {...open.list, files: moved}};
  }
  const contents: Uint8Array[] = [];
  const kept: ArchivedFile[] = [];
  let begin = 0;
  for (const file of files) {
    const bytes = await rewriteFile(file, block, open, changes, judge);
    if (bytes === null) continue;
    const isSame = bytes.length === file.size && !changes.files.has(file.sha256) && !file.name.endsWith(noteSuffix);
    kept.push({...file, sha256: isSame ? file.sha256 : hash("sha256", bytes), size: bytes.length, begin});
    contents.push(bytes);
    begin += bytes.length;
  }
  if (kept.length === 0) return null;
  return {content: Buffer.concat(contents), list: {levering, files: kept}};
}

async function rewriteFile(
  file: ArchivedFile,
  block: StoredBlock,
  open: OpenBlock,
  changes: Changes,
  judge: Judge,
): Promise<Uint8Array | null> {
  const bytes = bytesOf(file, open);
  if (file.name.endsWith(noteSuffix)) return rewriteNote(bytes, changes);
  const becomes = changes.files.get(file.sha256);
  if (becomes === undefined) return bytes;
  if (becomes === null) return null;
  const redacted = await judge(factsOf(file, block, open), bytes);
  if (redacted.kind !== "cut") throw new Error("a file was judged otherwise the second time");
  return redacted.bytes;
}

/** How a table was read names the table by its SHA-256. */
function rewriteNote(bytes: Uint8Array, {files}: Changes): Uint8Array | null {
  const note = readNote(bytes);
  const becomes = files.get(note.tabel);
  if (becomes === undefined) return bytes;
  return becomes === null ? null : Buffer.from(noteText({...note, tabel: becomes}));
}

function factsOf({sha256, name, problems}: ArchivedFile, {kind}: StoredBlock, {list}: OpenBlock): FileFacts {
  return {sha256, name, kind, begonnenOp: list.levering.begonnenOp, isRefused: problems !== undefined};
}

function bytesOf({begin, size}: ArchivedFile, {bytes}: OpenBlock): Uint8Array {
  return bytes.subarray(begin, begin + size);
}

function* blocksOf(folder: string, lengths: ReadonlyMap<number, number>): Generator<StoredBlock> {
  for (const segment of listSegments(folder)) {
    const until = lengths.get(segment);
    if (until !== undefined) yield* listBlocks(folder, segment, until).blocks;
  }
}

class BlockWriter {
  readonly lengths = new Map<number, number>();
  readonly #folder: string;
  readonly #key: Uint8Array;
  #segment = 1;
  #length = 0;
  #file: number | null = null;

  constructor(folder: string, key: Uint8Array) {
    this.#folder = folder;
    this.#key = key;
  }

  write({kind, leveringNummer}: StoredBlock, content: Uint8Array, list: BlockList): BlockPlace {
    if (this.#length >= segmentLimit) {
      this.close();
      this.#segment++;
      this.#length = 0;
    }
    const place = {segment: this.#segment, begin: this.#length};
    const {sealed} = sealBlock(this.#key, place, kind, leveringNummer, content, list);
    this.#file ??= openSync(segmentPath(this.#folder, this.#segment), "wx", 0o600);
    for (let at = 0; at < sealed.length; ) at += writeSync(this.#file, sealed, at);
    this.#length += sealed.length;
    this.lengths.set(this.#segment, this.#length);
    return place;
  }

  close(): void {
    if (this.#file === null) return;
    fdatasyncSync(this.#file);
    closeSync(this.#file);
    this.#file = null;
  }
}
