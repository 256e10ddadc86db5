import {existsSync} from "node:fs";
import type {Database} from "../../database/database.ts";
import {toMoment} from "../../database/moment.ts";

/** A copy that was made: what is erased here still stands in it. */
export interface MadeBackup {
  readonly op: string;
  readonly bestand: string;
  readonly bytes: number;
  /** Whether it is still where it was made, as far as this machine can see. */
  readonly isThere: boolean;
}

export async function noteBackup(
  database: Database,
  {file, bytes, hasKeys}: {file: string; bytes: number; hasKeys: boolean},
  now: Date,
): Promise<void> {
  await database.execute(
    `insert into reservekopie (op, bestand, bytes, met_sleutels)
     values (cast($op as timestamp), $file, $bytes, $hasKeys)`,
    {op: toMoment(now), file, bytes, hasKeys},
  );
}

export async function listBackups(database: Database): Promise<MadeBackup[]> {
  const rows = await database.query<{op: string; bestand: string; bytes: number}>(
    "select op, bestand, bytes from reservekopie order by op, bestand",
  );
  return rows.map((row) => ({...row, isThere: existsSync(row.bestand)}));
}
