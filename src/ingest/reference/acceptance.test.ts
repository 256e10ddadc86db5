import {expect, test} from "vitest";
import {contentOf, folderWith, importInto, withDatabase} from "../../../test/berichten-on-disk.ts";
import {openDuckDb} from "../../database/duckdb.ts";
import {migrate} from "../../database/migrate.ts";
import {rebuildDatabase} from "../rebuild.ts";
import {verifyArchive} from "../verify/verify.ts";

const gebied = "gebied_code,soort,naam,jaar\nGM9999,gemeente,Heuveldam,2025\n";
const aanbieder = "aanbieder,naam\n99990020,Helder Thuis\n";
const odd =
  "contract_nummer,aanbieder,wet,variant,begindatum\nC1,99990020,Wmo,taak,2025-01-01\nC2,99990021,Wmo,taak,2025-01-01\n";
const half = "team_code,naam,werkgever\nT1,Noord,gemeente\nT2,,gemeente\nT3,Zuid,politie\n";

const questions = {questions: true, goodRows: false};
const goodRows = {questions: false, goodRows: true};

function contractsIn(data: string) {
  return withDatabase(data, (database) => database.query("select contract_nummer from contract order by 1"));
}

test("what is odd is asked, and taken in when someone agrees", async () => {
  const data = folderWith();
  const delivery = folderWith({"gebied.csv": gebied, "aanbieder.csv": aanbieder, "contract.csv": odd});
  const first = await importInto(data, [delivery]);
  expect(first).toMatchObject({ingenomen: 2, geweigerd: 1});
  expect(first.bevindingen).toMatchObject([
    {regel: "vraag", ernst: "waarschuwing", tekst: expect.stringMatching(/^Regel 3, kolom 'aanbieder': '99990021'/)},
  ]);
  expect(first.opmerkingen).toEqual([expect.stringMatching(/--akkoord/)]);
  expect(await contractsIn(data)).toEqual([]);

  const again = await importInto(data, [delivery]);
  expect(again).toMatchObject({alAanwezig: 3, nogGeweigerd: 1, bevindingen: [{regel: "vraag"}]});

  expect(await importInto(data, [delivery], {accepted: questions})).toMatchObject({
    ingenomen: 1,
    alAanwezig: 2,
    bevindingen: [],
  });
  expect(await contractsIn(data)).toEqual([{contract_nummer: "C1"}, {contract_nummer: "C2"}]);
  expect(await importInto(data, [delivery])).toMatchObject({alAanwezig: 3, bevindingen: []});
});

test("what was agreed to once is not asked again when the file comes back", async () => {
  const data = folderWith();
  await importInto(data, [folderWith({"gebied.csv": gebied, "aanbieder.csv": aanbieder})]);
  await importInto(data, [folderWith({"contract.csv": odd})], {accepted: questions});
  await importInto(data, [folderWith({"contract.csv": odd.replace(/C2.*\n/, "")})]);
  expect(await contractsIn(data)).toEqual([{contract_nummer: "C1"}]);
  expect(await importInto(data, [folderWith({"contract.csv": odd})])).toMatchObject({ingenomen: 1, bevindingen: []});
  expect(await contractsIn(data)).toHaveLength(2);
});

test("of a file with wrong rows nothing is taken in, unless someone asks for the good ones", async () => {
  const data = folderWith();
  const delivery = folderWith({"gebied.csv": gebied, "team.csv": half});
  const first = await importInto(data, [delivery]);
  expect(first).toMatchObject({ingenomen: 1, geweigerd: 1});
  expect(first.bevindingen.map(({tekst}) => tekst)).toEqual([
    expect.stringMatching(/^Regel 3, kolom 'naam': hier hoort een waarde/),
    expect.stringMatching(/^Regel 4, kolom 'werkgever': verwacht/),
  ]);
  expect(first.opmerkingen).toEqual([expect.stringMatching(/--goede-regels/)]);
  const second = await importInto(data, [delivery], {accepted: goodRows});
  expect(second).toMatchObject({metBevindingen: 1, alAanwezig: 1, geweigerd: 0});
  expect(second.bevindingen).toHaveLength(2);
  const rows = await withDatabase(data, async (database) => [
    await database.query("select team_code from team"),
    await database.query("select toestand, reden from bestand where naam like '%team.csv'"),
  ]);
  expect(rows).toEqual([[{team_code: "T1"}], [{toestand: "bevindingen", reden: "2 rijen zijn niet ingenomen."}]]);
  expect(await importInto(data, [delivery])).toMatchObject({alAanwezig: 2, bevindingen: []});
});

test("agreeing to what is odd does not let wrong rows in, nor the other way", async () => {
  const data = folderWith();
  await importInto(data, [folderWith({"gebied.csv": gebied, "aanbieder.csv": aanbieder})]);
  const both = folderWith({"contract.csv": `${odd}C3,99990020,Wmo,taak,gisteren\n`});
  for (const accepted of [questions, goodRows]) {
    expect(await importInto(data, [both], {accepted})).toMatchObject({ingenomen: 0, metBevindingen: 0});
  }
  expect(await importInto(data, [both], {accepted: {questions: true, goodRows: true}})).toMatchObject({
    metBevindingen: 1,
  });
  expect(await contractsIn(data)).toHaveLength(2);
});

test("rebuild makes the same choices from the archive alone", async () => {
  const data = folderWith();
  const delivery = folderWith({
    "gebied.csv": gebied,
    "aanbieder.csv": aanbieder,
    "contract.csv": odd,
    "team.csv": half,
  });
  await importInto(data, [delivery]);
  await importInto(data, [delivery], {accepted: {questions: true, goodRows: true}});
  const scratch = await openDuckDb(":memory:", {threads: 1});
  await migrate(scratch);
  await withDatabase(data, async (current) => {
    const request = {dataFolder: data, environment: {}, onProgress: () => undefined, current};
    await rebuildDatabase(scratch, request);
    for (const table of ["contract", "team", "aanbieder", "bestand"]) {
      const sql = `select * from ${table} order by 1, 2, 3`;
      expect(await scratch.query(sql)).toEqual(await current.query(sql));
    }
    expect((await verifyArchive(current, data, {})).verschillen).toEqual([]);
  });
  await scratch.close();
  expect(Object.keys(await contentOf(data))).toContain("bestand");
});
