import {readFileSync} from "node:fs";
import type {Reader} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {readDataState} from "../../database/derive/state.ts";
import type {IsoDate, Month} from "../../standards/calendar.ts";
import {once} from "../answers.ts";
import {type DisclosedCount, discloseCounts} from "../disclose-counts.ts";
import {minimumPersons} from "../recognisable.ts";
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
  readonly first: IsoDate;
}

const sql = readFileSync(new URL("findings.sql", import.meta.url), "utf8");
const claimedSql = readFileSync(new URL("claimed-in-findings.sql", import.meta.url), "utf8");

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
    first: String(row.eerste),
  }));
}

/** What was claimed in the declaraties that broke a rule. */
interface Claimed {
  readonly rule: string;
  readonly cents: number;
  readonly persons: number;
}

export type DisclosedClaimed = DisclosedCount<Claimed, "cents" | "persons">;

/**
 * What was claimed in the Berichten that broke each rule; nothing for a rule that no declaratie broke.
 *
 * It is told of all aanbieders, kinds of Bericht and months together: of one aanbieder in one month it is what that
 * aanbieder costs.
 *
 * @throws UserError  the reader may not ask about this gemeente; nothing was counted
 */
export async function readClaimedInFindings(
  database: Database,
  filter: ProblemFilter,
  reader: Reader,
): Promise<ReadonlyMap<string, DisclosedClaimed>> {
  const own = await ownAanbieders(database, filter, reader, "Datakwaliteit");
  const {gemeenteCode, knownOn, wet, aanbieder, soort, month} = filter;
  if (own !== null || aanbieder !== null || soort !== null || month !== null) return new Map();
  const {dataVersion} = await readDataState(database);
  const rows = await once(database, ["claimed in findings", dataVersion, gemeenteCode, knownOn], () =>
    database.query(claimedSql, {gemeente_code: gemeenteCode, bekend_op: knownOn}),
  );
  // Of nobody whom we know: the declaratie has no lines that we could read.
  const isSmall = (row: (typeof rows)[number]) => Number(row.cents) !== 0 && Number(row.personen) < minimumPersons;
  // The one wet is what is left of both.
  const small = new Set(rows.filter(isSmall).map((row) => `${row.regel} ${row.wet === null ? "both" : "one"}`));
  const isHidden = (rule: string) => small.has(`${rule} both`) || (wet !== null && small.has(`${rule} one`));
  const claimed = rows
    .filter((row) => row.wet === wet)
    .map((row): Claimed => ({rule: String(row.regel), cents: Number(row.cents), persons: Number(row.personen)}));
  const disclosed = discloseCounts(claimed, {money: ["cents"], counts: ["persons"]}, reader, {
    tells: ({rule}) => isHidden(rule),
  });
  return new Map(disclosed.map((one) => [one.rule, one]));
}
