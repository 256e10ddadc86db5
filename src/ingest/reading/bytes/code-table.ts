const longest = 4;

/** Finds a code where it stands, as the one string that all rows share; undefined when it is none of these. */
export function createCodes(
  codes: readonly string[],
): (bytes: Uint8Array, start: number, end: number) => string | undefined {
  const short = codes.filter((code) => /^[\x21-\x7e]{1,4}$/.test(code));
  let size = 8;
  while (size < short.length * 4) size *= 2;
  const keys = new Int32Array(size);
  const values = new Array<string>(size).fill("");
  for (const code of short) {
    const key = keyOf(Buffer.from(code), 0, code.length);
    let place = placeOf(key, size);
    while (keys[place] !== 0) place = (place + 1) & (size - 1);
    keys[place] = key;
    values[place] = code;
  }
  return (bytes, start, end) => {
    const length = end - start;
    if (length > longest) return undefined;
    const key = keyOf(bytes, start, length);
    for (let place = placeOf(key, size); keys[place] !== 0; place = (place + 1) & (size - 1)) {
      if (keys[place] === key) return values[place];
    }
    return undefined;
  };
}

/** 0 for nothing, and for no code. */
function keyOf(bytes: Uint8Array, start: number, length: number): number {
  let key = 0;
  for (let i = 0; i < length; i++) key = (key << 8) | bytes[start + i]!;
  return key;
}

function placeOf(key: number, size: number): number {
  const mixed = Math.imul(key, 0x9e3779b1 | 0);
  return (mixed ^ (mixed >>> 15)) & (size - 1);
}
