import {resolve} from "node:path";
import {importDelivery} from "../ingest/import.ts";
import type {Progress} from "../ingest/result.ts";
import {showableName} from "../ingest/sources/names.ts";
import {survey} from "../ingest/survey.ts";
import {atOnce, type Command} from "./command.ts";
import {deliveryJson, describeDelivery} from "./delivery-output.ts";
import {showProgress} from "./progress.ts";
import {tablesOptions, tablesRequest, tablesUsage} from "./tables-request.ts";

export const importCommand: Command = {
  name: "import",
  summary: "Neemt berichten, tabellen en andere bestanden in, los of in een pakket.",
  usage: `import PAD... [--akkoord] [--goede-regels] ${tablesUsage} [--json] [--data MAP]`,
  options: {
    json: {type: "boolean"},
    akkoord: {type: "boolean"},
    "goede-regels": {type: "boolean"},
    ...tablesOptions,
  },
  usesDatabase: true,
  async run({positionals, values, dataFolder, folder, output, now, openDatabase, inTurn = atOnce}) {
    const paths = positionals.map((path) => resolve(folder, path));
    const tables = tablesRequest(values, folder);
    const found = await survey({paths, except: dataFolder});
    const database = await openDatabase({memoryLimitMb: 300, checkpointAtMb: 128});
    const progress = showProgress(output, "Innemen");
    try {
      const accepted = {questions: values.akkoord === true, goodRows: values["goede-regels"] === true};
      const request = {dataFolder, paths, survey: found, environment: process.env, now, accepted, tables};
      const result = await inTurn(`Opdracht 'import': ${showableName(positionals.join(", "))}`, (onProgress) => {
        const show = (counted: Progress) => {
          onProgress(counted);
          progress.show(counted);
        };
        return importDelivery(database, {...request, onProgress: show});
      });
      progress.end();
      output.write(values.json === true ? deliveryJson(result) : describeDelivery(result, "ingenomen"));
      return result.geweigerd + result.nogGeweigerd > 0 ? 1 : 0;
    } finally {
      progress.end();
      await database.close();
    }
  },
};
