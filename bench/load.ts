// What fifty readers notice of somebody who asks ten thousand pages a second: node bench/load.ts DATA
import {execFile, spawn} from "node:child_process";
import {readFileSync} from "node:fs";
import {request} from "node:http";
import {join} from "node:path";
import {command, quantile, root, untilIdle} from "./processes.ts";

const port = 8392;
const readers = 50;
const seconds = 10;
const perSecond = 10_000;
const paths = ["/cijfers/stand-van-zorg", "/geteld/kosten", "/geteld/wachttijd", "/over-de-gegevens/catalogus"];

const [data = "data"] = process.argv.slice(2);
const server = spawn(process.execPath, [command, "serve", "--port", String(port), "--data", data], {
  stdio: "ignore",
  cwd: root,
});
try {
  await untilAnswering();
  for (const path of paths) await ask(path, "eerst");
  // A server that just started makes the usual pages ahead.
  await untilIdle(server.pid!);
  const quiet = await phase(read);
  const memoryBefore = residentBytes(server.pid ?? 0);
  const [flooded, flood] = await Promise.all([phase(read), runFlood(perSecond, paths[0]!)]);
  const [uncached, strange] = await Promise.all([phase(read), runFlood(perSecond, "/geteld/kosten?aanbieder=onzin")]);
  const after = await phase(read);
  const memory = {beforeMB: memoryBefore / 1e6, afterMB: residentBytes(server.pid ?? 0) / 1e6};
  console.log(JSON.stringify({quiet, flooded, flood, uncached, strange, after, memory}, null, 2));
} finally {
  server.kill("SIGTERM");
}

/** What was seen, and how many seconds of a processor the server worked for it: on a busy machine that tells more. */
async function phase<T extends object>(work: () => Promise<T>): Promise<T & {cpuSeconds: number; seconds: number}> {
  const [cpuBefore, began] = [cpuSeconds(), performance.now()];
  const seen = await work();
  return {...seen, cpuSeconds: cpuSeconds() - cpuBefore, seconds: (performance.now() - began) / 1000};
}

/** Of the server up to now, in user and system time; ticks are hundredths. */
function cpuSeconds(): number {
  const fields = readFileSync(`/proc/${server.pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Fifty people, each with a session of their own, who open a page each second or so. */
async function read() {
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  const ends = performance.now() + seconds * 1000;
  await Promise.all(
    Array.from({length: readers}, async (_, reader) => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 1000));
      while (performance.now() < ends) {
        const began = performance.now();
        const status = await ask(paths[Math.floor(Math.random() * paths.length)]!, `lezer-${reader}`);
        times.push(performance.now() - began);
        statuses[status] = (statuses[status] ?? 0) + 1;
        await new Promise((resolve) => setTimeout(resolve, 500 + Math.random() * 1000));
      }
    }),
  );
  return {
    p50: Math.round(quantile(times, 0.5)),
    p95: Math.round(quantile(times, 0.95)),
    p99: Math.round(quantile(times, 0.99)),
    statuses,
  };
}

function ask(path: string, session: string): Promise<number> {
  return new Promise((resolve) => {
    const headers = {"accept-encoding": "br", cookie: `wijkbalans=${session}`};
    const call = request({host: "127.0.0.1", port, path, headers}, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
    });
    call.on("error", () => resolve(0));
    call.end();
  });
}

function runFlood(perSecond: number, path: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const args = [join(root, "bench", "flood.ts"), String(port), String(seconds), String(perSecond), path];
    execFile(process.execPath, args, (error, output) => (error === null ? resolve(JSON.parse(output)) : reject(error)));
  });
}

async function untilAnswering() {
  for (let attempt = 0; attempt < 600; attempt++) {
    if ((await ask("/assets/ready", "")) > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the server does not answer");
}

function residentBytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024;
}
