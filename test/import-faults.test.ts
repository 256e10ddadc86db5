import {readdirSync, statSync} from "node:fs";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {expect, test} from "vitest";
import {contentOf, folderWith, importInto, startBericht, startBerichten, withDatabase} from "./berichten-on-disk.ts";
import {ended, runCommand, runLimited, startCommand} from "./command-line.ts";

test("a second process on the same data folder is told who has it", async () => {
  const data = folderWith();
  await withDatabase(data, async () => {
    const {exitCode, stdout, stderr} = await runCommand([
      "import",
      folderWith(startBerichten(1)),
      "--data",
      data,
      "--json",
    ]);
    expect(stderr).toMatch(/^Een andere Wijkbalans gebruikt deze gegevensmap[^\n]*\n$/);
    expect([exitCode, stdout]).toEqual([1, ""]);
  });
});

test("a path that does not exist is wrong use, and leaves no data folder behind", async () => {
  const data = join(folderWith(), "data");
  const {exitCode, stderr} = await runCommand(["import", join(data, "nee_999900006"), "--data", data]);
  expect(stderr).toMatch(/^Bestand of map '.*nee_\*{9}' bestaat niet\. [^\n]*\n$/);
  expect(exitCode).toBe(2);
  expect(() => statSync(data)).toThrow();
});

test("JSON stands alone on standard output, and a refused file makes exit code 1", async () => {
  const delivery = folderWith({"goed.xml": startBericht("B1"), "fout.xml": "<a/>"});
  const {exitCode, stdout} = await runCommand(["import", delivery, "--data", folderWith(), "--json"]);
  const document = JSON.parse(stdout);
  expect(exitCode).toBe(1);
  expect(Object.keys(document)).toEqual(
    expect.arrayContaining([
      "bestanden",
      "berichten",
      "ingenomen",
      "metBevindingen",
      "geweigerd",
      "alAanwezig",
      "seconden",
      "bevindingen",
    ]),
  );
  expect(document).toMatchObject({bestanden: 2, berichten: 1, ingenomen: 1, geweigerd: 1});
  const [finding] = document.bevindingen;
  expect(Object.keys(finding)).toEqual([
    "bestand",
    "bericht",
    "niveau",
    "regel",
    "retourcode",
    "pad",
    "ernst",
    "tekst",
  ]);
});

test("check stores nothing, and judges the same content each time it stands there", async () => {
  const folder = folderWith();
  const broken = startBericht("B1").toString().replace("<wmo305:Bsn>", "<wmo305:Bsn x='1'>");
  const delivery = folderWith({"a.xml": broken, "b.xml": broken, "c.xml": startBericht("B2")});
  const {exitCode, stdout} = await runCommand(["check", delivery, "--data", folder, "--json"]);
  const document = JSON.parse(stdout);
  expect([exitCode, document.geweigerd, document.ingenomen]).toEqual([1, 2, 1]);
  expect(new Set(document.bevindingen.map(({bestand}: {bestand: string}) => bestand)).size).toBe(2);
  expect(readdirSync(folder)).toEqual([]);
});

test("a full disk is one line, and nothing is half taken in", async () => {
  const delivery = folderWith(startBerichten(40));
  const data = folderWith();
  await importInto(data, [folderWith({"a.xml": startBericht("EERST")})]);
  const before = await contentOf(data);
  // Noise does not compress, so the archive grows past what the shell allows a file to be.
  const noise = Buffer.from(Array.from({length: 3e6}, () => 33 + Math.floor(Math.random() * 90)));
  const large = folderWith({...startBerichten(40), "ruis.xml": noise});
  const megabyte = Math.ceil(statSync(join(data, "wijkbalans.duckdb")).size / 1024) + 200;
  const full = await runLimited(`ulimit -f ${Math.min(megabyte, 2000)}`, ["import", large, "--data", data, "--json"]);
  expect(full.stderr).toMatch(/^De schijf is vol\. [^\n]*\n$/);
  expect([full.exitCode, full.stdout]).toEqual([1, ""]);
  expect(await contentOf(data)).toEqual(before);
  expect(await importInto(data, [delivery])).toMatchObject({ingenomen: 40});
  expect((await runCommand(["verify", "--data", data])).exitCode).toBe(0);
});

test("killed at any moment and started again, nothing is lost and nothing is double", async () => {
  const delivery = folderWith(startBerichten(3000));
  // Pseudonyms are compared, so both runs use one key.
  const environment = {WIJKBALANS_PSEUDONIEMSLEUTEL: join(folderWith(), "pseudoniem.sleutel")};
  const undisturbed = folderWith();
  await importInto(undisturbed, [delivery], {environment});
  const data = folderWith();
  for (const milliseconds of [350, 500, 650, 800]) {
    const child = startCommand(["import", delivery, "--data", data], environment);
    await setTimeout(milliseconds);
    child.kill("SIGKILL");
    await ended(child);
  }
  await importInto(data, [delivery], {environment});
  expect(await contentOf(data)).toEqual(await contentOf(undisturbed));
  const {exitCode, stdout} = await runCommand(["verify", "--data", data], environment);
  expect(stdout).toMatch(/^3\.000 bestanden en 3\.000 berichten gecontroleerd: alles klopt\.\n$/);
  expect(exitCode).toBe(0);
});
