import {type FSWatcher, mkdirSync, watch} from "node:fs";
import {join} from "node:path";
import type {Database} from "../../database/database.ts";
import {UserError} from "../../errors.ts";
import type {DeliveryResult} from "../result.ts";
import type {Deliveries} from "./deliveries.ts";
import {fateOf} from "./inbox-fate.ts";
import {findInInbox, type InboxFile, ownFolders} from "./inbox-files.ts";
import {moveAside} from "./inbox-move.ts";
import {UnmatchedTables} from "./unmatched-tables.ts";

export interface InboxOptions {
  readonly folder: string;
  readonly database: Database;
  readonly deliveries: Deliveries;
  readonly now: () => Date;
  /** Milliseconds that go on whatever happens to the clock. */
  readonly uptime: () => number;
  /** Called with one Dutch line, for who looks at the server. */
  readonly say: (line: string) => void;
}

const msBetweenLooks = 5_000;
/** A file that did not change for so long, from one look to another, is whole. */
const settledAfterMs = 2_000;
/** So long what is whole waits for what is still being written. */
const mostWaitInMs = 5 * 60_000;
/** After a failure it is tried again, each time later, at most after this. */
const mostPauseInMs = 10 * 60_000;

/**
 * A folder whose files are taken in by themselves.
 *
 * It is looked at every few seconds, because a disk in the network tells nothing; where the system does tell, it is
 * looked at sooner. A file is whole when two looks, some seconds apart, find the same size and time. What is taken in is moved aside
 * afterwards; ended between the two, it is taken in again, which changes nothing, and then moved.
 */
export class Inbox {
  readonly #options: InboxOptions;
  /** The files of the look before, and since when each is as it is. */
  #before = new Map<string, {readonly stamp: string; readonly since: number}>();
  /** Files that could not be moved, as they were: not again until they change. */
  readonly #stuck = new Map<string, string>();
  readonly #unmatched: UnmatchedTables;
  #wholeSince: number | null = null;
  #pauseInMs = 0;
  #pausedUntil = 0;
  #saidProblem: string | null = null;
  #timer: NodeJS.Timeout | null = null;
  #watcher: FSWatcher | null = null;
  #busy: Promise<void> = Promise.resolve();

  constructor(options: InboxOptions) {
    this.#options = options;
    this.#unmatched = new UnmatchedTables(options.database, options.deliveries.dataFolder);
  }

  get folder(): string {
    return this.#options.folder;
  }

  /** Begins to look, now and then on. */
  start(): void {
    makeFolder(this.folder);
    this.#timer = setInterval(() => this.#lookSoon(), msBetweenLooks).unref();
    try {
      this.#watcher = watch(this.folder, () => this.#lookSoon()).unref();
      this.#watcher.on("error", () => this.#watcher?.close());
    } catch {
      // Only a hint: the clock goes on.
    }
    this.#lookSoon();
  }

  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    this.#watcher?.close();
    await this.#busy;
  }

  /** Looks once, and takes in what is whole. */
  async look(): Promise<void> {
    const {folder, uptime} = this.#options;
    const files: InboxFile[] = [];
    for (const file of findInInbox(folder)) {
      if (this.#stuck.get(file.path) !== file.stamp && !(await this.#unmatched.has(file))) files.push(file);
    }
    const now = uptime();
    const seen = new Map(files.map(({path, stamp}) => [path, {stamp, since: this.#sinceWhen(path, stamp, now)}]));
    this.#before = seen;
    const whole = files.filter(({path}) => now - seen.get(path)!.since >= settledAfterMs);
    if (whole.length === 0) {
      this.#wholeSince = null;
      return;
    }
    this.#wholeSince ??= now;
    const isGrowing = whole.length < files.length;
    if (now < this.#pausedUntil || (isGrowing && now - this.#wholeSince < mostWaitInMs)) return;
    this.#wholeSince = null;
    await this.#takeIn(whole);
  }

  #sinceWhen(path: string, stamp: string, now: number): number {
    const before = this.#before.get(path);
    return before?.stamp === stamp ? before.since : now;
  }

  #lookSoon(): void {
    if (this.#isLooking) return;
    this.#isLooking = true;
    this.#busy = this.look()
      .catch((error) => this.#complain(error))
      .finally(() => {
        this.#isLooking = false;
      });
  }

  #isLooking = false;

  async #takeIn(files: readonly InboxFile[]): Promise<void> {
    const {deliveries, folder} = this.#options;
    const bron = files.length === 1 ? files[0]!.name : `${files.length} bestanden`;
    const origin = {herkomst: "inbox", door: null, taak: null, bron, ontvangenOp: null} as const;
    const paths = files.map(({path}) => path);
    const result = await deliveries.importFrom(`Inbox: ${bron}`, paths, folder, origin);
    this.#pauseInMs = 0;
    this.#saidProblem = null;
    for (const file of files) await this.#putAway(file, result);
  }

  async #putAway(file: InboxFile, result: DeliveryResult): Promise<void> {
    const {database, folder, now, say} = this.#options;
    const fate = await fateOf(database, file, result);
    // Changed since it was read: it is a new file, for a next look.
    if (fate === null) return;
    try {
      moveAside(folder, file, fate, now());
    } catch {
      this.#stuck.set(file.path, file.stamp);
      say(`'${file.name}' in de inbox is ingenomen en kan niet verplaatst worden. Geef schrijfrecht op de map.`);
    }
  }

  #complain(error: unknown): void {
    const {uptime, say} = this.#options;
    this.#pauseInMs = Math.min(mostPauseInMs, Math.max(msBetweenLooks, this.#pauseInMs * 2));
    this.#pausedUntil = uptime() + this.#pauseInMs;
    const line = error instanceof UserError ? error.message : "De inbox kon niet worden ingenomen.";
    if (line !== this.#saidProblem) say(`${line} De bestanden staan nog in de inbox.`);
    this.#saidProblem = line;
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, {recursive: true});
    for (const name of ownFolders) mkdirSync(join(folder, name), {recursive: true});
  } catch {
    throw new UserError(`De inbox '${folder}' kan niet gemaakt worden. Kies een andere map met --inbox.`);
  }
}
