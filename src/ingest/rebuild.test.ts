import {cpSync, readFileSync, rmSync, truncateSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, expect, test} from "vitest";
import {
  contentOf,
  folderWith,
  importInto,
  startBericht,
  startBerichten,
  withDatabase,
} from "../../test/berichten-on-disk.ts";
import {runCommand} from "../../test/command-line.ts";
import {zipOf} from "../../test/zip-file.ts";
import {makeToken} from "../access/token.ts";

const gebied = "gebied_code,soort,naam,jaar\nGM0363,gemeente,Amsterdam,2025\n";

const template = folderWith();

/** A data folder after some deliveries of every sort. */
function filledFolder(): string {
  const data = folderWith();
  cpSync(template, data, {recursive: true});
  return data;
}

beforeAll(async () => {
  const data = template;
  await importInto(data, [folderWith({"gebied.csv": gebied, ...startBerichten(40)})]);
  const zip = zipOf({"b.xml": startBericht("ZIP"), "fout.xml": "<a/>"});
  await importInto(data, [
    folderWith({"a.zip": zip, "stuk.zip": "geen zip", "anders.xml": startBericht("A", {Ontvanger: "0001"})}),
  ]);
  await importInto(data, [folderWith({"dubbel.xml": startBericht("B1", {}, "999900018")})]);
});

test("a database made again from the archive alone holds the same", async () => {
  const data = filledFolder();
  const before = await contentOf(data);
  const {exitCode, stdout, stderr} = await runCommand(["rebuild", "--data", data]);
  expect([exitCode, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^46 bestanden gelezen/);
  expect(await contentOf(data)).toEqual(before);
  rmSync(join(data, "wijkbalans.duckdb"));
  await runCommand(["rebuild", "--data", data]);
  expect(await contentOf(data)).toEqual(before);
  expect((await runCommand(["verify", "--data", data])).stdout).toMatch(/alles klopt/);
  expect(await importInto(data, [folderWith(startBerichten(40))])).toMatchObject({alAanwezig: 40});
});

test("what no archive gives back is carried over: tokens, and how each delivery went", async () => {
  const data = filledFolder();
  const read = () =>
    withDatabase(data, async (database) => ({
      tokens: await database.query("select * from toegangstoken"),
      receipts: await database.query("select * from ontvangst order by ontvangst_nummer"),
    }));
  await withDatabase(data, (database) =>
    makeToken(database, "ggk-nacht", "aanleveren", 365, new Date("2025-04-01T12:00:00Z")),
  );
  const before = await read();
  expect(before.receipts).toMatchObject([{ingenomen: 41}, {ingenomen: 1, geweigerd: 3}, {bestanden: 1}]);
  expect((await runCommand(["rebuild", "--data", data])).exitCode).toBe(0);
  expect(await read()).toEqual(before);
});

test("without a database, each delivery that left files is listed again", async () => {
  const data = filledFolder();
  rmSync(join(data, "wijkbalans.duckdb"));
  expect((await runCommand(["rebuild", "--data", data])).exitCode).toBe(0);
  const rows = await withDatabase(data, (database) =>
    database.query("select levering_nummer, herkomst, bestanden, geweigerd from ontvangst order by ontvangst_nummer"),
  );
  expect(rows).toMatchObject([
    {levering_nummer: 1, herkomst: "onbekend", bestanden: 41},
    {levering_nummer: 2, herkomst: "onbekend", geweigerd: 3},
    {levering_nummer: 3, herkomst: "onbekend", bestanden: 1},
  ]);
});

test("a database that lost its file does not cost the archive its files", async () => {
  const data = filledFolder();
  rmSync(join(data, "wijkbalans.duckdb"));
  const segment = readFileSync(join(data, "archief", "000001.segment"));
  await expect(importInto(data, [folderWith(startBerichten(1))])).rejects.toThrow(/draai|Maak de database opnieuw/);
  expect(readFileSync(join(data, "archief", "000001.segment"))).toEqual(segment);
});

test("verify gives a line for each difference, and exit code 1", async () => {
  const data = filledFolder();
  const id = await withDatabase(data, async (database) => {
    const [row] = await database.query("select bericht_id from bericht where identificatie = 'B7'");
    await database.execute("delete from bericht where identificatie = 'B7'");
    await database.execute("delete from bestand where naam like '%B8.xml'");
    return row;
  });
  expect(id).toBeDefined();
  const {exitCode, stdout} = await runCommand(["verify", "--data", data]);
  const lines = stdout.trim().split("\n");
  expect(exitCode).toBe(1);
  expect(lines.filter((line) => line.includes("B7"))).toEqual([
    expect.stringMatching(/heeft geen Bericht in de database/),
  ]);
  expect(lines.filter((line) => line.includes("B8"))).toHaveLength(2);
});

test("an archive that was damaged or cut is told by place", async () => {
  const data = filledFolder();
  const path = join(data, "archief", "000001.segment");
  const bytes = readFileSync(path);
  bytes[200]! ^= 1;
  writeFileSync(path, bytes);
  const {exitCode, stdout} = await runCommand(["verify", "--data", data]);
  expect(stdout).toMatch(/beschadigd in segment 1 bij byte 0/);
  expect(exitCode).toBe(1);
  expect((await runCommand(["rebuild", "--data", data])).stderr).toMatch(/beschadigd in segment 1 bij byte 0/);
  truncateSync(path, 100);
  await expect(importInto(data, [folderWith(startBerichten(1))])).rejects.toThrow(
    /Het archief is niet heel: segment 1/,
  );
});

test("another key than the archive was made with is refused", async () => {
  const data = filledFolder();
  writeFileSync(join(data, "sleutels", "pseudoniem.sleutel"), Buffer.alloc(32, 7));
  await expect(importInto(data, [folderWith(startBerichten(1))])).rejects.toThrow(/hoort niet bij dit archief/);
  // Only a rebuild gives everybody a new pseudonym.
  expect((await runCommand(["rebuild", "--data", data])).exitCode).toBe(0);
  expect(await importInto(data, [folderWith(startBerichten(1))])).toMatchObject({alAanwezig: 1});
  writeFileSync(join(data, "sleutels", "archief.sleutel"), Buffer.alloc(32, 7));
  expect((await runCommand(["rebuild", "--data", data])).stderr).toMatch(
    /^De archiefsleutel hoort niet bij dit archief/,
  );
});

test("the Bericht in an envelope is the Bericht that came without", async () => {
  const data = folderWith();
  const payload = startBericht("B1").toString("base64");
  const envelope = (reference: number) =>
    `<g:envelopHeenbericht-ggk_Di01 xmlns:g="http://www.stufstandaarden.nl/koppelvlak/ggk0210"><g:nummer>${reference}</g:nummer><g:tijdstipBericht>20250421132514</g:tijdstipBericht><g:xmlBestand>${payload}</g:xmlBestand></g:envelopHeenbericht-ggk_Di01>`;
  expect(await importInto(data, [folderWith({"1.xml": envelope(1)})])).toMatchObject({ingenomen: 1});
  expect(await importInto(data, [folderWith({"2.xml": envelope(2)})])).toMatchObject({ingenomen: 0, alAanwezig: 1});
  expect(await importInto(data, [folderWith({"b.xml": startBericht("B1")})])).toMatchObject({
    ingenomen: 0,
    alAanwezig: 1,
  });
  const rows = await withDatabase(data, (database) =>
    database.query("select identificatie, verzonden_op from bericht"),
  );
  expect(rows).toEqual([{identificatie: "B1", verzonden_op: "2025-04-21 13:25:14"}]);
  expect((await runCommand(["verify", "--data", data])).stdout).toMatch(
    /^3 bestanden en 1 berichten gecontroleerd: alles klopt/,
  );
});
