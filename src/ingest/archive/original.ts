import type {BlockPlace} from "./block.ts";
import {listBlocks, readBlock, type StoredBlock} from "./read-blocks.ts";
import type {FilePlace} from "./segment-writer.ts";
import {listSegments} from "./segments.ts";

/**
 * A file as it was delivered, piece by piece: one piece, or the parts of a large one.
 *
 * @param place  as its row in `bestand` says
 * @throws DamagedBlockError  it does not open
 */
export function* originalOf(folder: string, key: Uint8Array, place: FilePlace, size: number): Generator<Uint8Array> {
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
