import {readFileSync} from "node:fs";
import {countWorkingDays} from "../../standards/working-days.ts";
import {columnBatch} from "../column-batch.ts";
import type {Database} from "../database.ts";
import {ruleTables} from "../rule-tables.ts";

// Before the decentralisation there were no messages; a date far away is a mistake of another kind.
const firstDay = "2014-01-01";
const lastDay = "2045-12-31";

const queries = ["terms", "missing", "corrections", "versions"].map((name) =>
  readFileSync(new URL(`./${name}.sql`, import.meta.url), "utf8"),
);

/** Counts how the rules about working together were kept. Needs the derived tables; to be called in a transaction. */
export async function countProcess(database: Database): Promise<void> {
  await fillWorkingDays(database);
  await database.execute("delete from proces_telling");
  for (const sql of queries) await database.execute(sql);
}

async function fillWorkingDays(database: Database): Promise<void> {
  const [last] = await database.query<{dag: string}>("select max(dag) as dag from werkdag");
  if (last?.dag === lastDay) return;
  await database.execute("delete from werkdag");
  const days = countWorkingDays(firstDay, lastDay).map(({day, number}) => ({dag: day, nummer: number}));
  await database.append(columnBatch("werkdag", ruleTables.werkdag, days));
}
