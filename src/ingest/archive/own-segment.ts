import {columnBatch} from "../../database/column-batch.ts";
import type {Database} from "../../database/database.ts";
import {addLevering} from "../levering.ts";
import {type Archive, lastSegment, segmentsToWrite, syncSegments} from "./archive.ts";
import {archiveTables} from "./archive-tables.ts";
import type {BlockKind} from "./block.ts";
import {type LeveringFacts, SegmentWriter, type WrittenBlock} from "./segment-writer.ts";

/** A writer for what the main thread itself keeps: the files that are read as a whole. */
export function segmentWriter(archive: Archive, levering: LeveringFacts, kind: BlockKind): SegmentWriter {
  const {folder, keys} = archive;
  const [place = {segment: 1, length: 0}] = segmentsToWrite(archive, 1);
  let last = Math.max(lastSegment(archive), place.segment);
  const nextSegment = () => ++last;
  return new SegmentWriter({...levering, ...place, folder, key: keys.archive, kind, nextSegment});
}

/** Makes durable what was written, and notes where it is, in the transaction of the rows that follow from it. */
export async function keepWritten(
  database: Database,
  archive: Archive,
  writer: SegmentWriter,
  levering: LeveringFacts,
): Promise<void> {
  writer.closeBlock();
  const blocks = writer.takeBlocks();
  await addBlocks(database, blocks);
  await syncSegments(archive.folder, new Set(blocks.map(({segment}) => segment)));
  if (blocks.length > 0) await addLevering(database, levering);
}

async function addBlocks(database: Database, blocks: readonly WrittenBlock[]): Promise<void> {
  const rows = blocks.map(({segment, begin, length, openLength}) => ({
    segment,
    blok_begin: begin,
    lengte: length,
    lengte_open: openLength,
  }));
  if (rows.length > 0) await database.append(columnBatch("archief_blok", archiveTables.archief_blok, rows));
}
