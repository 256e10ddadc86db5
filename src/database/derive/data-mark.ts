import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {columnBatch} from "../column-batch.ts";
import type {Database} from "../database.ts";

const sql = readFileSync(new URL("data-mark.sql", import.meta.url), "utf8");

/**
 * Marks the data of each gemeente: the same mark where the same was taken in, whatever the order of arrival and however
 * often the database was made again.
 */
export async function markData(database: Database): Promise<void> {
  const taken = await database.query<{gemeente_code: string; soort: string; inhoud: string}>(sql);
  const byGemeente = Map.groupBy(taken, ({gemeente_code}) => gemeente_code);
  const rows = [...byGemeente].map(([gemeente_code, own]) => {
    const lines = own.map(({soort, inhoud}) => JSON.stringify([soort, inhoud])).sort();
    const kenmerk = createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 12);
    return {gemeente_code, kenmerk};
  });
  await database.execute("delete from gegevens_kenmerk");
  if (rows.length > 0) {
    await database.append(columnBatch("gegevens_kenmerk", {gemeente_code: "text", kenmerk: "text"}, rows));
  }
}

/** Of data that an older version of the program took in there is no mark yet. */
export async function isUnmarked(database: Database): Promise<boolean> {
  const rows = await database.query(
    `select 1 as een from gegevens_stand
     where afgeleid_van > 0 and not exists (select 1 from gegevens_kenmerk)`,
  );
  return rows.length > 0;
}
