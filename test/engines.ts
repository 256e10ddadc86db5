import type {Database} from "../src/database/database.ts";
import {deriveLast} from "../src/database/derive/derive.ts";
import {openDuckDb} from "../src/database/duckdb.ts";
import {migrate} from "../src/database/migrate.ts";
import {postgresDatabase} from "../src/database/postgres.ts";
import {readTable} from "./fixture-table.ts";
import {closeAtEnd} from "./opened-databases.ts";
import {pgliteClient} from "./pglite.ts";
import {appendRows, columnsOf} from "./table-columns.ts";

/** `describe.each(engines)("… on %s", (engine) => …)` */
export const engines = ["duckdb", "postgres"] as const;

export type Engine = (typeof engines)[number];

/** A database with the whole schema and nothing in it. The test need not close it. */
export async function emptyDatabase(engine: Engine): Promise<Database> {
  const database =
    engine === "duckdb" ? await openDuckDb(":memory:", {threads: 1}) : postgresDatabase(await pgliteClient());
  closeAtEnd(database);
  await migrate(database);
  return database;
}

/**
 * A database with the whole schema and these rows.
 *
 * Each table is text: a line of column names, then a line for each row, with `|` between the cells. An empty cell, and
 * a column that is left out, is null; where the schema allows no null it has the default of `table-columns.ts`. The
 * empty text is written `''`.
 */
export async function databaseWith(engine: Engine, tables: Readonly<Record<string, string>>): Promise<Database> {
  const database = await emptyDatabase(engine);
  for (const [table, text] of Object.entries(tables)) await insertRows(database, table, text);
  return database;
}

/** Adds rows, written as `databaseWith` takes them. The one row of gegevens_stand is replaced; what follows from hulp and
 * kostenregel is derived. */
export async function insertRows(database: Database, table: string, text: string): Promise<void> {
  if (table === "gegevens_stand") await database.execute("delete from gegevens_stand");
  const columns = await columnsOf(database, table);
  const types = Object.fromEntries(columns.map(({name, type}) => [name, type]));
  await appendRows(database, table, readTable(table, text, types));
  if (table === "hulp" || table === "kostenregel") await deriveLast(database);
}
