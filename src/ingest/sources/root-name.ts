const space = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** The local name of the root element, found without reading further; null when these bytes do not begin as XML does. */
export function rootName(bytes: Uint8Array): string | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf ? 3 : 0;
  for (;;) {
    while (space.has(buffer[at] ?? 0)) at++;
    if (buffer[at] !== 0x3c) return null;
    const end = endOfMisc(buffer, at);
    if (end === null) break;
    if (end === -1) return null;
    at = end;
  }
  const name = /^<([^\s<>/&'"=]+)/.exec(buffer.toString("latin1", at, at + 200))?.[1];
  return name === undefined ? null : name.slice(name.indexOf(":") + 1);
}

/** Past a processing instruction or comment; null when there is none here, -1 when it does not end. */
function endOfMisc(buffer: Buffer, at: number): number | null {
  if (buffer[at + 1] === 0x3f) return after(buffer, "?>", at);
  if (buffer.toString("latin1", at, at + 4) === "<!--") return after(buffer, "-->", at + 4);
  return null;
}

function after(buffer: Buffer, mark: string, from: number): number {
  const found = buffer.indexOf(mark, from, "latin1");
  return found === -1 ? -1 : found + mark.length;
}
