import {readFileSync} from "node:fs";
import type {Reader} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {readDataState} from "../../database/derive/state.ts";
import type {IsoDate, Month} from "../../standards/calendar.ts";
import {monthOf} from "../../standards/calendar.ts";
import {once} from "../answers.ts";
import {minimumPersons} from "../recognisable.ts";
import {ownAanbieders, ownParameter} from "../scope.ts";

// A Bericht is about one person, or one claim about many. Who may not see small numbers of people sees no small
// numbers of Berichten either.

/** How often a rule is broken; `berichten` is null when it is too few for this reader. */
export interface BrokenRule {
  readonly berichten: number | null;
  readonly first: IsoDate | null;
  readonly last: IsoDate | null;
}

export interface BrokenPart {
  /** null: refused before its Dagtekening was known. */
  readonly month: Month | null;
  readonly aanbieder: string | null;
  readonly berichten: number;
}

/** How a rule about working together was kept; null where it is too few for this reader. */
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
  return new Map(
    rows.map(({regel, berichten, eerste, laatste}) => [
      regel,
      {berichten: shown(berichten, reader), first: eerste, last: laatste},
    ]),
  );
}

/**
 * The Berichten that break a rule, by month and aanbieder; nothing for who may see no small numbers.
 *
 * @throws UserError  the reader may not ask about this gemeente
 */
export async function readBrokenRule(
  database: Database,
  gemeenteCode: string,
  rule: string,
  reader: Reader,
): Promise<BrokenPart[]> {
  // What is small would follow from the whole and the other parts.
  if (reader.audience !== "intern") return [];
  const rows = await ask<{maand: IsoDate | null; aanbieder: string | null; berichten: number}>(
    {database, gemeenteCode, reader},
    brokenRule,
    rule,
  );
  return rows.map(({maand, aanbieder, berichten}) => ({
    month: maand === null ? null : monthOf(maand),
    aanbieder,
    berichten,
  }));
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
  return new Map(
    [...byRule].map(([rule, own]) => [
      rule,
      countOf(
        own.map((row) => ({...row, dagen: null})),
        reader,
      ),
    ]),
  );
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
  const counted = <K>(groups: Map<K, ProcessRow[]>) =>
    new Map([...groups].map(([key, own]) => [key, countOf(own, reader)]));
  return {
    whole: countOf(rows, reader),
    byMonth: counted(Map.groupBy(rows, ({maand}) => monthOf(maand))),
    byAanbieder: counted(Map.groupBy(rows, ({aanbieder}) => aanbieder)),
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

function countOf(rows: readonly ProcessRow[], reader: Reader): ProcessCount {
  const of = (...outcomes: Outcome[]) =>
    rows.reduce((sum, {uitkomst, aantal}) => sum + (outcomes.includes(uitkomst) ? Number(aantal) : 0), 0);
  const parts = {good: of("goed"), late: of("te laat"), amiss: of("ontbreekt", "anders"), pending: of("loopt")};
  const total = parts.good + parts.late + parts.amiss;
  // One small part would follow from the others.
  const isSmall = Object.values(parts).some((part) => shown(part, reader) === null);
  const {good, late, amiss, pending} = isSmall ? hiddenParts : parts;
  const medianOf = isSmall ? null : medianDays(rows);
  return {total: shown(total, reader), good, late, amiss, pending, medianDays: medianOf};
}

const hiddenParts = {good: null, late: null, amiss: null, pending: null};

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

function shown(count: number, reader: Reader): number | null {
  return reader.audience === "intern" || count === 0 || count >= minimumPersons ? Number(count) : null;
}
