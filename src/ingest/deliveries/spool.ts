import {randomBytes} from "node:crypto";
import {mkdirSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {syncFolder, writeWhole} from "../../durable-file.ts";
import {todayAt} from "../../standards/calendar.ts";
import type {Origin} from "../receipts/receipt.ts";
import {type Acceptance, nothingAccepted} from "../reference/acceptance.ts";
import type {Preview} from "./preview.ts";

// What came in over the web stands here until it is taken in, thrown away or a day old. A folder for each delivery:
// bestanden/ with the files, stand.json with what is known of it, voorbeeld-2.json with what taking it in would do.

/** A delivery that came in and is not taken in yet. */
export interface Arrival {
  readonly id: string;
  readonly origin: Omit<Origin, "ontvangenOp">;
  readonly ontvangenOp: string; // "2026-11-27T08:00:00.000Z"
  readonly files: number;
  readonly bytes: number;
  /** Someone said that it is to be taken in: after a restart that goes on. */
  readonly isAccepted: boolean;
  /** What that someone agreed to. */
  readonly accepted: Acceptance;
}

/** As an earlier Wijkbalans may have kept it. */
type Kept = Omit<Arrival, "accepted"> & {readonly accepted?: Acceptance};

// Another name each time a Preview gets another shape: one of an earlier Wijkbalans is then made again.
const previewName = "voorbeeld-2.json";

const dayInMs = 24 * 60 * 60 * 1000;
const idPattern = /^\d{8}-[0-9a-f]{24}$/;

export class Spool {
  readonly #folder: string;

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, "aanlevering");
  }

  /** Makes room for a delivery that begins to come in. It counts once `keep` is called. */
  open(now: Date): {id: string; filesFolder: string} {
    const id = `${todayAt(now).replaceAll("-", "")}-${randomBytes(12).toString("hex")}`;
    const filesFolder = this.filesFolder(id);
    mkdirSync(filesFolder, {recursive: true, mode: 0o700});
    return {id, filesFolder};
  }

  filesFolder(id: string): string {
    return join(this.#pathOf(id), "bestanden");
  }

  /** Notes, durably, what stands in the folder of a delivery. */
  keep(arrival: Arrival): void {
    this.#write(arrival.id, "stand.json", arrival);
    syncFolder(this.#folder);
  }

  keepPreview(id: string, preview: Preview): void {
    this.#write(id, previewName, preview);
  }

  /** Null: there is none of that name, or no more. */
  find(id: string): Arrival | null {
    const kept = idPattern.test(id) ? this.#read<Kept>(id, "stand.json") : null;
    return kept === null ? null : {...kept, accepted: kept.accepted ?? nothingAccepted};
  }

  findPreview(id: string): Preview | null {
    return idPattern.test(id) ? this.#read<Preview>(id, previewName) : null;
  }

  /** All that came in whole, oldest first. */
  list(): Arrival[] {
    return this.#ids()
      .map((id) => this.find(id))
      .filter((arrival) => arrival !== null)
      .sort((a, b) => (a.ontvangenOp < b.ontvangenOp ? -1 : 1));
  }

  remove(id: string): void {
    rmSync(this.#pathOf(id), {recursive: true, force: true});
  }

  /** Removes what nobody took in for a day. */
  removeOld(now: Date): void {
    for (const arrival of this.list()) {
      if (!arrival.isAccepted && expiryOf(arrival) <= now) this.remove(arrival.id);
    }
  }

  /** Removes what a process that ended was still receiving. To be called before anything comes in. */
  removeUnfinished(): void {
    for (const id of this.#ids()) if (this.find(id) === null) this.remove(id);
  }

  #ids(): string[] {
    try {
      return readdirSync(this.#folder).filter((name) => idPattern.test(name));
    } catch {
      return [];
    }
  }

  #pathOf(id: string): string {
    if (!idPattern.test(id)) throw new RangeError("no name of a delivery");
    return join(this.#folder, id);
  }

  #read<T>(id: string, name: string): T | null {
    try {
      return JSON.parse(readFileSync(join(this.#pathOf(id), name), "utf8")) as T;
    } catch {
      return null;
    }
  }

  #write(id: string, name: string, document: unknown): void {
    writeWhole(join(this.#pathOf(id), name), JSON.stringify(document));
  }
}

/** When a delivery that nobody takes in is removed. */
export function expiryOf(arrival: Arrival): Date {
  return new Date(Date.parse(arrival.ontvangenOp) + dayInMs);
}
