import {openDuckDb} from "../database/duckdb.ts";
import {migrate} from "../database/migrate.ts";
import {checkDelivery} from "../ingest/check.ts";
import {survey} from "../ingest/survey.ts";
import type {Command} from "./command.ts";
import {deliveryJson, describeDelivery} from "./delivery-output.ts";
import {showProgress} from "./progress.ts";

export const check: Command = {
  name: "check",
  summary: "Controleert berichten en referentiebestanden, en bewaart niets.",
  usage: "check PAD... [--json]",
  options: {json: {type: "boolean"}},
  async run({positionals, values, output}) {
    const found = await survey({paths: positionals, except: null});
    const scratch = await openDuckDb(":memory:", {memoryLimitMb: 400});
    const progress = showProgress(output, "Controleren");
    try {
      await migrate(scratch);
      const result = await checkDelivery(scratch, {paths: positionals, survey: found, onProgress: progress.show});
      progress.end();
      output.write(values.json === true ? deliveryJson(result) : describeDelivery(result, "goed"));
      const hasErrors = result.geweigerd > 0 || result.bevindingen.some(({ernst}) => ernst === "fout");
      return hasErrors ? 1 : 0;
    } finally {
      progress.end();
      await scratch.close();
    }
  },
};
