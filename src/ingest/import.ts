import {columnBatch} from "../database/column-batch.ts";
import type {Database} from "../database/database.ts";
import {derive} from "../database/derive/derive.ts";
import {isDerivedBehind} from "../database/derive/state.ts";
import type {IsoDate} from "../standards/calendar.ts";
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
import {type LeveringFacts, SegmentWriter, type WrittenBlock} from "./archive/segment-writer.ts";
import {raiseDataVersion} from "./batches.ts";
import {markDuplicates} from "./duplicates.ts";
import type {Environment} from "./keys/key-files.ts";
import {loadDoor, loadSeen} from "./known.ts";
import {addLevering, closeLevering, newLevering} from "./levering.ts";
import {readReferenceFiles} from "./reference/read-files.ts";
import {takeInReference} from "./reference/take-in-reference.ts";
import {Report} from "./report.ts";
import type {DeliveryResult, Progress} from "./result.ts";
import {runWorkers, workersFor, writerSettings} from "./run-workers.ts";
import {deliveredFiles, type Survey} from "./sources/delivery.ts";
import {showableName} from "./sources/names.ts";
import {ArchivedFiles} from "./tables/archived-table.ts";
import {
  allSources,
  knownKoppeling,
  peildatumOf,
  rewriteSources,
  settleOverlap,
  tableDoor,
} from "./tables/import-tables.ts";
import type {Koppeling} from "./tables/koppeling.ts";
import {archivedRows} from "./tables/table-rows.ts";
import {type TableInput, takeInTables} from "./tables/take-in-tables.ts";
import {fileTasks} from "./tasks.ts";

/** How tables of a suite are to be read, as far as who delivers says so. */
export interface TablesRequest {
  /** Null: as tables with the same columns were read before. */
  readonly koppeling: Koppeling | null;
  /** The day that the tables tell of; null: as their names say, else today. */
  readonly peildatum: IsoDate | null;
}

export interface ImportRequest {
  readonly dataFolder: string;
  readonly paths: readonly string[];
  readonly survey: Survey;
  readonly environment: Environment;
  readonly now: () => Date;
  readonly onProgress: (progress: Progress) => void;
  readonly tables?: TablesRequest;
}

/**
 * Takes in all that the paths hold: first the reference files, then the Berichten, then the tables of a suite.
 *
 * It is durable batch by batch. Ended halfway, the same import goes on where the last batch ended.
 */
export async function importDelivery(database: Database, request: ImportRequest): Promise<DeliveryResult> {
  const {dataFolder, environment, paths, survey, now} = request;
  const report = new Report(survey, request.onProgress);
  const levering = await newLevering(database, paths, now());
  const archive = await openArchive(database, dataFolder, environment);
  const run: Run = {
    database,
    levering,
    report,
    onUnread: (name, problem) => report.addUnread(showableName(name), problem),
  };

  const hasReference = await importReference(run, archive, survey);
  await importBerichten(run, hasReference ? await openArchive(database, dataFolder, environment) : archive, request);
  await importTables(run, request);
  await finish(run, now);
  return report.result();
}

interface Run {
  readonly database: Database;
  readonly levering: LeveringFacts;
  readonly report: Report;
  onUnread(name: string, problem: string): void;
}

async function importReference({database, levering, report, onUnread}: Run, archive: Archive, survey: Survey) {
  const inputs = readReferenceFiles(survey.reference, onUnread);
  if (inputs.length === 0) return false;
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
  if (outcome.changed.has("postcode") && (await hasToewijzingen(database))) {
    report.addRemark(
      "De postcodes zijn veranderd. Draai 'npx wijkbalans rebuild' om ook eerdere Berichten in de goede buurt te tellen.",
    );
  }
  return true;
}

/** A reference file replaces all costs of a Gemeente; those that came as a table of a suite stand beside them. */
async function rewriteCosts(database: Database, archive: Archive): Promise<void> {
  const files = new ArchivedFiles(database, archive.folder, archive.keys.archive);
  const door = await tableDoor(database, archive.keys.pseudonym);
  await rewriteSources(database, await allSources(database, "kosten"), archivedRows(files, door));
}

async function importTables({database, levering, report, onUnread}: Run, request: ImportRequest): Promise<void> {
  const {dataFolder, environment, survey, now, tables} = request;
  const inputs: TableInput[] = [];
  for (const {name, bytes} of readReferenceFiles(survey.tables, onUnread)) {
    const koppeling = tables?.koppeling ?? (await knownKoppeling(database, dataFolder, name, bytes));
    if (koppeling === null) {
      report.addSkipped();
      report.addRemark(unknownTable(showableName(name)));
      continue;
    }
    const peildatum = peildatumOf(name, tables?.peildatum ?? null, now().toISOString().slice(0, 10));
    inputs.push({name, bytes, koppeling, peildatum, place: null, notePlace: null});
  }
  if (inputs.length === 0) return;
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
}

function unknownTable(name: string): string {
  return `${name}: de kolommen van deze tabel zijn nog niet gekoppeld. Doe dat met: npx wijkbalans koppel ${name}`;
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
  const {dataFolder, paths, survey} = request;
  if (survey.files === 0) return;
  const door = await loadDoor(database, archive.keys.pseudonym);
  const seen = await loadSeen(database, survey.files);
  const settings = writerSettings(archive, levering, workersFor(survey.files)).map((own) => ({
    ...own,
    blocks: null,
    seen,
    wantsRows: true,
    door,
  }));
  const tasks = fileTasks(deliveredFiles({paths, except: dataFolder}), onUnread);
  await runWorkers(settings, tasks, {database, archive, begin: () => addLevering(database, levering)}, report);
}

async function finish({database, levering, report}: Run, now: () => Date): Promise<void> {
  const {findings, wereClean, overlap} = await database.transaction(async () => {
    const duplicates = await markDuplicates(database, levering.leveringNummer);
    const overlap = await settleOverlap(database);
    if (duplicates.findings.length + overlap.length > 0) await raiseDataVersion(database);
    await closeLevering(database, levering.leveringNummer, now());
    return {...duplicates, overlap};
  });
  report.addLater([...findings, ...overlap], wereClean);
  if (await isDerivedBehind(database)) await derive(database);
}
