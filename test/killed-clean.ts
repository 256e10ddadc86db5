// Erases a person or rotates the keys of a data folder, and kills itself when a step is done:
// node killed-clean.ts FOLDER erase|rotate STEP CLIENT
import {openDatabase} from "../src/database/open.ts";
import {existingKeys} from "../src/ingest/archive/archive.ts";
import {erasePerson} from "../src/ingest/erasure/erase-person.ts";
import {rotateKeys} from "../src/ingest/erasure/rotate-keys.ts";

const [folder = "", what, step, client = ""] = process.argv.slice(2);
const database = await openDatabase(folder, {threads: 1});
const common = {
  dataFolder: folder,
  environment: {},
  current: database,
  keys: (await existingKeys(database, folder, {}))!,
  onProgress: () => undefined,
  onStep: (done: string) => {
    if (done === step) process.kill(process.pid, "SIGKILL");
  },
};
if (what === "rotate") await rotateKeys({...common, which: "beide"});
else await erasePerson({...common, client, now: new Date("2026-11-27T08:00:00Z"), finish: async () => undefined});
