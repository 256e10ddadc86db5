import {readFileSync} from "node:fs";
import type {Database} from "../../database/database.ts";
import {forgetDerived} from "../../database/derive/derive.ts";

const overlapSql = readFileSync(new URL("./overlap.sql", import.meta.url), "utf8");

type OverlapRow = {
  tabel: "toewijzing_versie" | "start" | "stop" | "prestatie";
  gemeente_code: string;
  bericht_id: number | bigint;
  regel: number;
  soort: string;
  sha256: string;
};

export interface Overlap {
  readonly gemeenteCode: string;
  readonly sha256: string;
  readonly soort: string;
  readonly count: number;
}

/**
 * Takes the rows of tables away that Berichten tell too: the messages win, and nothing counts twice.
 *
 * Berichten are never taken back, so what is dropped here stays dropped, whichever came first. To be called in a
 * transaction.
 */
export async function dropOverlap(database: Database): Promise<Overlap[]> {
  const [table] = await database.query("select 1 as een from tabel_bericht limit 1");
  if (table === undefined) return [];
  const rows = await database.query<OverlapRow>(overlapSql);
  if (rows.length > 0) await forgetDerived(database);
  for (const name of ["toewijzing_versie", "start", "stop", "prestatie"] as const) {
    const own = rows.filter((row) => row.tabel === name);
    if (own.length > 0) await dropRows(database, name, own);
  }
  const byFile = Map.groupBy(rows, ({gemeente_code, sha256, soort}) => `${gemeente_code} ${sha256} ${soort}`);
  return [...byFile.values()].map((own) => {
    const [{gemeente_code, sha256, soort}] = own as [OverlapRow];
    return {gemeenteCode: gemeente_code, sha256, soort, count: own.length};
  });
}

const rowsAtOnce = 500;

async function dropRows(database: Database, table: OverlapRow["tabel"], rows: readonly OverlapRow[]): Promise<void> {
  for (const [gemeenteCode, own] of Map.groupBy(rows, (row) => row.gemeente_code)) {
    for (let at = 0; at < own.length; at += rowsAtOnce) {
      const pairs = own.slice(at, at + rowsAtOnce).map(({bericht_id, regel}) => `(${bericht_id}, ${regel})`);
      await database.execute(
        `delete from ${table} where gemeente_code = $gemeente_code and (bericht_id, regel) in (${pairs.join(", ")})`,
        {gemeente_code: gemeenteCode},
      );
    }
  }
}
