import {noteVerification, verifyArchive} from "../ingest/verify/verify.ts";
import {formatNumber} from "../reports/format.ts";
import {atOnce, type Command} from "./command.ts";

export const verify: Command = {
  name: "verify",
  summary: "Controleert of archief en database elkaar dekken, bestand voor bestand.",
  usage: "verify [--json] [--data MAP]",
  options: {json: {type: "boolean"}},
  usesDatabase: true,
  async run({values, dataFolder, output, now, openDatabase, inTurn = atOnce}) {
    const database = await openDatabase({memoryLimitMb: 400});
    try {
      const {bestanden, berichten, blokken, verschillen} = await inTurn("Opdracht 'verify'", async () => {
        const startedAt = performance.now();
        const result = await verifyArchive(database, dataFolder, process.env);
        await noteVerification(database, result, (performance.now() - startedAt) / 1000, now());
        return result;
      });
      if (values.json === true) output.write(`${JSON.stringify({bestanden, berichten, blokken, verschillen})}\n`);
      else {
        for (const line of verschillen) output.write(`${line}\n`);
        const counts = `${formatNumber(bestanden)} bestanden en ${formatNumber(berichten)} berichten gecontroleerd`;
        output.write(verschillen.length === 0 ? `${counts}: alles klopt.\n` : `${counts}.\n`);
      }
      return verschillen.length === 0 ? 0 : 1;
    } finally {
      await database.close();
    }
  },
};
