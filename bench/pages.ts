import {spawn} from "node:child_process";
import {command, quantile, root} from "./processes.ts";

export interface PageFigures {
  readonly path: string;
  readonly firstMilliseconds: number;
  readonly warmP50Milliseconds: number;
  readonly warmP95Milliseconds: number;
  readonly kilobytesTransferred: number;
}

const port = 8391;
const readers = 50;
const requestsPerReader = 10;

/** Each page the first time after the server started, then for fifty readers at once; bytes as they cross the wire. */
export async function benchPages(data: string, paths: readonly string[]): Promise<PageFigures[]> {
  const server = spawn(process.execPath, [command, "serve", "--port", String(port), "--data", data], {
    stdio: "ignore",
    cwd: root,
  });
  try {
    await untilAnswering();
    const figures: PageFigures[] = [];
    for (const path of paths) figures.push(await benchPage(path));
    return figures;
  } finally {
    server.kill("SIGTERM");
  }
}

async function benchPage(path: string): Promise<PageFigures> {
  const first = await timeRequest(path);
  const warm: number[] = [];
  await Promise.all(
    Array.from({length: readers}, async () => {
      for (let i = 0; i < requestsPerReader; i++) {
        const began = performance.now();
        await request(path);
        warm.push(performance.now() - began);
        await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 450));
      }
    }),
  );
  return {
    path,
    firstMilliseconds: Math.round(first.milliseconds),
    warmP50Milliseconds: Math.round(quantile(warm, 0.5)),
    warmP95Milliseconds: Math.round(quantile(warm, 0.95)),
    kilobytesTransferred: Math.round(first.bytes / 1000),
  };
}

async function timeRequest(path: string) {
  const began = performance.now();
  const bytes = await request(path);
  return {milliseconds: performance.now() - began, bytes};
}

/** fetch() unpacks what it gets, so the size on the wire comes from the header or from the body as it was sent. */
async function request(path: string): Promise<number> {
  const {request: get} = await import("node:http");
  return new Promise((resolve, reject) => {
    get({host: "127.0.0.1", port, path, headers: {"accept-encoding": "br, gzip"}}, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on("end", () => {
        if (response.statusCode === 200) resolve(bytes);
        else reject(new Error(`${path} answers ${response.statusCode}`));
      });
    })
      .on("error", reject)
      .end();
  });
}

async function untilAnswering() {
  for (let attempt = 0; attempt < 300; attempt++) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/assets/ready`, {redirect: "manual"});
      if (answer.status > 0) return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error("the server does not answer");
}
