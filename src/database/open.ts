import {chmodSync, existsSync, mkdirSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../errors.ts";
import type {Database} from "./database.ts";
import {isUnmarked, markData} from "./derive/data-mark.ts";
import {deriveNew} from "./derive/derive.ts";
import {isDerivedBehind} from "./derive/state.ts";
import {type DuckDbOptions, openDuckDb} from "./duckdb.ts";
import {finishExchange} from "./exchange.ts";
import {migrate} from "./migrate.ts";

/** The database of a data folder, made when it is not there, with its derived tables as new as its deliveries. */
export async function openDatabase(dataFolder: string, options: DuckDbOptions = {}): Promise<Database> {
  makeFolder(dataFolder);
  finishExchange(dataFolder);
  const file = databaseFile(dataFolder);
  const database = await openDuckDb(file, options);
  try {
    // Deliveries are about people, pseudonyms or not: for the owner's eyes alone.
    chmodSync(file, 0o600);
    await migrate(database);
    // A process can end between a commit of data and the derivation that follows it.
    if (await isDerivedBehind(database)) await deriveNew(database);
    else if (await isUnmarked(database)) await database.transaction(() => markData(database));
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Whether anything was ever kept in this folder. */
export function hasDatabase(dataFolder: string): boolean {
  return existsSync(databaseFile(dataFolder));
}

function databaseFile(dataFolder: string): string {
  return join(dataFolder, "wijkbalans.duckdb");
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, {recursive: true, mode: 0o700});
  } catch (error) {
    throw new UserError(`Map '${folder}' kan niet gemaakt worden (${reason(error)}). Kies een andere met --data.`);
  }
}

function reason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EACCES" || code === "EPERM") return "geen rechten";
  if (code === "EROFS") return "alleen lezen";
  if (code === "ENOSPC") return "de schijf is vol";
  if (code === "EEXIST" || code === "ENOTDIR") return "er staat een bestand met die naam";
  return "onbekende fout";
}
