import {statSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {
  contentOf,
  folderWith,
  importInto,
  startBericht,
  startBerichten,
  withDatabase,
} from "../../test/berichten-on-disk.ts";

test("every Bericht of a folder becomes rows, and its file stands in the archive", async () => {
  const data = folderWith();
  const result = await importInto(data, [folderWith(startBerichten(3))]);
  expect(result).toMatchObject({
    bestanden: 3,
    berichten: 3,
    ingenomen: 3,
    geweigerd: 0,
    alAanwezig: 0,
    bevindingen: [],
  });
  const rows = await withDatabase(data, (database) =>
    database.query(
      "select bericht.identificatie, start.begindatum, segment from start join bericht using (bericht_id) join bestand using (sha256) order by 1",
    ),
  );
  expect(rows).toEqual([
    {identificatie: "B1", begindatum: "2025-03-10", segment: 1},
    {identificatie: "B2", begindatum: "2025-03-10", segment: 1},
    {identificatie: "B3", begindatum: "2025-03-10", segment: 1},
  ]);
});

test("a second delivery of the same content changes nothing", async () => {
  const data = folderWith();
  const delivery = folderWith(startBerichten(5));
  await importInto(data, [delivery]);
  const before = await contentOf(data);
  const segment = statSync(join(data, "archief", "000001.segment")).size;
  const again = await importInto(data, [folderWith(startBerichten(5)), delivery]);
  expect(again).toMatchObject({bestanden: 10, berichten: 10, ingenomen: 0, alAanwezig: 10});
  expect(await contentOf(data)).toEqual(before);
  expect(statSync(join(data, "archief", "000001.segment")).size).toBe(segment);
  const counts = await withDatabase(data, (database) =>
    database.query(
      "select cast(count(*) as integer) as leveringen, max(data_versie) as versie from levering, gegevens_stand",
    ),
  );
  expect(counts).toEqual([{leveringen: 1, versie: 1}]);
});

test("the same content twice in one delivery counts once", async () => {
  const data = folderWith();
  const bericht = startBericht("B1");
  const result = await importInto(data, [folderWith({"a.xml": bericht, "map/b.xml": bericht})]);
  expect(result).toMatchObject({bestanden: 2, ingenomen: 1, alAanwezig: 1});
});

test("the Bsn is nowhere outside the archive, and one person has one pseudonym", async () => {
  const data = folderWith();
  await importInto(data, [
    folderWith({
      "a.xml": startBericht("B1"),
      "b.xml": startBericht("B2"),
      "c.xml": startBericht("B3", {}, "999900018"),
    }),
  ]);
  const clients = await withDatabase(data, (database) =>
    database.query<{client: string}>("select client from start order by bericht_id"),
  );
  expect(new Set(clients.map(({client}) => client)).size).toBe(2);
  expect(clients.every(({client}) => /^[\w-]{12}$/.test(client))).toBe(true);
  expect(JSON.stringify(clients)).not.toContain("999900");
});

test("a Bsn in a file name is masked where the name is shown or kept", async () => {
  const data = folderWith();
  const result = await importInto(data, [
    folderWith({"start_999900006.xml": startBericht("B1"), "fout_999900006.xml": "geen xml"}),
  ]);
  expect(result.bevindingen[0]?.bestand).toMatch(/fout_\*{9}\.xml$/);
  const names = await withDatabase(data, (database) => database.query<{naam: string}>("select naam from bestand"));
  expect(names.map(({naam}) => naam.includes("999900006"))).toEqual([false, false]);
});

test("a Bericht that bears the Identificatie of another is taken in with a finding, whichever came first", async () => {
  const first = startBericht("B1");
  const second = startBericht("B1", {}, "999900018");
  const contents = [];
  for (const order of [
    [first, second],
    [second, first],
  ]) {
    const data = folderWith();
    const results = [];
    for (const bericht of order) results.push(await importInto(data, [folderWith({"a.xml": bericht})]));
    expect(results[1]?.bevindingen).toMatchObject([{niveau: 3, regel: "TR056", retourcode: "9056", bericht: "B1"}]);
    contents.push((await contentOf(data)).bericht);
  }
  expect(contents[0]).toBe(contents[1]);
});

test("a Bericht of another gemeente is refused once we know which is ours", async () => {
  const data = folderWith();
  const gebied = "gebied_code,soort,naam,jaar\nGM9999,gemeente,Heuveldam,2025\n";
  const ours = startBericht("B1", {Ontvanger: "9999"});
  const theirs = startBericht("B2", {Ontvanger: "9998"});
  const result = await importInto(data, [folderWith({"gebied.csv": gebied, "a.xml": ours, "b.xml": theirs})]);
  expect(result).toMatchObject({bestanden: 3, ingenomen: 2, geweigerd: 1});
  expect(result.bevindingen.map(({tekst}) => tekst)).toEqual([
    "Dit bericht is van gemeente 9998 en deze gegevensmap is van gemeente 9999. Neem het in een eigen gegevensmap in, met --data MAP.",
  ]);
});

test("what was refused is looked at again when it is delivered again", async () => {
  const data = folderWith();
  const wrong = "gebied_code,soort,naam,jaar\nGM9998,gemeente,Elders,2025\n";
  const right = "gebied_code,soort,naam,jaar\nGM9998,gemeente,Elders,2025\nGM9999,gemeente,Heuveldam,2025\n";
  const delivery = folderWith({"a.xml": startBericht("B1", {Ontvanger: "9999"})});
  await importInto(data, [folderWith({"gebied.csv": wrong}), delivery]);
  const again = await importInto(data, [delivery]);
  expect(again).toMatchObject({geweigerd: 0, alAanwezig: 1, nogGeweigerd: 1});
  expect(again.bevindingen.map(({tekst}) => tekst)).toEqual([expect.stringMatching(/is van gemeente 9999 en deze/)]);
  const withColumn = right.replace("gebied_code", "gemeente_code,gebied_code").replaceAll("\nGM", "\nGM9999,GM");
  expect(await importInto(data, [folderWith({"gebied.csv": withColumn})])).toMatchObject({ingenomen: 1});
  expect(await importInto(data, [delivery])).toMatchObject({ingenomen: 1, geweigerd: 0});
  expect(await importInto(data, [delivery])).toMatchObject({alAanwezig: 1, nogGeweigerd: 0});
});

test("the data folder may lie in the folder that is delivered", async () => {
  const delivery = folderWith(startBerichten(2));
  const data = join(delivery, "data");
  await importInto(data, [delivery]);
  expect(await importInto(data, [delivery])).toMatchObject({bestanden: 2, alAanwezig: 2});
});

test("files that are none of ours are skipped and counted", async () => {
  const delivery = folderWith({...startBerichten(1), "waarheid.json": "{}", "lees.txt": "hallo"});
  expect(await importInto(folderWith(), [delivery])).toMatchObject({bestanden: 1, overgeslagen: 2});
});
