import {statSync} from "node:fs";

// Why these: docs/decisions/0007-every-refused-file-is-kept.md.

/** A file above this is refused without being read, so memory stays bounded whatever is delivered. */
export const largestFile = 64 * 1024 * 1024;

export function isTooLarge(path: string): boolean {
  return (statSync(path, {throwIfNoEntry: false})?.size ?? 0) > largestFile;
}

/** OP179: a Bericht is at most this large; up to `largestFile` it is taken in with a finding. */
export const largestBericht = 25 * 1024 * 1024;

/** A container in a container in a container: deeper than this is no delivery. */
export const deepestContainer = 3;

/** What a container may unpack to, all its parts together. XML packs 10 to 40 times smaller, a bomb a thousand times. */
export function mostUnpacked(containerSize: number): number {
  return largestFile + 200 * containerSize;
}

/** Files in a container and in those in it: ten years of the largest gemeente stay below it, each Bericht on its own. */
export const mostParts = 200_000;
