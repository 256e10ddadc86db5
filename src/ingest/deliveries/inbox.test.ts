import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {contentOf, folderWith, startBericht, startBerichten} from "../../../test/berichten-on-disk.ts";
import {openInstallation, type TestInstallation} from "../../../test/installation.ts";
import {zipOf} from "../../../test/zip-file.ts";
import {saveKoppeling} from "../tables/inbox.ts";
import {headerKey} from "../tables/koppeling.ts";
import {Inbox} from "./inbox.ts";

const day = "2026-11-27";

interface TestInbox extends TestInstallation {
  readonly inbox: Inbox;
  readonly folder: string;
  readonly said: string[];
  /** Looks, as long after the last look as the clock of a server would. */
  look(seconds?: number): Promise<void>;
}

async function openInbox(dataFolder = folderWith()): Promise<TestInbox> {
  const installation = await openInstallation(dataFolder);
  const folder = join(dataFolder, "inbox");
  mkdirSync(folder, {recursive: true});
  const said: string[] = [];
  let uptime = 1000;
  const {database, deliveries} = installation;
  const inbox = new Inbox({
    folder,
    database,
    deliveries,
    now: () => new Date(`${day}T08:00:00Z`),
    uptime: () => uptime,
    say: (line) => said.push(line),
  });
  const look = async (seconds = 5) => {
    uptime += seconds * 1000;
    await inbox.look();
  };
  return {...installation, inbox, folder, said, look};
}

/** Every file below a folder, by its path in it. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

async function receipts({database}: TestInstallation) {
  return database.query(
    "select herkomst, bron, ingenomen, geweigerd, al_aanwezig from ontvangst order by ontvangst_nummer",
  );
}

test("what is whole is taken in as one delivery and moved aside, refused files with their reason", async () => {
  const box = await openInbox();
  const files = {"a.xml": startBericht("A"), "sub/b.xml": startBericht("B"), "fout.xml": "<a/>", "brief.docx": "x"};
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(box.folder, "sub"), {recursive: true});
    writeFileSync(join(box.folder, path), content);
  }
  await box.look();
  expect(filesIn(box.folder)).toEqual(["a.xml", "brief.docx", "fout.xml", "sub/b.xml"]);
  await box.look();
  expect(filesIn(box.folder)).toEqual([
    `geweigerd/${day}/brief.docx`,
    `geweigerd/${day}/brief.docx.txt`,
    `geweigerd/${day}/fout.xml`,
    `geweigerd/${day}/fout.xml.txt`,
    `verwerkt/${day}/a.xml`,
    `verwerkt/${day}/sub/b.xml`,
  ]);
  expect(readFileSync(join(box.folder, `geweigerd/${day}/fout.xml.txt`), "utf8")).toMatch(
    /^Dit is geen iWmo- of iJw-bericht[^\n]*\n$/,
  );
  expect(await receipts(box)).toEqual([
    {herkomst: "inbox", bron: "4 bestanden", ingenomen: 2, geweigerd: 2, al_aanwezig: 0},
  ]);
});

test("a file that still grows, or bears the name of one, is left alone", async () => {
  const box = await openInbox();
  const whole = startBericht("A");
  const path = join(box.folder, "a.xml");
  writeFileSync(path, whole.subarray(0, 400));
  writeFileSync(join(box.folder, "b.xml.part"), whole);
  writeFileSync(join(box.folder, ".c.xml"), whole);
  writeFileSync(join(box.folder, "d.tmp"), whole);
  await box.look();
  appendFileSync(path, whole.subarray(400, 800));
  await box.look();
  // Two looks shortly after each other tell nothing.
  await box.look(0.1);
  appendFileSync(path, whole.subarray(800));
  await box.look();
  expect(await receipts(box)).toEqual([]);
  await box.look();
  expect(filesIn(box.folder)).toEqual([".c.xml", "b.xml.part", "d.tmp", `verwerkt/${day}/a.xml`]);
  renameSync(join(box.folder, "b.xml.part"), join(box.folder, "b.xml"));
  await box.look();
  await box.look();
  expect(await receipts(box)).toMatchObject([{ingenomen: 1}, {ingenomen: 0, al_aanwezig: 1}]);
});

test("what is whole waits for what is being written, but not for ever", async () => {
  const box = await openInbox();
  writeFileSync(join(box.folder, "a.xml"), startBericht("A"));
  writeFileSync(join(box.folder, "groeit.xml"), "<");
  for (let look = 0; look < 5; look++) {
    appendFileSync(join(box.folder, "groeit.xml"), "x");
    await box.look();
  }
  expect(await receipts(box)).toEqual([]);
  appendFileSync(join(box.folder, "groeit.xml"), "x");
  await box.look(301);
  expect(filesIn(box.folder)).toEqual(["groeit.xml", `verwerkt/${day}/a.xml`]);
});

test("ended between taking in and moving, the next start loses nothing and doubles nothing", async () => {
  const first = await openInbox();
  const delivery: Record<string, Buffer> = {...startBerichten(3), "fout.xml": Buffer.from("<a/>")};
  for (const [name, content] of Object.entries(delivery)) writeFileSync(join(first.folder, name), content);
  const paths = Object.keys(delivery).map((name) => join(first.folder, name));
  const origin = {herkomst: "inbox", door: null, taak: null, bron: "4 bestanden", ontvangenOp: null} as const;
  await first.deliveries.importFrom("Inbox", paths, first.folder, origin);
  await first.close();
  const before = await contentOf(first.dataFolder);

  const second = await openInbox(first.dataFolder);
  await second.look();
  await second.look();
  expect(filesIn(second.folder)).toEqual([
    `geweigerd/${day}/fout.xml`,
    `geweigerd/${day}/fout.xml.txt`,
    ...[1, 2, 3].map((number) => `verwerkt/${day}/WMO305_B${number}.xml`),
  ]);
  await second.close();
  expect(await contentOf(first.dataFolder)).toEqual(before);
});

test("a package is judged by what is in it, and one that does not open is refused", async () => {
  const box = await openInbox();
  writeFileSync(join(box.folder, "half.zip"), zipOf({"a.xml": startBericht("A"), "fout.xml": "<a/>"}));
  writeFileSync(join(box.folder, "niets.zip"), zipOf({"fout.xml": "<b/>"}));
  writeFileSync(join(box.folder, "stuk.zip"), "geen zip");
  await box.look();
  await box.look();
  expect(filesIn(box.folder)).toEqual([
    `geweigerd/${day}/niets.zip`,
    `geweigerd/${day}/niets.zip.txt`,
    `geweigerd/${day}/stuk.zip`,
    `geweigerd/${day}/stuk.zip.txt`,
    `verwerkt/${day}/half.zip`,
    `verwerkt/${day}/half.zip.txt`,
  ]);
  expect(readFileSync(join(box.folder, `verwerkt/${day}/half.zip.txt`), "utf8")).toBe(
    "1 bestand in dit pakket is geweigerd, van de 2. Kijk bij Beheer welke, en waarom.\n",
  );
});

test("a name that lies there already is not overwritten, and a link is not followed", async () => {
  const box = await openInbox();
  for (const letter of ["A", "B"]) {
    writeFileSync(join(box.folder, "a.xml"), startBericht(letter));
    await box.look();
    await box.look();
  }
  symlinkSync(join(box.dataFolder, "wijkbalans.duckdb"), join(box.folder, "link.xml"));
  await box.look();
  await box.look();
  expect(filesIn(box.folder)).toEqual(["link.xml", `verwerkt/${day}/a (2).xml`, `verwerkt/${day}/a.xml`]);
});

test("a name with a Bsn is nowhere shown, and its file finds its place", async () => {
  const box = await openInbox();
  writeFileSync(join(box.folder, "x_999900006.xml"), "<a/>");
  writeFileSync(join(box.folder, "y_999900006.xml"), startBericht("A"));
  await box.look();
  await box.look();
  expect(filesIn(box.folder)).toContain(`geweigerd/${day}/x_999900006.xml.txt`);
  expect(filesIn(box.folder)).toContain(`verwerkt/${day}/y_999900006.xml`);
  expect(JSON.stringify(await box.database.query("select * from ontvangst"))).not.toContain("999900006");
});

test("started, it makes its folders, looks by itself and stops when asked", async () => {
  const box = await openInbox();
  const {inbox, folder} = box;
  inbox.start();
  expect(existsSync(join(folder, "verwerkt")) && existsSync(join(folder, "geweigerd"))).toBe(true);
  await inbox.stop();
});

test("a table whose columns nobody matched waits, and is taken in once somebody did", async () => {
  const box = await openInbox();
  const lines = ["BSN;Wet;AGB;Nummer;Begin", "999900006;Wmo;99990001;7;01-02-2025"];
  writeFileSync(join(box.folder, "leveringen.csv"), `${lines.join("\r\n")}\r\n`);
  writeFileSync(join(box.folder, "gebied.csv"), "gebied_code,soort,naam,jaar\nGM9999,gemeente,Heuveldam,2025\n");
  await box.look();
  await box.look();
  expect(filesIn(box.folder)).toEqual(["leveringen.csv", `verwerkt/${day}/gebied.csv`]);
  const kolommen = {
    bsn: {kolom: "BSN"},
    wet: {kolom: "Wet"},
    aanbieder: {kolom: "AGB"},
    toewijzing_nummer: {kolom: "Nummer"},
    begindatum: {kolom: "Begin", datum: "dd-mm-jjjj"},
  } as const;
  saveKoppeling(box.deliveries.dataFolder, {
    versie: 1,
    bron: "Suite A",
    soort: "leveringen",
    kop: headerKey(lines[0]!.split(";")),
    kolommen,
  });
  await box.look();
  await box.look();
  expect(filesIn(box.folder)).toEqual([`verwerkt/${day}/gebied.csv`, `verwerkt/${day}/leveringen.csv`]);
  expect(await box.database.query("select wet, begindatum from start")).toEqual([
    {wet: "Wmo", begindatum: "2025-02-01"},
  ]);
});
