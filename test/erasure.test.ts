import {spawnSync} from "node:child_process";
import {cpSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, expect, test, vi} from "vitest";
import {openDatabase} from "../src/database/open.ts";
import {existingKeys} from "../src/ingest/archive/archive.ts";
import {listBlocks, readBlock} from "../src/ingest/archive/read-blocks.ts";
import {archiveFolder, listSegments} from "../src/ingest/archive/segments.ts";
import {makePseudonyms} from "../src/ingest/keys/pseudonym.ts";
import {readSheet} from "../src/ingest/tables/sheet.ts";
import {koppelingOf, propose} from "../src/ingest/tables/suggest.ts";
import {contentOf, folderWith, importInto, startBericht, withDatabase} from "./berichten-on-disk.ts";
import {commandInProcess} from "./command-in-process.ts";
import {insertRows} from "./engines.ts";
import {messageXml} from "./istandaarden/message-xml.ts";

// Each makes a whole archive and database anew, most of them more than once.
vi.setConfig({testTimeout: 240_000});

const gebied = "gebied_code,soort,naam,jaar\nGM0363,gemeente,Amsterdam,2025\n";
const erased = "999900006";
const other = "999900018";

const line = (number: number) => ({
  ProductReferentie: {ReferentieNummer: `R${number}`},
  ToewijzingNummer: String(number),
  ProductCategorie: "02",
  ProductCode: "02A01",
  ProductPeriode: {Begindatum: "2025-02-01", Einddatum: "2025-02-28"},
  GeleverdVolume: "1",
  Eenheid: "04",
  ProductTarief: "100",
  IngediendBedrag: {Bedrag: "100", DebetCredit: "D"},
});

/** A claim about two people. */
const claim = messageXml("Wmo", "323", {
  Declaratie: {
    DeclaratieNummer: "D1",
    DeclaratiePeriode: {Begindatum: "2025-02-01", Einddatum: "2025-02-28"},
    DeclaratieDagtekening: "2025-03-01",
    TotaalIngediendBedrag: {TotaalBedrag: "200", DebetCredit: "D"},
    Clienten: {
      Client: [
        {Bsn: erased, Prestaties: {Prestatie: line(1)}},
        {Bsn: other, Prestaties: {Prestatie: line(2)}},
      ],
    },
  },
});

const deliveries = {
  "own.xml": startBericht("A", {}, erased),
  "other.xml": startBericht("B", {}, other),
  "both.xml": claim,
  "refused.xml": `<a>${erased}</a>`,
};
const template = folderWith();

beforeAll(async () => {
  await importInto(template, [folderWith({"gebied.csv": gebied, ...deliveries})]);
});

function filled(): string {
  const data = folderWith();
  cpSync(template, data, {recursive: true});
  return data;
}

/** Every byte of the archive, opened with its key. */
function openedArchive(data: string): string {
  const key = readFileSync(join(data, "sleutels", "archief.sleutel"));
  const folder = archiveFolder(data);
  return listSegments(folder)
    .flatMap((segment) => listBlocks(folder, segment).blocks)
    .map((block) => Buffer.from(readBlock(folder, key, block).bytes).toString("latin1"))
    .join("\n");
}

async function clientOf(data: string, bsn: string): Promise<string> {
  return withDatabase(data, async (database) => {
    const keys = (await existingKeys(database, data, {}))!;
    return makePseudonyms(keys.pseudonym).client(bsn);
  });
}

const holdsOf = (data: string, client: string) =>
  withDatabase(data, async (database) => ({
    starts: (await database.query("select 1 as een from start where client = $client", {client})).length,
    prestaties: (await database.query("select 1 as een from prestatie where client = $client", {client})).length,
  }));

const bsnFile = (bsn: string) => join(folderWith({"bsn.txt": `${bsn}\n`}), "bsn.txt");

test("who is erased is in no file of the archive and no table, and others keep what they had", async () => {
  const data = filled();
  const [mine, theirs] = [await clientOf(data, erased), await clientOf(data, other)];
  const asked = await commandInProcess(["verzoek", "verwijdering", "--data", data], {input: `${erased}\n`});
  // First what the law asks; nothing is erased yet.
  expect(asked.exitCode).toBe(1);
  expect(asked.stdout).toMatch(/Wmo 2015 art\. 5\.3\.4, 15 jaar/);
  expect(openedArchive(data)).toContain(erased);
  await commandInProcess(["backup", join(folderWith(), "kopie.tar"), "--data", data]);
  const done = await commandInProcess(["verzoek", "uitvoeren", "1", "--grond", "termijn is voorbij", "--data", data]);
  expect([done.exitCode, done.stderr]).toEqual([0, ""]);
  expect(done.stdout).toMatch(/2 bestanden zijn weg, uit 1 is deze inwoner weggehaald/);
  expect(done.stdout).toMatch(/In deze reservekopieën staat het nog[\s\S]*kopie\.tar/);
  const archive = openedArchive(data);
  expect(archive.includes(erased)).toBe(false);
  expect(archive.includes(other)).toBe(true);
  expect(await holdsOf(data, mine)).toEqual({starts: 0, prestaties: 0});
  expect(await holdsOf(data, theirs)).toEqual({starts: 1, prestaties: 1});
  expect((await commandInProcess(["verify", "--data", data])).stdout).toMatch(/alles klopt/);
  // The request is closed, and does not say about whom it was.
  expect((await commandInProcess(["verzoek", "lijst", "--data", data])).stdout).toMatch(
    /^1 {2}verwijdering, verwijderd/,
  );
  const before = await contentOf(data);
  expect((await commandInProcess(["rebuild", "--data", data])).exitCode).toBe(0);
  expect(await contentOf(data)).toEqual(before);
  // Delivered again, nobody comes back.
  expect(await importInto(data, [folderWith(deliveries)])).toMatchObject({ingenomen: 0});
  expect(await holdsOf(data, mine)).toEqual({starts: 0, prestaties: 0});
  expect(await importInto(data, [folderWith({"new.xml": startBericht("NEW", {}, other)})])).toMatchObject({
    ingenomen: 1,
  });
});

test("a table of a suite loses the lines of who is erased, and is read again as it was read", async () => {
  const data = folderWith();
  await importInto(data, [folderWith({"gebied.csv": gebied})]);
  const head =
    "BSN;Wet;AGB-code;Toewijzingsnummer;Productcategorie;Productcode;Begindatum;Einddatum;Volume;Eenheid;Bedrag;Gedeclareerd op;Status;Beoordeeld op";
  const row = (bsn: string) =>
    `${bsn};Wmo;99990001;1;02;02A03;01-01-2025;31-01-2025;4;Uur;100,00;05-02-2025;Toegekend;10-02-2025`;
  const text = `${[head, row(erased), row(other)].join("\r\n")}\r\n`;
  const sheet = await readSheet(Buffer.from(text), "regels.csv");
  if ("problem" in sheet) throw new Error(sheet.problem);
  const tables = {koppeling: koppelingOf(propose(sheet), "Suite"), peildatum: "2025-03-31"};
  await importInto(data, [folderWith({"regels.csv": text})], {tables});
  const [mine, theirs] = [await clientOf(data, erased), await clientOf(data, other)];
  expect([await holdsOf(data, mine), await holdsOf(data, theirs)]).toMatchObject([{prestaties: 1}, {prestaties: 1}]);
  await commandInProcess(["verzoek", "verwijdering", "--bsn-bestand", bsnFile(erased), "--data", data]);
  const done = await commandInProcess(["verzoek", "uitvoeren", "1", "--grond", "mag", "--data", data]);
  expect([done.exitCode, done.stderr]).toEqual([0, ""]);
  expect([await holdsOf(data, mine), await holdsOf(data, theirs)]).toMatchObject([{prestaties: 0}, {prestaties: 1}]);
  expect(openedArchive(data).includes(erased)).toBe(false);
  const before = await contentOf(data);
  expect((await commandInProcess(["rebuild", "--data", data])).exitCode).toBe(0);
  expect(await contentOf(data)).toEqual(before);
});

test("what is past its term goes, after a trial that changes nothing", async () => {
  const data = filled();
  const environment = {WIJKBALANS_BEWAAR_WMO_JAREN: "1"};
  await withDatabase(data, (database) =>
    insertRows(
      database,
      "aanmelding",
      "op | gebruiker_id | gebeurtenis\n2010-01-01 08:00:00 | g1 | aangemeld\n2026-11-20 08:00:00 | g1 | aangemeld",
    ),
  );
  const before = await contentOf(data);
  const trial = await commandInProcess(["bewaartermijn", "--proef", "--json", "--data", data], {environment});
  expect([trial.exitCode, trial.stderr]).toEqual([0, ""]);
  expect(JSON.parse(trial.stdout)).toMatchObject({
    proef: true,
    personen: 2,
    tabellen: [
      {tabel: "start", rijen: 2, oudste: "2025-03-15"},
      {tabel: "prestatie", rijen: 2, oudste: "2025-03-15"},
    ],
    bestandenWeg: 4,
    aanmeldingen: 1,
  });
  expect(await contentOf(data)).toEqual(before);
  const kept = startBericht("NEWEST", {BerichtIdentificatie: {Identificatie: "N", Dagtekening: "2026-11-01"}}, other);
  await importInto(data, [folderWith({"newest.xml": kept})]);
  const done = await commandInProcess(["bewaartermijn", "--data", data], {environment});
  expect([done.exitCode, done.stderr]).toEqual([0, ""]);
  expect(done.stdout).toMatch(/Tabel start: 1 rijen[\s\S]*2 bestanden weg, 1 ingekort[\s\S]*Dit is gewist/);
  expect(openedArchive(data).includes(erased)).toBe(false);
  expect(openedArchive(data).includes(other)).toBe(true);
  expect((await commandInProcess(["verify", "--data", data])).stdout).toMatch(/alles klopt/);
  const signIns = await withDatabase(data, (database) => database.query("select op from aanmelding"));
  expect(signIns).toEqual([{op: "2026-11-20 08:00:00"}]);
  const again = await commandInProcess(["bewaartermijn", "--data", data], {environment});
  expect(again.stdout).toMatch(/Er is niets dat langer bewaard is dan mag/);
});

test("with other keys the archive says the same, everybody has another name, and who looked is still found", async () => {
  const data = filled();
  const client = await clientOf(data, erased);
  const file = bsnFile(erased);
  await commandInProcess(["verzoek", "wie-keek", "--bsn-bestand", file, "--data", data]);
  const archive = openedArchive(data);
  const oldKey = readFileSync(join(data, "sleutels", "archief.sleutel"));
  const done = await commandInProcess(["sleutels", "wissel", "--data", data]);
  expect([done.exitCode, done.stderr]).toEqual([0, ""]);
  expect(openedArchive(data)).toBe(archive);
  expect(readFileSync(join(data, "sleutels", "archief.sleutel")).equals(oldKey)).toBe(false);
  const renamed = await clientOf(data, erased);
  expect(renamed).not.toBe(client);
  expect(await holdsOf(data, client)).toEqual({starts: 0, prestaties: 0});
  expect(await holdsOf(data, renamed)).toEqual({starts: 1, prestaties: 1});
  expect((await commandInProcess(["verify", "--data", data])).stdout).toMatch(/alles klopt/);
  const who = await commandInProcess(["verzoek", "wie-keek", "--bsn-bestand", file, "--json", "--data", data]);
  expect(JSON.parse(who.stdout)).toHaveLength(1);
});

test.each([
  ["erase", "geschreven"],
  ["erase", "nagekeken"],
  ["erase", "gewisseld"],
  ["rotate", "herbouwd"],
  ["rotate", "nagekeken"],
  ["rotate", "gewisseld"],
])("killed while it was to %s, when it had '%s', nothing else is lost", async (what, step) => {
  const data = filled();
  const before = await contentOf(data);
  const client = await clientOf(data, erased);
  const script = new URL("./killed-clean.ts", import.meta.url).pathname;
  const {signal} = spawnSync(process.execPath, [script, data, what, step, client]);
  expect(signal).toBe("SIGKILL");
  const verified = await commandInProcess(["verify", "--data", data]);
  expect([verified.stderr, verified.stdout]).toEqual(["", expect.stringMatching(/alles klopt/)]);
  if (step !== "gewisseld") {
    expect(await contentOf(data)).toEqual(before);
    // And it can be done again.
    spawnSync(process.execPath, [script, data, what, "", client]);
    expect((await commandInProcess(["verify", "--data", data])).stdout).toMatch(/alles klopt/);
  }
  expect(openedArchive(data).includes(erased)).toBe(what === "rotate");
  await importInto(data, [folderWith({"new.xml": startBericht("NEW", {}, other)})]);
  expect(existsSync(join(data, "schoon"))).toBe(false);
});

test("an exchange that was broken off between two moves is finished by who opens the folder", async () => {
  const data = filled();
  const client = await clientOf(data, erased);
  const clean = filled();
  const script = new URL("./killed-clean.ts", import.meta.url).pathname;
  spawnSync(process.execPath, [script, clean, "erase", "", client]);
  // As it stands when the first of two moves is done.
  const draft = join(data, "schoon");
  cpSync(clean, draft, {recursive: true});
  const moves = [
    {from: join(draft, "archief"), to: join(data, "archief")},
    {from: join(draft, "wijkbalans.duckdb"), to: join(data, "wijkbalans.duckdb")},
  ];
  writeFileSync(join(data, "wissel.json"), JSON.stringify({moves, remove: [draft]}));
  renameSync(join(data, "archief"), join(data, "gone"));
  renameSync(moves[0]!.from, moves[0]!.to);
  await (await openDatabase(data)).close();
  expect(readdirSync(data)).not.toContain("wissel.json");
  expect(readdirSync(data)).not.toContain("schoon");
  expect((await commandInProcess(["verify", "--data", data])).stdout).toMatch(/alles klopt/);
  expect(openedArchive(data).includes(erased)).toBe(false);
});

test("bad input gets one line, and no number is repeated", async () => {
  const data = filled();
  const lines: [code: number | null, count: number, hasNumber: boolean][] = [];
  for (const args of [
    ["verzoek", "inzage", "999900006", "--data", data],
    ["verzoek", "wie-keek", "--bsn-bestand", bsnFile("123456789"), "--data", data],
    ["verzoek", "uitvoeren", "7", "--data", data],
    ["verzoek", "iets", "--data", data],
    ["sleutels", "wissel", "--alleen", "x", "--data", data],
  ]) {
    const {exitCode, stderr} = await commandInProcess(args);
    lines.push([exitCode, stderr.trim().split("\n").length, /\d{9}/.test(stderr)]);
  }
  expect(lines.map(([code]) => code)).toEqual([2, 2, 2, 2, 2]);
  for (const [, count, hasNumber] of lines) expect([count, hasNumber]).toEqual([1, false]);
});
