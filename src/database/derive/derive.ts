import {readFileSync} from "node:fs";
import type {Database} from "../database.ts";

// Each follows from the deliveries and from those before it.
const derivedTables = [
  "geldig_bericht",
  "persoon",
  "toewijzing",
  "melding",
  "kostenregel",
  "hulp",
  "traject",
  "eerste_start",
  "zorg_zonder_hulp",
] as const;

/** Those that follow from `kostenregel` and `hulp` alone. */
const lastTables = derivedTables.slice(derivedTables.indexOf("hulp") + 1);

/** Makes the derived tables again from what was delivered: all of them, or none. */
export async function derive(database: Database): Promise<void> {
  await database.transaction(async () => {
    await makeAgain(database, derivedTables);
    await database.execute(
      `update gegevens_stand
       set afgeleid_van = data_versie,
         data_datum = (
           select max(day) from (
             select max(dagtekening) as day from bericht
             union all
             select max(peildatum) from tabel_export where soort <> 'kosten'
           ) as newest
         )`,
    );
  });
}

/** Makes again what follows from `kostenregel` and `hulp`, for who wrote rows of those by hand. */
export async function deriveLast(database: Database): Promise<void> {
  await database.transaction(() => makeAgain(database, lastTables));
}

async function makeAgain(database: Database, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    await database.execute(`delete from ${table}`);
    await database.execute(readSql(table));
  }
}

function readSql(table: string): string {
  return readFileSync(new URL(`./${table}.sql`, import.meta.url), "utf8");
}
