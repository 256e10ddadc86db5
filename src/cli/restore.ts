import {resolve} from "node:path";
import {UserError} from "../errors.ts";
import {restoreBackup} from "../ingest/backup/restore.ts";
import {formatNumber} from "../reports/format.ts";
import {showShare} from "./backup-progress.ts";
import type {Command} from "./command.ts";

export const restore: Command = {
  name: "restore",
  summary: "Maakt een gegevensmap van een reservekopie, en controleert die bestand voor bestand.",
  usage: "restore BESTAND [--sleutels MAP] [--overschrijf] [--json] [--data MAP]",
  options: {sleutels: {type: "string"}, overschrijf: {type: "boolean"}, json: {type: "boolean"}},
  async run({positionals, values, dataFolder, folder, output}) {
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0) {
      throw new UserError("Noem één reservekopie. Bijvoorbeeld: npx wijkbalans restore kopie.tar --data herstel");
    }
    const progress = showShare(output, "Herstellen");
    try {
      const {header, verified, putAside} = await restoreBackup({
        file: resolve(folder, name),
        dataFolder,
        mayReplace: values.overschrijf === true,
        keyFolder: typeof values.sleutels === "string" ? resolve(folder, values.sleutels) : null,
        environment: process.env,
        onProgress: progress.show,
      });
      progress.end();
      const {bestanden, berichten} = verified;
      if (values.json === true) {
        const {gemaaktOp} = header;
        output.write(`${JSON.stringify({map: dataFolder, gemaaktOp, bestanden, berichten, opzij: putAside})}\n`);
      } else {
        output.write(
          `Hersteld in '${dataFolder}': ${formatNumber(bestanden)} bestanden en ${formatNumber(berichten)} berichten, alle gecontroleerd.\n`,
        );
        if (putAside !== null) output.write(`Wat er stond, staat nu in '${putAside}'.\n`);
      }
      return 0;
    } finally {
      progress.end();
    }
  },
};
