import {existsSync, rmSync} from "node:fs";
import {join, resolve} from "node:path";
import type {Database} from "../database/database.ts";
import {exchange} from "../database/exchange.ts";
import {openDatabase} from "../database/open.ts";
import {FolderInUse, UserError} from "../errors.ts";
import {draftFolder} from "../ingest/archive/leftovers.ts";
import {rebuildDatabase} from "../ingest/rebuild.ts";
import type {Command} from "./command.ts";
import {deliveryJson, describeDelivery} from "./delivery-output.ts";
import {showProgress} from "./progress.ts";

export const rebuild: Command = {
  name: "rebuild",
  summary: "Maakt de database opnieuw uit het archief.",
  usage: "rebuild [--json] [--data MAP]",
  options: {json: {type: "boolean"}},
  async run({values, dataFolder, output}) {
    if (!existsSync(join(dataFolder, "archief"))) {
      throw new UserError(`In '${dataFolder}' staat geen archief. Kies de goede gegevensmap met --data.`);
    }
    const draft = draftFolder(dataFolder);
    const current = await openCurrent(dataFolder);
    const progress = showProgress(output, "Herbouwen");
    try {
      rmSync(draft, {recursive: true, force: true});
      const fresh = await openDatabase(draft, {memoryLimitMb: 300, checkpointAtMb: 128});
      const request = {dataFolder, environment: process.env, onProgress: progress.show, current};
      const {result, noteInUse} = await rebuildDatabase(fresh, request).finally(() => fresh.close());
      progress.end();
      await current?.close();
      putInPlace(dataFolder, draft);
      noteInUse();
      output.write(values.json === true ? deliveryJson(result) : describeDelivery(result, "ingenomen"));
      return 0;
    } finally {
      progress.end();
      await current?.close();
      rmSync(draft, {recursive: true, force: true});
    }
  },
};

/** Held open so that no other process writes meanwhile; null when it is too damaged to open. */
async function openCurrent(dataFolder: string): Promise<Database | null> {
  try {
    return await openDatabase(dataFolder, {memoryLimitMb: 300});
  } catch (error) {
    if (error instanceof FolderInUse) throw error;
    return null;
  }
}

/** Whatever stops it: who opens the data folder next finds the old database or the new one, whole. */
function putInPlace(dataFolder: string, draft: string): void {
  const [from, to] = [draft, dataFolder].map((folder) => join(resolve(folder), "wijkbalans.duckdb"));
  exchange(dataFolder, {moves: [{from: from!, to: to!}], remove: [resolve(draft)]});
}
