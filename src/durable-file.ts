import {closeSync, fsyncSync, openSync, renameSync, writeSync} from "node:fs";
import {dirname} from "node:path";

/**
 * Writes a file, for us alone, that is there whole or not at all, also when the machine stops; one of that name is
 * replaced.
 *
 * @param draft  where it is until it is whole, in the same folder
 */
export function writeWhole(path: string, content: string | Uint8Array, draft = `${path}.nieuw`): void {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const file = openSync(draft, "w", 0o600);
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
  syncFolder(dirname(path));
}

/** Makes what was written in a file durable. */
export function syncFile(path: string): void {
  sync(path, "r+");
}

/** Makes the names in a folder durable. */
export function syncFolder(path: string): void {
  sync(path, "r");
}

function sync(path: string, flags: string): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
