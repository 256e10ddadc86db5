import {readFileSync} from "node:fs";
import {basename} from "node:path";
import {mayRead, type Reader} from "../../access/reader.ts";
import {isNarrowed} from "../../analysis/scope.ts";
import type {Database} from "../../database/database.ts";
import {type ReferenceTable, referenceTables} from "../../database/reference-tables.ts";
import type {IsoDate} from "../../standards/calendar.ts";

/** What a reference table holds for one Gemeente. */
export interface Filled {
  readonly gemeenteCode: string;
  readonly table: ReferenceTable;
  readonly rows: number;
  /** The file it came from and when; null: it came before this was kept. */
  readonly source: {readonly name: string; readonly day: IsoDate} | null;
}

const sourcesSql = readFileSync(new URL("./sources-of-tables.sql", import.meta.url), "utf8");

const countsSql = Object.keys(referenceTables)
  .map(
    (table) =>
      `select '${table}' as tabel, gemeente_code, cast(count(*) as bigint) as rijen from ${table} group by gemeente_code`,
  )
  .join("\nunion all\n");

/** How far the reference tables are filled, for the Gemeenten that the reader may see; nothing for who sees a part of one. */
export async function readFilled(database: Database, reader: Reader): Promise<Filled[]> {
  if (isNarrowed(reader)) return [];
  const counts = await database.query<{tabel: ReferenceTable; gemeente_code: string; rijen: number | bigint}>(
    countsSql,
  );
  const sources = await database.query<{gemeente_code: string; tabel: string; naam: string; dag: string}>(sourcesSql);
  const byTable = new Map(sources.map((row) => [`${row.gemeente_code} ${row.tabel}`, row]));
  return counts
    .filter(({gemeente_code}) => mayRead(reader, gemeente_code))
    .map(({tabel, gemeente_code, rijen}) => {
      const source = byTable.get(`${gemeente_code} ${tabel}`);
      return {
        gemeenteCode: gemeente_code,
        table: tabel,
        rows: Number(rijen),
        source: source === undefined ? null : {name: basename(source.naam), day: source.dag},
      };
    })
    .sort((a, b) => (a.gemeenteCode < b.gemeenteCode ? -1 : a.gemeenteCode > b.gemeenteCode ? 1 : 0));
}
