import {execFileSync} from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, test, vi} from "vitest";
import type {Database} from "../src/database/database.ts";
import {folderWith, importInto, startBericht, startBerichten, withDatabase} from "./berichten-on-disk.ts";
import {type Ended, runAsNobody, runCommand, runLimited} from "./command-line.ts";
import {writeDelivery} from "./kill/kill-world.ts";
import {allDigests} from "./table-digests.ts";

// Many processes one after the other, on a machine that may have other work.
vi.setConfig({testTimeout: 300_000, hookTimeout: 300_000});

// What a machine does wrong, through the command: one clear line, the right exit code, and nothing lost.

const home = folderWith();
const template = join(home, "gegevens");
let delivery: string;
let expected: Readonly<Record<string, string>>;

beforeAll(async () => {
  delivery = writeDelivery(home, 250, false);
  mkdirSync(template);
  await importInto(template, [delivery]);
  expected = await withDatabase(template, allDigests);
});

function filledFolder(): string {
  const data = folderWith();
  cpSync(template, data, {recursive: true});
  return data;
}

function expectLine({exitCode, stdout, stderr}: Ended, line: RegExp, code: number): void {
  expect(stderr).toMatch(line);
  expect(stderr).toMatch(/^[^\n]{20,300}\n$/);
  expect([exitCode, stdout]).toEqual([code, ""]);
}

async function expectAllThere(data: string): Promise<void> {
  expect(await withDatabase(data, allDigests)).toEqual(expected);
  expect((await runCommand(["verify", "--data", data])).stdout).toMatch(/alles klopt/);
}

async function expectRebuilt(data: string): Promise<void> {
  expect(await runCommand(["rebuild", "--data", data])).toMatchObject({exitCode: 0, stderr: ""});
  await expectAllThere(data);
}

describe("a full disk", () => {
  test("that is met by an import or a rebuild costs nothing", async () => {
    const data = filledFolder();
    const noise = Buffer.from(Array.from({length: 3e6}, () => 33 + Math.floor(Math.random() * 90)));
    const large = folderWith({"ruis.xml": noise});
    expectLine(
      await runLimited("ulimit -f 1500", ["import", large, "--data", data, "--json"]),
      /^De schijf is vol\./,
      1,
    );
    await expectAllThere(data);
    expectLine(await runLimited("ulimit -f 100", ["rebuild", "--data", data]), /^De schijf is vol\./, 1);
    await expectAllThere(data);
    expect(readdirSync(data)).not.toContain("herbouw");
  });

  const disk = smallDisk();
  test.skipIf(disk === null)("of its own is told as such, and has room again afterwards", async () => {
    try {
      const data = join(disk!, "data");
      const noise = Buffer.from(Array.from({length: 20e6}, () => 33 + Math.floor(Math.random() * 90)));
      const first = folderWith(startBerichten(20));
      expect((await runCommand(["import", first, "--data", data])).exitCode).toBe(0);
      const second = folderWith({"ruis.xml": noise, "goed.xml": startBericht("GOED")});
      expectLine(await runCommand(["import", second, "--data", data, "--json"]), /^De schijf is vol\./, 1);
      expect((await runCommand(["verify", "--data", data])).stdout).toMatch(/^20 bestanden .*alles klopt/);
      rmSync(join(second, "ruis.xml"));
      expect(await importInto(data, [second])).toMatchObject({ingenomen: 1});
    } finally {
      execFileSync("umount", [disk!]);
    }
  });
});

describe("a folder one may not write in", () => {
  test("is told by import, and by a first import that would make it", async () => {
    const data = filledFolder();
    openToAll(data);
    chmodSync(join(data, "archief"), 0o555);
    for (const name of readdirSync(join(data, "archief"))) chmodSync(join(data, "archief", name), 0o444);
    chmodSync(join(data, "wijkbalans.duckdb"), 0o444);
    chmodSync(data, 0o555);
    const line = /mag niet schrijven in (deze|de) gegevensmap/;
    const more = folderWith(startBerichten(2));
    openToAll(more);
    expectLine(await runAsNobody(["import", more, "--data", data]), line, 1);
    const none = folderWith();
    chmodSync(none, 0o555);
    expectLine(await runAsNobody(["import", more, "--data", join(none, "nieuw")]), /kan niet gemaakt worden/, 2);
    chmodSync(data, 0o755);
    chmodSync(join(data, "archief"), 0o755);
    chmodSync(join(data, "wijkbalans.duckdb"), 0o600);
    await expectAllThere(data);
  });

  test("is told when only the archive is closed, and nothing is half taken in", async () => {
    const data = filledFolder();
    openToAll(data);
    const more = folderWith(startBerichten(2));
    openToAll(more);
    for (const name of readdirSync(join(data, "archief"))) chmodSync(join(data, "archief", name), 0o444);
    chmodSync(join(data, "archief"), 0o555);
    expectLine(await runAsNobody(["import", more, "--data", data]), /mag niet schrijven in de gegevensmap/, 1);
    await expectAllThere(data);
  });
});

describe("a clock that jumps", () => {
  // Each look at the clock is years from the one before, now forward, now back.
  const clock = folderWith({
    "clock.mjs": `const RealDate = Date; let looks = 0;
      globalThis.Date = class extends RealDate {
        constructor(...values) { values.length > 0 ? super(...values) : super(Date.now()); }
        static now() { return RealDate.UTC(2026 + (looks++ % 2 === 0 ? 30 : -30) * (looks % 5), 0, 1); }
      };`,
  });
  const jumping = {NODE_OPTIONS: `--import=${join(clock, "clock.mjs")}`};

  // Years ago, every Bericht is of the future, and TR135 says so. Nothing else may follow from a clock.
  const butForTheFuture = async (database: Database) => {
    await database.execute("delete from terugblik_bevinding where regel = 'TR135'");
    return allDigests(database);
  };

  test("before, between and during imports changes no row, and a rebuild none", async () => {
    const keys = {
      WIJKBALANS_ARCHIEFSLEUTEL: join(template, "sleutels", "archief.sleutel"),
      WIJKBALANS_PSEUDONIEMSLEUTEL: join(template, "sleutels", "pseudoniem.sleutel"),
    };
    const same = await withDatabase(filledFolder(), butForTheFuture);
    const data = folderWith();
    const environment = {...jumping, ...keys};
    expect((await runCommand(["import", join(delivery, "referentie"), "--data", data], environment)).exitCode).toBe(0);
    expect((await runCommand(["import", delivery, "--data", data], environment)).stderr).toBe("");
    expect(await withDatabase(data, butForTheFuture)).toEqual(same);
    expect((await runCommand(["verify", "--data", data], environment)).stdout).toMatch(/alles klopt/);
    expect((await runCommand(["rebuild", "--data", data], environment)).exitCode).toBe(0);
    expect(await withDatabase(data, butForTheFuture)).toEqual(same);
  });
});

describe("a key file", () => {
  const names = ["archief", "pseudoniem"] as const;

  test.each(names)("of the %s that is gone, cut, another or closed is told, and put back all is well", async (name) => {
    const data = filledFolder();
    const path = join(data, "sleutels", `${name}.sleutel`);
    const key = readFileSync(path);
    const more = folderWith(startBerichten(2));
    const tell = (line: RegExp) =>
      runCommand(["import", more, "--data", data]).then((told) => expectLine(told, line, 2));
    rmSync(path);
    await tell(new RegExp(`^De ${name}sleutel '.*' ontbreekt, terwijl er al een archief is`));
    writeFileSync(path, key.subarray(0, 31), {mode: 0o600});
    await tell(new RegExp(`^De ${name}sleutel '.*' is 31 bytes lang en moet 32`));
    writeFileSync(path, Buffer.alloc(32, 7));
    await tell(new RegExp(`^De ${name}sleutel hoort niet bij dit archief`));
    writeFileSync(path, key);
    openToAll(data);
    openToAll(more);
    chownSync(path, process.getuid?.() ?? 0, process.getgid?.() ?? 0);
    chmodSync(path, process.getuid?.() === 0 ? 0o600 : 0);
    expectLine(await runAsNobody(["import", more, "--data", data]), /is niet te lezen\. Geef leesrecht/, 2);
    chmodSync(path, 0o600);
    await expectAllThere(data);
  });
});

describe("an archive", () => {
  const segmentOf = (data: string) => join(data, "archief", readdirSync(join(data, "archief")).sort()[0]!);
  const faults: [string, (path: string) => void, RegExp][] = [
    [
      "with another byte in it",
      (path) => writeFileSync(path, flipped(readFileSync(path), 500)),
      /beschadigd in segment 1 bij byte 0/,
    ],
    ["that was cut", (path) => truncateSync(path, 400), /Het archief is niet heel: segment 1/],
    ["that lost a segment", (path) => rmSync(path), /Het archief is niet heel: segment 1/],
  ];

  test.each(faults)(
    "%s is told by verify and rebuild, which leave the database, and put back all is well",
    async (_, spoil, line) => {
      const data = filledFolder();
      const path = segmentOf(data);
      const whole = readFileSync(path);
      spoil(path);
      const {exitCode, stdout, stderr} = await runCommand(["verify", "--data", data]);
      expect(`${stdout}${stderr}`).toMatch(line);
      expect(exitCode).toBe(1);
      expectLine(await runCommand(["rebuild", "--data", data]), line, 1);
      writeFileSync(path, whole);
      await expectAllThere(data);
      await expectRebuilt(data);
    },
  );

  test.each(["", "{", '{"segments":[]}', "null", "[]"])(
    "that says of itself %j takes its word from the database",
    async (state) => {
      const data = filledFolder();
      writeFileSync(join(data, "archief", "stand.json"), state);
      expect(await importInto(data, [delivery])).toMatchObject({ingenomen: 0, geweigerd: 0});
      await expectAllThere(data);
      writeFileSync(join(data, "archief", "stand.json"), state);
      rmSync(join(data, "wijkbalans.duckdb"));
      await expectRebuilt(data);
    },
  );
});

describe("a database", () => {
  const faults: [string, (path: string) => void][] = [
    ["that is gone", (path) => rmSync(path)],
    ["that is empty", (path) => writeFileSync(path, "")],
    ["that is something else", (path) => writeFileSync(path, "geen database ".repeat(1000))],
    ["that was cut", (path) => truncateSync(path, 20_000)],
    ["with another byte in its header", (path) => writeFileSync(path, flipped(readFileSync(path), 10))],
    ["with other bytes in the middle", (path) => writeFileSync(path, flipped(readFileSync(path), 300_000, 5000))],
    ["with other bytes at its beginning", (path) => writeFileSync(path, flipped(readFileSync(path), 20_000, 5000))],
  ];

  test.each(faults)("%s is told, and made again row for row", async (_, spoil) => {
    const data = filledFolder();
    spoil(join(data, "wijkbalans.duckdb"));
    const {exitCode, stderr} = await runCommand(["verify", "--data", data]);
    // What a page holds that verify does not read is met when it is read.
    if (exitCode !== 0) {
      expect(stderr).toMatch(/^[^\n]*rebuild[^\n]*\n$/);
      expect(exitCode).toBe(1);
    }
    await expectRebuilt(data);
  });
});

function flipped(bytes: Buffer, from: number, count = 1): Buffer {
  for (let at = from; at < Math.min(bytes.length, from + count); at++) bytes[at]! ^= 0x55;
  return bytes;
}

/** Gives a folder to the user without rights, as far as we may. */
function openToAll(folder: string): void {
  const isRoot = process.getuid?.() === 0;
  const paths = [folder, ...readdirSync(folder, {recursive: true, encoding: "utf8"}).map((name) => join(folder, name))];
  for (const path of paths) if (isRoot) chownSync(path, 65_534, 65_534);
}

/** A disk of 12 MB, where we may mount one. */
function smallDisk(): string | null {
  const folder = folderWith();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=12m", "tmpfs", folder], {stdio: "ignore"});
    return folder;
  } catch {
    console.log("skipped: a disk of its own can only be mounted by root; the limit on file size is tested");
    return null;
  }
}
