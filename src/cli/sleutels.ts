import {existsSync, statSync} from "node:fs";
import {LookLog} from "../access/looking/look-log.ts";
import {UserError} from "../errors.ts";
import {existingKeys} from "../ingest/archive/archive.ts";
import {type Rotated, rotateKeys} from "../ingest/erasure/rotate-keys.ts";
import {fingerprint, keyFiles} from "../ingest/keys/key-files.ts";
import {formatDate} from "../reports/format.ts";
import {todayAt} from "../standards/calendar.ts";
import {assertAlone} from "./alone.ts";
import type {Command} from "./command.ts";
import {ownLook} from "./own-look.ts";
import {showProgress} from "./progress.ts";

export const sleutels: Command = {
  name: "sleutels",
  summary: "Toont de vingerafdruk van de sleutels, of wisselt ze.",
  usage: "sleutels [wissel] [--alleen archief|pseudoniem] [--json] [--data MAP]",
  options: {alleen: {type: "string"}, json: {type: "boolean"}},
  usesDatabase: true,
  async run(input) {
    const {positionals, values, dataFolder, output, now, openDatabase} = input;
    const [action, ...more] = positionals;
    if ((action !== undefined && action !== "wissel") || more.length > 0) {
      throw new UserError("Gebruik: npx wijkbalans sleutels, of: npx wijkbalans sleutels wissel");
    }
    const which = readWhich(values.alleen);
    if (action === "wissel") assertAlone(input, "Sleutels wisselen");
    const database = await openDatabase({memoryLimitMb: 400});
    try {
      const keys = await existingKeys(database, dataFolder, process.env);
      if (keys === null) throw new UserError("Er zijn nog geen sleutels: die komen bij de eerste levering.");
      if (action === undefined) {
        output.write(describe(fingerprintsOf(keys), dataFolder, values.json === true));
        return 0;
      }
      const looks = await LookLog.open(database, dataFolder, {report: () => undefined});
      await looks.noteFirst(ownLook(`sleutels wissel (${which})`, now(), {doel: "beheer", soort: "beheer"}));
      await looks.close();
      const progress = showProgress(output, "Sleutels wisselen");
      const request = {dataFolder, environment: process.env, current: database, keys, which, onProgress: progress.show};
      const made = await rotateKeys(request).finally(() => progress.end());
      output.write(describe(fingerprintsOf(made), dataFolder, values.json === true));
      if (values.json !== true) {
        output.write(
          "De sleutels zijn gewisseld, archief en database zijn nagekeken. Een oude reservekopie gaat alleen open met de oude sleutels: maak nu een nieuwe en bewaar de nieuwe sleutels apart.\n",
        );
      }
      return 0;
    } finally {
      await database.close();
    }
  },
};

function readWhich(text: unknown): Rotated {
  if (text === undefined) return "beide";
  if (text === "archief" || text === "pseudoniem") return text;
  throw new UserError("Kies bij --alleen: archief of pseudoniem. Zonder --alleen worden beide gewisseld.");
}

function fingerprintsOf({archive, pseudonym}: {archive: Uint8Array; pseudonym: Uint8Array}) {
  return {archief: fingerprint(archive), pseudoniem: fingerprint(pseudonym)};
}

function describe(marks: {archief: string; pseudoniem: string}, dataFolder: string, asJson: boolean): string {
  const files = keyFiles(dataFolder, process.env);
  const since = (path: string) => (existsSync(path) ? todayAt(statSync(path).mtime) : null);
  const dates = {archief: since(files.archive.path), pseudoniem: since(files.pseudonym.path)};
  if (asJson) return `${JSON.stringify({vingerafdruk: marks, sinds: dates})}\n`;
  const line = (name: string, mark: string, date: string | null) =>
    `${name}: vingerafdruk ${mark}${date === null ? "" : `, sinds ${formatDate(date)}`}\n`;
  return line("Archief", marks.archief, dates.archief) + line("Pseudoniemen", marks.pseudoniem, dates.pseudoniem);
}
