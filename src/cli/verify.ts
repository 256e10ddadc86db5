import {type ChainCheck, checkChain} from "../access/looking/chain.ts";
import {readJournal} from "../access/looking/journal.ts";
import {LookLog} from "../access/looking/look-log.ts";
import type {Database} from "../database/database.ts";
import {noteVerification, verifyArchive} from "../ingest/verify/verify.ts";
import {formatNumber} from "../reports/format.ts";
import {atOnce, type Command} from "./command.ts";

/** With what was looked at a moment ago, and held against what is noted outside the database. */
async function verifyLog(database: Database, dataFolder: string): Promise<ChainCheck> {
  const looks = await LookLog.open(database, dataFolder, {report: () => undefined});
  await looks.close();
  return checkChain(database, readJournal(dataFolder)?.anchor ?? null);
}

export const verify: Command = {
  name: "verify",
  summary: "Controleert of archief en database elkaar dekken, bestand voor bestand.",
  usage: "verify [--json] [--data MAP]",
  options: {json: {type: "boolean"}},
  usesDatabase: true,
  async run({values, dataFolder, output, now, openDatabase, inTurn = atOnce}) {
    const database = await openDatabase({memoryLimitMb: 400});
    try {
      const {bestanden, berichten, blokken, verschillen, logboek} = await inTurn("Opdracht 'verify'", async () => {
        const startedAt = performance.now();
        const archive = await verifyArchive(database, dataFolder, process.env);
        const chain = await verifyLog(database, dataFolder);
        const result = {
          bestanden: archive.bestanden,
          berichten: archive.berichten,
          blokken: archive.blokken,
          verschillen: [...archive.verschillen, ...chain.breuken],
          logboek: chain,
        };
        await noteVerification(database, result, (performance.now() - startedAt) / 1000, now());
        return result;
      });
      if (values.json === true)
        output.write(
          `${JSON.stringify({bestanden, berichten, blokken, verschillen, logboek: {regels: logboek.regels, kop: logboek.kop}})}\n`,
        );
      else {
        for (const line of verschillen) output.write(`${line}\n`);
        const counts = `${formatNumber(bestanden)} bestanden en ${formatNumber(berichten)} berichten gecontroleerd`;
        output.write(verschillen.length === 0 ? `${counts}: alles klopt.\n` : `${counts}.\n`);
        const {kop, regels} = logboek;
        if (regels > 0)
          output.write(`Logboek van inzage: ${formatNumber(regels)} regels. Kop: ${kop.nummer} ${kop.hash}\n`);
      }
      return verschillen.length === 0 ? 0 : 1;
    } finally {
      await database.close();
    }
  },
};
