import {columnBatch} from "../../database/column-batch.ts";
import type {Database} from "../../database/database.ts";
import {toMoment} from "../../database/moment.ts";
import {ownTables} from "../../database/own-tables.ts";
import type {Changes} from "./rewrite-archive.ts";

/** Notes which files were changed, by what they were: delivered again they are known, and nobody comes back. */
export async function noteErased(
  database: Database,
  {files}: Changes,
  reden: "verzoek" | "bewaartermijn",
  now: Date,
): Promise<void> {
  const rows = [...files.keys()].map((sha256) => ({sha256, op: toMoment(now), reden}));
  if (rows.length > 0) await database.append(columnBatch("gewist_bestand", ownTables.gewist_bestand, rows));
}
