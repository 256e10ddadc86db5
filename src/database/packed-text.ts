import type {PackedText} from "./database.ts";

export const slotSize = 16;
const longestInline = 12;

/** Writes `text` in slot `row`, which must hold zeros; false when it is too long for a slot. */
export function packText(slots: Uint8Array, row: number, text: string): boolean {
  const {length} = text;
  if (length > longestInline) return false;
  const at = row * slotSize;
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 0x80) return packUnicode(slots, at, text);
    slots[at + 4 + index] = code;
  }
  slots[at] = length;
  return true;
}

function packUnicode(slots: Uint8Array, at: number, text: string): boolean {
  slots.fill(0, at, at + slotSize);
  const bytes = Buffer.from(text);
  if (bytes.length > longestInline) return false;
  slots.set(bytes, at + 4);
  slots[at] = bytes.length;
  return true;
}

/** The texts of `rowCount` rows, as strings. */
export function unpackTexts(packed: PackedText, rowCount: number): string[] {
  const bytes = Buffer.from(packed.slots.buffer, packed.slots.byteOffset, packed.slots.byteLength);
  const texts = Array.from({length: rowCount}, (_, row) => {
    const at = row * slotSize;
    return bytes.toString("utf8", at + 4, at + 4 + bytes[at]!);
  });
  for (const [row, text] of packed.long) texts[row] = text;
  return texts;
}
