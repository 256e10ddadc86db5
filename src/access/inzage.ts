import type {Database} from "../database/database.ts";
import type {Reader} from "./reader.ts";

/** Notes that a reader looked at a delivered file as it came: when, who and which; never what stands in it. */
export async function noteInzage(
  database: Database,
  reader: Reader,
  wat: string,
  sha256: string,
  now: Date,
): Promise<void> {
  await database.execute(
    "insert into inzage (op, wie, wat, sha256) values (cast($op as timestamp), $wie, $wat, $sha256)",
    {op: now.toISOString().slice(0, 19).replace("T", " "), wie: reader.name, wat, sha256},
  );
}
