import {readFileSync} from "node:fs";
import {resolve} from "node:path";
import {UserError} from "../errors.ts";
import {importDelivery} from "../ingest/import.ts";
import type {TablesRequest} from "../ingest/intakes/request.ts";
import type {Progress} from "../ingest/result.ts";
import {showableName} from "../ingest/sources/names.ts";
import {survey} from "../ingest/survey.ts";
import {readKoppeling} from "../ingest/tables/koppeling.ts";
import {isIsoDate} from "../standards/calendar.ts";
import {atOnce, type Command, type CommandInput} from "./command.ts";
import {deliveryJson, describeDelivery} from "./delivery-output.ts";
import {showProgress} from "./progress.ts";

export const importCommand: Command = {
  name: "import",
  summary: "Neemt berichten, referentiebestanden en tabellen in, los of in een pakket.",
  usage:
    "import PAD... [--akkoord] [--goede-regels] [--koppeling KOPPELING.json] [--peildatum 2026-10-31] [--json] [--data MAP]",
  options: {
    json: {type: "boolean"},
    akkoord: {type: "boolean"},
    "goede-regels": {type: "boolean"},
    koppeling: {type: "string"},
    peildatum: {type: "string"},
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
      // A file that is refused for a question is asked about each time it comes.
      return result.geweigerd > 0 || result.bevindingen.some(({regel}) => regel === "vraag") ? 1 : 0;
    } finally {
      progress.end();
      await database.close();
    }
  },
};

function tablesRequest({koppeling, peildatum}: CommandInput["values"], folder: string): TablesRequest {
  if (peildatum !== undefined && !(typeof peildatum === "string" && isIsoDate(peildatum))) {
    throw new UserError(`--peildatum is '${String(peildatum)}'. Schrijf een datum als 2026-10-31.`);
  }
  const text = typeof koppeling === "string" ? readText(resolve(folder, koppeling), koppeling) : null;
  return {koppeling: text === null ? null : readKoppeling(text), peildatum: peildatum ?? null};
}

function readText(path: string, name: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new UserError(
      `Koppeling '${name}' is niet te lezen. Maak hem met: npx wijkbalans koppel BESTAND --out ${name}`,
    );
  }
}
