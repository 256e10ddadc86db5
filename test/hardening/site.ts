import {once} from "node:events";
import {Agent, request as httpRequest, type IncomingHttpHeaders} from "node:http";
import type {AddressInfo} from "node:net";
import {localAdministrator} from "../../src/access/reader.ts";
import {makeToken} from "../../src/access/token.ts";
import {createApi} from "../../src/api/api.ts";
import {openFrontDoor} from "../../src/cli/front-door/front-door.ts";
import type {Database} from "../../src/database/database.ts";
import {createApp} from "../../src/web/app.tsx";
import {always} from "../../src/web/reader-of.ts";
import {folderWithTable, installationOf, littleDatabase} from "../journeys/app.ts";

export interface SiteAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** The whole server on a port, over the little world: what an attacker meets. */
export interface Site {
  readonly port: number;
  readonly database: Database;
  readonly token: string;
  /** What should not have happened. */
  readonly reported: unknown[];
  ask(
    path: string,
    init?: {method?: string; headers?: Record<string, string>; body?: string | Buffer},
  ): Promise<SiteAnswer>;
  close(): Promise<void>;
}

export async function openSite(): Promise<Site> {
  const database = await littleDatabase();
  const reported: unknown[] = [];
  const report = (error: unknown) => void reported.push(error);
  const installation = installationOf(database, folderWithTable());
  const {deliveries, now} = installation;
  deliveries.start();
  // A test asks more than a person: each time a minute later.
  let asked = 0;
  const uptime = () => {
    asked += 60_000;
    return asked;
  };
  const app = createApp({database, readerOf: always(localAdministrator), report, installation});
  const api = createApi({database, deliveries, now, uptime, report});
  const server = openFrontDoor({
    settings: {hostNames: [], isHttps: false, proxies: [], reportTo: "mailto:beveiliging@voorbeeld.nl"},
    fetch: (request, bindings) =>
      (new URL(request.url).pathname.startsWith("/api/") ? api : app).fetch(request, bindings),
    uptime,
    now,
    onRefused: () => undefined,
    report,
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const {port} = server.address() as AddressInfo;
  const agent = new Agent({keepAlive: true, maxSockets: 4});
  return {
    port,
    database,
    reported,
    token: await makeToken(database, "proef", "aanleveren", 30, now()),
    async ask(path, {method = "GET", headers = {}, body} = {}) {
      const call = httpRequest({
        host: "127.0.0.1",
        port,
        path,
        method,
        headers: {host: "localhost", ...headers},
        agent,
      });
      call.end(body);
      const [response] = await once(call, "response");
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      return {status: response.statusCode, headers: response.headers, text: Buffer.concat(chunks).toString("utf8")};
    },
    async close() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await deliveries.close();
      await database.close();
    },
  };
}

const mostAnswers = 120;

/**
 * Pages and files that links lead to, breadth first: of each kind of address two, and each filter once, since a
 * thousand more differ in a figure only.
 */
export async function walk(site: Site, start: readonly string[]): Promise<Map<string, SiteAnswer>> {
  const answers = new Map<string, SiteAnswer>();
  const seen = new Map<string, {count: number; readonly keys: Set<string>}>();
  const queue = [...start];
  while (queue.length > 0 && answers.size < mostAnswers) {
    const path = queue.shift()!;
    const url = new URL(path, "http://localhost");
    const kind = seen.get(kindOf(url.pathname)) ?? {count: 0, keys: new Set()};
    seen.set(kindOf(url.pathname), kind);
    const isNew = [...url.searchParams.keys()].some((key) => !kind.keys.has(key));
    if (answers.has(path) || (kind.count >= 2 && !isNew)) continue;
    kind.count++;
    for (const key of url.searchParams.keys()) kind.keys.add(key);
    const answer = await site.ask(path);
    answers.set(path, answer);
    if (!String(answer.headers["content-type"]).startsWith("text/html")) continue;
    for (const [, href] of answer.text.matchAll(/\s(?:href|src|action)="([^"]*)"/g)) {
      const next = new URL(href!.replaceAll("&amp;", "&"), `http://localhost${path}`);
      if (next.host === "localhost") queue.push(next.pathname + next.search);
    }
  }
  return answers;
}

/** "/geteld/uitval.csv" is of the kind "/geteld/*.csv". */
function kindOf(path: string): string {
  if (path.startsWith("/assets/")) return path;
  return path.replace(/^(\/geteld|.*\/(?:catalogus|regels|bestanden))\/[^/.]+/, "$1/*");
}
