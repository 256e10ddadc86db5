import {randomBytes} from "node:crypto";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {columnBatch} from "../../database/column-batch.ts";
import type {ColumnType, Database} from "../../database/database.ts";
import {deriveTables} from "../../database/derive/derive.ts";
import {openDuckDb} from "../../database/duckdb.ts";
import {chooseLines, lookBack} from "../../database/look-back/look-back.ts";
import {migrate} from "../../database/migrate.ts";
import {toMoment} from "../../database/moment.ts";
import {referenceTables} from "../../database/reference-tables.ts";
import {archiveTables} from "../archive/archive-tables.ts";
import {usualBatchBytes} from "../batches.ts";
import {markDuplicates} from "../duplicates.ts";
import {findingsLookingBack} from "../findings-looking-back.ts";
import {keyLength} from "../keys/key-files.ts";
import {loadDoor} from "../known.ts";
import {addLevering} from "../levering.ts";
import {howToGoOn} from "../reference/how-to-go-on.ts";
import {type ReferenceInput, takeInReference} from "../reference/take-in-reference.ts";
import type {Report} from "../report.ts";
import {runWorkers, workersFor} from "../run-workers.ts";
import {type Delivery, deliveredFiles} from "../sources/delivery.ts";
import {rewriteSources, settleOverlap, tableDoor} from "../tables/import-tables.ts";
import {type TableInput, takeInTables} from "../tables/take-in-tables.ts";
import {fileTasks} from "../tasks.ts";
import {untilAborted} from "../until-aborted.ts";
import {Claims} from "../workers/claims.ts";
import {digestOf} from "../workers/digest.ts";
import type {Seen} from "../workers/protocol.ts";
import {copyBeside} from "./copy-beside.ts";

/** What was taken in before. */
export interface Known {
  readonly database: Database;
  /** Null: there is no Bericht yet, so nobody has a pseudonym. */
  readonly pseudonymKey: Uint8Array | null;
}

export interface ApartRequest {
  readonly delivery: Delivery;
  /** How many Berichten, and files that are refused, there are in it. */
  readonly files: number;
  readonly reference: readonly ReferenceInput[];
  readonly tables: readonly TableInput[];
  /** What was taken in before and so is not judged again; null: each file is judged. */
  readonly seen: Seen | null;
  readonly now: () => Date;
  readonly report: Report;
  readonly onUnread: (name: string, problem: string) => void;
  readonly signal?: AbortSignal;
}

/** What the rows of the delivery bear; those of Leveringen count from 1. */
export const apartLevering = 0;

/**
 * Judges a delivery as an import would, in a database of its own that is thrown away: nothing is written elsewhere.
 *
 * @param known  what the rules look back at beside the delivery; null: the delivery alone
 * @param ask    is given that database when all is judged
 */
export async function judgeApart<T>(
  known: Known | null,
  request: ApartRequest,
  ask: (apart: Database) => Promise<T>,
): Promise<T> {
  // On disk, as a delivery may be larger than memory; for the owner's eyes alone.
  const folder = mkdtempSync(join(tmpdir(), "wijkbalans-apart-"));
  const file = join(folder, "apart.duckdb");
  try {
    await inDatabase(file, (apart) => read(apart, known, request));
    if (known !== null) await copyBeside(known.database, file);
    return await inDatabase(file, async (apart) => {
      await judge(apart, known, request.report);
      return ask(apart);
    });
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

async function inDatabase<T>(file: string, work: (apart: Database) => Promise<T>): Promise<T> {
  const apart = await openDuckDb(file, {memoryLimitMb: 400});
  try {
    await migrate(apart);
    return await work(apart);
  } finally {
    await apart.close();
  }
}

async function read(apart: Database, known: Known | null, request: ApartRequest): Promise<void> {
  const {files, now, report} = request;
  await addLevering(apart, {leveringNummer: apartLevering, begonnenOp: toMoment(now()), bron: ""});
  if (known !== null) await addReference(apart, known.database, request.reference);
  const reference = await takeInReference(apart, request.reference, apartLevering, null);
  report.add(reference.tally, reference.findings);
  for (const remark of howToGoOn(reference)) report.addRemark(remark);
  // Nobody keeps pseudonyms that nothing is held against.
  const pseudonymKey = known?.pseudonymKey ?? randomBytes(keyLength);
  if (files > 0) await readBerichten(apart, pseudonymKey, request);
  if (request.tables.length > 0) await readTables(apart, pseudonymKey, request);
}

/** The tables as they are, and which of the files were taken in before: those were agreed to then. */
async function addReference(apart: Database, known: Database, inputs: readonly ReferenceInput[]): Promise<void> {
  for (const [table, columns] of Object.entries(referenceTables)) {
    const types: Record<string, ColumnType> = Object.fromEntries(
      Object.entries(columns).map(([name, {type}]) => [name, type]),
    );
    const rows = await known.query(`select ${Object.keys(types).join(", ")} from ${table}`);
    await apart.append(columnBatch(table, types, rows));
  }
  for (const {bytes} of inputs) {
    const files = await known.query("select * from bestand where sha256 = $sha256 and toestand <> 'geweigerd'", {
      sha256: digestOf(bytes).hex,
    });
    await apart.append(columnBatch("bestand", archiveTables.bestand, files));
  }
}

async function readBerichten(apart: Database, pseudonymKey: Uint8Array, request: ApartRequest): Promise<void> {
  const {delivery, files, seen, report, onUnread, signal} = request;
  const door = await loadDoor(apart, pseudonymKey);
  // Each file is answered for, and a Bericht counts once, however often and in whatever envelope it comes.
  const once = {files: null, refusedFiles: null, berichten: new Claims(files).memory};
  const judged = {leveringNummer: apartLevering, archive: null, blocks: null, wantsRows: true};
  const settings = {...judged, seen: seen ?? once, door};
  const workers = Array.from({length: workersFor(files)}, () => settings);
  const tasks = fileTasks(untilAborted(deliveredFiles(delivery), signal), onUnread);
  const begin = async () => undefined;
  await runWorkers(workers, tasks, {database: apart, archive: null, batchBytes: usualBatchBytes, begin}, report);
}

async function readTables(apart: Database, pseudonymKey: Uint8Array, {tables, report}: ApartRequest): Promise<void> {
  const door = await tableDoor(apart, pseudonymKey);
  const {gemeenten} = await loadDoor(apart, pseudonymKey);
  await apart.transaction(async () => {
    const context = {leveringNummer: apartLevering, writer: null, door, gemeenten};
    const taken = await takeInTables(apart, tables, context);
    const findings = await rewriteSources(apart, taken.sources, async (sha256) => taken.rows.get(sha256) ?? []);
    report.add(taken.tally, [...taken.findings, ...findings]);
    for (const remark of taken.remarks) report.addRemark(remark);
  });
}

async function judge(apart: Database, known: Known | null, report: Report): Promise<void> {
  const {findings, wereClean, overlap} = await apart.transaction(async () => {
    const duplicates = await markDuplicates(apart, null);
    return {...duplicates, overlap: await settleOverlap(apart)};
  });
  // What is found of a table that came before is told when that is taken in.
  report.addLater([...findings, ...overlap.filter(({bestand}) => bestand !== "")], wereClean);
  await deriveTables(apart);
  const scope = {leveringNummer: apartLevering, extent: known === null ? "alles" : "geraakt"} as const;
  await chooseLines(apart, scope);
  await lookBack(apart, scope);
  const later = await findingsLookingBack(apart, apartLevering);
  report.addLater(later.findings, later.wereClean);
}
