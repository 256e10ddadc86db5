import {columnBatch} from "../database/column-batch.ts";
import type {Database} from "../database/database.ts";
import {deriveNew} from "../database/derive/derive.ts";
import {isDerivedBehind} from "../database/derive/state.ts";
import {
  type Archive,
  lastSegment,
  noteCommitted,
  openArchive,
  segmentsToWrite,
  syncSegments,
} from "./archive/archive.ts";
import {archiveTables} from "./archive/archive-tables.ts";
import {removeLeftovers} from "./archive/leftovers.ts";
import {type LeveringFacts, SegmentWriter, type WrittenBlock} from "./archive/segment-writer.ts";
import {inTurn} from "./archive/turns.ts";
import {raiseDataVersion, usualBatchBytes} from "./batches.ts";
import {markDuplicates} from "./duplicates.ts";
import type {Environment} from "./keys/key-files.ts";
import {loadDoor, loadSeen} from "./known.ts";
import {addLevering, closeLevering, newLevering} from "./levering.ts";
import {type Acceptance, nothingAccepted} from "./reference/acceptance.ts";
import {readReferenceFiles} from "./reference/read-files.ts";
import {type ReferenceOutcome, takeInReference} from "./reference/take-in-reference.ts";
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
  /** What the user agrees to of reference files that give cause to ask; nothing, when it is left out. */
  readonly accepted?: Acceptance;
  readonly onProgress: (progress: Progress) => void;
  /** Size of what is committed at a time; left out, as much as goes well with memory. */
  readonly batchBytes?: number;
}

/**
 * Takes in all that the paths hold: first the reference files, then the Berichten.
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
  const levering = await newLevering(database, paths, now());
  const archive = await openArchive(database, dataFolder, environment);
  const run: Run = {
    database,
    levering,
    report,
    onUnread: (name, problem) => report.addUnread(showableName(name), problem),
  };

  const hasReference = await importReference(run, archive, request);
  await importBerichten(run, hasReference ? await openArchive(database, dataFolder, environment) : archive, request);
  await finish(run, now);
  return report.result();
}

interface Run {
  readonly database: Database;
  readonly levering: LeveringFacts;
  readonly report: Report;
  onUnread(name: string, problem: string): void;
}

async function importReference(run: Run, archive: Archive, {survey, accepted = nothingAccepted}: ImportRequest) {
  const {database, levering, report, onUnread} = run;
  const inputs = readReferenceFiles(survey.reference, accepted, onUnread);
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
  return true;
}

function howToGoOn({waiting}: ReferenceOutcome): string[] {
  const [asked, wrong] = [waiting.questions, waiting.goodRows].map((count) =>
    count === 1 ? "1 bestand" : `${count} bestanden`,
  );
  return [
    ...(waiting.questions > 0
      ? [`Bij ${asked} is er een vraag. Klopt alles? Doe de opdracht dan opnieuw met --akkoord.`]
      : []),
    ...(waiting.goodRows > 0
      ? [`In ${wrong} zijn rijen fout. Herstel ze, of neem alleen de goede rijen in met --goede-regels.`]
      : []),
  ];
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
    wantsRows: true,
    door,
  }));
  const tasks = fileTasks(deliveredFiles({paths, except: dataFolder}), onUnread);
  const {batchBytes = usualBatchBytes} = request;
  const begin = () => addLevering(database, levering);
  await runWorkers(settings, tasks, {database, archive, batchBytes, begin}, report);
}

async function finish({database, levering, report}: Run, now: () => Date): Promise<void> {
  const {findings, wereClean} = await database.transaction(async () => {
    const duplicates = await markDuplicates(database, levering.leveringNummer);
    if (duplicates.findings.length > 0) await raiseDataVersion(database);
    await closeLevering(database, levering.leveringNummer, now());
    return duplicates;
  });
  report.addLater(findings, wereClean);
  if (await isDerivedBehind(database)) await deriveNew(database);
}
