import {readFileSync} from "node:fs";
import type {Database} from "../../database/database.ts";

const sql = readFileSync(new URL("receipts.sql", import.meta.url), "utf8");

/** One delivery, as it is listed. Counts are null while they are not known: it runs, or was broken off. */
export interface ReceiptLine {
  readonly number: number;
  readonly leveringNummer: number | null;
  readonly way: string;
  readonly bron: string;
  readonly begonnenOp: string;
  readonly state: ReceiptState;
  readonly seconds: number | null;
  readonly files: number | null;
  readonly berichten: number | null;
  readonly takenIn: number | null;
  readonly withFindings: number | null;
  readonly refused: number | null;
  readonly known: number | null;
  readonly skipped: number | null;
}

export type ReceiptState = "bezig" | "afgebroken" | "ingenomen" | "bevindingen" | "geweigerd" | "niets nieuws";

export type ReceiptRow = {
  ontvangst_nummer: number;
  levering_nummer: number | null;
  herkomst: string;
  door: string | null;
  bron: string;
  begonnen_op: string;
  klaar_op: string | null;
  seconden: number | null;
  bestanden: number | null;
  berichten: number | null;
  ingenomen: number | null;
  met_bevindingen: number | null;
  geweigerd: number | null;
  al_aanwezig: number | null;
  overgeslagen: number | null;
};

/**
 * The deliveries, newest first.
 *
 * @param busySince  when what runs now began, null when nothing does: a delivery that is open since is not broken off
 */
export async function listReceipts(
  database: Database,
  busySince: Date | null,
  {offset, limit}: {readonly offset: number; readonly limit: number},
): Promise<ReceiptLine[]> {
  const rows = await database.query<ReceiptRow>(sql, {offset, limit});
  return rows.map((row) => receiptLine(row, busySince));
}

export function receiptLine(row: ReceiptRow, busySince: Date | null): ReceiptLine {
  return {
    number: row.ontvangst_nummer,
    leveringNummer: row.levering_nummer,
    way: wayOf(row),
    bron: row.bron,
    begonnenOp: row.begonnen_op,
    state: stateOf(row, busySince),
    seconds: row.seconden,
    files: row.bestanden,
    berichten: row.berichten,
    takenIn: row.ingenomen,
    withFindings: row.met_bevindingen,
    refused: row.geweigerd,
    known: row.al_aanwezig,
    skipped: row.overgeslagen,
  };
}

export async function countReceipts(database: Database): Promise<number> {
  const [row] = await database.query<{aantal: number}>("select cast(count(*) as integer) as aantal from ontvangst");
  return row?.aantal ?? 0;
}

function wayOf({herkomst, door}: ReceiptRow): string {
  switch (herkomst) {
    case "opdracht":
      return "Opdracht 'import'";
    case "inbox":
      return "Inbox";
    case "upload":
      return `Upload door ${door ?? "onbekend"}`;
    case "api":
      return `API, token '${door ?? "onbekend"}'`;
    default:
      return "Niet genoteerd";
  }
}

function stateOf(row: ReceiptRow, busySince: Date | null): ReceiptState {
  if (row.klaar_op === null && row.herkomst !== "onbekend") return isOpenSince(row, busySince) ? "bezig" : "afgebroken";
  const takenIn = (row.ingenomen ?? 0) + (row.met_bevindingen ?? 0);
  const refused = row.geweigerd ?? 0;
  if (refused > 0 && takenIn === 0) return "geweigerd";
  if (refused > 0 || (row.met_bevindingen ?? 0) > 0) return "bevindingen";
  return takenIn > 0 ? "ingenomen" : "niets nieuws";
}

// The database keeps whole seconds.
function isOpenSince({begonnen_op}: ReceiptRow, busySince: Date | null): boolean {
  return busySince !== null && begonnen_op >= busySince.toISOString().slice(0, 19).replace("T", " ");
}
