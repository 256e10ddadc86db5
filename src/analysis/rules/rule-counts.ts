import {readFileSync} from "node:fs";
import {type Reader, seesSingleLines} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {readDataState} from "../../database/derive/state.ts";
import type {IsoDate, Month} from "../../standards/calendar.ts";
import {monthOf} from "../../standards/calendar.ts";
import {once} from "../answers.ts";
import {hideCounts, peopleCells} from "../hiding/hidden-counts.ts";
import {findHiddenFindings} from "../quality/hidden-findings.ts";
import {isFew, toFive} from "../recognisable.ts";
import {isNarrowed, ownAanbieders, ownParameter} from "../scope.ts";

// A Bericht is about one person, or one claim about many. So nobody sees small numbers of Berichten, nor what they would
// follow from; what the public sees is rounded to 5. Who mends them has the werklijst.

/** How often a rule is broken; `berichten` is null when it is too few. */
export interface BrokenRule {
  readonly berichten: number | null;
  readonly first: IsoDate | null;
  readonly last: IsoDate | null;
}

/** Berichten by month or aanbieder; null: too few, or a few would follow from it. */
export interface BrokenParts {
  /** A Bericht that was refused before its Dagtekening was known is in no month, nor of an aanbieder. */
  readonly byMonth: ReadonlyMap<Month, number | null>;
  readonly byAanbieder: ReadonlyMap<string, number | null>;
}

/** How a rule about working together was kept; null where it is too few. */
export interface ProcessCount {
  readonly total: number | null;
  readonly good: number | null;
  readonly late: number | null;
  /** Missing, or otherwise than the rule says. */
  readonly amiss: number | null;
  /** The term is not over yet; not in `total`. */
  readonly pending: number | null;
  /** Median of the days that it took, of what was done; null: no term, or nothing was done. */
  readonly medianDays: number | null;
}

export interface ProcessParts {
  readonly whole: ProcessCount;
  readonly byMonth: ReadonlyMap<Month, ProcessCount>;
  readonly byAanbieder: ReadonlyMap<string, ProcessCount>;
}

const [brokenRules, brokenRule, processTotals, processRule] = [
  "broken-rules",
  "broken-rule",
  "process-totals",
  "process-rule",
].map((name) => readFileSync(new URL(`./${name}.sql`, import.meta.url), "utf8")) as [string, string, string, string];

/** @throws UserError  the reader may not ask about this gemeente */
export async function readBrokenRules(
  database: Database,
  gemeenteCode: string,
  reader: Reader,
): Promise<ReadonlyMap<string, BrokenRule>> {
  const rows = await ask<{regel: string; berichten: number; eerste: IsoDate | null; laatste: IsoDate | null}>(
    {database, gemeenteCode, reader},
    brokenRules,
    null,
  );
  const {dataDate} = await readDataState(database);
  const knownOn = dataDate ?? "9999-12-31";
  const isHidden = await hiddenFor(database, gemeenteCode, knownOn, reader);
  const own = await ownAanbieders(database, {gemeenteCode, knownOn}, reader, "Hoe vaak een regel is gebroken");
  const isOwnHidden = (rule: string) => own?.some((aanbieder) => isHidden(rule, {aanbieder})) === true;
  return new Map(
    rows.map(({regel, berichten, eerste, laatste}) => {
      const count = isOwnHidden(regel) ? null : shown(berichten, reader);
      // The day of a single Bericht says more than that there is one.
      return [regel, {berichten: count, first: count === null ? null : eerste, last: count === null ? null : laatste}];
    }),
  );
}

/**
 * The Berichten that break a rule, by month and by aanbieder.
 *
 * @throws UserError  the reader may not ask about this gemeente
 */
export async function readBrokenRule(
  database: Database,
  gemeenteCode: string,
  rule: string,
  reader: Reader,
): Promise<BrokenParts> {
  const rows = await ask<{maand: IsoDate | null; aanbieder: string | null; berichten: number}>(
    {database, gemeenteCode, reader},
    brokenRule,
    rule,
  );
  const {dataDate} = await readDataState(database);
  const isHidden = await hiddenFor(database, gemeenteCode, dataDate ?? "9999-12-31", reader);
  // Who sees some aanbieders alone sees a month of theirs.
  const own = isNarrowed(reader) ? [...new Set(rows.map(({aanbieder}) => aanbieder ?? ""))] : null;
  const isMonthHidden = (month: Month) =>
    own === null ? isHidden(rule, {month}) : own.some((aanbieder) => isHidden(rule, {aanbieder, month}));
  const months = sumsOf(rows, ({maand}) => (maand === null ? null : monthOf(maand)));
  const aanbieders = sumsOf(rows, ({aanbieder}) => aanbieder);
  return {
    byMonth: new Map([...months].map(([month, count]) => [month, isMonthHidden(month) ? null : shown(count, reader)])),
    byAanbieder: new Map(
      [...aanbieders].map(([aanbieder, count]) => [
        aanbieder,
        isHidden(rule, {aanbieder}) ? null : shown(count, reader),
      ]),
    ),
  };
}

function sumsOf<Row extends {readonly berichten: number}>(
  rows: readonly Row[],
  keyOf: (row: Row) => string | null,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== null) sums.set(key, (sums.get(key) ?? 0) + Number(row.berichten));
  }
  return sums;
}

/** Of each rule that is measured: how it was kept, without the days. */
export async function readProcessTotals(
  database: Database,
  gemeenteCode: string,
  reader: Reader,
): Promise<ReadonlyMap<string, ProcessCount>> {
  const rows = await ask<{regel: string; uitkomst: Outcome; aantal: number}>(
    {database, gemeenteCode, reader},
    processTotals,
    null,
  );
  const byRule = Map.groupBy(rows, ({regel}) => regel);
  const counted = await Promise.all(
    [...byRule].map(async ([rule, own]): Promise<[string, ProcessCount]> => {
      const counts = own.map((row) => ({...row, dagen: null}));
      return [rule, countOf(counts, reader, await hiddenParts(counts, () => null, reader), null)];
    }),
  );
  return new Map(counted);
}

export async function readProcessRule(
  database: Database,
  gemeenteCode: string,
  rule: string,
  reader: Reader,
): Promise<ProcessParts> {
  const rows = await ask<ProcessRow & {maand: IsoDate; aanbieder: string}>(
    {database, gemeenteCode, reader},
    processRule,
    rule,
  );
  const ofMonths = await hiddenParts(rows, ({maand}) => maand, reader);
  const ofAanbieders = await hiddenParts(rows, ({aanbieder}) => aanbieder, reader);
  const counted = <K>(keyOf: (row: (typeof rows)[number]) => K, nameOf: (key: K) => string, hidden: HiddenParts) => {
    const groups = Map.groupBy(rows, keyOf);
    return new Map([...groups].map(([key, own]) => [key, countOf(own, reader, hidden, nameOf(key))]));
  };
  return {
    whole: countOf(rows, reader, ofMonths, null),
    byMonth: counted(
      ({maand}) => monthOf(maand),
      (month) => `${month}-01`,
      ofMonths,
    ),
    byAanbieder: counted(
      ({aanbieder}) => aanbieder,
      (aanbieder) => aanbieder,
      ofAanbieders,
    ),
  };
}

type Outcome = "goed" | "te laat" | "ontbreekt" | "anders" | "loopt";
type ProcessRow = {readonly uitkomst: Outcome; readonly dagen: number | null; readonly aantal: number};

interface Asked {
  readonly database: Database;
  readonly gemeenteCode: string;
  readonly reader: Reader;
}

async function ask<R extends Record<string, string | number | bigint | boolean | null>>(
  {database, gemeenteCode, reader}: Asked,
  sql: string,
  rule: string | null,
): Promise<R[]> {
  const {dataVersion, dataDate} = await readDataState(database);
  const asked = {gemeenteCode, knownOn: dataDate ?? "9999-12-31"};
  const own = await ownAanbieders(database, asked, reader, "Hoe vaak een regel is gebroken");
  const parameters = {gemeente_code: gemeenteCode, regel: rule ?? "", eigen: ownParameter(own)};
  return once(database, ["rules", dataVersion, sql, parameters], () => database.query<R>(sql, usedIn(sql, parameters)));
}

/** An engine refuses a value that no text names. */
function usedIn(sql: string, parameters: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => sql.includes(`$${name}`)));
}

function countOf(
  rows: readonly ProcessRow[],
  reader: Reader,
  isHidden: HiddenParts,
  among: string | null,
): ProcessCount {
  const of = (...outcomes: Outcome[]) =>
    rows.reduce((sum, {uitkomst, aantal}) => sum + (outcomes.includes(uitkomst) ? Number(aantal) : 0), 0);
  const fit = (kind: Kind, outcome: Outcome | null, count: number) =>
    isHidden(among, kind, outcome) ? null : shown(count, reader);
  const total = fit("geteld", null, of("goed", "te laat", "ontbreekt", "anders"));
  const parts = {
    good: fit("geteld", "goed", of("goed")),
    late: fit("geteld", "te laat", of("te laat")),
    amiss: fit("geteld", "ontbreekt", of("ontbreekt", "anders")),
    pending: fit("loopt", null, of("loopt")),
  };
  const hasHidden = total === null || Object.values(parts).includes(null);
  return {total, ...parts, medianDays: hasHidden ? null : medianDays(rows)};
}

type Kind = "geteld" | "loopt";

/** Whether a number is hidden: of all, or of one month or aanbieder. */
type HiddenParts = (among: string | null, kind: Kind, outcome: Outcome | null) => boolean;

/** What is hidden of the outcomes by month or by aanbieder, which add up to those of all. */
async function hiddenParts<Row extends ProcessRow>(
  rows: readonly Row[],
  nameOf: (row: Row) => string | null,
  reader: Reader,
): Promise<HiddenParts> {
  if (seesSingleLines(reader)) return () => false;
  const cells = peopleCells(
    rows.map((row) => {
      const name = nameOf(row);
      const path =
        row.uitkomst === "loopt" ? ["loopt"] : ["geteld", row.uitkomst === "anders" ? "ontbreekt" : row.uitkomst];
      return [[path, name === null ? [] : [name]], Number(row.aantal)];
    }),
  );
  const hidden = await hideCounts(cells, [2, 1]);
  return (among, kind, outcome) =>
    hidden.has("", [outcome === null ? [kind] : [kind, outcome], among === null ? [] : [among]]);
}

/** The middle one of the days, the lower of two: a number of days that occurred. */
function medianDays(rows: readonly ProcessRow[]): number | null {
  const done = rows.filter(({dagen}) => dagen !== null).sort((a, b) => a.dagen! - b.dagen!);
  const half = done.reduce((sum, {aantal}) => sum + Number(aantal), 0) / 2;
  let passed = 0;
  for (const {dagen, aantal} of done) {
    passed += Number(aantal);
    if (passed >= half) return dagen;
  }
  return null;
}

/** Who has no list of lines is told no more than everybody: to the last Bericht one month tells what another hides. */
function shown(count: number, reader: Reader): number | null {
  if (seesSingleLines(reader)) return Number(count);
  return isFew(Number(count)) ? null : toFive(Number(count));
}

/** Which groups of Berichten are hidden to this reader. */
async function hiddenFor(
  database: Database,
  gemeenteCode: string,
  knownOn: IsoDate,
  reader: Reader,
): ReturnType<typeof findHiddenFindings> {
  return seesSingleLines(reader) ? () => false : findHiddenFindings(database, gemeenteCode, knownOn);
}
