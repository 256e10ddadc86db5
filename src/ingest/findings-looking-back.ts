import {readFileSync} from "node:fs";
import type {Database} from "../database/database.ts";
import type {Soort} from "../standards/istandaarden/messages.ts";
import {findingText, linePath} from "../standards/istandaarden/rules/finding-text.ts";
import type {LaterFindings} from "./duplicates.ts";

const sql = readFileSync(new URL("./findings-looking-back.sql", import.meta.url), "utf8");

type FindingRow = {
  naam: string;
  sha256: string;
  toestand: string;
  identificatie: string;
  soort: Soort;
  regel_nummer: number;
  regel: string;
  niveau: 3 | 4;
  retourcode: string | null;
  ernst: "fout" | "waarschuwing";
};

/** What looking back found of the Berichten of a Levering (null: of all), as a command reports it. */
export async function findingsLookingBack(database: Database, leveringNummer: number | null): Promise<LaterFindings> {
  const rows = await database.query<FindingRow>(sql, {levering: leveringNummer});
  const findings = rows.map(({naam, identificatie, soort, regel_nummer, regel, niveau, retourcode, ernst}) => ({
    bestand: naam,
    bericht: identificatie,
    niveau,
    regel,
    retourcode,
    pad: linePath(soort, regel_nummer),
    ernst,
    tekst: findingText(regel, soort, regel_nummer, ernst),
  }));
  // A check names each place where a file stands, and counts what is in it once.
  const clean = rows.filter(({toestand}) => toestand === "ingenomen").map(({sha256}) => sha256);
  return {findings, wereClean: new Set(clean).size};
}
