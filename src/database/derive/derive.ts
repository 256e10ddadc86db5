import {readdirSync, readFileSync} from "node:fs";
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

/** What the controles of gebrek/ share. */
const beforeGebrek = ["tarief", "toewijzing_waarde", "declaratiestand"] as const;

/** Those that follow from `kostenregel` and `hulp` alone. */
const lastTables = derivedTables.slice(derivedTables.indexOf("hulp") + 1);

/** Makes the derived tables again from what was delivered: all of them, or none. */
export async function derive(database: Database): Promise<void> {
  await database.transaction(async () => {
    await makeAgain(database, derivedTables);
    await makeGebrekAgain(database);
    await database.execute(
      `update gegevens_stand set afgeleid_van = data_versie, data_datum = (select max(dagtekening) from bericht)`,
    );
  });
}

/** Makes again what follows from `kostenregel` and `hulp`, for who wrote rows of those by hand. */
export async function deriveLast(database: Database): Promise<void> {
  await database.transaction(() => makeAgain(database, lastTables));
}

/** Looks again for what is wrong in the data, for who wrote derived rows by hand. */
export async function deriveGebrek(database: Database): Promise<void> {
  await database.transaction(() => makeGebrekAgain(database));
}

async function makeGebrekAgain(database: Database): Promise<void> {
  await makeAgain(database, beforeGebrek);
  await database.execute("delete from gebrek");
  for (const name of controleNames()) await database.execute(readSql(`gebrek/${name}`));
}

/** The controles there are: each is a file of gebrek/. */
export function controleNames(): string[] {
  const files = readdirSync(new URL("./gebrek/", import.meta.url));
  return files
    .filter((file) => file.endsWith(".sql"))
    .map((file) => file.slice(0, -".sql".length))
    .sort();
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
