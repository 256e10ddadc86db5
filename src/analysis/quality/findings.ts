import {readFileSync} from "node:fs";
import type {Reader} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {readDataState} from "../../database/derive/state.ts";
import type {IsoDate, Month} from "../../standards/calendar.ts";
import {once} from "../answers.ts";
import {ownAanbieders} from "../scope.ts";
import {filterParameters, type ProblemFilter} from "./problem-filter.ts";

/** Findings of one rule in the Berichten of one kind, aanbieder and month. They are about Berichten, not about people. */
export interface FindingGroup {
  readonly rule: string;
  readonly retourcode: string | null;
  readonly severity: string;
  readonly soort: string;
  readonly aanbieder: string;
  readonly month: Month;
  readonly count: number;
  readonly berichten: number;
  /** What was claimed in these Berichten; 0 where they are no declaraties. */
  readonly cents: number;
  readonly first: IsoDate;
}

const sql = readFileSync(new URL("findings.sql", import.meta.url), "utf8");

/**
 * What was found while reading the Berichten, by rule, kind of Bericht, aanbieder and month.
 *
 * @throws UserError  the reader may not ask about this gemeente; nothing was counted
 */
export async function readFindings(
  database: Database,
  filter: ProblemFilter,
  reader: Reader,
): Promise<readonly FindingGroup[]> {
  const own = await ownAanbieders(database, filter, reader, "Datakwaliteit");
  const {dataVersion} = await readDataState(database);
  const rows = await once(database, ["findings", dataVersion, filter, own], () =>
    database.query(sql, filterParameters(filter, own)),
  );
  return rows.map((row) => ({
    rule: String(row.regel),
    retourcode: row.retourcode === null ? null : String(row.retourcode),
    severity: String(row.ernst),
    soort: String(row.soort),
    aanbieder: String(row.aanbieder),
    month: String(row.maand),
    count: Number(row.aantal),
    berichten: Number(row.berichten),
    cents: Number(row.cents),
    first: String(row.eerste),
  }));
}
