// What a byte may be in the text of a leaf. Bits, so that a whole text can be judged by all it holds.

export const digit = 1;
export const letter = 2; // a-z and A-Z
export const blank = 4; // space and tab
export const lineFeed = 8;
export const carriageReturn = 16;
export const ampersand = 32;
export const sign = 64; // what is left of ASCII
export const high = 128; // part of a character beyond ASCII
export const odd = 256; // may be part of what XML does not allow: "]]>" or the characters U+FFFE and U+FFFF

/** The class of each byte; 0 is where a text ends: "<", and the control characters that XML does not allow. */
export const classOf: Uint16Array = Uint16Array.from({length: 256}, (_, byte) => classify(byte));

function classify(byte: number): number {
  if (byte === 0x09 || byte === 0x20) return blank;
  if (byte === 0x0a) return lineFeed;
  if (byte === 0x0d) return carriageReturn;
  if (byte === 0x26) return ampersand;
  if (byte === 0x3e || byte === 0x5d || byte === 0xef) return odd;
  if (byte < 0x20 || byte === 0x3c) return 0;
  if (byte >= 0x80) return high;
  const character = String.fromCharCode(byte);
  if (/[0-9]/.test(character)) return digit;
  return /[A-Za-z]/.test(character) ? letter : sign;
}
