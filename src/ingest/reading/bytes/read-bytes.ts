import {isUtf8} from "node:buffer";
import type {CompiledMessage} from "../compiled-message.ts";
import type {ReadingContext} from "../reading.ts";
import type {BerichtRows} from "../rows.ts";
import type {LeafValue} from "../values.ts";
import {ByteReading} from "./byte-reading.ts";
import {openingOf} from "./opening.ts";
import {scanBericht, skipBlanks} from "./scan.ts";

/** A Bericht without a finding. */
export interface ProvenBericht {
  readonly message: CompiledMessage;
  readonly fields: readonly (LeafValue | undefined)[];
  readonly rows: BerichtRows;
}

// The standard allows 25 MB; what is larger is read in pieces, and needs no copy of the whole.
const largest = 32 * 1024 * 1024;
// More than the longest opening, and so than any name: a comparison that begins within the file ends within the zeros.
export const paddingLength = 4096;

let memory = Buffer.alloc(1024 * 1024);

/**
 * Reads a Bericht that is written as most are, and without a finding; null is "not for me", never "wrong".
 *
 * It knows bytes alone, and is several times quicker than a parser of XML that must know what else there may be.
 */
export function readBytes(bytes: Uint8Array, context: ReadingContext): ProvenBericht | null {
  const {length} = bytes;
  if (length > largest || !isUtf8(bytes)) return null;
  return readPadded(withZeros(bytes), length, (nodeCount) => new ByteReading(context, nodeCount));
}

/** As `readBytes`, of UTF-8 that has `paddingLength` zeros behind it. */
export function readPadded(
  padded: Buffer,
  length: number,
  begin: (nodeCount: number) => ByteReading,
): ProvenBericht | null {
  const opening = openingOf(padded, length);
  if (opening === null) return null;
  const {message} = opening.plan;
  const reading = begin(message.table.nodes.length);
  const end = scanBericht(padded, opening, reading);
  if (end === -1 || skipBlanks(padded, end) !== length) return null;
  return {message, fields: reading.fields, rows: reading.rows};
}

/** The file and zeros behind it, in memory that the next file takes over. */
function withZeros(bytes: Uint8Array): Buffer {
  const {length} = bytes;
  if (length + paddingLength > memory.length) memory = Buffer.alloc(Math.min(length * 2, largest) + paddingLength);
  memory.set(bytes);
  memory.fill(0, length, length + paddingLength);
  return memory;
}
