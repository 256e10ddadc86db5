import {isUtf8} from "node:buffer";

/** The text of a file: UTF-8 or UTF-16 when it is so, else Windows-1252, as Excel writes it. Null: this is no text. */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes.includes(0)) return null;
  return new TextDecoder(isUtf8(bytes) ? "utf-8" : "windows-1252").decode(bytes);
}
