import {UserError} from "../../errors.ts";
import type {Progress} from "../result.ts";

export type JobState = "wacht" | "loopt" | "klaar" | "mislukt";

/** One piece of work that takes a while, as a page shows it. */
export interface Job {
  readonly id: string;
  /** "Levering via het web: 3 bestanden" */
  readonly name: string;
  readonly state: JobState;
  /** null: it waits. */
  readonly startedAt: Date | null;
  readonly progress: Progress | null;
  /** One Dutch line; null while nothing went wrong. */
  readonly problem: string | null;
}

/** A job and what comes of it. */
export interface Started<T> {
  readonly job: Job;
  readonly done: Promise<T>;
}

const ourFault = "Er ging iets mis in Wijkbalans. Er is niets half ingenomen. Probeer het opnieuw, en meld het ons.";

/** Does one job at a time, in the order they came: two imports would write in one archive. */
export class Jobs {
  readonly #report: (error: unknown) => void;
  readonly #now: () => Date;
  readonly #waiting: MutableJob[] = [];
  readonly #awaitingIdle: (() => void)[] = [];
  #running: MutableJob | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #nextId = 1;
  #isClosed = false;

  /** @param report  called with what should not have happened */
  constructor(report: (error: unknown) => void, now: () => Date) {
    this.#report = report;
    this.#now = now;
  }

  get running(): Job | null {
    return this.#running;
  }

  get waiting(): readonly Job[] {
    return this.#waiting;
  }

  add<T>(name: string, work: (onProgress: (progress: Progress) => void) => Promise<T>): Started<T> {
    const id = String(this.#nextId++);
    const job: MutableJob = {id, name, state: "wacht", startedAt: null, progress: null, problem: null};
    this.#waiting.push(job);
    const done = this.#last.then(() => this.#run(job, work));
    this.#last = done.catch(() => undefined);
    return {job, done};
  }

  /** When the next job has ended after which none waits. */
  nextIdle(): Promise<void> {
    return new Promise((resolve) => this.#awaitingIdle.push(resolve));
  }

  /** Lets the running job end, and begins no other. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#last;
  }

  async #run<T>(job: MutableJob, work: (onProgress: (progress: Progress) => void) => Promise<T>): Promise<T> {
    this.#waiting.splice(this.#waiting.indexOf(job), 1);
    try {
      if (this.#isClosed) throw new UserError("Wijkbalans stopt. Na de start gaat deze levering verder.", 1);
      this.#running = job;
      job.state = "loopt";
      job.startedAt = this.#now();
      const result = await work((progress) => {
        job.progress = progress;
      });
      job.state = "klaar";
      return result;
    } catch (error) {
      job.state = "mislukt";
      job.problem = error instanceof UserError ? error.message : ourFault;
      if (!(error instanceof UserError)) this.#report(error);
      throw error;
    } finally {
      this.#running = null;
      if (this.#waiting.length === 0) for (const resolve of this.#awaitingIdle.splice(0)) resolve();
    }
  }
}

interface MutableJob extends Job {
  state: JobState;
  startedAt: Date | null;
  progress: Progress | null;
  problem: string | null;
}
