import {readFileSync} from "node:fs";
import type {Database} from "../../database/database.ts";
import type {Release} from "../../standards/istandaarden/release.ts";
import {findRule} from "../../standards/istandaarden/rules/rules.ts";

/** A line of a Bericht that breaks a rule of niveau 3. */
export interface BrokenLine {
  readonly rule: string;
  readonly gemeenteCode: string;
  readonly berichtId: bigint;
  /** As the tables number the lines of a Bericht; 0: the Bericht itself. */
  readonly regel: number;
}

const queries = [
  "claims-beside-toewijzing",
  "claims-beside-earlier",
  "answers-beside-verzoek",
  "start-stop-beside-earlier",
  "toewijzing-beside-earlier",
].map((name) => readFileSync(new URL(`./${name}.sql`, import.meta.url), "utf8"));

type BrokenRow = {
  gemeente_code: string;
  bericht_id: number | bigint;
  regel: number;
  release: Release;
  rule: string;
};

/**
 * Judges Berichten by what was known before them, on their own Dagtekening: the order of arrival means nothing.
 *
 * Needs the derived tables.
 *
 * @param leveringNummer  judges the Berichten of one Levering; null: of all
 */
export async function lookBack(database: Database, leveringNummer: number | null): Promise<BrokenLine[]> {
  const found: BrokenLine[] = [];
  for (const sql of queries) {
    for (const row of await database.query<BrokenRow>(sql, {levering: leveringNummer})) {
      if (row.release < findRule(row.rule)!.since) continue;
      const {gemeente_code: gemeenteCode, bericht_id, regel, rule} = row;
      found.push({rule, gemeenteCode, berichtId: BigInt(bericht_id), regel});
    }
  }
  return found;
}
