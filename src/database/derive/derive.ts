import {readFileSync} from "node:fs";
import type {Database} from "../database.ts";
import {chooseLines, type LookedBack, lookBack, type Scope} from "../look-back/look-back.ts";
import {countProcess} from "../process/count-process.ts";

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

const everything: Scope = {leveringNummer: null, extent: "alles"};

/** Those that follow from `kostenregel` and `hulp` alone. */
const lastTables = derivedTables.slice(derivedTables.indexOf("hulp") + 1);

/**
 * Makes the derived tables again from what was delivered, and judges by the rules what is asked.
 *
 * Until all is done the tables count as behind, and whoever opens the database makes them again.
 *
 * @param scope  what is judged again by the rules; the outcome is that of all when the rest was judged before
 */
export async function derive(database: Database, scope: Scope = everything): Promise<LookedBack> {
  // Committed first: DuckDB plans badly with rows that are not, and looking back joins all of them.
  await deriveTables(database);
  await chooseLines(database, scope);
  return database.transaction(async () => {
    const lookedBack = await lookBack(database, scope);
    await countProcess(database);
    await database.execute(
      `update gegevens_stand set afgeleid_van = data_versie, data_datum = (select max(dagtekening) from bericht)`,
    );
    return lookedBack;
  });
}

/** Makes the tables alone, for who asks nothing of the rules. */
export async function deriveTables(database: Database): Promise<void> {
  await database.transaction(() => makeAgain(database, derivedTables));
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
