import {Worker} from "node:worker_threads";
import {explainWriting, UserError} from "../../errors.ts";
import {workerFile} from "../../worker-file.ts";
import type {Task, Unit, WorkerMessage, WorkerSettings} from "./protocol.ts";

/** Tasks a worker has at hand: one to do and one to go on with. */
const tasksAhead = 2;

export interface TakenUnit {
  readonly unit: Unit;
  /** To be called when the unit is in the database: its worker may make another. */
  taken(): void;
}

/** Threads that read files. Give them tasks, and take their units in the order they come. */
export class WorkerPool {
  readonly #members: Member[];
  readonly #units: TakenUnit[] = [];
  #finished = 0;
  #failure: Error | null = null;
  #wake: () => void = () => undefined;
  #wakeGiver: () => void = () => undefined;

  constructor(settings: readonly Omit<WorkerSettings, "taken">[]) {
    this.#members = settings.map((each) => this.#hire(each));
  }

  /** Hands out the tasks, as fast as they are done, and then tells the workers to finish. */
  async give(tasks: AsyncIterable<Task>): Promise<void> {
    try {
      for await (const task of tasks) {
        const member = await this.#nextFree();
        if (member === null) return;
        member.tasks++;
        member.worker.postMessage(task);
      }
      for (const {worker} of this.#members) worker.postMessage({kind: "finish"} satisfies Task);
    } catch (error) {
      this.#fail(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** The next unit; null when all workers have finished. */
  async next(): Promise<TakenUnit | null> {
    for (;;) {
      if (this.#failure !== null) throw this.#failure;
      const unit = this.#units.shift();
      if (unit !== undefined) return unit;
      if (this.#finished === this.#members.length) return null;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#members.map(({worker}) => worker.terminate()));
  }

  async #nextFree(): Promise<Member | null> {
    for (;;) {
      if (this.#failure !== null) return null;
      const free = this.#members.reduce((least, member) => (member.tasks < least.tasks ? member : least));
      if (free.tasks < tasksAhead) return free;
      await new Promise<void>((resolve) => {
        this.#wakeGiver = resolve;
      });
    }
  }

  #hire(settings: Omit<WorkerSettings, "taken">): Member {
    const taken = new SharedArrayBuffer(4);
    const worker = new Worker(workerFile(import.meta.url, "worker"), {
      execArgv: [],
      resourceLimits: {maxYoungGenerationSizeMb: 32},
      workerData: {...settings, taken} satisfies WorkerSettings,
    });
    const member: Member = {worker, tasks: 0, taken: new Int32Array(taken)};
    worker.on("message", (message: WorkerMessage) => this.#hear(member, message));
    worker.on("error", (error) => this.#fail(error instanceof Error ? error : new Error(String(error))));
    return member;
  }

  #hear(member: Member, message: WorkerMessage): void {
    switch (message.kind) {
      case "unit":
        this.#units.push({unit: message.unit, taken: () => release(member)});
        break;
      case "taskDone":
        member.tasks--;
        break;
      case "finished":
        this.#finished++;
        break;
      case "failed":
        this.#failure ??= explain(message);
        break;
    }
    this.#wake();
    this.#wakeGiver();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#wake();
    this.#wakeGiver();
  }
}

interface Member {
  readonly worker: Worker;
  tasks: number;
  readonly taken: Int32Array;
}

function release({taken}: Member): void {
  Atomics.add(taken, 0, 1);
  Atomics.notify(taken, 0);
}

function explain({code, message}: Extract<WorkerMessage, {kind: "failed"}>): Error {
  if (code === "DAMAGED_BLOCK") return new UserError(message, 1);
  return explainWriting(code) ?? new Error(`a worker stopped: ${message}`);
}
