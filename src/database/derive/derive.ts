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
] as const;

/** The derived tables that follow from `hulp` alone. */
const ofHulp = ["traject", "eerste_start"] as const;

/** Makes the derived tables again from what was delivered: all of them, or none. */
export async function derive(database: Database): Promise<void> {
  await database.transaction(async () => {
    await makeAgain(database, derivedTables);
    await database.execute(
      `update gegevens_stand set afgeleid_van = data_versie, data_datum = (select max(dagtekening) from bericht)`,
    );
  });
}

/** Makes again what follows from `hulp`, for who wrote `hulp` by hand. */
export async function deriveFromHulp(database: Database): Promise<void> {
  await database.transaction(() => makeAgain(database, ofHulp));
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
