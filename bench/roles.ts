// How long fifty readers in twelve roles wait for their pages, all at once, and what memory that takes:
// node bench/roles.ts DATA [SECONDS], with DATA of the demo. Of a day of use it is some 12,000 pages: 300 seconds.
import {spawn} from "node:child_process";
import {request} from "node:http";
import {roleNames} from "../src/access/role.ts";
import {command, pause, quantile, residentBytes, root, untilIdle} from "./processes.ts";

const port = 8393;
const readers = 50;
const [data = "data", lasting = "30"] = process.argv.slice(2);
const seconds = Number(lasting);
const server = spawn(process.execPath, [command, "serve", "--demo", "--port", String(port), "--data", data], {
  stdio: "ignore",
  cwd: root,
});
try {
  await untilAnswering();
  // A server that just started makes the usual pages ahead.
  const began = performance.now();
  await untilIdle(server.pid!);
  const ready = Math.round((performance.now() - began) / 1000);
  const sessions = new Map<string, {cookie: string; paths: string[]}>();
  for (const role of roleNames) sessions.set(role, await signIn(role));
  const first = await openEach(sessions);
  const memory = watchMemory(server.pid!);
  const warm = await readAll([...sessions.values()]);
  console.log(JSON.stringify({ready, first, warm, megabytes: memory()}, null, 2));
} finally {
  server.kill("SIGTERM");
}

/** Chooses a role of the demo; gives its cookie and the pages of its menu. */
async function signIn(role: string): Promise<{cookie: string; paths: string[]}> {
  const form = await ask("/kies-een-rol");
  const token = /name="formulier" value="([^"]*)"/.exec(form.text)?.[1] ?? "";
  const body = new URLSearchParams({formulier: token, rol: role}).toString();
  const headers = {"content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin"};
  const chosen = await ask("/kies-een-rol", {method: "POST", headers, body});
  const cookie = chosen.cookies.join("; ");
  const menu = await ask("/over-de-gegevens/catalogus", {headers: {cookie}});
  const links = [...menu.text.matchAll(/<nav.*?<\/nav>/gs)].flatMap(([nav]) => [
    ...nav.matchAll(/href="(\/[^"?#]*)"/g),
  ]);
  return {cookie, paths: [...new Set(links.map(([, href]) => href!))].filter((path) => !path.includes("account"))};
}

/** Each page of each role once, one after another. */
async function openEach(sessions: ReadonlyMap<string, {cookie: string; paths: readonly string[]}>) {
  const times: number[] = [];
  const slow: string[] = [];
  for (const [role, {cookie, paths}] of sessions) {
    for (const path of paths) {
      const {milliseconds} = await ask(path, {headers: {cookie}});
      times.push(milliseconds);
      if (milliseconds > 300) slow.push(`${role} ${path} ${Math.round(milliseconds)}`);
    }
  }
  return {pages: times.length, p50: rounded(times, 0.5), p95: rounded(times, 0.95), slow};
}

/** What a process holds, ten times in the time that is read, evenly spread. */
function watchMemory(pid: number): () => number[] {
  const held: number[] = [];
  const look = () => held.push(Math.round(residentBytes(pid) / 1e6));
  look();
  const timer = setInterval(look, seconds * 100);
  return () => {
    clearInterval(timer);
    look();
    return held;
  };
}

/** Fifty people spread over the roles, who open a page each second or so: one of the menu, or one that the last led to. */
async function readAll(sessions: readonly {cookie: string; paths: readonly string[]}[]) {
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  const ends = performance.now() + seconds * 1000;
  await Promise.all(
    Array.from({length: readers}, async (_, reader) => {
      const {cookie, paths} = sessions[reader % sessions.length]!;
      await pause(Math.random() * 1000);
      let links = paths;
      while (performance.now() < ends) {
        const path = links[Math.floor(Math.random() * links.length)]!;
        const {status, milliseconds, text} = await ask(path, {headers: {cookie}});
        const onward = Math.random() < 0.7 ? linksOf(text) : [];
        links = onward.length > 0 ? onward : paths;
        times.push(milliseconds);
        statuses[status] = (statuses[status] ?? 0) + 1;
        await pause(500 + Math.random() * 1000);
      }
    }),
  );
  return {
    pages: times.length,
    p50: rounded(times, 0.5),
    p95: rounded(times, 0.95),
    p99: rounded(times, 0.99),
    statuses,
  };
}

/** Pages of figures that a page leads to. */
function linksOf(html: string): string[] {
  const main = html.slice(html.indexOf("<main"));
  return [...main.matchAll(/href="(\/(?:cijfers|geteld|vandaag|samen-leren|over-de-gegevens)[^"#]*)"/g)].map(
    ([, href]) => href!.replaceAll("&amp;", "&"),
  );
}

function rounded(times: readonly number[], share: number): number {
  return Math.round(quantile(times, share) * 10) / 10;
}

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Got {
  readonly status: number;
  readonly text: string;
  readonly cookies: readonly string[];
  readonly milliseconds: number;
}

function ask(path: string, {method = "GET", headers = {}, body}: Sent = {}): Promise<Got> {
  const began = performance.now();
  return new Promise((resolve) => {
    const none: Got = {status: 0, text: "", cookies: [], milliseconds: 0};
    const call = request({host: "localhost", port, path, method, headers: {...headers}}, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(chunks).toString("utf8"),
          cookies: (response.headers["set-cookie"] ?? []).map((line) => line.split(";")[0]!),
          milliseconds: performance.now() - began,
        }),
      );
    });
    call.on("error", () => resolve(none));
    call.end(body);
  });
}

async function untilAnswering(): Promise<void> {
  for (let attempt = 0; attempt < 3000; attempt++) {
    if ((await ask("/assets/ready")).status > 0) return;
    await pause(100);
  }
  throw new Error("the server does not answer");
}
