import {readFileSync} from "node:fs";
import type {Reader} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {readDataState} from "../../database/derive/state.ts";
import type {IsoDate} from "../../standards/calendar.ts";
import {once} from "../answers.ts";
import {ownAanbieders, ownParameter} from "../scope.ts";

/** Products and prices of one year beside those of the year before. Codes and contracts, no people. */
export interface CodeChanges {
  readonly wet: string;
  readonly year: number;
  /** Product codes that were claimed and not refused. */
  readonly codes: number;
  /** Of those, not claimed in the year before. */
  readonly added: number;
  /** Of the new ones, those that replace another by the product list. */
  readonly replacing: number;
  /** Of all, those that the product list does not know. */
  readonly unmapped: number;
  readonly prices: number;
  readonly changedPrices: number;
  /** Decided after the day on which they began. */
  readonly latePrices: number;
  /** Mean of new price over old; null: none can be compared. */
  readonly priceRatio: number | null;
}

const sql = readFileSync(new URL("code-changes.sql", import.meta.url), "utf8");

/**
 * What changed in products and prices, year by year, the newest first.
 *
 * @throws UserError  the reader may not ask about this gemeente; nothing was counted
 */
export async function readCodeChanges(
  database: Database,
  {gemeenteCode, knownOn}: {readonly gemeenteCode: string; readonly knownOn: IsoDate},
  reader: Reader,
): Promise<readonly CodeChanges[]> {
  const own = await ownAanbieders(
    database,
    {gemeenteCode, knownOn},
    reader,
    "Wat er in producten en tarieven veranderde",
  );
  const {dataVersion} = await readDataState(database);
  const rows = await once(database, ["code changes", dataVersion, gemeenteCode, knownOn, own], () =>
    database.query(sql, {gemeente_code: gemeenteCode, bekend_op: knownOn, eigen: ownParameter(own)}),
  );
  return rows.map((row) => ({
    wet: String(row.wet),
    year: Number(row.jaar),
    codes: Number(row.codes),
    added: Number(row.nieuw),
    replacing: Number(row.vervangen),
    unmapped: Number(row.zonder_indeling),
    prices: Number(row.tarieven),
    changedPrices: Number(row.gewijzigd),
    latePrices: Number(row.achteraf),
    priceRatio: row.verhouding === null ? null : Number(row.verhouding),
  }));
}
