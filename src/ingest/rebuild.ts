import {columnBatch} from "../database/column-batch.ts";
import type {Database} from "../database/database.ts";
import {derive} from "../database/derive/derive.ts";
import {carryOver} from "../database/own-tables.ts";
import {UserError} from "../errors.ts";
import {committedLengths} from "./archive/archive.ts";
import {type ArchiveState, assertArchiveKey, readState, stateOf, writeState} from "./archive/archive-state.ts";
import {archiveTables} from "./archive/archive-tables.ts";
import {listBlocks, readBlock, type StoredBlock} from "./archive/read-blocks.ts";
import {archiveFolder, listSegments} from "./archive/segments.ts";
import {raiseDataVersion, usualBatchBytes} from "./batches.ts";
import {markDuplicates} from "./duplicates.ts";
import {findingsLookingBack} from "./findings-looking-back.ts";
import {type Environment, type Keys, openKeys} from "./keys/key-files.ts";
import {loadDoor, loadSeen} from "./known.ts";
import {takeInLandelijk} from "./landelijk/take-in-landelijk.ts";
import {addLevering} from "./levering.ts";
import {addMissingReceipts} from "./receipts/receipt.ts";
import {takeInReference} from "./reference/take-in-reference.ts";
import {Report} from "./report.ts";
import type {DeliveryResult, Progress} from "./result.ts";
import {runWorkers, workersFor} from "./run-workers.ts";
import {ArchivedFiles, archivedTables} from "./tables/archived-table.ts";
import {allSources, rewriteSources, settleOverlap, tableDoor} from "./tables/import-tables.ts";
import {archivedRows} from "./tables/table-rows.ts";
import {takeInTables} from "./tables/take-in-tables.ts";
import type {Task} from "./workers/protocol.ts";

export interface RebuildRequest {
  readonly dataFolder: string;
  readonly environment: Environment;
  readonly onProgress: (progress: Progress) => void;
  /** The database that is replaced, when it can still be read. */
  readonly current: Database | null;
  /** The archive is another than that of the database that is replaced, so how far that goes says nothing. */
  readonly isOtherArchive?: true;
}

export interface Rebuilt {
  readonly result: DeliveryResult;
  /** To be called when the new database has taken the place of the old. */
  noteInUse(): void;
}

/**
 * Fills an empty database from the archive alone: all that was ever delivered, judged again.
 *
 * The reference files go first, the latest of each last, so a Bericht is judged by what is known now.
 */
export async function rebuildDatabase(database: Database, request: RebuildRequest): Promise<Rebuilt> {
  const {dataFolder, environment, onProgress, current} = request;
  const folder = archiveFolder(dataFolder);
  const state = readState(folder);
  const isSame = current !== null && request.isOtherArchive !== true;
  const blocks = archivedBlocks(folder, state, isSame ? await knownLengths(current) : null);
  const keys = openKeys(dataFolder, true, environment);
  // Not the other key: all pseudonyms are made again, so it may be a new one.
  if (state !== null) assertArchiveKey(state, keys);

  const report = new Report({files: countFiles(blocks), skipped: 0, reference: [], tables: []}, onProgress);
  const archived: Archived = {folder, keys, blocks};
  await database.transaction(async () => {
    await addArchive(database, archived);
    await rebuildReference(database, archived, report);
    await rebuildLandelijk(database, archived, report);
    await raiseDataVersion(database);
  });
  await rebuildBerichten(database, archived, report);
  await database.transaction(() => rebuildTables(database, archived, report));
  const {findings, wereClean, overlap} = await database.transaction(async () => {
    const duplicates = await markDuplicates(database, null);
    return {...duplicates, overlap: await settleOverlap(database)};
  });
  report.addLater([...findings, ...overlap], wereClean);
  await database.transaction(async () => {
    if (current !== null) await carryOver(current, database);
    await addMissingReceipts(database);
  });
  await derive(database);
  const later = await findingsLookingBack(database, null);
  report.addLater(later.findings, later.wereClean);
  const committed = await committedLengths(database);
  return {result: report.result(), noteInUse: () => writeState(folder, stateOf(committed, keys))};
}

// One that knows of nothing is one that was just made where the old one was lost.
async function knownLengths(database: Database): Promise<Map<number, number> | null> {
  const lengths = await committedLengths(database);
  return lengths.size === 0 ? null : lengths;
}

interface Archived {
  readonly folder: string;
  readonly keys: Keys;
  readonly blocks: readonly StoredBlock[];
}

/**
 * All committed blocks, in the order of the Leveringen.
 *
 * The archive notes how far it is committed after the database did, so the database may know of more. Without a
 * database, every whole block counts: better a file whose import was broken off than one lost.
 */
function archivedBlocks(
  folder: string,
  state: ArchiveState | null,
  committed: ReadonlyMap<number, number> | null,
): StoredBlock[] {
  const noted = new Map(state?.segments);
  const onDisk = new Set(listSegments(folder));
  // A segment that was committed and is gone is missed as much as one that was cut.
  const segments = [...new Set([...onDisk, ...noted.keys(), ...(committed?.keys() ?? [])])].sort((a, b) => a - b);
  const blocks = segments.flatMap((segment) => {
    const least = Math.max(noted.get(segment) ?? 0, committed?.get(segment) ?? 0);
    const until = committed === null ? Infinity : least;
    const {blocks: found, end} = onDisk.has(segment) ? listBlocks(folder, segment, until) : {blocks: [], end: 0};
    if (end >= least) return found;
    throw new UserError(
      `Het archief is niet heel: segment ${segment} houdt op bij byte ${end}. Zet een kopie van de map '${folder}' terug.`,
      1,
    );
  });
  if (blocks.length > 0) return blocks.sort((a, b) => a.leveringNummer - b.leveringNummer);
  throw new UserError(`In '${folder}' staat geen archief. Kies de goede gegevensmap met --data.`);
}

async function addArchive(database: Database, {folder, keys, blocks}: Archived): Promise<void> {
  const rows = blocks.map(({segment, begin, length, openLength}) => ({
    segment,
    blok_begin: begin,
    lengte: length,
    lengte_open: openLength,
  }));
  await database.append(columnBatch("archief_blok", archiveTables.archief_blok, rows));
  const firstBlocks = new Map([...blocks].reverse().map((block) => [block.leveringNummer, block]));
  for (const [leveringNummer, block] of [...firstBlocks].reverse()) {
    const {begonnenOp, bron} = readBlock(folder, keys.archive, block).list.levering;
    await addLevering(database, {leveringNummer, begonnenOp, bron});
  }
}

async function rebuildReference(database: Database, archived: Archived, report: Report): Promise<void> {
  const byLevering = Map.groupBy(
    archived.blocks.filter(({kind}) => kind === "referentie"),
    ({leveringNummer}) => leveringNummer,
  );
  for (const [leveringNummer, blocks] of byLevering) {
    const inputs = blocks.flatMap((block) => {
      const {bytes, list} = readBlock(archived.folder, archived.keys.archive, block);
      return list.files.map(({name, size, begin, accepted}) => ({
        name,
        bytes: bytes.subarray(begin, begin + size),
        // What came before anything was asked, was taken in without.
        accepted: accepted ?? {questions: true, goodRows: false},
        place: {segment: block.segment, begin: block.begin, beginInBlock: begin},
      }));
    });
    const {tally, findings} = await takeInReference(database, inputs, leveringNummer, null);
    report.add(tally, findings);
  }
}

async function rebuildLandelijk(database: Database, {folder, keys, blocks}: Archived, report: Report): Promise<void> {
  const stored = blocks.filter(({kind}) => kind === "landelijk");
  for (const [leveringNummer, own] of Map.groupBy(stored, (block) => block.leveringNummer)) {
    const inputs = own.flatMap((block) => {
      const {bytes, list} = readBlock(folder, keys.archive, block);
      return list.files.map(({name, size, begin}) => ({
        name,
        bytes: bytes.subarray(begin, begin + size),
        place: {segment: block.segment, begin: block.begin, beginInBlock: begin},
      }));
    });
    const {tally, findings} = await takeInLandelijk(database, inputs, leveringNummer, null);
    report.add(tally, findings);
  }
}

async function rebuildBerichten(database: Database, {folder, keys, blocks}: Archived, report: Report): Promise<void> {
  // Of a file in parts the last one tells what it is.
  const stored = blocks.filter(({kind, fileCount}) => (kind === "berichten" || kind === "deel") && fileCount > 0);
  const door = await loadDoor(database, keys.pseudonym);
  const seen = await loadSeen(database, countFiles(stored));
  const settings = {
    leveringNummer: 0,
    archive: null,
    blocks: {folder, key: keys.archive},
    seen,
    wantsRows: true,
    door,
  };
  const destination = {database, archive: null, batchBytes: usualBatchBytes, begin: async () => undefined};
  await runWorkers(
    Array.from({length: workersFor(countFiles(stored))}, () => settings),
    blockTasks(stored),
    destination,
    report,
  );
}

/** Each table again as it was read, with what the archive keeps beside it. */
async function rebuildTables(database: Database, archived: Archived, report: Report): Promise<void> {
  const {blocks, folder, keys} = archived;
  const door = await tableDoor(database, keys.pseudonym);
  const {gemeenten} = await loadDoor(database, keys.pseudonym);
  const stored = blocks.filter(({kind}) => kind === "tabel");
  for (const [leveringNummer, own] of Map.groupBy(stored, (block) => block.leveringNummer)) {
    const inputs = archivedTables(own.map((block) => ({...block, ...readBlock(folder, keys.archive, block)})));
    const taken = await takeInTables(database, inputs, {leveringNummer, writer: null, door, gemeenten});
    report.add(taken.tally, taken.findings);
  }
  const files = new ArchivedFiles(database, folder, keys.archive);
  report.addLater(await rewriteSources(database, await allSources(database), archivedRows(files, door)), 0);
}

function countFiles(blocks: readonly StoredBlock[]): number {
  return blocks.reduce((sum, {fileCount}) => sum + fileCount, 0);
}

async function* blockTasks(blocks: readonly StoredBlock[]): AsyncGenerator<Task> {
  for (const {segment, begin, length} of blocks) yield {kind: "blocks", blocks: [{segment, begin, length}]};
}
