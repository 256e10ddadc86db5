import {columnBatch} from "../database/column-batch.ts";
import type {Database} from "../database/database.ts";
import {derive} from "../database/derive/derive.ts";
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
import {type LeveringFacts, SegmentWriter, type WrittenBlock} from "./archive/segment-writer.ts";
import {raiseDataVersion} from "./batches.ts";
import {markDuplicates} from "./duplicates.ts";
import {findingsLookingBack} from "./findings-looking-back.ts";
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
import {fileTasks} from "./tasks.ts";

export interface ImportRequest {
  readonly dataFolder: string;
  readonly paths: readonly string[];
  readonly survey: Survey;
  readonly environment: Environment;
  readonly now: () => Date;
  readonly onProgress: (progress: Progress) => void;
}

/**
 * Takes in all that the paths hold: first the reference files, then the Berichten.
 *
 * It is durable batch by batch. Ended halfway, the same import goes on where the last batch ended.
 */
export async function importDelivery(database: Database, request: ImportRequest): Promise<DeliveryResult> {
  const {dataFolder, environment, paths, survey, now} = request;
  const report = new Report(survey, request.onProgress);
  const levering = await newLevering(database, paths, now());
  // An import that was broken off left rows that were not judged yet.
  const wasBehind = await isDerivedBehind(database);
  const archive = await openArchive(database, dataFolder, environment);
  const run: Run = {
    database,
    levering,
    report,
    onUnread: (name, problem) => report.addUnread(showableName(name), problem),
  };

  const changed = await importReference(run, archive, survey);
  await importBerichten(
    run,
    changed !== null ? await openArchive(database, dataFolder, environment) : archive,
    request,
  );
  const isAllJudged = wasBehind || (changed !== null && changesRules.some((table) => changed.has(table)));
  const {leveringNummer} = levering;
  await finish(run, now, {leveringNummer, extent: isAllJudged ? "alles" : "geraakt"});
  return report.result();
}

/** What Berichten are judged by beside other Berichten. */
const changesRules = ["product", "contract", "contract_tarief"] as const;

interface Run {
  readonly database: Database;
  readonly levering: LeveringFacts;
  readonly report: Report;
  onUnread(name: string, problem: string): void;
}

async function importReference({database, levering, report, onUnread}: Run, archive: Archive, survey: Survey) {
  const inputs = readReferenceFiles(survey.reference, onUnread);
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
  return outcome.changed;
}

function referenceWriter(archive: Archive, levering: LeveringFacts): SegmentWriter {
  const {folder, keys} = archive;
  const [place = {segment: 1, length: 0}] = segmentsToWrite(archive, 1);
  let last = Math.max(lastSegment(archive), place.segment);
  const nextSegment = () => ++last;
  return new SegmentWriter({...levering, ...place, folder, key: keys.archive, kind: "referentie", nextSegment});
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
    rowsOnce: null,
    door,
  }));
  const tasks = fileTasks(deliveredFiles({paths, except: dataFolder}), onUnread);
  await runWorkers(settings, tasks, {database, archive, begin: () => addLevering(database, levering)}, report);
}

async function finish({database, levering, report}: Run, now: () => Date, scope: Scope): Promise<void> {
  const {findings, wereClean} = await database.transaction(async () => {
    const duplicates = await markDuplicates(database, levering.leveringNummer);
    if (duplicates.findings.length > 0) await raiseDataVersion(database);
    await closeLevering(database, levering.leveringNummer, now());
    return duplicates;
  });
  report.addLater(findings, wereClean);
  if (!(await isDerivedBehind(database))) return;
  const {found, mended} = await derive(database, scope);
  const later = await findingsLookingBack(database, levering.leveringNummer);
  report.addLater(later.findings, later.wereClean);
  if (found + mended > 0) report.addRemark(changeOfEarlier(found, mended));
}

function changeOfEarlier(found: number, mended: number): string {
  const bevindingen = (count: number) => `${count} ${count === 1 ? "bevinding" : "bevindingen"}`;
  return `Door deze levering kwamen er bij eerdere berichten ${bevindingen(found)} bij, en ${mended} ${mended === 1 ? "verviel" : "vervielen"}.`;
}
