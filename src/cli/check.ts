import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {openDatabase} from "../database/open.ts";
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
  async run({positionals, values, output, now}) {
    const found = await survey({paths: positionals, except: null});
    // On disk, as a delivery may be larger than memory; for the owner's eyes alone.
    const folder = mkdtempSync(join(tmpdir(), "wijkbalans-check-"));
    const scratch = await openDatabase(folder, {memoryLimitMb: 400});
    const progress = showProgress(output, "Controleren");
    try {
      const request = {paths: positionals, survey: found, now, onProgress: progress.show};
      const result = await checkDelivery(scratch, request);
      progress.end();
      output.write(values.json === true ? deliveryJson(result) : describeDelivery(result, "goed"));
      const hasErrors = result.geweigerd > 0 || result.bevindingen.some(({ernst}) => ernst === "fout");
      return hasErrors ? 1 : 0;
    } finally {
      progress.end();
      await scratch.close();
      rmSync(folder, {recursive: true, force: true});
    }
  },
};
