import {resolve} from "node:path";
import {hasDatabase} from "../database/open.ts";
import {checkDelivery} from "../ingest/check.ts";
import {showableName} from "../ingest/sources/names.ts";
import {survey} from "../ingest/survey.ts";
import {atOnce, type Command} from "./command.ts";
import {deliveryJson, describeDelivery} from "./delivery-output.ts";
import {showProgress} from "./progress.ts";
import {tablesOptions, tablesRequest, tablesUsage} from "./tables-request.ts";

export const check: Command = {
  name: "check",
  summary: "Controleert bestanden naast wat er al is, en bewaart niets.",
  usage: `check PAD... ${tablesUsage} [--json] [--data MAP]`,
  options: {json: {type: "boolean"}, ...tablesOptions},
  usesDatabase: true,
  async run({positionals, values, dataFolder, folder, output, now, openDatabase, inTurn = atOnce}) {
    const paths = positionals.map((path) => resolve(folder, path));
    const tables = tablesRequest(values, folder);
    const found = await survey({paths, except: dataFolder});
    // A check makes no data folder: without one the delivery is judged by itself.
    const database = hasDatabase(dataFolder) ? await openDatabase({memoryLimitMb: 300}) : null;
    const progress = showProgress(output, "Controleren");
    try {
      const request = {dataFolder, paths, survey: found, environment: process.env, now, tables};
      const result = await inTurn(`Opdracht 'check': ${showableName(positionals.join(", "))}`, () =>
        checkDelivery(database, {...request, onProgress: progress.show}),
      );
      progress.end();
      output.write(values.json === true ? deliveryJson(result) : describeDelivery(result, "goed"));
      const hasErrors = result.geweigerd > 0 || result.bevindingen.some(({ernst}) => ernst === "fout");
      return hasErrors ? 1 : 0;
    } finally {
      progress.end();
      await database?.close();
    }
  },
};
