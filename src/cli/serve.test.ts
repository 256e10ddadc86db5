import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {createServer, type Server} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {openDatabase} from "../database/open.ts";
import type {CommandInput} from "./command.ts";
import {serve} from "./serve.ts";

let dataFolder: string;
let said: string;

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), "wijkbalans-"));
  said = "";
});

afterEach(() => rmSync(dataFolder, {recursive: true, force: true}));

function input(port: string): CommandInput {
  return {
    positionals: [],
    values: {port},
    dataFolder,
    folder: dataFolder,
    openDatabase: () => openDatabase(dataFolder),
    output: {
      isTerminal: false,
      write: () => {},
      say: (text) => {
        said += text;
      },
    },
    now: () => new Date("2026-11-01T12:00:00Z"),
  };
}

test.each(["0", "80a", "70000", "8080.5"])("port %s is refused with one line", async (port) => {
  await expect(serve.run(input(port))).rejects.toThrow("Kies bij --port een getal van 1 tot en met 65535.");
});

test("it does not begin with a key that others can read", async () => {
  mkdirSync(join(dataFolder, "sleutels"));
  writeFileSync(join(dataFolder, "sleutels", "archief.sleutel"), Buffer.alloc(32, 7), {mode: 0o644});
  await expect(serve.run(input("8080"))).rejects.toThrow(/^De archiefsleutel '[^']+' kan door anderen .*chmod 600 '/);
});

test("it does not begin with mail that is half set, and repeats no password", async () => {
  process.env.WIJKBALANS_SMTP_URL = "smtps://post:geheim@mail.voorbeeld.nl";
  try {
    await expect(serve.run(input("8080"))).rejects.toThrow(
      /^De instellingen voor mail kloppen niet\. .*\n {2}WIJKBALANS_MAIL_VAN: ontbreekt\./,
    );
    await expect(serve.run(input("8080"))).rejects.not.toThrow(/geheim/);
  } finally {
    delete process.env.WIJKBALANS_SMTP_URL;
  }
});

test("a port that is taken is said to be so, and the data are let go of", async () => {
  const other = await listening();
  const port = (other.address() as {port: number}).port;
  await expect(serve.run(input(String(port)))).rejects.toThrow(`Poort ${port} is al in gebruik.`);
  await expect(serve.run(input(String(port)))).rejects.toThrow(`Poort ${port} is al in gebruik.`);
  other.close();
});

test.each([
  [
    "elsewhere while nobody signs in",
    {host: "0.0.0.0"},
    "Zonder aanmelden is de server alleen op deze computer bereikbaar.",
  ],
  [
    "elsewhere as a demonstration",
    {host: "0.0.0.0", demo: true},
    "Met --demo is de server alleen op deze computer bereikbaar.",
  ],
  [
    "as a demonstration without Heuveldam",
    {demo: true},
    "--demo kan alleen met Heuveldam, en hier is nog niets ingelezen.",
  ],
])("it does not run %s", async (_how, values, line) => {
  const free = await listening();
  const port = String((free.address() as {port: number}).port);
  await new Promise((resolve) => free.close(resolve));
  await expect(serve.run({...input(port), values: {port, ...values}})).rejects.toThrow(line);
});

test("it answers on this machine alone, and stops when asked", async () => {
  const free = await listening();
  const port = (free.address() as {port: number}).port;
  await new Promise((resolve) => free.close(resolve));
  const running = serve.run(input(String(port)));
  const page = await retry(() => fetch(`http://127.0.0.1:${port}/cijfers/stand-van-zorg`));
  expect(page.status).toBe(400);
  expect(await page.text()).toContain("Er zijn nog geen berichten.");
  expect(said).toContain(`http://localhost:${port}`);
  process.emit("SIGTERM");
  expect(await running).toBe(0);
});

function listening(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}

async function retry<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = 100; ; left--) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
