import {truncateSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {
  contentOf,
  folderWith,
  importInto,
  startBericht,
  startBerichten,
  withDatabase,
} from "../../../test/berichten-on-disk.ts";
import {zipOf} from "../../../test/zip-file.ts";
import {largestFile} from "../sources/limits.ts";
import {survey} from "../survey.ts";
import {tableFields} from "../tables/fields.ts";
import {saveKoppeling} from "../tables/inbox.ts";
import {headerKey} from "../tables/koppeling.ts";
import {neededFor, type Preview, previewDelivery} from "./preview.ts";

const gebied = "gebied_code,soort,naam,jaar\nGM0363,gemeente,Amsterdam,2025\nWK036301,wijk,Oost,2025\n";

async function previewOf(data: string, root: string): Promise<Preview> {
  const paths = [root];
  const found = await survey({paths, root, except: null});
  return withDatabase(data, (database) =>
    previewDelivery(database, {
      dataFolder: data,
      paths,
      root,
      survey: found,
      environment: {},
      now: () => new Date("2025-04-01T12:00:00Z"),
      onProgress: () => undefined,
      signal: new AbortController().signal,
    }),
  );
}

test("a preview says what an import then does, and changes nothing itself", async () => {
  const data = folderWith();
  await importInto(data, [folderWith({"gebied.csv": gebied, ...startBerichten(3)})]);
  const before = await contentOf(data);
  const delivery = folderWith({
    "al.xml": startBericht("B1"),
    "nieuw.zip": zipOf({"a.xml": startBericht("N1"), "b.xml": startBericht("N2")}),
    "elders.xml": startBericht("N3", {Ontvanger: "0001"}),
    "fout.xml": "<a/>",
    "gebied.csv": gebied.replace("Oost", "West"),
    "team.csv": "team_code,naam,werkgever,fte\nT1,Noord,gemeente,veel\n",
  });
  const preview = await previewOf(data, delivery);
  expect(await contentOf(data)).toEqual(before);
  const {bestanden, ingenomen, metBevindingen, geweigerd, alAanwezig} = await importInto(data, [delivery]);
  expect(preview).toMatchObject({bestanden, ingenomen, metBevindingen, geweigerd, alAanwezig});
  expect(preview.kinds).toEqual([{wet: "Wmo", soort: "305", gemeenteCode: "GM0363", aanbieders: 1, berichten: 2}]);
  expect(preview.senders).toEqual([
    {aanbieder: expect.stringMatching(/^\d{8}$/), naam: null, soorten: ["305"], berichten: 2},
  ]);
  expect(preview.reference).toMatchObject([
    {
      name: "gebied.csv",
      columns: ["gebied_code", "soort", "naam", "jaar"],
      added: {count: 0},
      gone: {count: 0},
      changed: {
        count: 1,
        first: [{before: ["WK036301", "wijk", "Oost", "2025"], after: ["WK036301", "wijk", "West", "2025"]}],
      },
    },
    {name: "team.csv", rows: 0, leftOut: 1, faults: [expect.stringMatching(/^Regel 2, kolom 'fte'/)]},
  ]);
  expect(new Map(preview.refused.map(({bestand, tekst}) => [bestand, tekst]))).toEqual(
    new Map([
      ["elders.xml", expect.stringContaining("gemeente")],
      ["fout.xml", expect.stringContaining("geen iWmo- of iJw-bericht")],
      ["team.csv", expect.stringMatching(/Regel 2, kolom 'fte'/)],
    ]),
  );
});

test("what was refused before is told again, with its reason", async () => {
  const data = folderWith();
  const delivery = folderWith({"fout.xml": "<a/>", "team.csv": "team_code\nT1\n"});
  await importInto(data, [delivery]);
  const {geweigerd, refused} = await previewOf(data, delivery);
  expect(geweigerd).toBe(2);
  expect(refused.map(({bestand}) => bestand).sort()).toEqual(["fout.xml", "team.csv"]);
});

test("no Bsn in a name or a text is shown", async () => {
  const preview = await previewOf(folderWith(), folderWith({"map 999900006/x_999900006.xml": "<a/>"}));
  expect(JSON.stringify(preview)).not.toContain("999900006");
  expect(preview.refused).toHaveLength(1);
});

const teams = "team_code,naam,werkgever\nT1,Noord,gemeente\nT2,,gemeente\n";
const contract =
  "contract_nummer,aanbieder,wet,variant,begindatum\nC1,99990020,Wmo,taak,2025-01-01\nC2,99990021,Wmo,taak,2025-01-01\n";

test("what is wrong or odd is told with its place, and the counts are those of an import that accepts it", async () => {
  const data = folderWith();
  await importInto(data, [folderWith({"gebied.csv": gebied, "aanbieder.csv": "aanbieder,naam\n99990020,Helder\n"})]);
  const delivery = folderWith({"team.csv": teams, "contract.csv": contract});
  const preview = await previewOf(data, delivery);
  expect(preview.reference).toMatchObject([
    {
      name: "contract.csv",
      rows: 2,
      leftOut: 0,
      faults: [],
      questions: [expect.stringMatching(/^Regel 3, kolom 'aanbieder'/)],
    },
    {name: "team.csv", rows: 1, leftOut: 1, faults: [expect.stringMatching(/^Regel 3, kolom 'naam'/)], questions: []},
  ]);
  expect(neededFor(preview)).toEqual({questions: true, goodRows: true});
  const {bestanden, ingenomen, metBevindingen, geweigerd, alAanwezig} = await importInto(data, [delivery], {
    accepted: neededFor(preview),
  });
  expect(preview).toMatchObject({bestanden, ingenomen, metBevindingen, geweigerd, alAanwezig, refused: []});
  expect({ingenomen, metBevindingen, geweigerd}).toEqual({ingenomen: 1, metBevindingen: 1, geweigerd: 0});

  const again = await previewOf(data, delivery);
  expect(again.reference).toMatchObject([{isKnown: true}, {isKnown: true}]);
  expect(neededFor(again)).toEqual({questions: false, goodRows: false});
  expect(again).toMatchObject({alAanwezig: 2, ingenomen: 0, metBevindingen: 0});
});

test("Berichten are judged as beside reference files that are agreed to", async () => {
  const delivery = folderWith({"gebied.csv": `${gebied}WK036302,dorp,Zuid,2025\n`, "a.xml": startBericht("A")});
  const preview = await previewOf(folderWith(), delivery);
  expect(preview.reference).toMatchObject([{leftOut: 1}]);
  expect(preview).toMatchObject({ingenomen: 1, metBevindingen: 1, geweigerd: 0});
});

test("Berichten are judged beside those that are there", async () => {
  const data = folderWith();
  await importInto(data, [folderWith({"a.xml": startBericht("B1")})]);
  const {rules, metBevindingen, alAanwezig} = await previewOf(
    data,
    folderWith({"a.xml": startBericht("B1"), "b.xml": startBericht("B1", {}, "999900018")}),
  );
  expect(rules).toMatchObject([{regel: "TR056", aantal: 1}]);
  expect({metBevindingen, alAanwezig}).toEqual({metBevindingen: 1, alAanwezig: 1});
});

test("of two files with one table the second is refused", async () => {
  const delivery = folderWith({"gebied.csv": gebied, "1/team.csv": teams, "2/team.csv": teams.replace("T1", "T3")});
  const {reference, refused, geweigerd} = await previewOf(folderWith(), delivery);
  const problem = expect.stringContaining("De tabel 'team' staat ook in 1/team.csv.");
  expect(reference.map((file) => file.problem)).toEqual([null, null, problem]);
  expect({refused, geweigerd}).toEqual({refused: [{bestand: "2/team.csv", tekst: problem}], geweigerd: 1});
});

test("a file without a good row changes nothing", async () => {
  const data = folderWith();
  await importInto(data, [folderWith({"gebied.csv": gebied, "team.csv": teams.replace("T2,,gemeente\n", "")})]);
  const {reference} = await previewOf(data, folderWith({"team.csv": "team_code,naam,werkgever\nT1,,gemeente\n"}));
  expect(reference).toMatchObject([{rows: 0, leftOut: 1, added: {count: 0}, gone: {count: 0}, changed: {count: 0}}]);
});

test("of a table of a suite is told whether its columns are known", async () => {
  const data = folderWith();
  const lines = "BSN;Product;Bedrag\n999900006;01A04;12,50\n";
  const delivery = folderWith({"kosten 999900006.csv": lines, "leeg.csv": "", "gebied.csv": gebied});
  const leeg = {name: "leeg.csv", problem: expect.stringMatching(/geen tabel/), known: null};
  expect((await previewOf(data, delivery)).tables).toEqual([
    {name: "kosten *********.csv", problem: null, known: null},
    leeg,
  ]);
  const kolommen = Object.fromEntries(
    tableFields.kosten.filter(({isRequired}) => isRequired).map(({name}) => [name, {vast: "1"}]),
  );
  const kop = headerKey(["BSN", "Product", "Bedrag"]);
  saveKoppeling(data, {versie: 1, bron: "Suite", soort: "kosten", kop, kolommen});
  expect((await previewOf(data, delivery)).tables).toEqual([
    {name: "kosten *********.csv", problem: null, known: {bron: "Suite", soort: "kosten"}},
    leeg,
  ]);
});

test("a table too large to read is refused, and not lost in silence", async () => {
  const delivery = folderWith({"export.csv": ""});
  truncateSync(join(delivery, "export.csv"), largestFile + 1);
  const {geweigerd, refused, tables} = await previewOf(folderWith(), delivery);
  expect({geweigerd, tables}).toEqual({geweigerd: 1, tables: []});
  expect(refused).toEqual([{bestand: "export.csv", tekst: expect.stringMatching(/groter dan 64 MB/)}]);
});
