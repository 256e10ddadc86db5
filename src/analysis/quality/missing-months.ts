import {readFileSync} from "node:fs";
import type {Reader} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {readDataState} from "../../database/derive/state.ts";
import {addMonths, type IsoDate, type Month, monthOf} from "../../standards/calendar.ts";
import {once} from "../answers.ts";
import {type DisclosedCount, discloseCounts} from "../disclose-counts.ts";
import {findHiddenAanbieders} from "../hidden-aanbieders.ts";
import {ownAanbieders} from "../scope.ts";
import {filterParameters, type ProblemFilter} from "./problem-filter.ts";

/** A month of care that an aanbieder would have claimed by now, going by what it always did. */
export interface MissingMonth {
  readonly aanbieder: string;
  readonly wet: string;
  readonly month: Month;
  readonly expectedOn: IsoDate;
  /** What it claims in an ordinary month. */
  readonly cents: number;
  readonly persons: number;
}

export type DisclosedMissingMonth = DisclosedCount<MissingMonth, "cents" | "persons">;

const sql = readFileSync(new URL("missing-months.sql", import.meta.url), "utf8");

/**
 * What has not come in, and from whom.
 *
 * @returns the newest month first
 * @throws UserError  the reader may not ask about this gemeente; nothing was counted
 */
export async function readMissingMonths(
  database: Database,
  filter: ProblemFilter,
  reader: Reader,
): Promise<readonly DisclosedMissingMonth[]> {
  const own = await ownAanbieders(database, filter, reader, "Datakwaliteit");
  const {dataVersion} = await readDataState(database);
  const rows = await once(database, ["missing months", dataVersion, filter, own], () =>
    database.query(sql, filterParameters(filter, own)),
  );
  const months = rows.map(
    (row): MissingMonth => ({
      aanbieder: String(row.aanbieder),
      wet: String(row.wet),
      month: String(row.maand),
      expectedOn: String(row.verwacht_op),
      cents: Number(row.cents),
      persons: Number(row.personen),
    }),
  );
  // What it claims in an ordinary month is what it cost over the months that this goes by.
  const last = monthOf(filter.knownOn);
  const isHidden = new Map(
    await Promise.all(
      [...new Set(months.map(({wet}) => wet))].map(
        async (wet) =>
          [
            wet,
            await findHiddenAanbieders(database, "kosten", {
              gemeenteCode: filter.gemeenteCode,
              knownOn: filter.knownOn,
              from: addMonths(last, -18),
              to: addMonths(last, -7),
              wet,
            }),
          ] as const,
      ),
    ),
  );
  return discloseCounts(months, {money: ["cents"], counts: ["persons"]}, reader, {
    tells: ({wet, aanbieder}) => isHidden.get(wet)!(aanbieder),
  });
}
