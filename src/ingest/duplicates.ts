import {readFileSync} from "node:fs";
import {columnBatch} from "../database/column-batch.ts";
import type {Database} from "../database/database.ts";
import {deliveredTables} from "../database/tables.ts";
import type {ReportedFinding} from "./result.ts";

const duplicatesSql = readFileSync(new URL("./duplicates.sql", import.meta.url), "utf8");

type DuplicateRow = {
  gemeente_code: string;
  bericht_id: number | bigint;
  identificatie: string;
  sha256: string;
  naam: string;
  toestand: string;
  levering_nummer: number;
};

export interface LaterFindings {
  readonly findings: readonly ReportedFinding[];
  /** Of those, how many Berichten of this Levering (null: of all) had no finding before. */
  readonly wereClean: number;
}

/**
 * Finds Berichten that bear the Identificatie of another (TR056), and notes it with them.
 *
 * They are kept; whoever counts takes one of each. To be called in a transaction. Looks at what is there and not at
 * the order of arrival, so that a delivery in pieces ends the same.
 */
export async function markDuplicates(database: Database, leveringNummer: number | null): Promise<LaterFindings> {
  const rows = await database.query<DuplicateRow>(duplicatesSql);
  if (rows.length === 0) return {findings: [], wereClean: 0};
  const findings = rows.map(findingOf);
  const bevindingen = rows.map((row, index) => bevindingOf(row, findings[index]!));
  await database.append(columnBatch("bevinding", deliveredTables.bevinding, bevindingen));
  for (const {sha256} of rows) {
    await database.execute("update bestand set toestand = 'bevindingen' where sha256 = $sha256", {sha256});
    await database.execute("update bericht set toestand = 'bevindingen' where sha256 = $sha256", {sha256});
  }
  const mine = rows.filter((row) => leveringNummer === null || row.levering_nummer === leveringNummer);
  return {findings, wereClean: mine.filter(({toestand}) => toestand === "ingenomen").length};
}

function findingOf({identificatie, naam}: DuplicateRow): ReportedFinding {
  return {
    bestand: naam,
    bericht: identificatie,
    niveau: 3,
    regel: "TR056",
    retourcode: "9056",
    pad: "Bericht/Header",
    ernst: "fout",
    tekst:
      "Een ander Bericht van deze afzender heeft dezelfde Identificatie; dit telt niet mee. Vraag om een nieuw nummer.",
  };
}

function bevindingOf(row: DuplicateRow, finding: ReportedFinding) {
  const {niveau, regel, retourcode, pad, ernst, tekst} = finding;
  const {gemeente_code, bericht_id, sha256, levering_nummer} = row;
  const volgnummer = 1000; // after those of the Bericht itself
  return {gemeente_code, bericht_id, sha256, levering_nummer, volgnummer, niveau, regel, retourcode, pad, ernst, tekst};
}
