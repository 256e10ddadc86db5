import {randomBytes} from "node:crypto";
import type {Database} from "../../database/database.ts";
import {openDuckDb} from "../../database/duckdb.ts";
import {migrate} from "../../database/migrate.ts";
import {usualBatchBytes} from "../batches.ts";
import {markDuplicates} from "../duplicates.ts";
import {keyLength} from "../keys/key-files.ts";
import {loadDoor, loadSeen} from "../known.ts";
import type {Acceptance} from "../reference/acceptance.ts";
import {previewReference} from "../reference/preview.ts";
import {readReferenceFiles} from "../reference/read-files.ts";
import {type ReferenceInput, takeInReference} from "../reference/take-in-reference.ts";
import {Report} from "../report.ts";
import type {Progress, ReportedFinding} from "../result.ts";
import {runWorkers, workersFor} from "../run-workers.ts";
import {deliveredFiles, type Survey} from "../sources/delivery.ts";
import {showableName} from "../sources/names.ts";
import {fileTasks} from "../tasks.ts";
import {untilAborted} from "../until-aborted.ts";
import {Claims} from "../workers/claims.ts";
import type {DoorSettings} from "../workers/protocol.ts";
import {type PreviewFile, previewFile} from "./preview-file.ts";
import {type PreviewTable, previewTables} from "./preview-tables.ts";

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
  /** The reference files, each with what would change, what is wrong in it and what is asked. */
  readonly reference: readonly PreviewFile[];
  /** Tables of a suite; they are not among `bestanden`. */
  readonly tables: readonly PreviewTable[];
  /** The first of what would be refused whatever one agrees to; `geweigerd` counts them all. */
  readonly refused: readonly Refused[];
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

interface Refused {
  readonly bestand: string;
  readonly tekst: string;
}

export interface PreviewRule {
  readonly regel: string;
  readonly ernst: ReportedFinding["ernst"];
  readonly tekst: string;
  readonly aantal: number;
}

export interface PreviewRequest {
  readonly dataFolder: string;
  readonly paths: readonly string[];
  readonly root: string;
  readonly survey: Survey;
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

const mostShown = 200;
const allAccepted: Acceptance = {questions: true, goodRows: true};

/** Reads a delivery as an import would, beside what is there, and changes nothing. */
export async function previewDelivery(database: Database, request: PreviewRequest): Promise<Preview> {
  const {dataFolder, paths, root, survey} = request;
  const refused: Refused[] = [];
  const report = new Report(survey, request.onProgress);
  const onUnread = (name: string, problem: string) => {
    report.addUnread(showableName(name), problem);
    refused.push({bestand: showableName(name), tekst: problem});
  };
  const inputs = readReferenceFiles(survey.reference, allAccepted, onUnread);
  const reference = (await previewReference(database, inputs)).map(previewFile);
  const door = await tryReference(database, inputs, report, refused);
  const tables = await previewTables(database, dataFolder, survey.tables, onUnread);
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
      reference,
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

// Tried in a transaction that is undone, as if all was agreed to that can be: so the judgement is the very one of the
// import that follows on it, of these files and of the Berichten beside them.
async function tryReference(
  database: Database,
  inputs: readonly ReferenceInput[],
  report: Report,
  refused: Refused[],
): Promise<DoorSettings> {
  const key = randomBytes(keyLength);
  if (inputs.length === 0) return loadDoor(database, key);
  let door: DoorSettings | null = null;
  await database
    .transaction(async () => {
      // Judged again, so that the reason is told.
      await database.execute("delete from bestand where toestand = 'geweigerd'");
      const {tally, findings} = await takeInReference(database, inputs, 0, null);
      report.add(tally, findings);
      refused.push(...(await readRefused(database)));
      door = await loadDoor(database, key);
      throw new Undo();
    })
    .catch((error) => {
      if (!(error instanceof Undo)) throw error;
    });
  if (door === null) throw new Error("nothing was tried");
  return door;
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

async function readRefused(database: Database): Promise<Refused[]> {
  const rows = await database.query<{naam: string; reden: string | null}>(
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

/** What is to be agreed to for all that can be taken in of a delivery. */
export function neededFor({reference}: Preview): Acceptance {
  return {
    questions: reference.some(({questions}) => questions.length > 0),
    goodRows: reference.some(({leftOut}) => leftOut > 0),
  };
}
