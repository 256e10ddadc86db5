import {readFileSync} from "node:fs";
import type {Server} from "node:http";
import {join, resolve} from "node:path";
import {LookLog} from "../access/looking/look-log.ts";
import {readPrivacySettings, type SpanSettings} from "../access/looking/privacy-settings.ts";
import type {SpanLog} from "../access/looking/spans.ts";
import {createApi} from "../api/api.ts";
import {openDatabase} from "../database/open.ts";
import {UserError} from "../errors.ts";
import {Deliveries} from "../ingest/deliveries/deliveries.ts";
import {Inbox} from "../ingest/deliveries/inbox.ts";
import {assertPrivateKeys} from "../ingest/keys/key-files.ts";
import {signalsFor} from "../reports/vandaag/signals.ts";
import {createApp} from "../web/app.tsx";
import {keepWarm} from "../web/warm.ts";
import type {Command} from "./command.ts";
import {openCommandDoor} from "./command-door.ts";
import {hostToListenOn, openEntrance, publicAddress} from "./entrance.ts";
import {openFrontDoor} from "./front-door/front-door.ts";
import {countRefused} from "./front-door/refused-count.ts";
import {readDoorSettings} from "./front-door/settings.ts";
import {countLocalIndicators, sayRefused} from "./local-indicators.ts";
import {openMailing} from "./mailing.ts";
import {warmingReader} from "./warming-reader.ts";
import {watchFigures} from "./watch-figures.ts";

export const serve: Command = {
  name: "serve",
  summary: "Toont de cijfers op deze computer, en neemt in wat in de inbox komt.",
  usage: "serve [--port 8080] [--host ADRES] [--inbox MAP] [--demo] [--data MAP]",
  options: {port: {type: "string"}, host: {type: "string"}, inbox: {type: "string"}, demo: {type: "boolean"}},
  async run({values, positionals, dataFolder, folder, output, now}) {
    if (positionals.length > 0)
      throw new UserError("'serve' heeft geen bestanden nodig. Gebruik: npx wijkbalans serve [--port 8080]");
    const port = readPort(values.port);
    const environment = process.env;
    const isDemo = values.demo === true;
    const host = hostToListenOn(values.host, environment, isDemo);
    const settings = readDoorSettings(environment);
    assertPrivateKeys(dataFolder, environment);
    const database = await openDatabase(dataFolder);
    try {
      sayRefused(await countLocalIndicators(database, dataFolder), output);
      const report = (error: unknown) => output.say(`Fout: ${error instanceof Error ? error.name : "onbekend"}\n`);
      const uptime = () => performance.now();
      const inboxFolder = typeof values.inbox === "string" ? resolve(folder, values.inbox) : join(dataFolder, "inbox");
      const deliveries = new Deliveries({database, dataFolder, inboxFolder, environment, now, report});
      const inbox = new Inbox({
        folder: inboxFolder,
        database,
        deliveries,
        now,
        uptime,
        say: (line) => output.say(`${line}\n`),
      });
      const mailer = await openMailing({database, dataFolder, environment, signalsOf: signalsFor, now, report});
      const entrance = await openEntrance({database, environment, isDemo, now, uptime});
      const warmer = warmingReader(entrance);
      const spans = await spanLogOf(readPrivacySettings(environment).spans);
      const looks = await LookLog.open(database, dataFolder, {
        report,
        ...(spans === null ? {} : {onLook: spans.onLook}),
      });
      const app = createApp({
        database,
        entrance,
        readerOf: warmer.readerOf,
        report,
        installation: {deliveries, inboxFolder, environment, now, looks, ...(mailer === null ? {} : {mail: mailer})},
      });
      const api = createApi({database, deliveries, now, uptime, report});
      const refused = countRefused((look) => looks.note(look), now);
      const server = openFrontDoor({
        settings,
        fetch: (request, bindings) => (isForApi(request) ? api.fetch(request, bindings) : app.fetch(request, bindings)),
        uptime,
        now,
        report,
        onRefused: refused.add,
      });
      deliveries.start();
      await listen(server, port, host);
      const door = await openCommandDoor(dataFolder, database, deliveries.jobs);
      inbox.start();
      output.say(`Wijkbalans staat klaar op ${publicAddress(environment, port)} . Stoppen: Ctrl+C\n`);
      const stopping = new AbortController();
      const warming = keepWarm(
        (path, within) => warmer.ask(app, path, within),
        () => deliveries.jobs.nextIdle(),
        stopping.signal,
        async () => {
          // Who reads goes on, whatever goes wrong here.
          await watchFigures(database, now, stopping.signal).catch(report);
          if (!stopping.signal.aborted) mailer?.begin();
        },
      );
      await untilStopped();
      stopping.abort();
      door.close();
      server.close();
      server.closeAllConnections();
      await Promise.all([deliveries.close(), inbox.stop(), mailer?.close()]);
      await warming;
      refused.flush();
      await looks.close();
      await spans?.close();
      return 0;
    } finally {
      await database.close();
    }
  },
};

/** Null: spans go nowhere, and then what sends them is not loaded. */
async function spanLogOf(settings: SpanSettings): Promise<SpanLog | null> {
  if (settings.otlp === null && settings.file === null) return null;
  const {version} = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  return (await import("../access/looking/spans.ts")).openSpanLog(settings, version);
}

function isForApi(request: Request): boolean {
  return new URL(request.url).pathname.startsWith("/api/");
}

function readPort(text: unknown): number {
  const port = text === undefined ? 8080 : Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new UserError("Kies bij --port een getal van 1 tot en met 65535.");
  }
  return port;
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE"
          ? new UserError(`Poort ${port} is al in gebruik. Sluit het andere programma of kies een andere met --port.`)
          : error.code === "EACCES"
            ? new UserError(`Poort ${port} mag u niet gebruiken. Kies een hogere met --port.`)
            : error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND"
              ? new UserError(`Deze computer heeft het adres ${host} niet. Kies een ander met --host.`)
              : error,
      );
    });
    server.listen(port, host, resolve);
  });
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}
