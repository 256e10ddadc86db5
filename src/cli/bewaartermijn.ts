import {listBackups, type MadeBackup} from "../access/looking/backups.ts";
import {cutLog} from "../access/looking/cut-log.ts";
import {LookLog} from "../access/looking/look-log.ts";
import {readPrivacySettings} from "../access/looking/privacy-settings.ts";
import type {Database} from "../database/database.ts";
import {UserError} from "../errors.ts";
import {applyRetention, type Expired, findExpired, planRetention, yearsBefore} from "../ingest/erasure/retention.ts";
import type {Changes} from "../ingest/erasure/rewrite-archive.ts";
import {formatDate, formatMoment, formatNumber} from "../reports/format.ts";
import {todayAt} from "../standards/calendar.ts";
import {assertAlone} from "./alone.ts";
import type {Command} from "./command.ts";
import {ownLook} from "./own-look.ts";
import {showProgress} from "./progress.ts";
import {backupAdvice} from "./verzoek.ts";

export const bewaartermijn: Command = {
  name: "bewaartermijn",
  summary: "Wist wat langer bewaard is dan mag; met --proef alleen kijken.",
  usage: "bewaartermijn [--proef] [--json] [--data MAP]",
  options: {proef: {type: "boolean"}, json: {type: "boolean"}},
  usesDatabase: true,
  async run(input) {
    const {values, positionals, dataFolder, output, now, openDatabase} = input;
    if (positionals.length > 0) throw new UserError("Gebruik: npx wijkbalans bewaartermijn [--proef] [--json]");
    const isTrial = values.proef === true;
    if (!isTrial) assertAlone(input, "Wissen");
    const settings = readPrivacySettings(process.env);
    const database = await openDatabase({memoryLimitMb: 400});
    try {
      const today = todayAt(now());
      const expired = await findExpired(database, settings.retention, today);
      const request = {database, dataFolder, environment: process.env, expired, now: now()};
      const changes = await planRetention(request);
      const logBefore = yearsBefore(today, settings.logYears);
      const found = {expired, changes, ...(await log(database, logBefore)), backups: await listBackups(database)};
      if (!isTrial) {
        const looks = await LookLog.open(database, dataFolder, {report: () => undefined});
        await cutLog(database, looks, ownLook("bewaartermijn", now(), {doel: "toezicht", soort: "logboek"}), logBefore);
        await looks.close();
        await database.execute("delete from aanmelding where op < cast($before as timestamp)", {before: logBefore});
        await database.execute(
          "delete from verzoek_inwoner where uitkomst is not null and klaar_op < cast($before as timestamp)",
          {before: logBefore},
        );
        if (changes.files.size > 0) {
          const progress = showProgress(output, "Wissen");
          await applyRetention({...request, onProgress: progress.show}).finally(() => progress.end());
        }
      }
      output.write(values.json === true ? `${JSON.stringify(asJson(found, isTrial))}\n` : describe(found, isTrial));
      return 0;
    } finally {
      await database.close();
    }
  },
};

interface Found {
  readonly expired: Expired;
  readonly changes: Changes;
  readonly logRows: number;
  readonly oldestLook: string | null;
  readonly signIns: number;
  readonly backups: readonly MadeBackup[];
}

async function log(database: Database, before: string): Promise<Pick<Found, "logRows" | "oldestLook" | "signIns">> {
  const [row] = await database.query<{aantal: number; oudste: string | null}>(
    `select cast(count(*) as bigint) as aantal, min(op) as oudste from inzage where op < cast($before as timestamp)`,
    {before},
  );
  const [came] = await database.query<{aantal: number}>(
    "select cast(count(*) as bigint) as aantal from aanmelding where op < cast($before as timestamp)",
    {before},
  );
  return {logRows: row?.aantal ?? 0, oldestLook: row?.oudste ?? null, signIns: came?.aantal ?? 0};
}

function asJson({expired, changes, logRows, oldestLook, signIns, backups}: Found, isTrial: boolean) {
  const gone = [...changes.files.values()].filter((becomes) => becomes === null).length;
  return {
    proef: isTrial,
    voor: expired.before,
    personen: expired.clients.size,
    tabellen: expired.tables,
    segmenten: [...changes.bySegment].map(([segment, {cut, gone: files}]) => ({segment, weg: files, ingekort: cut})),
    bestandenWeg: gone,
    bestandenIngekort: changes.files.size - gone,
    logboek: {regels: logRows, oudste: oldestLook},
    aanmeldingen: signIns,
    reservekopieen: backups,
  };
}

function describe({expired, changes, logRows, oldestLook, signIns, backups}: Found, isTrial: boolean): string {
  const {Wmo, Jeugdwet, geweigerd} = expired.before;
  const lines = [
    `Wmo van voor ${formatDate(Wmo)}, Jeugdwet van voor ${formatDate(Jeugdwet)}, geweigerde bestanden van voor ${formatDate(geweigerd)}.`,
  ];
  for (const {tabel, rijen, oudste} of expired.tables) {
    lines.push(`Tabel ${tabel}: ${formatNumber(rijen)} rijen, de oudste van ${formatDate(oudste)}.`);
  }
  for (const [segment, {cut, gone}] of changes.bySegment) {
    lines.push(`Segment ${segment}: ${formatNumber(gone)} bestanden weg, ${formatNumber(cut)} ingekort.`);
  }
  if (logRows > 0)
    lines.push(`Logboek van inzage: ${formatNumber(logRows)} regels, de oudste van ${formatMoment(oldestLook!)}.`);
  if (signIns > 0) lines.push(`Aanmeldingen: ${formatNumber(signIns)} regels.`);
  const isNothing = changes.files.size === 0 && logRows === 0 && signIns === 0;
  if (isNothing) lines.push("Er is niets dat langer bewaard is dan mag.");
  else if (isTrial) lines.push("Dit was een proef: er is niets gewist. Wissen: npx wijkbalans bewaartermijn");
  else lines.push("Dit is gewist. Archief en database zijn nagekeken.");
  return `${lines.join("\n")}\n${isNothing ? "" : backupAdvice(backups)}`;
}
