import {readFileSync} from "node:fs";
import type {Reader} from "../../access/reader.ts";
import {checkRight, isNarrowed} from "../../analysis/scope.ts";
import type {Database} from "../../database/database.ts";
import type {referenceTables} from "../../database/reference-tables.ts";

/** A file that we ask beside the messages: from whom, and what would be missing without it. */
export interface AskedFile {
  readonly file: string;
  readonly owner: "gemeente" | "aanbieder" | "openbaar";
  readonly usedFor: string;
  /** null: of the whole gemeente, and the reader may see a part of it. */
  readonly rows: number | null;
}

type ReferenceTable = keyof typeof referenceTables;

// Every reference table stands here: a file that nobody uses is a burden without a reason.
const uses: Readonly<Record<ReferenceTable, {readonly owner: AskedFile["owner"]; readonly usedFor: string}>> = {
  gebied: {owner: "openbaar", usedFor: "Namen en grenzen van wijken en buurten."},
  bevolking: {owner: "openbaar", usedFor: "Elk cijfer per inwoner."},
  gebied_kenmerk: {owner: "openbaar", usedFor: "Vergelijken van wijken die op elkaar lijken."},
  postcode: {owner: "openbaar", usedFor: "De buurt bij het adres in een toewijzing."},
  aanbieder: {owner: "gemeente", usedFor: "Namen van aanbieders, en wie samenging met wie."},
  product: {owner: "gemeente", usedFor: "Soorten hulp en taakvelden. Zonder dit bestand is er geen aansluiting."},
  contract: {owner: "gemeente", usedFor: "Plafonds, en welk tarief bij wie hoort."},
  contract_tarief: {owner: "gemeente", usedFor: "Verzilvering, en regels met een ander tarief."},
  team: {owner: "gemeente", usedFor: "Verdeling per wijkteam."},
  team_wijk: {owner: "gemeente", usedFor: "Verdeling per wijkteam."},
  begroting: {owner: "gemeente", usedFor: "Kosten naast begroting."},
  grootboek: {owner: "gemeente", usedFor: "Aansluiting van berichten en grootboek."},
  overige_kosten: {owner: "gemeente", usedFor: "Kosten totaal, en welk deel van het veld een cijfer dekt."},
  verwijzer: {owner: "gemeente", usedFor: "Namen van praktijken die verwijzen."},
  uitkomst: {owner: "gemeente", usedFor: "Resultaat naast kosten: nut, doelen en tevredenheid."},
  wachtlijst: {owner: "gemeente", usedFor: "Wie nu wacht, en hoe lang."},
  voorliggend: {owner: "gemeente", usedFor: "Wat er in een wijk is zonder verwijzing."},
};

const sql = readFileSync(new URL("asked-files.sql", import.meta.url), "utf8");

/** What is asked beside the messages and whether it was given, in the order in which it is described. */
export async function readAskedFiles(
  database: Database,
  gemeenteCode: string,
  reader: Reader,
): Promise<readonly AskedFile[]> {
  checkRight(reader, gemeenteCode);
  if (isNarrowed(reader)) return Object.entries(uses).map(([file, use]) => ({file, ...use, rows: null}));
  const rows = await database.query(sql, {gemeente_code: gemeenteCode});
  const counts = new Map(rows.map((row) => [String(row.bestand), Number(row.rijen)]));
  return Object.entries(uses).map(([file, use]) => ({file, ...use, rows: counts.get(file) ?? 0}));
}
