import {readFileSync} from "node:fs";
import {type Reader, seesSingleLines} from "../../access/reader.ts";
import type {Database, Row} from "../../database/database.ts";
import {readDataState} from "../../database/derive/state.ts";
import type {IsoDate, Month} from "../../standards/calendar.ts";
import {once} from "../answers.ts";
import {type DisclosedCount, discloseCounts} from "../disclose-counts.ts";
import {isFew, minimumPersons, toFive} from "../recognisable.ts";
import {ownAanbieders} from "../scope.ts";
import {type FindingPart, findHiddenFindings} from "./hidden-findings.ts";
import {filterParameters, type ProblemFilter} from "./problem-filter.ts";

/**
 * Findings of one rule in the Berichten of one kind, aanbieder and month. A Bericht is about one person, or one claim about
 * many, so what is about 1 to 9 Berichten is null, and so is what would tell it.
 */
export interface FindingGroup {
  readonly rule: string;
  readonly retourcode: string | null;
  readonly severity: string;
  readonly soort: string;
  readonly aanbieder: string;
  readonly month: Month;
  readonly count: number | null;
  readonly berichten: number | null;
  readonly first: IsoDate | null;
}

/** What was found, by group and by rule: groups that are hidden are in the sum of their rule all the same. */
export interface Findings {
  readonly groups: readonly FindingGroup[];
  readonly byRule: ReadonlyMap<string, Pick<FindingGroup, "count" | "berichten">>;
}

const sql = readFileSync(new URL("findings.sql", import.meta.url), "utf8");
const claimedSql = readFileSync(new URL("claimed-in-findings.sql", import.meta.url), "utf8");

/**
 * What was found while reading the Berichten, by rule, kind of Bericht, aanbieder and month.
 *
 * @throws UserError  the reader may not ask about this gemeente; nothing was counted
 */
export async function readFindings(database: Database, filter: ProblemFilter, reader: Reader): Promise<Findings> {
  const own = await ownAanbieders(database, filter, reader, "Datakwaliteit");
  const {dataVersion} = await readDataState(database);
  const read = (asked: ProblemFilter) =>
    once(database, ["findings", dataVersion, asked, own], () => database.query(sql, filterParameters(asked, own)));
  const [rows, ofBoth, isCellHidden] = await Promise.all([
    read(filter),
    read({...filter, wet: null}),
    findHiddenFindings(database, filter.gemeenteCode, filter.knownOn),
  ]);
  const {aanbieder, soort, month} = filter;
  const all = sumsOf(ofBoth);
  const isHidden = (rule: string, group: string, sum: Sum, parts: readonly FindingPart[]) =>
    !seesSingleLines(reader) &&
    (isFew(sum.berichten) ||
      parts.some((part) => isCellHidden(rule, part)) ||
      // It is decided on both wetten: one of them is what the other leaves.
      (all.get(group)?.berichten ?? 0) !== sum.berichten);
  const narrowed = own === null || aanbieder !== null ? [aanbieder] : own;
  const parts = narrowed.map((one) => ({soort, month, aanbieder: one}));
  const groups = rows.map((row): FindingGroup => {
    const one = partOf(row);
    const sum = {count: Number(row.aantal), berichten: Number(row.berichten)};
    const isSmall = isHidden(String(row.regel), groupOf(row), sum, [one]);
    return {
      rule: String(row.regel),
      retourcode: row.retourcode === null ? null : String(row.retourcode),
      severity: String(row.ernst),
      ...one,
      count: isSmall ? null : sum.count,
      berichten: isSmall ? null : sum.berichten,
      first: isSmall ? null : String(row.eerste),
    };
  });
  const rules = new Set(rows.map(({regel}) => String(regel)));
  const sums = sumsOf(rows);
  const byRule = new Map(
    [...rules].map((rule) => {
      const sum = sums.get(rule)!;
      return [rule, isHidden(rule, rule, sum, parts) ? {count: null, berichten: null} : sum];
    }),
  );
  if (reader.audience !== "openbaar") return {groups, byRule};
  const round = <One extends Pick<FindingGroup, "count" | "berichten">>(one: One): One => ({
    ...one,
    count: one.count === null ? null : toFive(one.count),
    berichten: one.berichten === null ? null : toFive(one.berichten),
  });
  return {groups: groups.map(round), byRule: new Map([...byRule].map(([rule, one]) => [rule, round(one)]))};
}

interface Sum {
  readonly count: number;
  readonly berichten: number;
}

function partOf(row: Row): {readonly soort: string; readonly aanbieder: string; readonly month: Month} {
  return {soort: String(row.soort), aanbieder: String(row.aanbieder), month: String(row.maand)};
}

function groupOf(row: Row): string {
  const {soort, aanbieder, month} = partOf(row);
  return [row.regel, soort, aanbieder, month].join("|");
}

/** By group and by rule. */
function sumsOf(rows: readonly Row[]): ReadonlyMap<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const row of rows) {
    for (const name of [groupOf(row), String(row.regel)]) {
      const {count, berichten} = sums.get(name) ?? {count: 0, berichten: 0};
      sums.set(name, {count: count + Number(row.aantal), berichten: berichten + Number(row.berichten)});
    }
  }
  return sums;
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
