import {type Archive, lastSegment, segmentsToWrite} from "./archive/archive.ts";
import type {LeveringFacts} from "./archive/segment-writer.ts";
import {commitUnits, type Destination} from "./batches.ts";
import type {Report} from "./report.ts";
import {WorkerPool} from "./workers/pool.ts";
import type {Task, WorkerSettings} from "./workers/protocol.ts";

const largestUnit = 8 * 1024 * 1024;

/** Threads for so many files. A third did not help on two cores; for a handful, starting a second takes longer. */
export function workersFor(files: number): number {
  return files < 32 ? 1 : 2;
}

/** Lets the workers do the tasks, and commits what comes of them. */
export async function runWorkers(
  settings: readonly Omit<WorkerSettings, "taken" | "unitBytes">[],
  tasks: AsyncIterable<Task>,
  destination: Destination,
  report: Report,
): Promise<void> {
  const unitBytes = Math.min(largestUnit, destination.batchBytes / 4);
  const pool = new WorkerPool(settings.map((own) => ({...own, unitBytes})));
  try {
    const given = pool.give(tasks);
    await commitUnits(pool, destination, report);
    await given;
  } finally {
    await pool.close();
  }
}

/** Settings for workers that keep what they read, each in a segment of its own. */
export function writerSettings(
  archive: Archive,
  levering: LeveringFacts,
  workerCount: number,
): Pick<WorkerSettings, "archive" | "leveringNummer">[] {
  const segments = segmentsToWrite(archive, workerCount);
  const shared = new SharedArrayBuffer(4);
  new Int32Array(shared)[0] = Math.max(lastSegment(archive), ...segments.map(({segment}) => segment));
  const {folder, keys} = archive;
  return segments.map((place) => ({
    leveringNummer: levering.leveringNummer,
    archive: {...levering, ...place, folder, key: keys.archive, kind: "berichten", lastSegment: shared},
  }));
}
