import {parentPort, workerData} from "node:worker_threads";
import {type ArchivedFile, type BlockPlace, openBlock, readHeader} from "../archive/block.ts";
import {digestOfFile, keepLargeFile, LargeFileError} from "../archive/large-file.ts";
import {readSealed} from "../archive/read-blocks.ts";
import {SegmentWriter} from "../archive/segment-writer.ts";
import {isContainer} from "../sources/container.ts";
import {kindOf, showableName} from "../sources/names.ts";
import {type Refusal, refusalOf} from "../sources/refusal.ts";
import {damagedPackage, tooLarge, unreadable} from "../sources/texts.ts";
import {digestFrom} from "./digest.ts";
import {FileReader} from "./file-reader.ts";
import {Intake} from "./intake.ts";
import {type Task, type TaskFile, unitsAhead, type WorkerMessage, type WorkerSettings} from "./protocol.ts";

// Reads, checks and keeps files, in a thread of its own; the database is the main thread's.

const port = parentPort;
if (port === null) throw new Error("this file is the work of a worker thread");

const settings = workerData as WorkerSettings;
const taken = new Int32Array(settings.taken);
const writer = settings.archive === null ? null : makeWriter(settings.archive);
const intake = new Intake(settings, writer);
const reader = new FileReader();
let made = 0;

let lastTask: Promise<void> = Promise.resolve();
port.on("message", (task: Task) => {
  lastTask = lastTask.then(() => run(task)).catch(fail);
});

async function run(task: Task): Promise<void> {
  if (task.kind === "finish") {
    handOver();
    writer?.close();
    tell({kind: "finished"});
    return;
  }
  if (task.kind === "files") for (const file of task.files) await takeInFile(file);
  else for (const block of task.blocks) await takeInBlock(block);
  tell({kind: "taskDone"});
}

async function takeInFile({name, content, problems}: TaskFile): Promise<void> {
  const bytes = typeof content === "string" ? reader.read(content) : content;
  if (bytes === null) takeInLarge(name, String(content), problems.length > 0 ? problems : refusalOf(tooLarge));
  else if ("problem" in bytes) intake.addUnread(name, bytes.problem);
  else await intake.add({name, bytes, problems, archived: null});
  if (intake.unit.tally.bytes >= settings.unitBytes) handOver();
}

function takeInLarge(name: string, path: string, problems: readonly Refusal[]): void {
  try {
    const {digest, size} = digestOfFile(path);
    const keep = () => (writer === null ? null : keepLargeFile(writer, {name: showableName(name), path, problems}));
    intake.addRefused({name, size, digest, problems, archived: null, keep});
  } catch (error) {
    const reason = error instanceof LargeFileError ? unreadable(error.cause) : null;
    if (reason === null) throw error;
    intake.addUnread(name, reason);
  }
}

async function takeInBlock(block: Extract<Task, {kind: "blocks"}>["blocks"][number]): Promise<void> {
  if (settings.blocks === null) throw new Error("no archive to read blocks of");
  const sealed = readSealed(settings.blocks.folder, block);
  const {bytes, list} = openBlock(settings.blocks.key, block, sealed);
  const leveringNummer = readHeader(sealed)?.leveringNummer ?? 0;
  for (const file of list.files) await takeInArchived(file, block, {bytes, leveringNummer});
  handOver();
}

async function takeInArchived(
  {name, sha256, begin, size, problems, firstPart}: ArchivedFile,
  block: BlockPlace,
  {bytes, leveringNummer}: {bytes: Uint8Array; leveringNummer: number},
): Promise<void> {
  const place = {segment: block.segment, begin: block.begin, beginInBlock: begin, ...firstPart};
  const archived = {place, leveringNummer};
  // A package is kept only when it could not be unpacked. Archives of before did not say why.
  const known = problems ?? (isContainer(kindOf(name)) ? refusalOf(damagedPackage) : []);
  if (firstPart === undefined) {
    await intake.add({name, bytes: bytes.subarray(begin, begin + size), problems: known, archived});
  } else {
    const digest = digestFrom(Buffer.from(sha256, "hex"));
    intake.addRefused({name, size, digest, problems: known, archived, keep: () => null});
  }
}

/** Gives the unit to the main thread, and waits while that has enough of them. */
function handOver(): void {
  writer?.closeBlock();
  const {unit, memory} = intake.unit.take(writer?.takeBlocks() ?? []);
  tell({kind: "unit", unit}, memory);
  made++;
  for (let done = Atomics.load(taken, 0); made - done >= unitsAhead; done = Atomics.load(taken, 0)) {
    Atomics.wait(taken, 0, done);
  }
}

function makeWriter({lastSegment, ...rest}: NonNullable<WorkerSettings["archive"]>): SegmentWriter {
  const last = new Int32Array(lastSegment);
  return new SegmentWriter({...rest, nextSegment: () => Atomics.add(last, 0, 1) + 1});
}

// A UserError does not cross threads as itself, and a stack may hold what should not be shown.
function fail(error: unknown): void {
  const code = error instanceof Error && "code" in error ? String(error.code) : null;
  tell({kind: "failed", code, message: error instanceof Error ? error.message : String(error)});
}

function tell(message: WorkerMessage, memory: ArrayBuffer[] = []): void {
  port!.postMessage(message, memory);
}
