import {resolve} from "node:path";
import {noteBackup} from "../access/looking/backups.ts";
import {LookLog} from "../access/looking/look-log.ts";
import {UserError} from "../errors.ts";
import {writeBackup} from "../ingest/backup/write-backup.ts";
import {formatNumber} from "../reports/format.ts";
import {showShare} from "./backup-progress.ts";
import type {Command} from "./command.ts";

export const backup: Command = {
  name: "backup",
  summary: "Maakt een reservekopie in één bestand, ook als de server draait.",
  usage: "backup BESTAND [--met-sleutels] [--json] [--data MAP]",
  options: {"met-sleutels": {type: "boolean"}, json: {type: "boolean"}},
  usesDatabase: true,
  async run({positionals, values, dataFolder, folder, output, now, openDatabase}) {
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0) {
      throw new UserError("Noem één bestand. Bijvoorbeeld: npx wijkbalans backup kopie.tar");
    }
    const file = resolve(folder, name);
    const hasKeys = values["met-sleutels"] === true;
    const database = await openDatabase({memoryLimitMb: 400});
    const progress = showShare(output, "Reservekopie maken");
    try {
      const request = {dataFolder, file, hasKeys, environment: process.env, now, onProgress: progress.show};
      // What was looked at a moment ago is part of the copy.
      const looks = await LookLog.open(database, dataFolder, {report: () => undefined});
      await looks.close();
      const {bytes, segments} = await writeBackup(database, request);
      await noteBackup(database, {file, bytes, hasKeys}, now());
      progress.end();
      if (values.json === true) {
        output.write(`${JSON.stringify({bestand: file, bytes, segmenten: segments, metSleutels: hasKeys})}\n`);
      } else output.write(`${name} is gemaakt (${formatNumber(bytes / 1e6, 1)} MB). ${aboutKeys(hasKeys)}\n`);
      return 0;
    } finally {
      progress.end();
      await database.close();
    }
  },
};

function aboutKeys(hasKeys: boolean): string {
  return hasKeys
    ? "De sleutels zitten erin: wie dit bestand heeft, kan alles lezen. Bewaar het in een kluis."
    : "De sleutels zitten er niet in. Bewaar die apart: zonder sleutels is dit bestand niet te herstellen.";
}
