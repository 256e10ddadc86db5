import type {ColumnBatch} from "../../database/database.ts";
import type {BlockPlace} from "../archive/block.ts";
import type {WriterSettings, WrittenBlock} from "../archive/segment-writer.ts";
import type {ReportedFinding} from "../result.ts";
import type {Refusal} from "../sources/refusal.ts";

/** What the main thread asks of a worker. */
export type Task =
  | {readonly kind: "files"; readonly files: readonly TaskFile[]}
  | {readonly kind: "blocks"; readonly blocks: readonly (BlockPlace & {readonly length: number})[]}
  | {readonly kind: "finish"};

export interface TaskFile {
  readonly name: string;
  /** A path, or the bytes themselves. */
  readonly content: string | Uint8Array;
  readonly problems: readonly Refusal[];
}

/** What a worker tells. */
export type WorkerMessage =
  | {readonly kind: "unit"; readonly unit: Unit}
  | {readonly kind: "taskDone"}
  | {readonly kind: "finished"}
  | {readonly kind: "failed"; readonly code: string | null; readonly message: string};

/** The outcome of some files, `unitBytes` or a little more: rows, and the blocks that hold the files; all or none of it is committed. */
export interface Unit {
  readonly batches: readonly ColumnBatch[];
  readonly blocks: readonly WrittenBlock[];
  readonly tally: Tally;
  readonly findings: readonly ReportedFinding[];
  /** How many files were refused before and are taken in now. */
  readonly reopened: number;
}

/** Counts of files; each is in one of the four states. */
export interface Tally {
  files: number;
  bytes: number;
  berichten: number;
  ingenomen: number;
  metBevindingen: number;
  geweigerd: number;
  alAanwezig: number;
  /** Of those already there: refused before, and again now. */
  nogGeweigerd: number;
  /** Of those judged: read by the parser of XML, because their bytes alone did not prove them right. */
  langzaamGelezen: number;
}

export interface WorkerSettings {
  readonly leveringNummer: number;
  /** Where this worker keeps the files; null when nothing is kept, or they are kept already. */
  readonly archive: (Omit<WriterSettings, "nextSegment"> & {readonly lastSegment: SharedArrayBuffer}) | null;
  /** Where archived blocks are read, when tasks name them. */
  readonly blocks: {readonly folder: string; readonly key: Uint8Array} | null;
  readonly seen: Seen;
  /** Whether the rows of Berichten are wanted, or their findings alone. */
  readonly wantsRows: boolean;
  /** At this size of its files a unit is handed over. */
  readonly unitBytes: number;
  /** Number of units the main thread has taken from this worker. */
  readonly taken: SharedArrayBuffer;
  readonly door: DoorSettings;
}

/** What was taken in before or by another thread. */
export interface Seen {
  /** Null: each file is judged, also one that was taken in. */
  readonly files: SharedArrayBuffer | null;
  /** Null: a file that was refused before is as good as new. */
  readonly refusedFiles: SharedArrayBuffer | null;
  readonly berichten: SharedArrayBuffer;
}

/** What is needed to let a Bericht in. */
export interface DoorSettings {
  readonly pseudonymKey: Uint8Array;
  /** The Gemeenten whose Berichten are taken in; empty: all. */
  readonly gemeenten: readonly string[];
  readonly buurten: readonly (readonly [postcode: string, buurtCode: string])[];
}

/** A worker that has made this many units more than were taken, waits. */
export const unitsAhead = 3;
