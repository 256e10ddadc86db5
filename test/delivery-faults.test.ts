import {type ChildProcess, spawn} from "node:child_process";
import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {request} from "node:http";
import {createServer} from "node:net";
import {join} from "node:path";
import {Readable} from "node:stream";
import {setTimeout} from "node:timers/promises";
import {fileURLToPath} from "node:url";
import {afterEach, expect, test} from "vitest";
import {contentOf, folderWith, importInto, startBericht, startBerichten, withDatabase} from "./berichten-on-disk.ts";
import {ended, runCommand} from "./command-line.ts";
import {zipOf} from "./zip-file.ts";

const path = "/api/v1/leveringen";
const program = fileURLToPath(new URL("../bin/wijkbalans.js", import.meta.url));

let running: ChildProcess | null = null;

afterEach(() => {
  running?.kill("SIGKILL");
  running = null;
});

/** A server in a process of its own. */
async function startServer(data: string): Promise<{url: string; process: ChildProcess; stderr: Promise<string>}> {
  const port = await freePort();
  // As built: pages are written in JSX, that Node does not run as it stands.
  const args = [program, "serve", "--port", String(port), "--data", data];
  const server = spawn(process.execPath, args, {stdio: ["ignore", "pipe", "pipe"]});
  running = server;
  const stderr = ended(server).then((end) => end.stderr);
  const url = `http://127.0.0.1:${port}`;
  for (let left = 300; ; left--) {
    if (left === 0) throw new Error("the server does not answer");
    const answer = await fetch(`${url}/over-de-gegevens/beheer`).catch(() => null);
    if (answer?.status === 200) return {url, process: server, stderr};
    await setTimeout(100);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const {port} = server.address() as {port: number};
      server.close(() => resolve(port));
    });
  });
}

async function makeToken(data: string): Promise<string> {
  const {stdout} = await runCommand(["token", "maak", "test", "--json", "--data", data]);
  return (JSON.parse(stdout) as {token: string}).token;
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let left = 600; !(await isSo()); left--) {
    if (left === 0) throw new Error("it did not come to pass");
    await setTimeout(100);
  }
}

test("killed while it takes in the inbox, the next start ends with the same, all moved", async () => {
  const data = folderWith();
  const inbox = join(data, "inbox");
  mkdirSync(inbox);
  const files = startBerichten(1500);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(inbox, name), content);
  writeFileSync(join(inbox, "fout.xml"), "<a/>");
  const first = await startServer(data);
  // Somewhere between the first moved file and the last.
  await until(() => existsSync(join(inbox, "verwerkt")) && readdirSync(join(inbox, "verwerkt")).length > 0);
  first.process.kill("SIGKILL");
  await first.stderr;
  expect(readdirSync(inbox).length).toBeGreaterThan(2);

  const second = await startServer(data);
  await until(() => readdirSync(inbox).length === 2);
  second.process.kill("SIGTERM");
  await second.stderr;
  const day = readdirSync(join(inbox, "verwerkt"))[0]!;
  expect(readdirSync(join(inbox, "verwerkt", day))).toHaveLength(1500);
  expect(readdirSync(join(inbox, "geweigerd", day))).toEqual(["fout.xml", "fout.xml.txt"]);
  // With the same keys, pseudonyms are the same.
  const plain = folderWith();
  cpSync(join(data, "sleutels"), join(plain, "sleutels"), {recursive: true});
  await importInto(plain, [folderWith(files)]);
  const {bestand: _, bevinding: __, ...rows} = await contentOf(data);
  expect(await contentOf(plain)).toMatchObject(rows);
});

test("a command while the server takes something in waits for its turn, and both are done", async () => {
  const data = folderWith();
  const token = await makeToken(data);
  const server = await startServer(data);
  const headers = {authorization: `Bearer ${token}`, "content-type": "application/zip"};
  const body = new Uint8Array(zipOf(startBerichten(2000)));
  const [accepted, command] = await Promise.all([
    fetch(server.url + path, {method: "POST", headers, body}).then(
      (answer) => answer.json() as Promise<{statusUrl: string}>,
    ),
    setTimeout(50).then(() =>
      runCommand(["import", folderWith({"los.xml": startBericht("LOS")}), "--data", data, "--json"]),
    ),
  ]);
  expect(JSON.parse(command.stdout)).toMatchObject({ingenomen: 1});
  await until(async () => {
    const receipt = (await (await fetch(server.url + accepted.statusUrl, {headers})).json()) as {stand: string};
    return receipt.stand === "klaar";
  });
  server.process.kill("SIGTERM");
  expect(await server.stderr).not.toContain("Fout");
  const rows = await withDatabase(data, (database) => database.query("select count(*) as aantal from bericht"));
  expect(Number(rows[0]!.aantal)).toBe(2001);
  expect((await runCommand(["verify", "--data", data])).exitCode).toBe(0);
});

test("300 MB over HTTP goes past memory, and pages are answered meanwhile", async () => {
  const data = folderWith();
  const token = await makeToken(data);
  const server = await startServer(data);
  const before = peakMemory(server.process);
  const chunk = Buffer.alloc(1024 * 1024, 7);
  const answering = send(server.url, token, Readable.from(Array(300).fill(chunk)));
  let slowest = 0;
  let isSent = false;
  const sent = answering.finally(() => {
    isSent = true;
  });
  while (!isSent) {
    const startedAt = performance.now();
    expect((await fetch(`${server.url}/over-de-gegevens/aanleveren`)).status).toBe(200);
    slowest = Math.max(slowest, performance.now() - startedAt);
    await setTimeout(20);
  }
  expect(await sent).toBe(202);
  const grown = peakMemory(server.process) - before;
  console.log(`300 MB upload: memory grew by at most ${Math.round(grown)} MB, slowest page ${Math.round(slowest)} ms`);
  expect(grown).toBeLessThan(150);
  server.process.kill("SIGTERM");
  await server.stderr;
});

/** The most memory a process ever held, in MB. */
function peakMemory({pid}: ChildProcess): number {
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))![1]) / 1000;
}

function send(url: string, token: string, body: Readable): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = {authorization: `Bearer ${token}`, "content-type": "application/zip"};
    const call = request(url + path, {method: "POST", headers}, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    call.on("error", reject);
    body.pipe(call);
  });
}
