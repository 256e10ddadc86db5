// A power of two: a text has one place, and drives out what stands there.
const places = 4096;
const longest = 16;

const lengths = new Uint8Array(places);
const contents = new Uint8Array(places * longest);
const texts = new Array<string>(places).fill("");

/**
 * ASCII as a string. The last few thousand short ones are remembered: codes, products and clients come again and again,
 * and a string that is known need not be made, nor its hash counted anew by who looks it up.
 */
export function knownText(bytes: Buffer, start: number, end: number): string {
  const length = end - start;
  if (length > longest) return bytes.toString("latin1", start, end);
  let hash = length;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  const place = (hash ^ (hash >>> 15)) & (places - 1);
  if (lengths[place] === length && isSame(bytes, start, place * longest, length)) return texts[place]!;
  const text = bytes.toString("latin1", start, end);
  for (let i = 0; i < length; i++) contents[place * longest + i] = bytes[start + i]!;
  lengths[place] = length;
  texts[place] = text;
  return text;
}

function isSame(bytes: Buffer, start: number, known: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (bytes[start + i] !== contents[known + i]) return false;
  return true;
}
