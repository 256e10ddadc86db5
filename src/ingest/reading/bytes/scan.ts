import type {LeafValue} from "../values.ts";
import {classOf} from "./byte-classes.ts";
import type {BytePlan} from "./byte-plan.ts";
import type {ByteReading} from "./byte-reading.ts";
import type {Opening} from "./opening.ts";
import {isNameAt, type WrittenNames} from "./written-names.ts";

const less = 0x3c;
const slash = 0x2f;

/**
 * Follows a Bericht from behind its first tag to its end, and does at the end of each element what its message asks.
 *
 * Zeros behind the file end every loop, so no place is compared with the length of the file.
 *
 * @returns  where the Bericht ends; -1 at the first thing that is not surely right
 */
export function scanBericht(bytes: Buffer, opening: Opening, reading: ByteReading): number {
  const {plan, names} = opening;
  const {parent: parentOf, readers, atEnd, isRepeatable} = plan;
  const fields = reading.fields;
  let at = opening.end;
  let parent = 0;
  let last = -1;
  for (;;) {
    at = skipBlanks(bytes, at);
    if (bytes[at] !== less) return -1;
    at++;
    if (bytes[at] === slash) {
      if ((last === -1 ? plan.needsChild[parent] : plan.needsSibling[last]) === 1) return -1;
      if (!isNameAt(bytes, at + 1, names, parent)) return -1;
      at += 1 + names.lengths[parent]!;
      atEnd[parent]?.(reading);
      if (reading.isInDoubt) return -1;
      if (parent === 0) return at;
      last = parent;
      parent = parentOf[parent]!;
      continue;
    }
    const node = childAt(bytes, at, plan, names, parent, last);
    if (node === -1) return -1;
    at += names.lengths[node]!;
    const read = readers[node]!;
    if (read === null) {
      if (isRepeatable[node] === 1) fields.fill(undefined, node, plan.end[node]);
      parent = node;
      last = -1;
      continue;
    }
    const start = at;
    let classes = 0;
    for (let found = classOf[bytes[at]!]!; found !== 0; found = classOf[bytes[++at]!]!) classes |= found;
    if (bytes[at] !== less || bytes[at + 1] !== slash || !isNameAt(bytes, at + 2, names, node)) return -1;
    const value = read(bytes, start, at, classes);
    if (value === undefined) return -1;
    fields[node] = isRepeatable[node] === 1 ? withEarlier(fields[node], value) : value;
    at += 2 + names.lengths[node]!;
    const act = atEnd[node]!;
    if (act !== null) {
      act(reading);
      if (reading.isInDoubt) return -1;
    }
    last = node;
  }
}

export function skipBlanks(bytes: Buffer, at: number): number {
  let byte = bytes[at]!;
  while (byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d) byte = bytes[++at]!;
  return at;
}

/** The child of `parent` whose start tag stands here, after `last` was the child before it; -1 when it may be none. */
function childAt(bytes: Buffer, at: number, plan: BytePlan, names: WrittenNames, parent: number, last: number): number {
  const {nextSibling, isRequired, isRepeatable} = plan;
  let node = last === -1 ? plan.firstChild[parent]! : isRepeatable[last] === 1 ? last : nextSibling[last]!;
  while (node !== -1 && !isNameAt(bytes, at, names, node)) {
    if (isRequired[node] === 1 && node !== last) return -1;
    node = nextSibling[node]!;
  }
  return node;
}

/** A leaf that repeats is kept as a list with commas. */
function withEarlier(earlier: LeafValue | undefined, value: LeafValue): LeafValue {
  return earlier === undefined ? value : `${earlier},${value}`;
}
