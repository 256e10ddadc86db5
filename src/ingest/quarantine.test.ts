import {createHash} from "node:crypto";
import {rmSync, truncateSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test, vi} from "vitest";
import {contentOf, folderWith, importInto, startBericht, withDatabase} from "../../test/berichten-on-disk.ts";
import {runCommand} from "../../test/command-line.ts";
import {zipOf} from "../../test/zip-file.ts";
import {openOriginal} from "./archive/original.ts";
import {SegmentWriter} from "./archive/segment-writer.ts";
import {partSize} from "./archive/segments.ts";
import {openKeys} from "./keys/key-files.ts";
import {largestFile} from "./sources/limits.ts";

// Many processes one after the other, on a machine that may have other work.
vi.setConfig({testTimeout: 300_000, hookTimeout: 300_000});

interface Kept {
  readonly naam: string;
  readonly reden: string;
  readonly sha256: string;
  /** Of what the archive gives back. */
  readonly sha256Now: string;
}

/** The refused files of a data folder, each taken out of the archive again. */
function quarantine(data: string, delivery: string): Promise<Kept[]> {
  return withDatabase(data, async (database) => {
    const rows = await database.query<{naam: string; reden: string; sha256: string}>(
      "select naam, reden, sha256 from bestand where toestand = 'geweigerd' order by naam",
    );
    const kept: Kept[] = [];
    for (const {naam, reden, sha256} of rows) {
      const original = await openOriginal(database, data, {}, sha256);
      const hash = createHash("sha256");
      for await (const piece of original!.pieces()) hash.update(piece);
      kept.push({naam: naam.slice(delivery.length + 1), reden, sha256, sha256Now: hash.digest("hex")});
    }
    return kept;
  });
}

async function expectRebuildGivesTheSame(data: string): Promise<void> {
  const before = await contentOf(data);
  expect(await runCommand(["rebuild", "--data", data])).toMatchObject({exitCode: 0, stderr: ""});
  expect(await contentOf(data)).toEqual(before);
  rmSync(join(data, "wijkbalans.duckdb"));
  rmSync(join(data, "archief", "stand.json"));
  expect(await runCommand(["rebuild", "--data", data])).toMatchObject({exitCode: 0, stderr: ""});
  expect(await contentOf(data)).toEqual(before);
  expect((await runCommand(["verify", "--data", data])).stdout).toMatch(/alles klopt/);
}

test("a file above the limit is kept in parts, byte for byte", async () => {
  const data = folderWith();
  const delivery = folderWith({"a.xml": startBericht("B1"), "groot.xml": startBericht("B2"), "ook.xml": ""});
  for (const name of ["groot.xml", "ook.xml"]) truncateSync(join(delivery, name), largestFile + 3 * partSize + 17);
  expect(await importInto(data, [delivery])).toMatchObject({bestanden: 3, ingenomen: 1, geweigerd: 2});
  const kept = await quarantine(data, delivery);
  expect(kept).toMatchObject([
    {naam: "groot.xml", reden: expect.stringMatching(/groter dan 64 MB/)},
    {naam: "ook.xml", reden: expect.stringMatching(/groter dan 64 MB/)},
  ]);
  expect(kept.map(({sha256Now}) => sha256Now)).toEqual(kept.map(({sha256}) => sha256));
  expect((await runCommand(["verify", "--data", data])).stdout).toMatch(/^3 bestanden en 1 berichten .* alles klopt/);
  const before = await contentOf(data);
  expect(await importInto(data, [delivery])).toMatchObject({alAanwezig: 3, nogGeweigerd: 2});
  expect(await contentOf(data)).toEqual(before);
  await expectRebuildGivesTheSame(data);
});

test("a large file twice in one delivery is kept once", async () => {
  const data = folderWith();
  const delivery = folderWith({"1.xml": "", "2.xml": ""});
  for (const name of ["1.xml", "2.xml"]) truncateSync(join(delivery, name), largestFile + 1);
  expect(await importInto(data, [delivery])).toMatchObject({geweigerd: 1, alAanwezig: 1});
  expect((await runCommand(["verify", "--data", data])).stdout).toMatch(/^1 bestanden .* alles klopt/);
});

test("a package is kept when a file in it cannot be, with a line for each", async () => {
  const files = {"goed.xml": startBericht("B1"), "stuk.xml": startBericht("B2"), "groot.xml": Buffer.alloc(70e6)};
  const zip = zipOf({...files, "team.csv": "team_code,naam,werkgever\nT1,Team,gemeente\n", "dicht.xml": "<a/>"});
  const directory = zip.indexOf("PK\x01\x02");
  const entryAt = (name: string) => zip.indexOf(name, directory) - 46;
  zip.writeUInt32LE(1, entryAt("stuk.xml") + 16);
  zip.writeUInt32LE(1, entryAt("team.csv") + 16);
  zip.writeUInt16LE(0x0801, entryAt("dicht.xml") + 8);
  const data = folderWith();
  const delivery = folderWith({"p.zip": zip});
  const result = await importInto(data, [delivery]);
  expect(result).toMatchObject({bestanden: 2, ingenomen: 1, geweigerd: 1});
  const lines = result.bevindingen.map(({bestand, tekst}) => [bestand.slice(delivery.length + 1), tekst]);
  expect(lines).toEqual([
    ["p.zip/dicht.xml", expect.stringMatching(/wachtwoord/)],
    ["p.zip/groot.xml", expect.stringMatching(/groter dan 64 MB/)],
    ["p.zip/stuk.xml", expect.stringMatching(/beschadigd/)],
    ["p.zip/team.csv", expect.stringMatching(/beschadigd/)],
  ]);
  const kept = await quarantine(data, delivery);
  expect(kept).toMatchObject([{naam: "p.zip", reden: expect.stringMatching(/^stuk\.xml: .*beschadigd/)}]);
  expect(kept[0]?.sha256Now).toBe(createHash("sha256").update(zip).digest("hex"));
  expect(await importInto(data, [delivery])).toMatchObject({
    alAanwezig: 2,
    nogGeweigerd: 1,
    bevindingen: result.bevindingen,
  });
  await expectRebuildGivesTheSame(data);
});

test("a rebuild says of each refused file what the import said", async () => {
  const zeros = Buffer.alloc(40 * 1024 * 1024);
  const delivery = folderWith({
    "a.xml": startBericht("B1"),
    "foto.jpg": "beeld",
    "stuk.zip": "geen zip",
    "bom.zip": zipOf({"1.xml": zeros, "2.xml": zeros, "3.xml": zeros}),
    "diep.zip": zipOf({"1.zip": zipOf({"2.zip": zipOf({"3.zip": zipOf({"a.xml": "<a/>"})})})}),
  });
  const data = folderWith();
  const result = await importInto(data, [delivery, join(delivery, "foto.jpg")]);
  expect(result).toMatchObject({ingenomen: 1, geweigerd: 5});
  await expectRebuildGivesTheSame(data);
});

test("an empty file, which stands where the next one begins, is verified for itself", async () => {
  const data = folderWith();
  const result = await importInto(data, [folderWith({"0.xml": "", "1.xml": startBericht("B1"), "2.xml": "<a/>"})]);
  expect(result).toMatchObject({ingenomen: 1, geweigerd: 2});
  expect((await runCommand(["verify", "--data", data])).stdout).toMatch(/^3 bestanden en 1 berichten .* alles klopt/);
});

test("parts that an import did not finish are no file", async () => {
  const data = folderWith();
  await importInto(data, [folderWith({"a.xml": startBericht("B1")})]);
  const before = await contentOf(data);
  const folder = join(data, "archief");
  const levering = {leveringNummer: 2, begonnenOp: "2025-04-02 12:00:00", bron: "groot.xml"};
  const place = {segment: 2, length: 0, nextSegment: () => 3};
  const key = openKeys(data, true, {}).archive;
  const writer = new SegmentWriter({...levering, ...place, folder, key, kind: "berichten"});
  writer.addPart(Buffer.from("deel"), {of: "1", number: 0}, null);
  writer.close();
  rmSync(join(data, "wijkbalans.duckdb"));
  writeFileSync(join(folder, "stand.json"), "");
  expect(await runCommand(["rebuild", "--data", data])).toMatchObject({exitCode: 0});
  expect(await contentOf(data)).toEqual(before);
  expect((await runCommand(["verify", "--data", data])).stdout).toMatch(/^1 bestanden .* alles klopt/);
});
