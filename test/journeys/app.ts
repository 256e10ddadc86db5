import {join} from "node:path";
import {createAdaptorServer} from "@hono/node-server";
import {openEntrance} from "../../src/cli/entrance.ts";
import type {Database} from "../../src/database/database.ts";
import {openDuckDb} from "../../src/database/duckdb.ts";
import {migrate} from "../../src/database/migrate.ts";
import {Deliveries} from "../../src/ingest/deliveries/deliveries.ts";
import {createApp} from "../../src/web/app.tsx";
import type {Installation} from "../../src/web/live.ts";
import {folderWith} from "../berichten-on-disk.ts";
import {forgetfulLooks} from "../forgetful-looks.ts";
import {fillLittleWorld} from "../little-world.ts";

/** A small gemeente in memory, the same at every run. */
export async function littleDatabase(): Promise<Database> {
  const database = await openDuckDb(":memory:", {threads: 1});
  await migrate(database);
  await fillLittleWorld(database);
  return database;
}

/** What a server does beside showing figures, in a folder that is thrown away. */
export function installationOf(database: Database, dataFolder = folderWith()): Installation {
  const now = () => new Date("2026-11-27T08:00:00Z");
  const report = (error: unknown) => {
    throw error;
  };
  const inboxFolder = join(dataFolder, "inbox");
  const deliveries = new Deliveries({database, dataFolder, inboxFolder, environment: {}, now, report});
  return {deliveries, inboxFolder, environment: {}, now, looks: forgetfulLooks};
}

/** A data folder in whose inbox a table waits. */
export function folderWithTable(): string {
  const lines = ["BSN;Wet;AGB-code;Toewijzingsnummer;Begindatum;Einddatum;Reden stop;Opmerking"];
  for (const bsn of ["999900006", "999900018", "999900031"]) {
    lines.push(`${bsn};Wmo;99990001;1;01-02-2025;;;Mevrouw Voorbeeld`);
  }
  return folderWith({"inbox/leveringen.csv": `${lines.join("\r\n")}\r\n`});
}

export interface RunningApp {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * The app on a port of this machine, as a browser meets it.
 *
 * @param fill  takes in more than the little gemeente has
 */
export async function startApp(fill: (database: Database) => Promise<unknown> = async () => {}): Promise<RunningApp> {
  const database = await littleDatabase();
  await fill(database);
  const failures: unknown[] = [];
  const installation = installationOf(database, folderWithTable());
  // As 'npm start' shows it: with a role to choose.
  const entrance = await openEntrance({
    database,
    environment: {},
    isDemo: true,
    now: installation.now,
    uptime: () => performance.now(),
  });
  const app = createApp({
    database,
    entrance,
    readerOf: entrance.readerOf,
    report: (error) => failures.push(error),
    installation,
  });
  const server = createAdaptorServer({fetch: app.fetch});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      if ("closeAllConnections" in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await database.close();
      if (failures.length > 0) throw failures[0];
    },
  };
}
