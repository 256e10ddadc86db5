import {hash} from "node:crypto";

/** The SHA-256 of some bytes, in the forms we know a file and a Bericht by. */
export interface Digest {
  readonly hex: string;
  readonly high: bigint;
  readonly low: bigint;
}

export function digestOf(bytes: Uint8Array): Digest {
  return digestFrom(hash("sha256", bytes, "buffer"));
}

/** A digest out of its 32 bytes. */
export function digestFrom(digest: Buffer): Digest {
  return {hex: digest.toString("hex"), high: digest.readBigUInt64BE(0), low: digest.readBigUInt64BE(8)};
}

/** The first 63 bits of the SHA-256 of the Bericht itself: the same on every machine, and it fits a bigint column. */
export function berichtIdOf(digest: Digest): bigint {
  return digest.high >> 1n;
}
