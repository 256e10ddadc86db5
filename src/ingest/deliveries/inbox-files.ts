import {type Dirent, lstatSync, readdirSync} from "node:fs";
import {join, relative} from "node:path";
import {showableName} from "../sources/names.ts";

/** A file in the inbox, as one look finds it. */
export interface InboxFile {
  readonly path: string;
  /** Its path from the inbox, fit to be shown. */
  readonly name: string;
  /** Its path from the inbox. */
  readonly place: string;
  /** Another when the file is: its size, time and number. */
  readonly stamp: string;
}

/** Where files go when they are dealt with. */
export const processedFolder = "verwerkt";
export const refusedFolder = "geweigerd";
export const ownFolders: readonly string[] = [processedFolder, refusedFolder];

/** Every file that someone delivered; what is still being written under a name that says so is left alone. */
export function findInInbox(folder: string): InboxFile[] {
  return [...filesIn(folder, folder)];
}

function* filesIn(inbox: string, folder: string): Generator<InboxFile> {
  for (const entry of entriesIn(folder)) {
    if (isUnfinished(entry.name)) continue;
    if (folder === inbox && ownFolders.includes(entry.name)) continue;
    const path = join(folder, entry.name);
    // A link is not followed: it may lead anywhere.
    if (entry.isDirectory()) yield* filesIn(inbox, path);
    else if (entry.isFile()) {
      const stamp = stampOf(path);
      const place = relative(inbox, path);
      if (stamp !== null) yield {path, place, name: showableName(place), stamp};
    }
  }
}

/** Null: it is gone. */
export function stampOf(path: string): string | null {
  const stats = lstatSync(path, {throwIfNoEntry: false, bigint: true});
  return stats === undefined ? null : `${stats.size} ${stats.mtimeNs} ${stats.ino}`;
}

function isUnfinished(name: string): boolean {
  return name.startsWith(".") || /\.(part|tmp|filepart|crdownload)$|~$/i.test(name);
}

function entriesIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, {withFileTypes: true}).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
