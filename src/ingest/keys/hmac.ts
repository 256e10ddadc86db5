import {hash} from "node:crypto";

const blockSize = 64; // of SHA-256

/**
 * HMAC-SHA-256 (RFC 2104) of a short text, from two one-shot hashes.
 *
 * createHmac makes a key object each time and costs ten times as much; a delivery holds a million Bsns.
 */
export function hmacSha256(key: Uint8Array, text: string): Buffer {
  return makeHmac(key)(text);
}

/** The same, with what depends on the key alone done once. */
export function makeHmac(key: Uint8Array): (text: string) => Buffer {
  const padded = Buffer.alloc(blockSize);
  padded.set(key.length > blockSize ? hash("sha256", key, "buffer") : key);
  const outerPad = Buffer.from(padded.map((byte) => byte ^ 0x5c));
  const innerPad = Buffer.from(padded.map((byte) => byte ^ 0x36));
  return (text) => {
    const inner = hash("sha256", Buffer.concat([innerPad, Buffer.from(text)]), "buffer");
    return hash("sha256", Buffer.concat([outerPad, inner]), "buffer");
  };
}
