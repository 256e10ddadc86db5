import {columnBatch} from "../database/column-batch.ts";
import type {Database} from "../database/database.ts";
import {deriveNew} from "../database/derive/derive.ts";
import {isDerivedBehind} from "../database/derive/state.ts";
import type {Scope} from "../database/look-back/look-back.ts";
import {
  type Archive,
  lastSegment,
  noteCommitted,
  openArchive,
  segmentsToWrite,
  syncSegments,
} from "./archive/archive.ts";
import {archiveTables} from "./archive/archive-tables.ts";
import type {BlockKind} from "./archive/block.ts";
import {removeLeftovers} from "./archive/leftovers.ts";
import {type LeveringFacts, SegmentWriter, type WrittenBlock} from "./archive/segment-writer.ts";
import {inTurn} from "./archive/turns.ts";
import {raiseDataVersion, usualBatchBytes} from "./batches.ts";
import {markDuplicates} from "./duplicates.ts";
import {findingsLookingBack} from "./findings-looking-back.ts";
import type {Environment} from "./keys/key-files.ts";
import {loadDoor, loadSeen} from "./known.ts";
import {addLevering, closeLevering, newLevering} from "./levering.ts";
import {closeReceipt, fromCommand, type Origin, openReceipt} from "./receipts/receipt.ts";
import {type Acceptance, nothingAccepted} from "./reference/acceptance.ts";
import {howToGoOn} from "./reference/how-to-go-on.ts";
import {readReferenceFiles} from "./reference/read-files.ts";
import {takeInReference} from "./reference/take-in-reference.ts";
import {Report} from "./report.ts";
import type {DeliveryResult, Progress} from "./result.ts";
import {runWorkers, workersFor, writerSettings} from "./run-workers.ts";
import {deliveredFiles, type Survey} from "./sources/delivery.ts";
import {showableName} from "./sources/names.ts";
import {ArchivedFiles} from "./tables/archived-table.ts";
import {allSources, rewriteSources, settleOverlap, tableDoor} from "./tables/import-tables.ts";
import {type TablesRequest, tableInputs} from "./tables/table-inputs.ts";
import {archivedRows} from "./tables/table-rows.ts";
import {takeInTables} from "./tables/take-in-tables.ts";
import {fileTasks} from "./tasks.ts";
import {untilAborted} from "./until-aborted.ts";

export interface ImportRequest {
  readonly dataFolder: string;
  readonly paths: readonly string[];
  readonly survey: Survey;
  readonly environment: Environment;
  readonly now: () => Date;
  /** What the user agrees to of reference files that give cause to ask; nothing, when it is left out. */
  readonly accepted?: Acceptance;
  readonly onProgress: (progress: Progress) => void;
  /** Size of what is committed at a time; left out, as much as goes well with memory. */
  readonly batchBytes?: number;
  /** A command, when left out. */
  readonly origin?: Origin;
  /** Files are called by their path from this folder; by their whole path when left out. */
  readonly root?: string;
  /** Breaks it off between two files. What was taken in by then stays. */
  readonly signal?: AbortSignal;
  readonly tables?: TablesRequest;
}

/**
 * Takes in all that the paths hold: first the reference files, then the Berichten, then the tables of a suite.
 *
 * It is durable batch by batch. Ended halfway, the same import goes on where the last batch ended.
 */
export function importDelivery(database: Database, request: ImportRequest): Promise<DeliveryResult> {
  return inTurn(request.dataFolder, () => takeIn(database, request));
}

async function takeIn(database: Database, request: ImportRequest): Promise<DeliveryResult> {
  const {dataFolder, environment, paths, survey, now} = request;
  removeLeftovers(dataFolder, environment);
  const report = new Report(survey, request.onProgress);
  const {origin = fromCommand} = request;
  const levering = await newLevering(database, origin.bron === null ? paths : [origin.bron], now());
  const receipt = await openReceipt(database, origin, levering.bron, now());
  // An import that was broken off left rows that were not judged yet.
  const wasBehind = await isDerivedBehind(database);
  const archive = await openArchive(database, dataFolder, environment);
  const run: Run = {
    database,
    levering,
    report,
    onUnread: (name, problem) => report.addUnread(showableName(name), problem),
  };

  const changed = await importReference(run, archive, request);
  await importBerichten(
    run,
    changed !== null ? await openArchive(database, dataFolder, environment) : archive,
    request,
  );
  const hasTables = await importTables(run, request);
  const isAllJudged = wasBehind || hasTables || (changed !== null && changesRules.some((table) => changed.has(table)));
  const {leveringNummer} = levering;
  await finish(run, now, {leveringNummer, extent: isAllJudged ? "alles" : "geraakt"});
  const result = report.result();
  await closeReceipt(database, receipt, leveringNummer, result, now());
  return result;
}

/** What Berichten are judged by beside other Berichten. */
const changesRules = ["product", "contract", "contract_tarief"] as const;

interface Run {
  readonly database: Database;
  readonly levering: LeveringFacts;
  readonly report: Report;
  onUnread(name: string, problem: string): void;
}

async function importReference(run: Run, archive: Archive, {survey, accepted = nothingAccepted}: ImportRequest) {
  const {database, levering, report, onUnread} = run;
  const inputs = readReferenceFiles(survey.reference, accepted, onUnread);
  if (inputs.length === 0) return null;
  const writer = referenceWriter(archive, levering);
  const outcome = await database.transaction(async () => {
    const taken = await takeInReference(database, inputs, levering.leveringNummer, writer);
    writer.closeBlock();
    const blocks = writer.takeBlocks();
    await addBlocks(database, blocks);
    await syncSegments(archive.folder, new Set(blocks.map(({segment}) => segment)));
    if (blocks.length > 0) await addLevering(database, levering);
    if (taken.changed.size > 0) await raiseDataVersion(database);
    if (taken.changed.has("overige_kosten")) await rewriteCosts(database, archive);
    return taken;
  });
  writer.close();
  await noteCommitted(database, archive);
  report.add(outcome.tally, outcome.findings);
  for (const remark of howToGoOn(outcome)) report.addRemark(remark);
  if (outcome.changed.has("postcode") && (await hasToewijzingen(database))) {
    report.addRemark(
      "De postcodes zijn veranderd. Draai 'npx wijkbalans rebuild' om ook eerdere Berichten in de goede buurt te tellen.",
    );
  }
  return outcome.changed;
}

/** A reference file replaces all costs of a Gemeente; those that came as a table of a suite stand beside them. */
async function rewriteCosts(database: Database, archive: Archive): Promise<void> {
  const files = new ArchivedFiles(database, archive.folder, archive.keys.archive);
  const door = await tableDoor(database, archive.keys.pseudonym);
  await rewriteSources(database, await allSources(database, "kosten"), archivedRows(files, door));
}

/** Whether there were tables to take in. */
async function importTables({database, levering, report}: Run, request: ImportRequest): Promise<boolean> {
  const {dataFolder, environment, survey, now, tables} = request;
  const inputs = await tableInputs(database, dataFolder, survey.tables, tables, now(), report);
  if (inputs.length === 0) return false;
  const archive = await openArchive(database, dataFolder, environment);
  const writer = segmentWriter(archive, levering, "tabel");
  const door = await tableDoor(database, archive.keys.pseudonym);
  const {gemeenten} = await loadDoor(database, archive.keys.pseudonym);
  const outcome = await database.transaction(async () => {
    const taken = await takeInTables(database, inputs, {
      leveringNummer: levering.leveringNummer,
      writer,
      door,
      gemeenten,
    });
    writer.closeBlock();
    const blocks = writer.takeBlocks();
    await addBlocks(database, blocks);
    await syncSegments(archive.folder, new Set(blocks.map(({segment}) => segment)));
    if (blocks.length > 0) await addLevering(database, levering);
    const files = new ArchivedFiles(database, archive.folder, archive.keys.archive);
    const findings = await rewriteSources(database, taken.sources, archivedRows(files, door, taken.rows));
    if (taken.sources.length > 0) await raiseDataVersion(database);
    return {...taken, findings: [...taken.findings, ...findings]};
  });
  writer.close();
  await noteCommitted(database, archive);
  report.add(outcome.tally, outcome.findings);
  for (const remark of outcome.remarks) report.addRemark(remark);
  return true;
}

function referenceWriter(archive: Archive, levering: LeveringFacts): SegmentWriter {
  return segmentWriter(archive, levering, "referentie");
}

function segmentWriter(archive: Archive, levering: LeveringFacts, kind: BlockKind): SegmentWriter {
  const {folder, keys} = archive;
  const [place = {segment: 1, length: 0}] = segmentsToWrite(archive, 1);
  let last = Math.max(lastSegment(archive), place.segment);
  const nextSegment = () => ++last;
  return new SegmentWriter({...levering, ...place, folder, key: keys.archive, kind, nextSegment});
}

async function addBlocks(database: Database, blocks: readonly WrittenBlock[]): Promise<void> {
  const rows = blocks.map(({segment, begin, length, openLength}) => ({
    segment,
    blok_begin: begin,
    lengte: length,
    lengte_open: openLength,
  }));
  if (rows.length > 0) await database.append(columnBatch("archief_blok", archiveTables.archief_blok, rows));
}

async function hasToewijzingen(database: Database): Promise<boolean> {
  const rows = await database.query("select 1 as een from toewijzing_versie limit 1");
  return rows.length > 0;
}

async function importBerichten({database, levering, report, onUnread}: Run, archive: Archive, request: ImportRequest) {
  const {dataFolder, paths, root, signal, survey} = request;
  if (survey.files === 0) return;
  const door = await loadDoor(database, archive.keys.pseudonym);
  const seen = await loadSeen(database, survey.files);
  const settings = writerSettings(archive, levering, workersFor(survey.files)).map((own) => ({
    ...own,
    blocks: null,
    seen,
    wantsRows: true,
    rowsOnce: null,
    door,
  }));
  const files = deliveredFiles({paths, except: dataFolder, ...(root === undefined ? {} : {root})});
  const tasks = fileTasks(untilAborted(files, signal), onUnread);
  const {batchBytes = usualBatchBytes} = request;
  const begin = () => addLevering(database, levering);
  await runWorkers(settings, tasks, {database, archive, batchBytes, begin}, report);
}

async function finish({database, levering, report}: Run, now: () => Date, scope: Scope): Promise<void> {
  const {findings, wereClean, overlap} = await database.transaction(async () => {
    const duplicates = await markDuplicates(database, levering.leveringNummer);
    const overlap = await settleOverlap(database);
    if (duplicates.findings.length + overlap.length > 0) await raiseDataVersion(database);
    await closeLevering(database, levering.leveringNummer, now());
    return {...duplicates, overlap};
  });
  report.addLater([...findings, ...overlap], wereClean);
  if (!(await isDerivedBehind(database))) return;
  const {found, mended} = await deriveNew(database, overlap.length > 0 ? {...scope, extent: "alles"} : scope);
  const later = await findingsLookingBack(database, levering.leveringNummer);
  report.addLater(later.findings, later.wereClean);
  if (found + mended > 0) report.addRemark(changeOfEarlier(found, mended));
}

function changeOfEarlier(found: number, mended: number): string {
  const bevindingen = (count: number) => `${count} ${count === 1 ? "bevinding" : "bevindingen"}`;
  return `Door deze levering kwamen er bij eerdere berichten ${bevindingen(found)} bij, en ${mended} ${mended === 1 ? "verviel" : "vervielen"}.`;
}
