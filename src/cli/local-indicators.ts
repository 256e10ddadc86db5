import {existsSync} from "node:fs";
import {join} from "node:path";
import type {Database} from "../database/database.ts";
import {addLocalIndicators, type LocalIndicators} from "../indicators/catalogue.ts";
import type {Output} from "./command.ts";

/** Has a database count what its gemeente keeps beside it. Read anew by each command, and by a server when it starts. */
export async function countLocalIndicators(database: Database, dataFolder: string): Promise<LocalIndicators> {
  const local = await findLocalIndicators(dataFolder);
  addLocalIndicators(database, local);
  return local;
}

/** What checks and tries them is loaded when there is something to check. */
export async function findLocalIndicators(dataFolder: string): Promise<LocalIndicators> {
  if (!existsSync(join(dataFolder, "indicatoren"))) return {indicators: [], refused: []};
  const {readLocalIndicators} = await import("../indicators/local/read-local.ts");
  return readLocalIndicators(dataFolder);
}

export function sayRefused({refused}: LocalIndicators, output: Output): void {
  for (const {message} of refused) output.say(`Een eigen cijfer telt niet mee. ${message}\n`);
}
