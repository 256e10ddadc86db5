import {UserError} from "../errors.ts";
import type {Database} from "./database.ts";

let copies = 0;

/**
 * Writes all that is committed now in a database file of its own, while others read and wait to write.
 *
 * @param file    does not exist yet
 * @param beside  is asked in the same transaction, so what it sees is what the file holds
 */
export async function copyDatabase<T>(database: Database, file: string, beside: () => Promise<T>): Promise<T> {
  if (database.engine !== "duckdb") {
    throw new UserError("Deze database staat op een server. Maak een kopie met pg_dump, en bewaar het archief apart.");
  }
  // Known to every connection while it is attached, so two copies at a time need two names.
  const copy = `kopie_${++copies}`;
  return attached(database, file, copy, () =>
    database.transaction(async () => {
      const [row] = await database.query<{naam: string}>("select current_database() as naam");
      await database.execute(`copy from database "${row?.naam.replaceAll('"', '""')}" to ${copy}`);
      return beside();
    }),
  );
}

/**
 * Has `work` see a database file beside its own, as a schema with this name. DuckDB alone can.
 *
 * @param name  is in use once at a time
 */
export async function attached<T>(database: Database, file: string, name: string, work: () => Promise<T>): Promise<T> {
  await database.execute(`attach '${file.replaceAll("'", "''")}' as ${name}`);
  try {
    return await work();
  } finally {
    await database.execute(`detach ${name}`);
  }
}
