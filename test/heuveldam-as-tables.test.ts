import {readFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Database} from "../src/database/database.ts";
import {readDataState} from "../src/database/derive/state.ts";
import {openDatabase} from "../src/database/open.ts";
import {makeDemo} from "../src/demo/make-demo.ts";
import {catalogue} from "../src/indicators/catalogue.ts";
import {measure, measureLeftOut, measureTogether} from "../src/indicators/measure.ts";
import {type DimensionName, dimensionNames, type Question} from "../src/indicators/question.ts";
import {checkKoppeling, type Koppeling} from "../src/ingest/tables/koppeling.ts";
import {readSheet} from "../src/ingest/tables/sheet.ts";
import {koppelingOf, propose} from "../src/ingest/tables/suggest.ts";
import {contentOf, folderWith, importInto} from "./berichten-on-disk.ts";
import {runCommand} from "./command-line.ts";

// The same Heuveldam twice: taken in as messages, and as the three tables that its suite exports. Whatever is asked, by
// whatever day it was known, both must give the same.

const kinds = ["toewijzingen", "leveringen", "declaratieregels"] as const;
const knownOn = ["2025-07-15", "2026-03-03", "2026-10-31"];
const alsoKnownOn = ["2025-02-10", "2025-12-31", "2026-01-15", "2026-06-30"];

const world = folderWith();
const asTables = folderWith();
let messages: Database;
let tables: Database;

beforeAll(async () => {
  await makeDemo(world, {inwoners: 4000, jaren: 2, seed: 1, hasTables: true}, () => undefined);
  const asMessages = folderWith();
  await importInto(asMessages, [join(world, "referentie"), join(world, "berichten")]);
  await importInto(asTables, [join(world, "referentie")]);
  for (const kind of kinds) {
    const path = join(world, "tabellen", `${kind}.csv`);
    const tablesRequest = {koppeling: await proposalFor(path), peildatum: "2026-10-31"};
    const result = await importInto(asTables, [path], {tables: tablesRequest});
    expect(result).toMatchObject({ingenomen: 1, geweigerd: 0, bevindingen: []});
  }
  messages = await openDatabase(asMessages, {threads: 1});
  tables = await openDatabase(asTables, {threads: 1});
});

afterAll(async () => {
  await messages.close();
  await tables.close();
});

/** What the product proposes, taken over as it is. */
async function proposalFor(path: string): Promise<Koppeling> {
  const sheet = await readSheet(readFileSync(path), path);
  if ("problem" in sheet) throw new Error(sheet.problem);
  return checkKoppeling(koppelingOf(propose(sheet), "Suite Heuveldam"));
}

// These count the Berichten themselves: what was asked, answered, refused and when it was sent. Tables hold nothing of that.
const ofTraffic = new Set([
  "startbericht-op-tijd",
  "stopbericht-op-tijd",
  "antwoord-op-verzoek",
  "retour-op-tijd",
  "afgewezen-verzoeken",
  "wijzigingsverzoeken",
]);
const compared = catalogue.filter(({id}) => !ofTraffic.has(id));

/** All in one go: that this answers as one question after another does has a test of its own. */
async function expectSame(day: string, name: DimensionName | null): Promise<void> {
  const asked = compared.filter(({parts}) => name !== "deel" || parts.length > 0);
  const questions = asked.map(({id}) => questionOn(day, id, name));
  const [found, expected] = await Promise.all(
    [tables, messages].map(async (database) => measureTogether(database, questions, await readDataState(database))),
  );
  for (const [place, {id}] of asked.entries()) expect(found![place]!.rows, id).toEqual(expected![place]!.rows);
}

function questionOn(day: string, id: string, name: DimensionName | null): Question {
  return {
    indicator: id,
    gemeenteCode: "GM9999",
    dimensions: name === null ? [] : [name],
    grain: "maand",
    from: "2025-01",
    to: "2026-10",
    where: [],
    knownOn: day,
  };
}

describe.each(knownOn)("as known on %s", (day) => {
  test.each([null, ...dimensionNames])("every figure by %s is the same", (name) => expectSame(day, name));
});

describe.each(alsoKnownOn)("as known on %s", (day) => {
  test("every figure is the same", () => expectSame(day, null));
});

test.each([...knownOn, ...alsoKnownOn])("what was left out is the same, as known on %s", async (day) => {
  for (const {id} of compared) {
    const question = questionOn(day, id, null);
    expect(await measureLeftOut(tables, question), id).toEqual(await measureLeftOut(messages, question));
  }
});

test("the tables tell of what was refused and taken back", () => {
  const text = (kind: string) => readFileSync(join(world, "tabellen", `${kind}.csv`), "utf8");
  for (const status of ["Toegekend", "Afgewezen", "Declaratie afgekeurd", "In behandeling"]) {
    expect(text("declaratieregels")).toContain(`;${status};`);
  }
  for (const kind of ["toewijzingen", "leveringen"]) expect(text(kind)).toMatch(/;\d\d-\d\d-\d{4};\d\d-\d\d-\d{4}\r\n/);
});

test("there was something to compare", async () => {
  for (const {id} of compared) {
    const question = {indicator: id, gemeenteCode: "GM9999", dimensions: [], grain: "totaal", where: []} as const;
    const {rows} = await measure(tables, {...question, from: "2025-01", to: "2026-10", knownOn: "2026-10-31"});
    expect(rows.length).toBeGreaterThan(0);
  }
});

test("what nobody sent has no figure", async () => {
  for (const id of ["antwoord-op-verzoek", "retour-op-tijd", "afgewezen-verzoeken", "wijzigingsverzoeken"]) {
    const {rows} = await measure(tables, {...questionOn("2026-10-31", id, null), grain: "totaal"});
    expect({id, rows}).toEqual({id, rows: []});
  }
});

test("no Bsn is in the database", async () => {
  const [first] = readFileSync(join(world, "tabellen", "toewijzingen.csv"), "utf8")
    .split("\n")
    .slice(1);
  const bsn = first!.slice(0, 9);
  for (const table of ["toewijzing_versie", "start", "prestatie", "bevinding", "tabel_export"]) {
    const rows = await tables.query(`select * from ${table}`);
    expect(JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? String(value) : value))).not.toContain(bsn);
  }
});

test("delivered again it changes nothing, and made again from the archive it is the same", async () => {
  await tables.close();
  const before = await contentOf(asTables);
  // Nobody says how to read it: tables with these columns came before.
  const again = await importInto(asTables, [join(world, "tabellen")], {
    tables: {koppeling: null, peildatum: "2026-10-31"},
  });
  expect(again).toMatchObject({alAanwezig: 3, ingenomen: 0, overgeslagen: 0});
  expect(await contentOf(asTables)).toEqual(before);
  expect((await runCommand(["rebuild", "--data", asTables])).stderr).toBe("");
  expect(await contentOf(asTables)).toEqual(before);
  expect((await runCommand(["verify", "--data", asTables])).stdout).toMatch(/alles klopt/);
  tables = await openDatabase(asTables, {threads: 1});
});
