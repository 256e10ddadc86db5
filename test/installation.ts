import {afterAll} from "vitest";
import {LookLog} from "../src/access/looking/look-log.ts";
import {localAdministrator} from "../src/access/reader.ts";
import {createApi} from "../src/api/api.ts";
import type {Database} from "../src/database/database.ts";
import {openDatabase} from "../src/database/open.ts";
import {Deliveries} from "../src/ingest/deliveries/deliveries.ts";
import {createApp} from "../src/web/app.tsx";
import {always} from "../src/web/reader-of.ts";
import {folderWith} from "./berichten-on-disk.ts";

/** A whole installation in a folder that is thrown away: what 'serve' wires together, without a socket. */
export interface TestInstallation {
  readonly dataFolder: string;
  readonly database: Database;
  readonly deliveries: Deliveries;
  /** What should not have happened. */
  readonly reported: unknown[];
  /** Asks the pages, or the API when the path is its. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  setClock(now: string): void;
  /** When all that was asked for is done. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

const opened: TestInstallation[] = [];

afterAll(async () => {
  for (const installation of opened) await installation.close();
});

export async function openInstallation(dataFolder = folderWith()): Promise<TestInstallation> {
  const database = await openDatabase(dataFolder, {threads: 1});
  const reported: unknown[] = [];
  const report = (error: unknown) => void reported.push(error);
  let clock = new Date("2026-11-27T08:00:00Z");
  const now = () => clock;
  const environment = {};
  const inboxFolder = `${dataFolder}/inbox`;
  const deliveries = new Deliveries({database, dataFolder, inboxFolder, environment, now, report});
  deliveries.start();
  const looks = await LookLog.open(database, dataFolder, {report});
  const installation = {deliveries, inboxFolder, environment, now, looks};
  const app = createApp({database, readerOf: always(localAdministrator), report, installation});
  const api = createApi({database, deliveries, now, uptime: () => clock.getTime(), report});
  let isOpen = true;
  const made: TestInstallation = {
    dataFolder,
    database,
    deliveries,
    reported,
    async ask(path, init = {}) {
      const headers = new Headers(init.headers);
      headers.set("host", "localhost:8080");
      const request = new Request(`http://localhost:8080${path}`, {...init, headers});
      return path.startsWith("/api/") ? api.fetch(request) : app.fetch(request);
    },
    setClock(text) {
      clock = new Date(text);
    },
    async idle() {
      while (deliveries.jobs.running !== null || deliveries.jobs.waiting.length > 0) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async close() {
      if (!isOpen) return;
      isOpen = false;
      await deliveries.close();
      await looks.close();
      await database.close();
    },
  };
  opened.push(made);
  return made;
}
