import {closeSync, existsSync, fdatasyncSync, mkdirSync, openSync, readFileSync, writeSync} from "node:fs";
import {join} from "node:path";
import {writeWhole} from "../../durable-file.ts";
import {type ChainRow, type Head, hashOf} from "./chain.ts";

/**
 * The newest rows of the chain, in a file beside the database.
 *
 * What is noted is here a second later, or before anything is given; in the table a minute later. Its first line is the
 * anchor: up to which row the table goes. A table that goes less far had its end cut off.
 */
export class Journal {
  readonly #path: string;

  constructor(dataFolder: string) {
    const folder = journalFolder(dataFolder);
    mkdirSync(folder, {recursive: true, mode: 0o700});
    this.#path = journalPath(dataFolder);
  }

  /** Adds rows at the end; on disk for good when it is done. */
  add(rows: readonly ChainRow[]): void {
    const file = openSync(this.#path, "a", 0o600);
    try {
      writeSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
      fdatasyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  /** Begins anew: the table holds all up to the anchor. */
  restart(anchor: Head, rows: readonly ChainRow[]): void {
    writeWhole(this.#path, journalText(anchor, rows));
  }
}

export interface JournalContent {
  readonly anchor: Head;
  readonly rows: readonly ChainRow[];
}

export function journalFolder(dataFolder: string): string {
  return join(dataFolder, "logboek");
}

export function journalPath(dataFolder: string): string {
  return join(journalFolder(dataFolder), "inzage.jsonl");
}

export function journalText(anchor: Head, rows: readonly ChainRow[] = []): string {
  return [anchor, ...rows].map((line) => `${JSON.stringify(line)}\n`).join("");
}

/** Null: there is none. What was half written when the machine stopped, is left out. */
export function readJournal(dataFolder: string): JournalContent | null {
  const path = journalPath(dataFolder);
  if (!existsSync(path)) return null;
  const [first = "", ...lines] = readFileSync(path, "utf8").split("\n");
  const anchor = parse<Head>(first);
  if (anchor === null || !Number.isSafeInteger(anchor.nummer) || typeof anchor.hash !== "string") return null;
  const rows: ChainRow[] = [];
  let head = anchor;
  for (const line of lines) {
    const row = parse<ChainRow>(line);
    if (row === null || row.nummer !== head.nummer + 1 || row.vorige !== head.hash || hashOf(row) !== row.hash) break;
    rows.push(row);
    head = row;
  }
  return {anchor, rows};
}

function parse<T extends object>(line: string): T | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? (value as T) : null;
  } catch {
    return null;
  }
}
