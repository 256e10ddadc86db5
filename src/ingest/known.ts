import type {Database} from "../database/database.ts";
import {Claims} from "./workers/claims.ts";
import type {DoorSettings, Seen} from "./workers/protocol.ts";

/** What the database has seen, in tables that the threads share and that have room for `more` files. */
export async function loadSeen(database: Database, more: number): Promise<Record<keyof Seen, SharedArrayBuffer>> {
  const [count] = await database.query<{bestanden: number; berichten: number}>(
    "select (select cast(count(*) as bigint) from bestand) + (select cast(count(*) as bigint) from gewist_bestand) as bestanden, (select cast(count(*) as bigint) from bericht) as berichten",
  );
  const files = new Claims((count?.bestanden ?? 0) + more);
  const refusedFiles = new Claims(count?.bestanden ?? 0);
  const berichten = new Claims((count?.berichten ?? 0) + more);
  await loadFiles(database, "bestand", "toestand <> 'geweigerd'", files);
  await loadFiles(database, "bestand", "toestand = 'geweigerd'", refusedFiles);
  // What was erased does not come back by being delivered again.
  await loadFiles(database, "gewist_bestand", "true", files);
  await loadBerichten(database, berichten);
  return {files: files.memory, refusedFiles: refusedFiles.memory, berichten: berichten.memory};
}

// One long text for each first byte: a row for each file would cost more than reading the files again.
async function loadFiles(database: Database, table: string, condition: string, claims: Claims): Promise<void> {
  const groups = await database.query<{begins: string}>(
    `select string_agg(substr(sha256, 1, 32), '') as begins
     from ${table} where ${condition} group by substr(sha256, 1, 2)`,
  );
  for (const {begins} of groups) {
    const bytes = Buffer.from(begins, "hex");
    for (let at = 0; at < bytes.length; at += 16)
      claims.claim(bytes.readBigUInt64BE(at), bytes.readBigUInt64BE(at + 8));
  }
}

async function loadBerichten(database: Database, claims: Claims): Promise<void> {
  const groups = await database.query<{ids: string}>(
    "select string_agg(cast(bericht_id as text), ',') as ids from bericht group by bericht_id % 256",
  );
  for (const {ids} of groups) for (const id of ids.split(",")) claims.claim(BigInt(id), 0n);
}

/** What is needed at the door: of which Gemeenten Berichten are taken in, and where a postcode lies. */
export async function loadDoor(database: Database, pseudonymKey: Uint8Array): Promise<DoorSettings> {
  const gemeenten = await database.query<{gemeente_code: string}>(
    "select distinct gemeente_code from gebied where soort = 'gemeente'",
  );
  const buurten = await database.query<{postcode: string; buurt_code: string}>(
    "select postcode, buurt_code from postcode",
  );
  return {
    pseudonymKey,
    gemeenten: gemeenten.map((row) => row.gemeente_code),
    buurten: buurten.map((row) => [row.postcode, row.buurt_code]),
  };
}
