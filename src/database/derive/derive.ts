import {readFileSync} from "node:fs";
import type {Database} from "../database.ts";

// Each follows from the deliveries and from those before it.
const derivedTables = ["geldig_bericht", "toewijzing", "melding", "kostenregel", "hulp"] as const;

/** Makes the derived tables again from what was delivered: all of them, or none. */
export async function derive(database: Database): Promise<void> {
  await database.transaction(async () => {
    for (const table of derivedTables) {
      await database.execute(`delete from ${table}`);
      await database.execute(readSql(table));
    }
    await database.execute(
      `update gegevens_stand set afgeleid_van = data_versie, data_datum = (select max(dagtekening) from bericht)`,
    );
  });
}

function readSql(table: string): string {
  return readFileSync(new URL(`./${table}.sql`, import.meta.url), "utf8");
}
