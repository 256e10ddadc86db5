import {type Dirent, readdirSync, realpathSync, statSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../../errors.ts";
import {type FileKind, kindOf, showableName} from "./names.ts";

/** A file on disk, or why a folder could not be read. */
export type FileOnDisk =
  | {readonly path: string; readonly kind: FileKind; readonly isNamed: boolean}
  | {readonly path: string; readonly problem: string};

/** Every path must be there before anything is done. */
export function assertPaths(paths: readonly string[]): void {
  for (const path of paths) {
    if (statSync(path, {throwIfNoEntry: false}) === undefined) {
      throw new UserError(`Bestand of map '${showableName(path)}' bestaat niet. Kijk of de naam klopt.`);
    }
  }
}

/**
 * Every file at or below the paths, in the order of their names.
 *
 * @param except  the data folder, that may lie in the folder delivered
 */
export function* filesOnDisk(paths: readonly string[], except: string | null): Generator<FileOnDisk> {
  const skip = except === null ? null : realPath(except);
  for (const path of paths) {
    if (statSync(path, {throwIfNoEntry: false})?.isDirectory()) yield* filesIn(path, skip);
    else yield {path, kind: kindOf(path), isNamed: true};
  }
}

function* filesIn(folder: string, skip: string | null): Generator<FileOnDisk> {
  if (skip !== null && realPath(folder) === skip) return;
  for (const entry of entriesIn(folder)) {
    if (typeof entry === "string") {
      yield {path: folder, problem: entry};
      return;
    }
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path, skip);
    else if (entry.isFile() || isFileLink(entry, path)) yield {path, kind: kindOf(entry.name), isNamed: false};
  }
}

function entriesIn(folder: string): (Dirent | string)[] {
  try {
    return readdirSync(folder, {withFileTypes: true}).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return ["De map is niet te lezen. Geef leesrecht op deze map."];
  }
}

// A link to a folder is not followed: it may lead back here.
function isFileLink(entry: Dirent, path: string): boolean {
  return entry.isSymbolicLink() && statSync(path, {throwIfNoEntry: false})?.isDirectory() !== true;
}

function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
