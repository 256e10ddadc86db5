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
import {survey} from "../survey.ts";
import {type Preview, previewDelivery} from "./preview.ts";

const gebied = "gebied_code,soort,naam,jaar\nGM0363,gemeente,Amsterdam,2025\nWK036301,wijk,Oost,2025\n";

async function previewOf(data: string, root: string): Promise<Preview> {
  const paths = [root];
  const found = await survey({paths, root, except: null});
  return withDatabase(data, (database) =>
    previewDelivery(database, {
      paths,
      root,
      survey: found,
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
  expect(preview.tables).toEqual([{table: "gebied", before: 2, after: 2, added: 1, removed: 1}]);
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
