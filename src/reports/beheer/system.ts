import {existsSync, readFileSync, statSync} from "node:fs";
import {statfs} from "node:fs/promises";
import {join} from "node:path";
import type {Database} from "../../database/database.ts";
import {archiveFolder, listSegments, segmentPath} from "../../ingest/archive/segments.ts";
import {type Environment, keyFiles} from "../../ingest/keys/key-files.ts";
import {formatBytes, formatMoment, formatNumber} from "../format.ts";

/** The state of this installation: terms with what they are. */
export interface SystemFacts {
  readonly facts: readonly {readonly term: string; readonly words: string}[];
  readonly freeBytes: number;
  /** One line for each thing that needs a hand; empty: all is well. */
  readonly worries: readonly string[];
}

const packagePath = new URL("../../../package.json", import.meta.url);
const leastFree = 2e9;

export async function systemFacts(
  database: Database,
  dataFolder: string,
  environment: Environment,
): Promise<SystemFacts> {
  const [counts] = await database.query<{bestanden: number; berichten: number; versie: number | null}>(
    `select
       (select cast(count(*) as bigint) from bestand) as bestanden,
       (select cast(count(*) as bigint) from bericht) as berichten,
       (select max(data_versie) from gegevens_stand) as versie`,
  );
  const [check] = await database.query<{op: string; verschillen: number; bestanden: number}>(
    "select op, verschillen, bestanden from controle order by op desc limit 1",
  );
  const {bavail, bsize} = await statfs(dataFolder);
  const freeBytes = bavail * bsize;
  const archive = archiveFolder(dataFolder);
  const archiveBytes = listSegments(archive).reduce((sum, segment) => sum + sizeOf(segmentPath(archive, segment)), 0);
  const databaseFile = join(dataFolder, "wijkbalans.duckdb");
  const missingKeys = keysMissing(dataFolder, environment);
  const {version} = JSON.parse(readFileSync(packagePath, "utf8")) as {version: string};
  return {
    freeBytes,
    facts: [
      {term: "Versie", words: version},
      {term: "Gegevens", words: `Versie ${formatNumber(counts?.versie ?? 0)}: zo vaak veranderden ze.`},
      {term: "Database", words: `DuckDB, ${formatBytes(sizeOf(databaseFile) + sizeOf(`${databaseFile}.wal`))}.`},
      {
        term: "Archief",
        words: `${formatNumber(counts?.bestanden ?? 0)} bestanden, ${formatNumber(counts?.berichten ?? 0)} berichten, versleuteld ${formatBytes(archiveBytes)}.`,
      },
      {term: "Controle", words: checkWords(check)},
      {
        term: "Sleutels",
        words: missingKeys.length === 0 ? "Beide staan er." : "Nog niet gemaakt. Dat gebeurt bij de eerste levering.",
      },
      {term: "Vrije ruimte", words: `${formatBytes(freeBytes)}.`},
    ],
    worries: [
      ...(freeBytes < leastFree
        ? [`Er is nog ${formatBytes(freeBytes)} vrij op de schijf. Maak ruimte voor de volgende levering.`]
        : []),
      ...(missingKeys.length > 0 && archiveBytes > 0
        ? [`${missingKeys.join(" en ")} ontbreekt. Zet het sleutelbestand terug, anders kan er niets bij.`]
        : []),
      ...((check?.verschillen ?? 0) > 0
        ? ["De laatste controle vond verschillen tussen archief en database. Draai: npx wijkbalans verify"]
        : []),
    ],
  };
}

function checkWords(check: {op: string; verschillen: number; bestanden: number} | undefined): string {
  if (check === undefined) return "Nog niet gedaan. Doe het met: npx wijkbalans verify";
  const found =
    check.verschillen === 0
      ? "alles klopte"
      : `${formatNumber(check.verschillen)} verschillen tussen archief en database`;
  return `${formatMoment(check.op)}: ${formatNumber(check.bestanden)} bestanden, ${found}.`;
}

function keysMissing(dataFolder: string, environment: Environment): string[] {
  const {archive, pseudonym} = keyFiles(dataFolder, environment);
  return [archive, pseudonym].filter(({path}) => !existsSync(path)).map(({name}) => name);
}

function sizeOf(path: string): number {
  return statSync(path, {throwIfNoEntry: false})?.size ?? 0;
}
