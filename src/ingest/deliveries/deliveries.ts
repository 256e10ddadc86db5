import {readdirSync} from "node:fs";
import {basename, join} from "node:path";
import type {Database} from "../../database/database.ts";
import {UserError} from "../../errors.ts";
import {importDelivery} from "../import.ts";
import type {ImportRequest} from "../intakes/request.ts";
import type {Environment} from "../keys/key-files.ts";
import type {Herkomst, Origin} from "../receipts/receipt.ts";
import {type Acceptance, nothingAccepted} from "../reference/acceptance.ts";
import type {DeliveryResult} from "../result.ts";
import {showableName} from "../sources/names.ts";
import {survey} from "../survey.ts";
import {type Job, Jobs} from "./jobs.ts";
import {previewDelivery} from "./preview.ts";
import type {Received} from "./receive.ts";
import {type Arrival, Spool} from "./spool.ts";
import {letUnmatchedWait} from "./wait-in-inbox.ts";

export interface DeliveriesOptions {
  readonly database: Database;
  readonly dataFolder: string;
  /** Where tables wait whose columns nobody matched yet. */
  readonly inboxFolder: string;
  readonly environment: Environment;
  readonly now: () => Date;
  /** Called with what should not have happened. */
  readonly report: (error: unknown) => void;
}

/** All that comes in while the server runs: one queue for what is taken in, whichever way it came. */
export class Deliveries {
  readonly dataFolder: string;
  readonly jobs: Jobs;
  readonly spool: Spool;
  readonly #options: DeliveriesOptions;
  readonly #stopping = new AbortController();
  /** The newest job of each delivery that came over the web. */
  readonly #jobOf = new Map<string, Job>();
  #sweeping: NodeJS.Timeout | null = null;

  constructor(options: DeliveriesOptions) {
    this.#options = options;
    this.dataFolder = options.dataFolder;
    this.jobs = new Jobs(options.report, options.now);
    this.spool = new Spool(options.dataFolder);
  }

  /** Goes on where a process that ended left off. To be called once, before anything comes in. */
  start(): void {
    const {now} = this.#options;
    this.spool.removeUnfinished();
    this.spool.removeOld(now());
    this.#sweeping = setInterval(() => this.spool.removeOld(now()), hourInMs).unref();
    for (const arrival of this.spool.list()) {
      if (arrival.isAccepted) this.#takeIn(arrival);
      else if (this.spool.findPreview(arrival.id) === null) this.#preview(arrival);
    }
  }

  /**
   * Receives a delivery over the web.
   *
   * @param receive   writes its files in a folder
   * @param isAccepted  whether it is to be taken in at once; otherwise it is looked at first
   */
  async accept(
    origin: Pick<Origin, "herkomst" | "door">,
    receive: (folder: string) => Promise<Received>,
    isAccepted: boolean,
  ): Promise<Arrival> {
    const {now} = this.#options;
    const {id, filesFolder} = this.spool.open(now());
    try {
      const {files, bytes} = await receive(filesFolder);
      if (files === 0) throw new UserError("Er is geen bestand gekozen. Kies een of meer bestanden.");
      const bron = files === 1 ? onlyName(filesFolder) : `${files} bestanden`;
      const arrival: Arrival = {
        id,
        origin: {...origin, taak: id, bron},
        ontvangenOp: now().toISOString(),
        files,
        bytes,
        isAccepted,
        accepted: nothingAccepted,
      };
      this.spool.keep(arrival);
      if (isAccepted) this.#takeIn(arrival);
      else this.#preview(arrival);
      return arrival;
    } catch (error) {
      this.spool.remove(id);
      throw error;
    }
  }

  /**
   * Takes in what someone looked at. Asked twice it is done once; what went wrong is tried again, as was agreed first.
   *
   * @param accepted  what that someone agreed to
   */
  takeIn(id: string, accepted: Acceptance): void {
    const arrival = this.spool.find(id);
    if (arrival === null) return;
    if (!arrival.isAccepted && this.spool.findPreview(id) === null) return;
    if (arrival.isAccepted && this.jobOf(id)?.state !== "mislukt") return;
    const agreed = arrival.isAccepted ? arrival : {...arrival, isAccepted: true, accepted};
    this.spool.keep(agreed);
    this.#takeIn(agreed);
  }

  /** Throws away what someone looked at; what is being taken in stays. */
  discard(id: string): void {
    if (this.spool.find(id)?.isAccepted === false) this.spool.remove(id);
  }

  /** The newest job of a delivery over the web; null when this process knows of none. */
  jobOf(id: string): Job | null {
    return this.#jobOf.get(id) ?? null;
  }

  /** Takes in files that stand somewhere on this machine, in its turn. */
  importFrom(name: string, paths: readonly string[], root: string, origin: Origin): Promise<DeliveryResult> {
    return this.jobs.add(name, async (onProgress) => {
      const found = await survey({paths, root, except: null});
      return this.#import({paths, root, survey: found, origin, onProgress});
    }).done;
  }

  /** Breaks off what runs, between two files, and waits for that. */
  async close(): Promise<void> {
    if (this.#sweeping !== null) clearInterval(this.#sweeping);
    this.#stopping.abort();
    await this.jobs.close();
  }

  #preview({id, origin}: Arrival): void {
    const folder = this.spool.filesFolder(id);
    const name = `Bekijken: ${origin.bron ?? "levering"}`;
    const {job, done} = this.jobs.add(name, async (onProgress) => {
      // Thrown away while it waited.
      if (this.spool.find(id) === null) return;
      const paths = filesAt(folder);
      const found = await survey({paths, root: folder, except: null});
      const {signal} = this.#stopping;
      const {database, dataFolder, environment, now} = this.#options;
      const place = {dataFolder, paths, root: folder, environment, now};
      const preview = await previewDelivery(database, {...place, survey: found, onProgress, signal});
      if (this.spool.find(id) !== null) this.spool.keepPreview(id, preview);
    });
    this.#follow(id, job, done);
  }

  #takeIn({id, origin, ontvangenOp, accepted}: Arrival): void {
    const folder = this.spool.filesFolder(id);
    const {job, done} = this.jobs.add(
      `${wayNames[origin.herkomst]}: ${origin.bron ?? "levering"}`,
      async (onProgress) => {
        const paths = filesAt(folder);
        const found = await survey({paths, root: folder, except: null});
        const left = await letUnmatchedWait(this.#options, found);
        const facts = {...origin, ontvangenOp: new Date(ontvangenOp)};
        await this.#import({paths, root: folder, survey: left, origin: facts, accepted, onProgress});
        this.spool.remove(id);
      },
    );
    this.#follow(id, job, done);
  }

  #import(request: Omit<ImportRequest, "dataFolder" | "environment" | "now" | "signal">): Promise<DeliveryResult> {
    const {database, dataFolder, environment, now} = this.#options;
    return importDelivery(database, {...request, dataFolder, environment, now, signal: this.#stopping.signal});
  }

  // What went wrong is told by the job; nobody else waits for it.
  #follow(id: string, job: Job, done: Promise<unknown>): void {
    this.#jobOf.set(id, job);
    if (this.#jobOf.size > jobsRemembered) this.#jobOf.delete(this.#jobOf.keys().next().value!);
    done.catch(() => undefined);
  }
}

const hourInMs = 60 * 60 * 1000;
const jobsRemembered = 1000;

const wayNames: Readonly<Record<Herkomst, string>> = {
  opdracht: "Opdracht",
  inbox: "Inbox",
  upload: "Upload",
  api: "API",
};

// Named one by one, so that a file Wijkbalans does not know is refused and not skipped in silence.
function filesAt(folder: string): string[] {
  return readdirSync(folder, {withFileTypes: true, recursive: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function onlyName(folder: string): string | null {
  const [first] = filesAt(folder);
  return first === undefined ? null : showableName(basename(first));
}
