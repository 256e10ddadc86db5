import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {parentPort, workerData} from "node:worker_threads";
import type {WritingBatch} from "./disk.ts";

const folder = workerData as string;
const made = new Set<string>();

// Answers each batch with its size once it is on disk, or with what went wrong.
parentPort?.on("message", (batch: WritingBatch) => {
  try {
    for (let index = 0; index < batch.paths.length; index++) {
      const path = join(folder, batch.paths[index]);
      const parent = dirname(path);
      if (!made.has(parent)) {
        mkdirSync(parent, {recursive: true});
        made.add(parent);
      }
      writeFileSync(path, batch.texts[index]);
    }
    parentPort?.postMessage({size: batch.size});
  } catch (error) {
    parentPort?.postMessage({failure: (error as NodeJS.ErrnoException).code ?? "onbekend"});
  }
});
