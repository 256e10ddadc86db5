import type {Database, Row} from "../src/database/database.ts";
import {derive} from "../src/database/derive/derive.ts";
import {databaseWith, type Engine} from "./engines.ts";

const berichtSoorten = {
  toewijzing_versie: "301",
  start: "305",
  stop: "307",
  verzoek: "315",
  prestatie: "323",
  declaratie_antwoord: "325",
} as const;

/**
 * A database with these delivered rows, and what is derived from them.
 *
 * A Bericht that is not given is made of its rows: it then has its bericht_id as identificatie.
 */
export async function derivedFrom(engine: Engine, tables: Readonly<Record<string, string>>): Promise<Database> {
  const database = await databaseWith(engine, tables);
  await addBerichten(database);
  await derive(database);
  return database;
}

/** Adds the Berichten that delivered rows speak of and that are not there. */
export async function addBerichten(database: Database): Promise<void> {
  for (const [table, soort] of Object.entries(berichtSoorten)) {
    await database.execute(
      `insert into bericht (
         gemeente_code, bericht_id, wet, soort, release, aanbieder, identificatie, dagtekening, sha256, levering_nummer,
         toestand
       )
       select distinct
         gemeente_code, bericht_id, wet, '${soort}', '3.2', aanbieder, cast(bericht_id as text), dagtekening, '', 1,
         'ingenomen'
       from ${table}
       where bericht_id not in (select bericht_id from bericht)`,
    );
  }
}

/** Rows of a derived table, with these columns alone, in an order that both engines share. */
export async function rowsOf(database: Database, table: string, columns: string): Promise<Row[]> {
  const rows = await database.query(`select ${columns} from ${table}`);
  return rows.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
