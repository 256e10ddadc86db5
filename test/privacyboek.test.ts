import {readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {checkChain} from "../src/access/looking/chain.ts";
import {readJournal} from "../src/access/looking/journal.ts";
import {folderWith, importInto, startBericht, withDatabase} from "./berichten-on-disk.ts";
import {commandInProcess} from "./command-in-process.ts";
import {openInstallation, type TestInstallation} from "./installation.ts";

const gebied = "gebied_code,soort,naam,jaar\nGM0363,gemeente,Amsterdam,2025\n";
const known = "999900006";
const other = "999900018";
const unknown = "999900031";

async function installed(): Promise<TestInstallation> {
  const data = folderWith();
  await importInto(data, [
    folderWith({
      "gebied.csv": gebied,
      "a.xml": startBericht("A", {}, known),
      "b.xml": startBericht("B", {}, other),
    }),
  ]);
  return openInstallation(data);
}

async function post(installation: TestInstallation, path: string, fields: Record<string, string>) {
  const page = await (await installation.ask("/privacyboek/verzoeken")).text();
  const token = /name="formulier" value="([^"]+)"/.exec(page)![1]!;
  return installation.ask(path, {
    method: "POST",
    headers: {"content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin"},
    body: new URLSearchParams({formulier: token, ...fields}).toString(),
  });
}

/** All that stands in a folder, but the archive itself, which is encrypted. */
function textOfFolder(folder: string): string {
  return readdirSync(folder, {recursive: true, encoding: "utf8"})
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, "latin1"))
    .join("\n");
}

test("a privacy-officer finds who looked, and nobody else learns who was asked about", async () => {
  const installation = await installed();
  const [{sha256}] = (await installation.database.query<{sha256: string}>(
    "select sha256 from bestand where naam like '%a.xml'",
  )) as [{sha256: string}];
  const original = await installation.ask(`/over-de-gegevens/beheer/bestanden/${sha256}`);
  expect(await original.text()).toContain(known);
  const seen = await (await post(installation, "/privacyboek/verzoeken/wie-keek", {bsn: known})).text();
  expect(seen).toContain("1 keer keek iemand naar gegevens van deze inwoner");
  expect(seen).not.toContain(known);
  const again = await (await post(installation, "/privacyboek/verzoeken/wie-keek", {bsn: known})).text();
  expect(again).toContain("2 keer keek iemand");
  expect(again).toContain("Verzoeken van inwoners");
  await installation.close();
});

test("a Bsn that nobody has gets the answer of one at whom nobody looked, in the same time", async () => {
  const installation = await installed();
  const answers = new Map<string, number[]>();
  const texts: string[] = [];
  for (let round = 0; round < 6; round++) {
    for (const bsn of [other, unknown]) {
      const begun = performance.now();
      const answer = await post(installation, "/privacyboek/verzoeken/wie-keek", {bsn});
      const text = await answer.text();
      if (round === 0) texts.push(text);
      else answers.set(bsn, [...(answers.get(bsn) ?? []), performance.now() - begun]);
    }
  }
  expect(texts[0]).toBe(texts[1]);
  const middle = (bsn: string) => answers.get(bsn)!.sort((a, b) => a - b)[2]!;
  expect(Math.abs(middle(other) - middle(unknown))).toBeLessThan(Math.max(25, middle(other)));
  await installation.close();
});

test("what is no Bsn gets one clear line that does not repeat it", async () => {
  const installation = await installed();
  const answer = await post(installation, "/privacyboek/verzoeken/wie-keek", {bsn: "123456789"});
  expect(answer.status).toBe(400);
  const text = await answer.text();
  expect(text).toContain("klopt niet met de elfproef");
  expect(text).not.toContain("123456789");
  await installation.close();
});

test("a request is written in, answered with all that is held, and then nobody knows about whom it was", async () => {
  const installation = await installed();
  const answer = await post(installation, "/privacyboek/verzoeken", {bsn: known, soort: "inzage"});
  expect(answer.headers.get("location")).toBe("/privacyboek/verzoeken?nieuw=1");
  const list = await (await installation.ask("/privacyboek/verzoeken?nieuw=1")).text();
  expect(list).toContain("27 dec 2026".replaceAll(" ", "\u00a0"));
  const file = await post(installation, "/privacyboek/verzoeken/1/dossier", {});
  const dossier = await file.text();
  expect(file.headers.get("content-disposition")).toContain("verzoek-1.html");
  // His own data, as they came and as they were understood; of nobody else.
  expect(dossier).toContain("Voorbeeld");
  expect(dossier).toContain("Een melding dat hulp begon");
  expect(dossier).toContain(known);
  expect(dossier).not.toContain(other);
  await post(installation, "/privacyboek/verzoeken/1/klaar", {});
  expect(await installation.database.query("select soort, betrokkene, uitkomst from verzoek_inwoner")).toEqual([
    {soort: "inzage", betrokkene: null, uitkomst: "gegeven"},
  ]);
  expect((await post(installation, "/privacyboek/verzoeken/1/klaar", {})).status).toBe(400);
  await installation.close();
});

test("a correction says who must send again, and an erasure how it is done", async () => {
  const installation = await installed();
  await post(installation, "/privacyboek/verzoeken", {bsn: known, soort: "correctie"});
  await post(installation, "/privacyboek/verzoeken", {bsn: known, soort: "verwijdering"});
  const sources = await (await post(installation, "/privacyboek/verzoeken/1/bronnen", {})).text();
  expect(sources).toMatch(/Wmo 305: 1 berichten, de laatste van 2025-03-15\. Opnieuw te sturen door/);
  const answer = await post(installation, "/privacyboek/verzoeken/2/klaar", {});
  expect(await answer.text()).toContain("npx wijkbalans verzoek uitvoeren 2");
  expect((await post(installation, "/privacyboek/verzoeken/2/weiger", {grond: ""})).status).toBe(400);
  await post(installation, "/privacyboek/verzoeken/2/weiger", {grond: "Wmo 2015 art. 5.3.4"});
  const list = await (await installation.ask("/privacyboek/verzoeken")).text();
  expect(list).toContain("Wmo 2015 art. 5.3.4");
  await installation.close();
});

test("no Bsn stands in any log, database, error or address after all of it", async () => {
  const installation = await installed();
  await post(installation, "/privacyboek/verzoeken/wie-keek", {bsn: known});
  await post(installation, "/privacyboek/verzoeken", {bsn: other, soort: "inzage"});
  await post(installation, "/privacyboek/verzoeken/1/dossier", {});
  for (const path of [
    `/over-de-gegevens/catalogus?zoek=${known}`,
    `/geteld/${known}`,
    `/privacyboek/logboek?zoek=${other}`,
  ])
    await installation.ask(path);
  const log = await (await installation.ask("/privacyboek/logboek")).text();
  expect(log).toContain("zoek=(9 cijfers)");
  await installation.close();
  expect(installation.reported).toEqual([]);
  const kept = textOfFolder(installation.dataFolder);
  for (const bsn of [known, other, unknown]) expect(kept.includes(bsn)).toBe(false);
});

test("each page that was asked for is in the chain, and what was warmed up or failed is not", async () => {
  const installation = await installed();
  await installation.ask("/privacyboek");
  await installation.ask("/nergens");
  await installation.ask("/privacyboek/register?doel=beleid", {
    headers: {traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"},
  });
  const rows = readJournal(installation.dataFolder);
  await installation.close();
  const {database} = await openInstallation(installation.dataFolder);
  expect(await database.query("select gebruiker, rol, wat, vraag, doel, uitkomst from inzage order by nummer")).toEqual(
    [
      {
        gebruiker: "computer",
        rol: "beheerder",
        wat: "/privacyboek",
        vraag: null,
        doel: "toezicht",
        uitkomst: "gegeven",
      },
      {
        gebruiker: "computer",
        rol: "beheerder",
        wat: "/privacyboek/register",
        vraag: "doel=beleid",
        doel: "toezicht",
        uitkomst: "gegeven",
      },
    ],
  );
  expect(await database.query("select trace_id from inzage where nummer = 2")).toEqual([
    {trace_id: "4bf92f3577b34da6a3ce929d0e0e4736"},
  ]);
  expect((await checkChain(database, rows!.anchor)).breuken).toEqual([]);
});

test("the register can be searched and taken along, and the DPIA says what is left to fill in", async () => {
  const installation = await installed();
  const found = await (await installation.ask("/privacyboek/register?zoek=geboortemaand")).text();
  expect(found).toMatch(/van de \d+ velden/);
  const csv = await (await installation.ask("/privacyboek/register.csv")).text();
  expect(csv).toContain("toewijzing_versie;client;inwoner met hulp;pseudoniem");
  const {velden} = (await (await installation.ask("/privacyboek/register.json")).json()) as {velden: unknown[]};
  expect(velden.length).toBeGreaterThan(200);
  const markdown = await (await installation.ask("/privacyboek/dpia.md")).text();
  expect(markdown).toContain("**In te vullen door de gemeente:**");
  expect(markdown).toContain("Wmo 15 jaar en Jeugdwet 20 jaar");
  await installation.close();
});

test("the log comes along with rebuild, backup and restore, and verify tells where it was spoilt", async () => {
  const installation = await installed();
  for (const path of ["/privacyboek", "/privacyboek/register", "/privacyboek/dpia"]) await installation.ask(path);
  await installation.close();
  const data = installation.dataFolder;
  const verify = async (folder: string) => (await commandInProcess(["verify", "--data", folder])).stdout;
  const before = await verify(data);
  expect(before).toMatch(/alles klopt[\s\S]*Logboek van inzage: 3 regels\. Kop: 3 [0-9a-f]{64}/);
  await commandInProcess(["rebuild", "--data", data]);
  expect(await verify(data)).toBe(before);
  const copy = join(folderWith(), "kopie.tar");
  expect((await commandInProcess(["backup", copy, "--met-sleutels", "--data", data])).exitCode).toBe(0);
  const restored = join(folderWith(), "data");
  expect((await commandInProcess(["restore", copy, "--data", restored])).exitCode).toBe(0);
  expect(await verify(restored)).toBe(before);
  await withDatabase(data, (database) => database.execute("delete from inzage where nummer = 3"));
  expect(await verify(data)).toMatch(/houdt op bij regel 2, terwijl regel 3 geschreven is\. Het einde is weg\./);
  await withDatabase(restored, (database) => database.execute("update inzage set gebruiker = 'x' where nummer = 2"));
  expect(await verify(restored)).toMatch(/regel 2 is veranderd/);
});
