import {readFileSync} from "node:fs";
import type {Database} from "../database/database.ts";
import type {Question} from "../indicators/question.ts";

const sql = readFileSync(new URL("unanswered.sql", import.meta.url), "utf8");

/** Whether there were declaraties of a gemeente and not one answer to them: then no costs count yet. */
export async function isNothingAnswered(
  database: Database,
  {gemeenteCode, knownOn}: Pick<Question, "gemeenteCode" | "knownOn">,
): Promise<boolean> {
  const rows = await database.query<{soort: string}>(sql, {gemeente_code: gemeenteCode, bekend_op: knownOn});
  const kinds = new Set(rows.map(({soort}) => soort));
  return kinds.has("323") && !kinds.has("325");
}
