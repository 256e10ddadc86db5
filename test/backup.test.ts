import {spawn} from "node:child_process";
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, test, vi} from "vitest";
import {writeBackup} from "../src/ingest/backup/write-backup.ts";
import {importDelivery} from "../src/ingest/import.ts";
import {survey} from "../src/ingest/survey.ts";
import {contentOf, folderWith, importInto, startBerichten, withDatabase} from "./berichten-on-disk.ts";
import {ended, runCommand, runLimited, startCommand} from "./command-line.ts";
import {command, writeDelivery} from "./kill/kill-world.ts";

// Many processes one after the other, on a machine that may have other work.
vi.setConfig({testTimeout: 300_000, hookTimeout: 300_000});

const folder = folderWith();
const data = join(folder, "gegevens");
let delivery: string;

beforeAll(async () => {
  delivery = writeDelivery(folder, 400, false);
  mkdirSync(data);
  await importInto(data, [delivery]);
});

async function costsOf(dataFolder: string): Promise<unknown> {
  const question = ["measure", "kosten", "--per", "wet", "--van", "2020-01", "--tot", "2035-12", "--json"];
  const {exitCode, stdout} = await runCommand([...question, "--data", dataFolder]);
  expect(exitCode).toBe(0);
  return JSON.parse(stdout).rijen;
}

async function restoreInto(target: string, file: string, more: readonly string[] = []) {
  return runCommand(["restore", file, "--data", target, "--sleutels", join(data, "sleutels"), ...more]);
}

test("what is restored elsewhere answers as what was kept, row for row", async () => {
  const file = join(folderWith(), "kopie.tar");
  const own = join("indicatoren", "eigen-cijfer");
  mkdirSync(join(data, own), {recursive: true});
  for (const name of ["eigen-cijfer.sql", "kladje.txt"]) writeFileSync(join(data, own, name), `-- ${name}`);
  const made = await runCommand(["backup", file, "--data", data]);
  expect(made).toMatchObject({exitCode: 0, stderr: ""});
  expect(made.stdout).toMatch(/^.*kopie\.tar is gemaakt .*De sleutels zitten er niet in.*\n$/);
  const target = join(folderWith(), "elders");
  const restored = await restoreInto(target, file);
  expect(restored).toMatchObject({exitCode: 0, stderr: ""});
  expect(restored.stdout).toMatch(
    /^Hersteld in '.*elders': [\d.]+ bestanden en [\d.]+ berichten, alle gecontroleerd\.\n$/,
  );
  expect(await contentOf(target)).toEqual(await contentOf(data));
  expect(readdirSync(join(target, own))).toEqual(["eigen-cijfer.sql"]);
  expect(readFileSync(join(target, own, "eigen-cijfer.sql"), "utf8")).toBe("-- eigen-cijfer.sql");
  const costs = await costsOf(target);
  expect(costs).toEqual(await costsOf(data));
  expect(JSON.stringify(costs)).toMatch(/[1-9]\d{3}/);
  expect(await importInto(target, [delivery])).toMatchObject({ingenomen: 0, geweigerd: 0});
  expect((await runCommand(["rebuild", "--data", target])).exitCode).toBe(0);
});

test("who was signed in is known after a restore, and signs in again", async () => {
  const kept = folderWith();
  const moment = "cast('2026-11-27 08:00:00' as timestamp)";
  await withDatabase(kept, async (database) => {
    await database.execute(
      `insert into gebruiker (id, issuer, subject, naam, gemaakt_op, laatst_gezien_op)
       values ('u1', 'https://inloggen.example', 's1', 'Anna', ${moment}, ${moment});
       insert into sessie (sha256, gebruiker_id, rol, gemaakt_op, gezien_op, eindigt_op, browser)
       values ('ab', 'u1', 'beheerder alle', ${moment}, ${moment}, ${moment}, 'Firefox')`,
    );
  });
  const file = join(folderWith(), "kopie.tar");
  expect(await runCommand(["backup", file, "--data", kept])).toMatchObject({exitCode: 0, stderr: ""});
  const target = join(folderWith(), "elders");
  expect(await restoreInto(target, file)).toMatchObject({exitCode: 0, stderr: ""});
  await withDatabase(target, async (database) => {
    expect(await database.query("select naam from gebruiker")).toEqual([{naam: "Anna"}]);
    expect(await database.query("select sha256 from sessie")).toEqual([]);
  });
});

test("a backup of a server that takes a delivery in meanwhile is whole, and so is what the server has", async () => {
  const served = folderWith();
  await importInto(served, [join(delivery, "referentie")]);
  // The built one: pages are JSX, which Node does not read by itself.
  const server = spawn(process.execPath, [command, "serve", "--port", "8194", "--data", served], {stdio: "pipe"});
  try {
    while (!existsSync(join(served, "opdrachten.sock"))) {
      if (server.exitCode !== null) throw new Error(`the server ended: ${(await ended(server)).stderr}`);
      await pause(50);
    }
    const importing = ended(startCommand(["import", delivery, "--data", served, "--json"]));
    const file = join(folderWith(), "kopie.tar");
    const made = await runCommand(["backup", file, "--met-sleutels", "--json", "--data", served]);
    expect(made).toMatchObject({exitCode: 0, stderr: ""});
    expect(JSON.parse(made.stdout)).toMatchObject({bestand: file, metSleutels: true});
    expect(JSON.parse((await importing).stdout)).toMatchObject({alAanwezig: expect.any(Number)});
    const target = folderWith();
    expect(await runCommand(["restore", file, "--data", target])).toMatchObject({exitCode: 0, stderr: ""});
    const taken = await runCommand(["restore", file, "--data", served, "--overschrijf"]);
    expect(taken.stderr).toMatch(/^Een andere Wijkbalans gebruikt deze gegevensmap[^\n]*\n$/);
    expect((await runCommand(["verify", "--data", served])).stdout).toMatch(/alles klopt/);
    await importInto(target, [delivery]);
    server.kill("SIGTERM");
    await ended(server);
    expect(await contentOf(target)).toEqual(await contentOf(served));
  } finally {
    server.kill("SIGKILL");
  }
});

test("between the commits of an import, database and archive in a backup belong together", async () => {
  const target = folderWith();
  const backups = folderWith();
  const made: string[] = [];
  await withDatabase(target, async (database) => {
    const found = await survey({paths: [delivery], except: target});
    const common = {dataFolder: target, environment: {}, now: () => new Date(0), onProgress: () => undefined};
    let isImporting = true;
    const importing = importDelivery(database, {...common, paths: [delivery], survey: found, batchBytes: 64 * 1024});
    void importing.finally(() => {
      isImporting = false;
    });
    // The reference files make the keys and the first commit.
    while (isImporting && !existsSync(join(target, "archief", "stand.json"))) await pause(5);
    while (isImporting && made.length < 6) {
      const file = join(backups, `${made.length}.tar`);
      await writeBackup(database, {...common, file, hasKeys: true});
      made.push(file);
      await pause(20);
    }
    await importing;
  });
  expect(made.length).toBeGreaterThan(0);
  for (const file of made) {
    const restored = folderWith();
    expect(await runCommand(["restore", file, "--data", restored])).toMatchObject({exitCode: 0, stderr: ""});
  }
});

describe("one line, and nothing is restored", () => {
  let whole: Buffer;

  beforeAll(async () => {
    const file = join(folderWith(), "kopie.tar");
    await runCommand(["backup", file, "--data", data]);
    whole = readFileSync(file);
  });

  const faults: [string, (bytes: Buffer) => Buffer, RegExp, number][] = [
    ["a byte of the database", (bytes) => flipped(bytes, 300_000), /beschadigd of niet heel/, 1],
    [
      "a byte of the archive",
      (bytes) => flipped(bytes, bytes.lastIndexOf("WIJKBLK1") + 300),
      /beschadigd of niet heel/,
      1,
    ],
    ["the end", (bytes) => bytes.subarray(0, bytes.length - 4000), /beschadigd of niet heel/, 1],
    ["half of it", (bytes) => bytes.subarray(0, bytes.length / 2), /beschadigd of niet heel/, 1],
    ["a name in it", (bytes) => renamed(bytes, "archief/stand.json", "../../stand.json"), /beschadigd of niet heel/, 1],
    ["all of it", () => Buffer.from("geen kopie"), /beschadigd of niet heel|geen reservekopie/, 1],
    ["everything, for it is empty", () => Buffer.alloc(0), /geen reservekopie/, 2],
  ];
  test.each(faults)("when the backup lost %s", async (_, spoil, line, code) => {
    const home = folderWith({"kopie.tar": spoil(whole)});
    const {exitCode, stdout, stderr} = await restoreInto(join(home, "elders"), join(home, "kopie.tar"));
    expect(stderr).toMatch(line);
    expect(stderr.trim()).not.toContain("\n");
    expect([exitCode, stdout]).toEqual([code, ""]);
    expect(readdirSync(home)).toEqual(["kopie.tar"]);
  });

  test("when the keys are not there, or are others", async () => {
    const home = folderWith({"kopie.tar": whole, "sleutels/archief.sleutel": Buffer.alloc(32, 7)});
    const target = join(home, "elders");
    const without = await runCommand(["restore", join(home, "kopie.tar"), "--data", target]);
    expect([without.exitCode, without.stderr]).toEqual([2, expect.stringMatching(/^De archiefsleutel staat niet in/)]);
    const half = ["restore", join(home, "kopie.tar"), "--data", target, "--sleutels", join(home, "sleutels")];
    expect((await runCommand(half)).stderr).toMatch(/^De pseudoniemsleutel staat niet in/);
    writeFileSync(join(home, "sleutels", "pseudoniem.sleutel"), Buffer.alloc(32, 7));
    expect((await runCommand(half)).stderr).toMatch(/^De archiefsleutel hoort niet bij dit archief/);
    expect(existsSync(target)).toBe(false);
  });

  test("when there are data already, unless they may be put aside", async () => {
    const home = folderWith({"kopie.tar": whole});
    const target = join(home, "data");
    mkdirSync(target);
    await importInto(target, [folderWith(startBerichten(3))]);
    const refused = await restoreInto(target, join(home, "kopie.tar"));
    expect([refused.exitCode, refused.stderr]).toEqual([2, expect.stringMatching(/staan al gegevens[^\n]*\n$/)]);
    expect(await importInto(target, [folderWith(startBerichten(3))])).toMatchObject({alAanwezig: 3});
    const replaced = await restoreInto(target, join(home, "kopie.tar"), ["--overschrijf"]);
    expect(replaced.stdout).toMatch(/staat nu in '.*data\.oud'/);
    expect(await contentOf(target)).toEqual(await contentOf(data));
    expect(await importInto(join(home, "data.oud"), [folderWith(startBerichten(3))])).toMatchObject({alAanwezig: 3});
  });

  test("when the name is taken, or the disk is full", async () => {
    const home = folderWith({"kopie.tar": whole});
    const taken = await runCommand(["backup", join(home, "kopie.tar"), "--data", data]);
    expect([taken.exitCode, taken.stderr]).toEqual([2, expect.stringMatching(/^Er bestaat al een bestand[^\n]*\n$/)]);
    const full = await runLimited("ulimit -f 200", ["backup", join(home, "vol.tar"), "--data", data]);
    expect([full.exitCode, full.stderr]).toEqual([1, expect.stringMatching(/^De schijf is vol\.[^\n]*\n$/)]);
    const narrow = await runLimited("ulimit -f 200", ["restore", join(home, "kopie.tar"), "--data", join(home, "x")]);
    expect([narrow.exitCode, narrow.stderr]).toEqual([1, expect.stringMatching(/^De schijf is vol\.[^\n]*\n$/)]);
    expect(readdirSync(home)).toEqual(["kopie.tar"]);
  });
});

test("a copy that was broken off does not stand in the way of the next", async () => {
  const home = folderWith({"kopie.tar.nieuw": "half", "kopie.tar.nieuw.duckdb": "half"});
  expect((await runCommand(["backup", join(home, "kopie.tar"), "--data", data])).exitCode).toBe(0);
  expect(readdirSync(home)).toEqual(["kopie.tar"]);
  rmSync(home, {recursive: true});
});

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at]! ^= 1;
  return copy;
}

/** The name of an entry made another one, with the checksum that belongs to it. */
function renamed(bytes: Buffer, from: string, to: string): Buffer {
  const copy = Buffer.from(bytes);
  const at = copy.lastIndexOf(`${from}\0`);
  copy.fill(0, at, at + 100);
  copy.write(to, at);
  copy.fill(" ", at + 148, at + 156);
  const sum = copy.subarray(at, at + 512).reduce((total, byte) => total + byte, 0);
  copy.write(`${sum.toString(8).padStart(6, "0")}\0 `, at + 148);
  return copy;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
