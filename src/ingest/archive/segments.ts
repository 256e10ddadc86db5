import {readdirSync} from "node:fs";
import {join} from "node:path";

/** A segment takes no new block from this length on. */
export const segmentLimit = 64 * 1024 * 1024;
/** A block is closed at this size of its files. */
export const blockSize = 1024 * 1024;
/** A file that is not read as one is kept in parts of this size. */
export const partSize = 4 * 1024 * 1024;

export function archiveFolder(dataFolder: string): string {
  return join(dataFolder, "archief");
}

export function segmentPath(folder: string, segment: number): string {
  return join(folder, `${String(segment).padStart(6, "0")}.segment`);
}

/** The numbers of the segments on disk, in order. */
export function listSegments(folder: string): number[] {
  return namesIn(folder)
    .map((name) => /^(\d{6,})\.segment$/.exec(name)?.[1])
    .filter((digits) => digits !== undefined)
    .map(Number)
    .sort((a, b) => a - b);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
