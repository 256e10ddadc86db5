import {existsSync, readFileSync, renameSync, rmSync} from "node:fs";
import {dirname, join} from "node:path";
import {syncFolder, writeWhole} from "../durable-file.ts";

/** Files and folders that take the place of others, all of them or none. */
export interface Exchange {
  /** In this order; each path is absolute, and both are on one disk. */
  readonly moves: readonly {readonly from: string; readonly to: string}[];
  /** What goes when all is in its place. */
  readonly remove: readonly string[];
}

/**
 * Puts new things in the place of old ones. What is to be done is on disk before it begins: who opens the data folder
 * after a crash finishes it.
 */
export function exchange(dataFolder: string, plan: Exchange): void {
  writeWhole(planPath(dataFolder), JSON.stringify(plan));
  finishExchange(dataFolder);
}

/** Finishes what was begun; does nothing when nothing was. */
export function finishExchange(dataFolder: string): void {
  const path = planPath(dataFolder);
  if (!existsSync(path)) return;
  const {moves, remove} = JSON.parse(readFileSync(path, "utf8")) as Exchange;
  for (const {from, to} of moves) {
    // Moved already.
    if (!existsSync(from)) continue;
    // The log of the old database would be read as that of the new one.
    rmSync(`${to}.wal`, {force: true});
    rmSync(to, {recursive: true, force: true});
    renameSync(from, to);
    syncFolder(dirname(to));
  }
  for (const one of remove) rmSync(one, {recursive: true, force: true});
  rmSync(path);
  syncFolder(dataFolder);
}

function planPath(dataFolder: string): string {
  return join(dataFolder, "wissel.json");
}
