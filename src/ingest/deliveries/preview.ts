import {randomBytes} from "node:crypto";
import type {Database, Row} from "../../database/database.ts";
import {openDuckDb} from "../../database/duckdb.ts";
import {migrate} from "../../database/migrate.ts";
import {type ReferenceTable, referenceTables} from "../../database/reference-tables.ts";
import {usualBatchBytes} from "../batches.ts";
import {markDuplicates} from "../duplicates.ts";
import {keyLength} from "../keys/key-files.ts";
import {loadDoor, loadSeen} from "../known.ts";
import {nothingAccepted} from "../reference/acceptance.ts";
import {readReferenceFiles} from "../reference/read-files.ts";
import {takeInReference} from "../reference/take-in-reference.ts";
import {Report} from "../report.ts";
import type {Progress, ReportedFinding} from "../result.ts";
import {runWorkers, workersFor} from "../run-workers.ts";
import {type Delivered, deliveredFiles, type Survey} from "../sources/delivery.ts";
import {referenceOf, showableName} from "../sources/names.ts";
import {fileTasks} from "../tasks.ts";
import {untilAborted} from "../until-aborted.ts";
import {Claims} from "../workers/claims.ts";
import type {DoorSettings} from "../workers/protocol.ts";

/** What taking a delivery in would do. */
export interface Preview {
  readonly bestanden: number;
  readonly ingenomen: number;
  readonly metBevindingen: number;
  readonly alAanwezig: number;
  readonly overgeslagen: number;
  readonly geweigerd: number;
  readonly kinds: readonly PreviewKind[];
  /** The aanbieders with the most new Berichten. */
  readonly senders: readonly PreviewSender[];
  readonly tables: readonly PreviewTable[];
  /** The first of what would be refused; `geweigerd` counts them all. */
  readonly refused: readonly {readonly bestand: string; readonly tekst: string}[];
  readonly rules: readonly PreviewRule[];
}

/** New Berichten of one kind. */
export interface PreviewKind {
  readonly wet: string;
  readonly soort: string;
  readonly gemeenteCode: string;
  readonly aanbieders: number;
  readonly berichten: number;
}

/** New Berichten to or from one aanbieder. */
export interface PreviewSender {
  readonly aanbieder: string;
  /** null: no aanbieder.csv names it. */
  readonly naam: string | null;
  readonly soorten: readonly string[];
  readonly berichten: number;
}

/** A reference table that would be another than it is. */
export interface PreviewTable {
  readonly table: ReferenceTable;
  readonly before: number;
  readonly after: number;
  readonly added: number;
  readonly removed: number;
}

export interface PreviewRule {
  readonly regel: string;
  readonly ernst: ReportedFinding["ernst"];
  readonly tekst: string;
  readonly aantal: number;
}

export interface PreviewRequest {
  readonly paths: readonly string[];
  readonly root: string;
  readonly survey: Survey;
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

const mostShown = 200;

/** Reads a delivery as an import would, beside what is there, and changes nothing. */
export async function previewDelivery(database: Database, request: PreviewRequest): Promise<Preview> {
  const {paths, root, survey} = request;
  const refused: {bestand: string; tekst: string}[] = [];
  const report = new Report(survey, request.onProgress);
  const onUnread = (name: string, problem: string) => {
    report.addUnread(showableName(name), problem);
    refused.push({bestand: showableName(name), tekst: problem});
  };
  const {tables, door} = await previewReference(database, survey.reference, onUnread, report, refused);
  const scratch = await openDuckDb(":memory:", {memoryLimitMb: 200, threads: 1});
  try {
    await migrate(scratch);
    if (survey.files > 0) {
      // What was refused before is judged again, so that the reason is told.
      const seen = {...(await loadSeen(database, survey.files)), refusedFiles: new Claims(0).memory};
      const settings = {leveringNummer: 0, archive: null, blocks: null, seen, wantsRows: false, rowsOnce: null, door};
      const tasks = fileTasks(untilAborted(deliveredFiles({paths, root, except: null}), request.signal), onUnread);
      const workers = Array.from({length: workersFor(survey.files)}, () => settings);
      const destination = {
        database: scratch,
        archive: null,
        batchBytes: usualBatchBytes,
        begin: async () => undefined,
      };
      await runWorkers(workers, tasks, destination, report);
    }
    const {findings, wereClean} = await markDuplicates(scratch, null);
    report.addLater(findings, wereClean);
    const kinds = await readKinds(scratch);
    const senders = await readSenders(scratch, database);
    refused.push(...(await readRefused(scratch)));
    const result = report.result();
    return {
      bestanden: result.bestanden,
      ingenomen: result.ingenomen,
      metBevindingen: result.metBevindingen,
      alAanwezig: result.alAanwezig,
      overgeslagen: result.overgeslagen,
      geweigerd: result.geweigerd + result.nogGeweigerd,
      kinds,
      senders,
      tables,
      refused: refused.slice(0, mostShown),
      rules: rulesOf(result.bevindingen.filter(({regel}) => regel !== "bestand")),
    };
  } finally {
    await scratch.close();
  }
}

/** Thrown to undo what was tried. */
class Undo extends Error {}

// Tried in a transaction that is undone: so the judgement is the very one of an import.
async function previewReference(
  database: Database,
  files: readonly Delivered[],
  onUnread: (name: string, problem: string) => void,
  report: Report,
  refused: {bestand: string; tekst: string}[],
): Promise<{tables: PreviewTable[]; door: DoorSettings}> {
  const key = randomBytes(keyLength);
  const inputs = readReferenceFiles(files, nothingAccepted, onUnread);
  if (inputs.length === 0) return {tables: [], door: await loadDoor(database, key)};
  const named = tablesNamed(inputs.map(({name}) => name));
  let found: {tables: PreviewTable[]; door: DoorSettings} | null = null;
  await database
    .transaction(async () => {
      const before = await spellTables(database, named);
      // Judged again, so that the reason is told.
      await database.execute("delete from bestand where toestand = 'geweigerd'");
      const outcome = await takeInReference(database, inputs, 0, null);
      const after = await spellTables(database, named);
      report.add(outcome.tally, outcome.findings);
      refused.push(...outcome.findings.map(({bestand, tekst}) => ({bestand, tekst})));
      const tables = [...outcome.changed].map((table) =>
        compare(table, before.get(table) ?? [], after.get(table) ?? []),
      );
      found = {tables, door: await loadDoor(database, key)};
      throw new Undo();
    })
    .catch((error) => {
      if (!(error instanceof Undo)) throw error;
    });
  if (found === null) throw new Error("nothing was tried");
  return found;
}

function tablesNamed(names: readonly string[]): ReferenceTable[] {
  const tables = names.map((name) => referenceOf(name)).map((table) => (table === "grenzen" ? "gebied" : table));
  return [...new Set(tables.filter((table) => table !== null))];
}

async function spellTables(database: Database, tables: readonly ReferenceTable[]): Promise<Map<string, string[]>> {
  const spelled = new Map<string, string[]>();
  for (const table of tables) {
    const rows = await database.query<Row>(`select ${Object.keys(referenceTables[table]).join(", ")} from ${table}`);
    spelled.set(
      table,
      rows.map((row) =>
        JSON.stringify(Object.values(row), (_, value) => (typeof value === "bigint" ? `${value}` : value)),
      ),
    );
  }
  return spelled;
}

function compare(table: ReferenceTable, before: readonly string[], after: readonly string[]): PreviewTable {
  const counts = new Map<string, number>();
  for (const row of before) counts.set(row, (counts.get(row) ?? 0) + 1);
  let same = 0;
  for (const row of after) {
    const left = counts.get(row) ?? 0;
    if (left > 0) same++;
    counts.set(row, left - 1);
  }
  return {
    table,
    before: before.length,
    after: after.length,
    added: after.length - same,
    removed: before.length - same,
  };
}

async function readKinds(scratch: Database): Promise<PreviewKind[]> {
  const rows = await scratch.query<{
    wet: string;
    soort: string;
    gemeente_code: string;
    aanbieders: number;
    berichten: number;
  }>(
    `select
       wet,
       soort,
       gemeente_code,
       cast(count(distinct aanbieder) as bigint) as aanbieders,
       cast(count(*) as bigint) as berichten
     from bericht group by wet, soort, gemeente_code
     order by wet, soort, gemeente_code`,
  );
  return rows.map(({gemeente_code, ...row}) => ({...row, gemeenteCode: gemeente_code}));
}

async function readSenders(scratch: Database, database: Database): Promise<PreviewSender[]> {
  const rows = await scratch.query<{aanbieder: string; soorten: string; berichten: number}>(
    `select
       aanbieder,
       string_agg(distinct soort, ',') as soorten,
       cast(count(*) as bigint) as berichten
     from bericht where aanbieder is not null group by aanbieder
     order by berichten desc, aanbieder limit ${mostShown}`,
  );
  const names = await database.query<{aanbieder: string; naam: string}>("select aanbieder, naam from aanbieder");
  const nameOf = new Map(names.map(({aanbieder, naam}) => [aanbieder, naam]));
  return rows.map(({aanbieder, soorten, berichten}) => ({
    aanbieder,
    naam: nameOf.get(aanbieder) ?? null,
    soorten: soorten.split(",").sort(),
    berichten,
  }));
}

async function readRefused(scratch: Database): Promise<{bestand: string; tekst: string}[]> {
  const rows = await scratch.query<{naam: string; reden: string | null}>(
    `select naam, reden from bestand where toestand = 'geweigerd' order by naam limit ${mostShown}`,
  );
  return rows.map(({naam, reden}) => ({bestand: naam, tekst: reden ?? "Dit bestand is geweigerd."}));
}

/** Findings by rule, with the words of the first. */
function rulesOf(findings: readonly ReportedFinding[]): PreviewRule[] {
  const groups = Map.groupBy(findings, ({regel, ernst}) => `${regel} ${ernst}`);
  return [...groups.values()]
    .map((group) => ({regel: group[0]!.regel, ernst: group[0]!.ernst, tekst: group[0]!.tekst, aantal: group.length}))
    .sort((a, b) => b.aantal - a.aantal);
}
