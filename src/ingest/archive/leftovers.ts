import {existsSync, readdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import {type Environment, keyFiles} from "../keys/key-files.ts";
import {archiveFolder} from "./segments.ts";

/** Where `rebuild` makes the new database. */
export function draftFolder(dataFolder: string): string {
  return join(dataFolder, "herbouw");
}

/** Where archive and database are made anew without what must go, or under other keys. */
export function cleanFolder(dataFolder: string): string {
  return join(dataFolder, "schoon");
}

/** Takes away what a process that was killed left half made. To be called by who holds the database. */
export function removeLeftovers(dataFolder: string, environment: Environment): void {
  rmSync(draftFolder(dataFolder), {recursive: true, force: true});
  rmSync(cleanFolder(dataFolder), {recursive: true, force: true});
  rmSync(join(archiveFolder(dataFolder), "stand.json.nieuw"), {force: true});
  for (const {path} of Object.values(keyFiles(dataFolder, environment))) removeDrafts(path);
}

function removeDrafts(path: string): void {
  if (!existsSync(path)) return;
  const folder = join(path, "..");
  for (const name of namesIn(folder)) {
    const full = join(folder, name);
    if (full.startsWith(`${path}.`) && /\.(?:\d+\.nieuw|wissel)$/.test(name)) rmSync(full, {force: true});
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
