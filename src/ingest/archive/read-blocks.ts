import {closeSync, fstatSync, openSync, readSync} from "node:fs";
import {type BlockHeader, headerLength, type OpenBlock, openBlock, readHeader} from "./block.ts";
import {segmentPath} from "./segments.ts";

/** A block as its header tells it, and how many bytes it takes on disk. */
export type StoredBlock = BlockHeader & {readonly length: number};

/**
 * The blocks of a segment, by their headers alone.
 *
 * @param until  length of the segment to look at; what stands past it was never committed
 * @returns      the blocks, and where the last whole one ends
 */
export function listBlocks(folder: string, segment: number, until = Infinity): {blocks: StoredBlock[]; end: number} {
  const blocks: StoredBlock[] = [];
  const file = openSync(segmentPath(folder, segment), "r");
  try {
    const size = Math.min(fstatSync(file).size, until);
    const bytes = Buffer.alloc(headerLength);
    let end = 0;
    while (end + headerLength <= size) {
      readSync(file, bytes, 0, headerLength, end);
      const header = readHeader(bytes);
      const length = headerLength + (header?.sealedLength ?? 0);
      if (header === null || end + length > size) break;
      blocks.push({...header, length});
      end += length;
    }
    return {blocks, end};
  } finally {
    closeSync(file);
  }
}

/** What a block holds; throws when it does not open. */
export function readBlock(folder: string, key: Uint8Array, block: BlockPlaceAndLength): OpenBlock {
  return openBlock(key, block, readSealed(folder, block));
}

export interface BlockPlaceAndLength {
  readonly segment: number;
  readonly begin: number;
  readonly length: number;
}

export function readSealed(folder: string, {segment, begin, length}: BlockPlaceAndLength): Buffer {
  const sealed = Buffer.allocUnsafe(length);
  const file = openSync(segmentPath(folder, segment), "r");
  try {
    const count = readSync(file, sealed, 0, length, begin);
    return sealed.subarray(0, count);
  } finally {
    closeSync(file);
  }
}
