import {Worker} from "node:worker_threads";
import {workerFile} from "../../worker-file.ts";
import type {Published, Reach} from "../disclosure/attack.ts";
import type {AttackMessage} from "./attack-worker.ts";

/** How far an attacker came before the time was up. */
export interface Attempt {
  /** As far as there was time, by the place of the cell. */
  readonly reaches: ReadonlyMap<number, Reach>;
  /** Cells that surely can be more than one value, whether their reach was found or not. */
  readonly open: ReadonlySet<number>;
  /** Hidden cells of which there was no time to say anything. */
  readonly untried: readonly number[];
  /** No table agrees with what was published, so nothing can be said. */
  readonly isImpossible: boolean;
  readonly milliseconds: number;
}

/** Plays the attacker of attack(), in a thread of its own, for at most so long. */
export function attackInTime(published: Published, {milliseconds}: {milliseconds: number}): Promise<Attempt> {
  const started = performance.now();
  const reaches = new Map<number, Reach>();
  const open = new Set<number>();
  const hidden = published.cells.flatMap(({value}, cell) => (value === null ? [cell] : []));
  const attempt = (isImpossible: boolean): Attempt => ({
    reaches,
    open,
    untried: hidden.filter((cell) => !open.has(cell) && !reaches.has(cell)),
    isImpossible,
    milliseconds: performance.now() - started,
  });
  if (hidden.length === 0) return Promise.resolve(attempt(false));
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(import.meta.url, "attack-worker"), {execArgv: [], workerData: published});
    // Who stops the server need not wait for it; the timer holds a command until its answer.
    worker.unref();
    const end = (isImpossible: boolean) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(attempt(isImpossible));
    };
    const timer = setTimeout(() => end(false), milliseconds);
    worker.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    worker.on("message", (message: AttackMessage) => {
      if (message.kind === "open") for (const cell of message.cells) open.add(cell);
      else if (message.kind === "reach") {
        reaches.set(message.reach.cell, message.reach);
        if (!message.reach.isDerived) open.add(message.reach.cell);
      } else end(message.kind === "impossible");
    });
  });
}
