import {parentPort, workerData} from "node:worker_threads";
import {openBlock, readHeader} from "../archive/block.ts";
import {readSealed} from "../archive/read-blocks.ts";
import {SegmentWriter} from "../archive/segment-writer.ts";
import {isContainer} from "../sources/container.ts";
import {kindOf} from "../sources/names.ts";
import {damagedPackage} from "../sources/texts.ts";
import {FileReader} from "./file-reader.ts";
import {Intake} from "./intake.ts";
import {type Task, unitsAhead, type WorkerMessage, type WorkerSettings} from "./protocol.ts";

// Reads, checks and keeps files, in a thread of its own; the database is the main thread's.

const unitSize = 8 * 1024 * 1024;

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

async function takeInFile({name, content, problem}: Extract<Task, {kind: "files"}>["files"][number]): Promise<void> {
  const bytes = typeof content === "string" ? reader.read(content) : content;
  if ("problem" in bytes) intake.addUnread(name, bytes.problem);
  else await intake.add({name, bytes, problem, archived: null});
  if (intake.unit.tally.bytes >= unitSize) handOver();
}

async function takeInBlock(block: Extract<Task, {kind: "blocks"}>["blocks"][number]): Promise<void> {
  if (settings.blocks === null) throw new Error("no archive to read blocks of");
  const sealed = readSealed(settings.blocks.folder, block);
  const {bytes, list} = openBlock(settings.blocks.key, block, sealed);
  const leveringNummer = readHeader(sealed)?.leveringNummer ?? 0;
  for (const {name, begin, size} of list.files) {
    const place = {segment: block.segment, begin: block.begin, beginInBlock: begin};
    // A package is kept only when it could not be unpacked.
    const problem = isContainer(kindOf(name)) ? damagedPackage : null;
    const file = {name, bytes: bytes.subarray(begin, begin + size), problem};
    await intake.add({...file, archived: {place, leveringNummer}});
  }
  handOver();
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
