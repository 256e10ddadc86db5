import {readFileSync} from "node:fs";
import type {Reader} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {readDataState} from "../../database/derive/state.ts";
import {firstDay, type IsoDate, lastDay, type Month} from "../../standards/calendar.ts";
import {once} from "../answers.ts";
import {type DisclosedCount, discloseCounts} from "../disclose-counts.ts";
import {ownAanbieders} from "../scope.ts";

export interface BurdenQuestion {
  readonly gemeenteCode: string;
  readonly from: Month;
  readonly to: Month; // inclusive
  readonly wet: string | null;
  readonly knownOn: IsoDate;
}

/** What one aanbieder sent, and what of it had to be done twice. */
export interface Burden {
  readonly aanbieder: string;
  readonly berichten: number;
  readonly declaraties: number;
  /** Starts and stops. */
  readonly meldingen: number;
  readonly verzoeken: number;
  readonly lines: number;
  /** Starts and stops taken back, and lines credited. */
  readonly corrections: number;
  readonly refusedBerichten: number;
  readonly refusedLines: number;
  /** Clients for whom it claimed. */
  readonly persons: number;
}

const counts = [
  "berichten",
  "declaraties",
  "meldingen",
  "verzoeken",
  "lines",
  "corrections",
  "refusedBerichten",
  "refusedLines",
  "persons",
] as const;

export type DisclosedBurden = DisclosedCount<Burden, (typeof counts)[number]>;

const sql = readFileSync(new URL("burden.sql", import.meta.url), "utf8");

/**
 * The work of the messages, per aanbieder, by the date of the Bericht; the most Berichten first, what is hidden last.
 *
 * @throws UserError  the reader may not ask about this gemeente; nothing was counted
 */
export async function readBurden(
  database: Database,
  question: BurdenQuestion,
  reader: Reader,
): Promise<readonly DisclosedBurden[]> {
  const own = await ownAanbieders(database, question, reader, "Lasten");
  const {dataVersion} = await readDataState(database);
  const rows = await once(database, ["burden", dataVersion, question], () =>
    database.query(sql, {
      gemeente_code: question.gemeenteCode,
      bekend_op: question.knownOn,
      van: firstDay(question.from),
      tot: lastDay(question.to),
      wet: question.wet ?? "",
    }),
  );
  const seen = rows.filter(({aanbieder}) => own === null || own.includes(String(aanbieder)));
  const burdens = seen.map(
    (row): Burden => ({
      aanbieder: String(row.aanbieder),
      berichten: Number(row.berichten),
      declaraties: Number(row.declaraties),
      meldingen: Number(row.meldingen),
      verzoeken: Number(row.verzoeken),
      lines: Number(row.regels),
      corrections: Number(row.correcties),
      refusedBerichten: Number(row.geweigerde_berichten),
      refusedLines: Number(row.afgekeurde_regels),
      persons: Number(row.personen),
    }),
  );
  // Sorted by what is shown: its place among others would tell what is hidden.
  return [...discloseCounts(burdens, {money: [], counts}, reader, "told")].sort(
    (a, b) => (b.berichten ?? -1) - (a.berichten ?? -1) || (a.aanbieder < b.aanbieder ? -1 : 1),
  );
}
