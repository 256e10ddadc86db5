import {closeSync, fstatSync, openSync, readSync} from "node:fs";
import {largestFile} from "../sources/limits.ts";
import {unreadable} from "../sources/texts.ts";

/**
 * Reads files one after the other into the same memory: what it gives is overwritten by the next.
 *
 * Synchronous, because a promise costs ten times what reading a small file does.
 */
export class FileReader {
  #memory = Buffer.allocUnsafe(1024 * 1024);

  /** The bytes of a file, or why it cannot be read; null when it is too large to read as one. */
  read(path: string): Uint8Array | {readonly problem: string} | null {
    try {
      return this.#read(path);
    } catch (error) {
      return {problem: unreadable(error)};
    }
  }

  #read(path: string): Uint8Array | null {
    const file = openSync(path, "r");
    try {
      const {size} = fstatSync(file);
      if (size > largestFile) return null;
      this.#makeRoom(size + 1);
      let length = 0;
      for (;;) {
        const room = this.#memory.length - length;
        const count = readSync(file, this.#memory, length, room, length);
        length += count;
        // At the size it had and with room left, it is at its end; asking once more costs as much as reading it.
        if (count === 0 || (length === size && count < room)) return this.#memory.subarray(0, length);
        // It grew while we read it.
        if (length === this.#memory.length) this.#makeRoom(length * 2);
        if (length > largestFile) return null;
      }
    } finally {
      closeSync(file);
    }
  }

  #makeRoom(size: number): void {
    if (size <= this.#memory.length) return;
    const larger = Buffer.allocUnsafe(size);
    this.#memory.copy(larger);
    this.#memory = larger;
  }
}
