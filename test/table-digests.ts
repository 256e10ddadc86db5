import {createHash} from "node:crypto";
import type {Database} from "../src/database/database.ts";
import {ownTables} from "../src/database/own-tables.ts";
import {deliveredTables} from "../src/database/tables.ts";

/** What the delivered tables hold, whatever the order of arrival: number of rows and a digest of them for each. */
export async function deliveredDigests(database: Database): Promise<Record<string, string>> {
  return digestsOf(database, [...Object.keys(deliveredTables), "bestand"]);
}

/** The same of every table there is, but for the state of the data that counts commits. */
export async function allDigests(database: Database): Promise<Record<string, string>> {
  const tables = await database.query<{table_name: string}>(
    `select table_name from information_schema.tables
     where table_schema = 'main' and table_type = 'BASE TABLE' order by table_name`,
  );
  const names = tables.map((row) => row.table_name).filter((name) => !countsCommits.has(name));
  return digestsOf(database, names);
}

// Blocks are as large as the batches were; a Levering says when it was done; a data version is a number of commits. What
// an installation did itself holds the times at which it did so.
// What the last delivery touched says which that was.
const countsCommits = new Set([
  ...["archief_blok", "levering", "gegevens_stand", "geraakt_bericht", "geraakt_client"],
  ...Object.keys(ownTables),
]);

async function digestsOf(database: Database, tables: readonly string[]): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  // Numbers of persoon follow the order of arrival: whom each stands for is compared.
  const persons = await database.query<{persoon: number; client: string}>("select persoon, client from persoon");
  const clientOf = new Map(persons.map(({persoon, client}) => [persoon, client]));
  for (const table of tables) {
    const rows = await database.query(`select * from ${table}`);
    const spelled = rows
      .map(({levering_nummer, segment, blok_begin, begin_in_blok, persoon, ...row}) =>
        spell(persoon == null ? row : {...row, of: clientOf.get(Number(persoon))}),
      )
      .sort();
    digests[table] = `${rows.length} ${createHash("sha256").update(spelled.join("\n")).digest("hex")}`;
  }
  return digests;
}

function spell(row: object): string {
  return JSON.stringify(row, (_, value) => (typeof value === "bigint" ? String(value) : value));
}
