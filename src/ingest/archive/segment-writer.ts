import {closeSync, constants, openSync, writeSync} from "node:fs";
import {type ArchivedFile, type BlockKind, type BlockList, type BlockPlace, sealBlock} from "./block.ts";
import {blockSize, segmentLimit, segmentPath} from "./segments.ts";

type FileNotes = Pick<ArchivedFile, "problems" | "accepted">;

export interface LeveringFacts {
  readonly leveringNummer: number;
  readonly begonnenOp: string;
  readonly bron: string;
}

export interface WriterSettings extends LeveringFacts {
  readonly folder: string;
  readonly key: Uint8Array;
  readonly kind: BlockKind;
  /** The segment to go on with, and its length. */
  readonly segment: number;
  readonly length: number;
  /** Gives the number of a segment that nobody else writes. */
  readonly nextSegment: () => number;
}

export interface WrittenBlock extends BlockPlace {
  readonly length: number;
  readonly openLength: number;
}

export interface FilePlace extends BlockPlace {
  readonly beginInBlock: number;
}

/**
 * Puts whole files in blocks and blocks in segments, each writer in a segment of its own.
 *
 * What is written counts once the database has committed it; until then it can be cut off again. Nothing is synced here.
 */
export class SegmentWriter {
  readonly #settings: WriterSettings;
  #segment: number;
  #length: number;
  #file: number | null = null;
  #content = Buffer.allocUnsafe(blockSize * 2);
  #used = 0;
  #files: ArchivedFile[] = [];
  #written: WrittenBlock[] = [];

  constructor(settings: WriterSettings) {
    this.#settings = settings;
    this.#segment = settings.segment;
    this.#length = settings.length;
  }

  /** Adds a file with what must be known of it beside its bytes, and says where it will stand. */
  add(name: string, sha256: string, bytes: Uint8Array, beside: FileNotes = {}): FilePlace {
    if (this.#used > 0 && this.#used + bytes.length > blockSize) this.closeBlock();
    if (bytes.length > this.#content.length) this.#content = Buffer.allocUnsafe(bytes.length);
    this.#content.set(bytes, this.#used);
    const place = {segment: this.#segment, begin: this.#length, beginInBlock: this.#used};
    this.#files.push({sha256, name, size: bytes.length, begin: this.#used, ...beside});
    this.#used += bytes.length;
    return place;
  }

  /** Writes what was added since the last block. */
  closeBlock(): void {
    if (this.#files.length === 0) return;
    this.#seal(this.#settings.kind, this.#content.subarray(0, this.#used), {files: this.#files});
    this.#used = 0;
    this.#files = [];
    if (this.#content.length > blockSize * 2) this.#content = Buffer.allocUnsafe(blockSize * 2);
  }

  /** Writes one part of a large file as a block of its own; the last part brings the file itself. */
  addPart(bytes: Uint8Array, part: NonNullable<BlockList["part"]>, file: ArchivedFile | null): BlockPlace {
    this.closeBlock();
    return this.#seal("deel", bytes, {files: file === null ? [] : [file], part});
  }

  /** The blocks written since the last call. */
  takeBlocks(): WrittenBlock[] {
    const written = this.#written;
    this.#written = [];
    return written;
  }

  /** Where a next writer may go on. */
  get end(): {segment: number; length: number} {
    return {segment: this.#segment, length: this.#length};
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }

  #seal(kind: BlockKind, content: Uint8Array, rest: Omit<BlockList, "levering">): BlockPlace {
    const {key, leveringNummer, begonnenOp, bron} = this.#settings;
    const place = {segment: this.#segment, begin: this.#length};
    const list = {levering: {begonnenOp, bron}, ...rest};
    const {sealed, openLength} = sealBlock(key, place, kind, leveringNummer, content, list);
    this.#write(sealed);
    this.#written.push({...place, length: sealed.length, openLength});
    if (this.#length >= segmentLimit) this.#startSegment();
    return place;
  }

  #write(bytes: Buffer): void {
    // Not opened for appending: what stands past the last committed block is overwritten.
    this.#file ??= openSync(
      segmentPath(this.#settings.folder, this.#segment),
      constants.O_CREAT | constants.O_WRONLY,
      0o600,
    );
    for (let at = 0; at < bytes.length; ) {
      at += writeSync(this.#file, bytes, at, bytes.length - at, this.#length + at);
    }
    this.#length += bytes.length;
  }

  #startSegment(): void {
    this.close();
    this.#segment = this.#settings.nextSegment();
    this.#length = 0;
  }
}
