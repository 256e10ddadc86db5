import {readFileSync} from "node:fs";
import {addDays, type IsoDate} from "../../standards/calendar.ts";
import type {Release} from "../../standards/istandaarden/release.ts";
import {checkedRule, findRule} from "../../standards/istandaarden/rules/rules.ts";
import {columnBatch} from "../column-batch.ts";
import type {Database, Row} from "../database.ts";
import {ruleTables} from "../rule-tables.ts";
import {type FirstDays, firstDays, haveOlder} from "./first-days.ts";

/** What is judged. */
export interface Scope {
  /** The Levering that has just been taken in; null: none. */
  readonly leveringNummer: number | null;
  /** All that was ever delivered, or what this Levering may have made otherwise. */
  readonly extent: "alles" | "geraakt";
}

/** What a round of looking back changed in what is known of Berichten that were there before. */
export interface LookedBack {
  readonly found: number;
  readonly mended: number;
}

/** Which Berichten a line refers to. Where none was ever delivered, it cannot be missing. */
const referredTo: Readonly<Record<string, readonly string[]>> = {
  TR019: ["301"],
  TR063: ["305", "307"],
  TR304: ["301"],
  TR323: ["323"],
  TR337: ["323"],
  TR338: ["301"],
  TR350: ["301"],
  TR351: ["301"],
  TR355: ["315", "317"],
  TR366: ["323"],
  TR376: ["323"],
  TR379: ["315", "317"],
  TR382: ["305"],
};

const queries = [
  "claims-beside-toewijzing",
  "claims-beside-earlier",
  "claims-in-order",
  "client-is-known",
  "answers-beside-claim",
  "answers-beside-verzoek",
  "requests-beside-toewijzing",
  "requests-in-turn",
  "start-stop-beside-earlier",
  "toewijzing-beside-earlier",
  "beside-reference",
].map(readSql);
const allLines = readSql("all-lines");
const touchedLines = readSql("touched-lines");

type BrokenRow = {
  gemeente_code: string;
  bericht_id: number | bigint;
  regel_nummer: number;
  regel: string;
  wet: string;
  soort: string;
  release: Release;
  aanbieder: string | null;
  dagtekening: IsoDate;
};

/** Chooses the lines that `lookBack` is to judge. */
export async function chooseLines(database: Database, {leveringNummer, extent}: Scope): Promise<void> {
  const isPart = extent === "geraakt" && leveringNummer !== null && !(await haveOlder(database, leveringNummer));
  await database.transaction(async () => {
    await database.execute("delete from te_beoordelen");
    if (isPart) await database.execute(touchedLines, {levering: leveringNummer});
    else await database.execute(allLines);
  });
}

/**
 * Judges the chosen lines by what was known before them, on their own Dagtekening: the order of arrival means nothing.
 *
 * What it finds replaces what it found of the same lines before. Needs the derived tables.
 *
 * @param linesAtOnce  so many lines are judged together: what is joined has to fit in memory, however many there are
 */
export async function lookBack(
  database: Database,
  {leveringNummer}: Scope,
  linesAtOnce = 1_000_000,
): Promise<LookedBack> {
  const rows = await findBroken(database, linesAtOnce);
  return database.transaction(() => keep(database, rows, leveringNummer));
}

/** Two questions at a time: each has steps that one core does alone, and more would not fit in memory. */
async function findBroken(database: Database, linesAtOnce: number): Promise<Row[]> {
  const first = await firstDays(database);
  const parts = await partsOfLines(database, linesAtOnce);
  const rows: Row[] = [];
  const waiting = queries.flatMap((sql) => parts.map((part) => part + withBericht(sql)));
  const askOn = async () => {
    for (let sql = waiting.shift(); sql !== undefined; sql = waiting.shift()) {
      for (const broken of await database.query<BrokenRow>(sql)) {
        const finding = findingOf(broken, first);
        if (finding !== null) rows.push(finding);
      }
    }
  };
  await Promise.all([askOn(), askOn()]);
  return rows;
}

/** What is written before a question, so that it sees one part of the chosen lines: those of a Bericht stay together. */
async function partsOfLines(database: Database, linesAtOnce: number): Promise<string[]> {
  const [row] = await database.query<{count: number}>("select cast(count(*) as bigint) as count from te_beoordelen");
  const parts = Math.max(1, Math.ceil(row!.count / linesAtOnce));
  if (parts === 1) return [""];
  return Array.from(
    {length: parts},
    (_, part) => `with te_beoordelen as (
      select gemeente_code, bericht_id, regel from te_beoordelen where abs(bericht_id % ${parts}) = ${part}
    )`,
  );
}

async function keep(database: Database, rows: readonly Row[], leveringNummer: number | null): Promise<LookedBack> {
  const former = await findingsOfOthers(database, leveringNummer);
  await forgetJudged(database);
  await database.append(columnBatch("terugblik_bevinding", ruleTables.terugblik_bevinding, rows));
  const now = await findingsOfOthers(database, leveringNummer);
  await database.execute("delete from te_beoordelen");
  return {
    found: [...now].filter((one) => !former.has(one)).length,
    mended: [...former].filter((one) => !now.has(one)).length,
  };
}

function withBericht(sql: string): string {
  return `
    select distinct
      broken.gemeente_code, broken.bericht_id, broken.regel as regel_nummer, broken.rule as regel,
      bericht.wet, bericht.soort, bericht.release, bericht.aanbieder, bericht.dagtekening
    from (${sql}) as broken
    join bericht
      on bericht.gemeente_code = broken.gemeente_code
      and bericht.bericht_id = broken.bericht_id
    -- A row of a table is no Bericht that anybody sent.
    where bericht.release <> 'tabel'`;
}

/** null: the rule did not hold yet, or what is missing cannot be known to be missing. */
function findingOf(broken: BrokenRow, first: FirstDays): Row | null {
  const {release, gemeente_code, wet, soort, dagtekening, regel} = broken;
  if (release < findRule(regel)!.since) return null;
  const {niveau, retourcode} = checkedRule(regel);
  const kinds = soort === "325" && regel === "TR304" ? ["323"] : referredTo[regel];
  const since = kinds === undefined ? null : first.of(gemeente_code, wet, kinds);
  if (since !== null && since > dagtekening) return null;
  // In the first year it may be that what is missing came before our data begin.
  const ernst = since === null || addDays(since, 365) <= dagtekening ? "fout" : "waarschuwing";
  return {
    gemeente_code,
    bericht_id: broken.bericht_id,
    regel_nummer: broken.regel_nummer,
    regel,
    niveau,
    retourcode,
    ernst,
    wet,
    soort,
    aanbieder: broken.aanbieder,
    dagtekening,
  };
}

/** Of the lines that are judged: what is found of Berichten of other Leveringen. */
async function findingsOfOthers(database: Database, leveringNummer: number | null): Promise<Set<string>> {
  const rows = await database.query<{
    gemeente_code: string;
    bericht_id: number | bigint;
    regel_nummer: number;
    regel: string;
  }>(
    `select distinct finding.gemeente_code, finding.bericht_id, finding.regel_nummer, finding.regel
     from terugblik_bevinding as finding
     join te_beoordelen
       on te_beoordelen.gemeente_code = finding.gemeente_code
       and te_beoordelen.bericht_id = finding.bericht_id
       and te_beoordelen.regel = finding.regel_nummer
     join bericht
       on bericht.gemeente_code = finding.gemeente_code
       and bericht.bericht_id = finding.bericht_id
     where bericht.levering_nummer <> $levering`,
    {levering: leveringNummer ?? 0},
  );
  return new Set(rows.map((row) => `${row.gemeente_code} ${row.bericht_id} ${row.regel_nummer} ${row.regel}`));
}

async function forgetJudged(database: Database): Promise<void> {
  await database.execute(
    `delete from terugblik_bevinding
     where exists (
       select 1
       from te_beoordelen
       where te_beoordelen.gemeente_code = terugblik_bevinding.gemeente_code
         and te_beoordelen.bericht_id = terugblik_bevinding.bericht_id
         and te_beoordelen.regel = terugblik_bevinding.regel_nummer
     )`,
  );
}

function readSql(name: string): string {
  return readFileSync(new URL(`./${name}.sql`, import.meta.url), "utf8");
}
