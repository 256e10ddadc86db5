/** Names of the nodes as they are written, each with the ">" behind it. */
export interface WrittenNames {
  readonly bytes: Buffer;
  readonly starts: Int32Array;
  readonly lengths: Int32Array;
}

const greater = 0x3e;

export function namesInBytes(names: readonly string[]): WrittenNames {
  const parts = names.map((name) => Buffer.from(`${name}>`));
  const lengths = Int32Array.from(parts, ({length}) => length);
  const starts = new Int32Array(parts.length);
  for (let i = 1; i < parts.length; i++) starts[i] = starts[i - 1]! + lengths[i - 1]!;
  // A Buffer, as what it is compared with: two kinds of array in one loop would slow it.
  return {bytes: Buffer.concat(parts), starts, lengths};
}

/** Whether the name of a node and its ">" stand here. Names begin alike, so they are compared from their end. */
export function isNameAt(bytes: Buffer, at: number, names: WrittenNames, node: number): boolean {
  const length = names.lengths[node]!;
  if (bytes[at + length - 1] !== greater) return false;
  const expected = names.bytes;
  const start = names.starts[node]!;
  for (let i = length - 2; i >= 0; i--) if (bytes[at + i] !== expected[start + i]) return false;
  return true;
}
