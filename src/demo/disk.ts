import {Worker} from "node:worker_threads";
import {UserError} from "../errors.ts";
import {workerFile} from "../worker-file.ts";

export interface WritingBatch {
  readonly paths: readonly string[];
  readonly texts: readonly string[];
  readonly size: number;
}

/** Writes files beside the simulation. */
export interface Disk {
  write(path: string, text: string): void;
  /** Undefined when there is room; else a wait until there is. */
  room(): Promise<void> | undefined;
  /** Waits until all is on disk. */
  close(): Promise<void>;
}

const batchSize = 4_000_000;
const mostWaiting = 96_000_000;

export function openDisk(folder: string): Disk {
  const worker = new Worker(workerFile(import.meta.url, "writing-worker"), {workerData: folder});
  let waiting = 0;
  let failure: string | null = null;
  let wake: (() => void) | null = null;
  let batch: {paths: string[]; texts: string[]; size: number} = {paths: [], texts: [], size: 0};

  worker.on("message", (answer: {size: number} | {failure: string}) => {
    if ("failure" in answer) failure = answer.failure;
    else waiting -= answer.size;
    wake?.();
  });
  worker.on("error", () => {
    failure = "onbekend";
    wake?.();
  });

  function send(): void {
    if (batch.paths.length === 0) return;
    waiting += batch.size;
    worker.postMessage(batch satisfies WritingBatch);
    batch = {paths: [], texts: [], size: 0};
  }

  async function until(most: number): Promise<void> {
    while (waiting > most && failure === null) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    if (failure !== null) throw new UserError(writingProblem(folder, failure));
  }

  return {
    write(path, text) {
      batch.paths.push(path);
      batch.texts.push(text);
      batch.size += text.length;
      if (batch.size >= batchSize) send();
    },
    room: () => (waiting > mostWaiting || failure !== null ? until(mostWaiting / 2) : undefined),
    async close() {
      try {
        send();
        await until(0);
      } finally {
        await worker.terminate();
      }
    },
  };
}

/** What a person reads when a file could not be written. */
export function writingProblem(folder: string, code: string): string {
  if (code === "ENOSPC") return `De schijf is vol. Maak ruimte vrij of kies een andere map dan '${folder}'.`;
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return `In '${folder}' mag niet worden geschreven. Kies een andere map met --out.`;
  }
  return `Schrijven in '${folder}' lukt niet (${code}). Kies een andere map met --out.`;
}
