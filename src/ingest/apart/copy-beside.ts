import {readFileSync} from "node:fs";
import type {Database} from "../../database/database.ts";
import {attached} from "../../database/snapshot.ts";
import type {DeliveredTable} from "../../database/tables.ts";

/** What is known of a client. */
const lineTables = ["toewijzing_versie", "start", "stop", "prestatie"] as const satisfies readonly DeliveredTable[];

/** Few rows for each Bericht, and whether a line counts hangs on them. Berichten come last: they say what is there. */
const wholeTables = [
  "verzoek",
  "antwoord",
  "retour",
  "declaratie",
  "declaratie_antwoord",
  "prestatie_antwoord",
  "tabel_bericht",
  "bericht",
] as const;

/**
 * Puts beside a delivery what the rules look back at: all that is known of whom it has to do with.
 *
 * Of the rest of the clients there is nothing, so a delivery of a day is judged as fast as it is small.
 *
 * @param file  a database with the schema that holds the delivery alone, and that nobody has open
 */
export async function copyBeside(known: Database, file: string): Promise<void> {
  await attached(known, file, "apart", () =>
    known.transaction(async () => {
      await known.execute(readSql("left-out"));
      await known.execute(readSql("clients"));
      for (let before = -1, count = await countClients(known); count > before; count = await countClients(known)) {
        before = count;
        await known.execute(readSql("fellow-clients"));
      }
      await known.execute(readSql("claim-lines"));
      for (const table of lineTables) await known.execute(`${copyOf(table)} and ${isTouched}`);
      for (const table of wholeTables) await known.execute(copyOf(table));
    }),
  );
}

const isTouched = `exists (
  select 1
  from apart.geraakt_client as touched
  where touched.gemeente_code = known.gemeente_code
    and touched.client = known.client
)`;

function copyOf(table: string): string {
  return `
    insert into apart.${table}
    select known.*
    from ${table} as known
    where not exists (
      select 1
      from apart.geraakt_bericht as left_out
      where left_out.gemeente_code = known.gemeente_code
        and left_out.bericht_id = known.bericht_id
    )`;
}

async function countClients(known: Database): Promise<number> {
  const [row] = await known.query<{count: number}>(
    "select cast(count(*) as bigint) as count from apart.geraakt_client",
  );
  return row!.count;
}

function readSql(name: string): string {
  return readFileSync(new URL(`./${name}.sql`, import.meta.url), "utf8");
}
