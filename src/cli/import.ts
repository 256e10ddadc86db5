import {resolve} from "node:path";
import {importDelivery} from "../ingest/import.ts";
import {survey} from "../ingest/survey.ts";
import type {Command} from "./command.ts";
import {deliveryJson, describeDelivery} from "./delivery-output.ts";
import {showProgress} from "./progress.ts";

export const importCommand: Command = {
  name: "import",
  summary: "Neemt berichten en referentiebestanden in: los, map, .zip of .tar(.gz).",
  usage: "import PAD... [--akkoord] [--goede-regels] [--json] [--data MAP]",
  options: {json: {type: "boolean"}, akkoord: {type: "boolean"}, "goede-regels": {type: "boolean"}},
  usesDatabase: true,
  async run({positionals, values, dataFolder, folder, output, now, openDatabase}) {
    const paths = positionals.map((path) => resolve(folder, path));
    const found = await survey({paths, except: dataFolder});
    const database = await openDatabase({memoryLimitMb: 300, checkpointAtMb: 128});
    const progress = showProgress(output, "Innemen");
    try {
      const accepted = {questions: values.akkoord === true, goodRows: values["goede-regels"] === true};
      const request = {dataFolder, paths, survey: found, environment: process.env, now, accepted};
      const result = await importDelivery(database, {...request, onProgress: progress.show});
      progress.end();
      output.write(values.json === true ? deliveryJson(result) : describeDelivery(result, "ingenomen"));
      // A file that is refused for a question is asked about each time it comes.
      return result.geweigerd > 0 || result.bevindingen.some(({regel}) => regel === "vraag") ? 1 : 0;
    } finally {
      progress.end();
      await database.close();
    }
  },
};
