import {appendFileSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {folderWith} from "../../../test/berichten-on-disk.ts";
import {databaseWith, emptyDatabase, engines} from "../../../test/engines.ts";
import type {Database} from "../../database/database.ts";
import {checkChain} from "./chain.ts";
import {cutLog} from "./cut-log.ts";
import {journalPath, readJournal} from "./journal.ts";
import {type Look, withoutBsn} from "./look.ts";
import {LookLog} from "./look-log.ts";
import {traceOf} from "./trace.ts";

const report = (error: unknown) => {
  throw error;
};

function look(wat: string, rest: Partial<Look> = {}): Look {
  return {
    op: new Date("2026-11-27T08:00:00Z"),
    gebruiker: "g1",
    rol: "controller",
    doel: "beleid",
    soort: "cijfers",
    wat,
    vraag: null,
    gegevensVersie: 3,
    betrokkene: null,
    sha256: null,
    uitkomst: "gegeven",
    sessie: null,
    trace: traceOf(null),
    ...rest,
  };
}

async function noted(database: Database, folder: string, ...looks: Look[]): Promise<void> {
  const log = await LookLog.open(database, folder, {report});
  for (const one of looks) log.note(one);
  await log.close();
}

async function breaks(database: Database, folder: string): Promise<readonly string[]> {
  return (await checkChain(database, readJournal(folder)?.anchor ?? null)).breuken;
}

const watOf = async (database: Database) =>
  (await database.query<{wat: string}>("select wat from inzage order by nummer")).map(({wat}) => wat);

describe.each(engines)("the log of looking on %s", (engine) => {
  test("holds each look in order, with the hash of the one before it", async () => {
    const database = await emptyDatabase(engine);
    const folder = folderWith();
    await noted(database, folder, look("/a", {vraag: "wijk=WK999901"}), look("/b", {uitkomst: "geweigerd"}));
    await noted(database, folder, look("/c"));
    expect(await database.query("select nummer, wat, vraag, uitkomst from inzage order by nummer")).toEqual([
      {nummer: 1, wat: "/a", vraag: "wijk=WK999901", uitkomst: "gegeven"},
      {nummer: 2, wat: "/b", vraag: null, uitkomst: "geweigerd"},
      {nummer: 3, wat: "/c", vraag: null, uitkomst: "gegeven"},
    ]);
    expect(await checkChain(database, readJournal(folder)!.anchor)).toMatchObject({regels: 3, breuken: []});
  });

  test.each([
    ["is changed", "update inzage set gebruiker = 'g2' where nummer = 2", [/regel 2 is veranderd/]],
    ["is taken out", "delete from inzage where nummer = 2", [/na regel 1 komt regel 3/]],
    [
      "is put in the place of another",
      "update inzage set nummer = 5 - nummer where nummer > 1",
      [/past niet/, /veranderd/, /past niet/, /veranderd/, /een andere/],
    ],
    ["is cut off at the end", "delete from inzage where nummer > 1", [/houdt op bij regel 1, terwijl regel 3/]],
    ["is all there was", "delete from inzage", [/houdt op bij regel 0, terwijl regel 3/]],
  ])("it is seen where a row %s", async (_, sql, lines) => {
    const database = await emptyDatabase(engine);
    const folder = folderWith();
    await noted(database, folder, look("/a"), look("/b"), look("/c"));
    await database.execute(sql);
    const found = await breaks(database, folder);
    expect(found).toHaveLength(lines.length);
    for (const [index, line] of lines.entries()) expect(found[index]).toMatch(line);
  });

  test("an end that was cut off stays seen, also after more was noted", async () => {
    const database = await emptyDatabase(engine);
    const folder = folderWith();
    await noted(database, folder, look("/a"), look("/b"), look("/c"));
    await database.execute("delete from inzage where nummer > 1");
    await noted(database, folder, look("/d"));
    expect(await breaks(database, folder)).toEqual([
      "Logboek van inzage: na regel 1 komt regel 4. Wat ertussen stond is weg.",
    ]);
  });

  test("what names people is on disk before it is given, and comes in the table after a crash", async () => {
    const database = await emptyDatabase(engine);
    const folder = folderWith();
    const log = await LookLog.open(database, folder, {report});
    log.note(look("/cijfers"));
    await log.noteFirst(look("origineel", {soort: "origineel", sha256: "ab"}));
    const onDisk = readFileSync(journalPath(folder), "utf8");
    expect(await watOf(database)).toEqual([]);
    // The machine stops here, in the middle of a row.
    const after = folderWith({"logboek/inzage.jsonl": `${onDisk}{"nummer":3,"op":"20`});
    await noted(database, after, look("/later"));
    expect(await watOf(database)).toEqual(["/cijfers", "origineel", "/later"]);
    expect(await breaks(database, after)).toEqual([]);
    await log.close().catch(() => undefined);
  });

  test("a crash between table and journal writes nothing twice", async () => {
    const database = await emptyDatabase(engine);
    const folder = folderWith();
    const log = await LookLog.open(database, folder, {report});
    await log.noteFirst(look("/a"));
    const before = readFileSync(journalPath(folder), "utf8");
    await log.close();
    writeFileSync(journalPath(folder), before);
    await noted(database, folder, look("/b"));
    expect(await watOf(database)).toEqual(["/a", "/b"]);
    expect(await breaks(database, folder)).toEqual([]);
  });

  test("a journal that somebody wrote in is not believed", async () => {
    const database = await emptyDatabase(engine);
    const folder = folderWith();
    await noted(database, folder, look("/a"));
    appendFileSync(journalPath(folder), `${JSON.stringify({nummer: 2, wat: "/made-up", vorige: "x", hash: "y"})}\n`);
    await noted(database, folder, look("/b"));
    expect(await watOf(database)).toEqual(["/a", "/b"]);
  });

  test("without its journal the chain goes on from the table", async () => {
    const database = await emptyDatabase(engine);
    const folder = folderWith();
    await noted(database, folder, look("/a"));
    rmSync(journalPath(folder));
    await noted(database, folder, look("/b"));
    expect(await breaks(database, folder)).toEqual([]);
  });

  test("what was noted before there was a chain is its beginning", async () => {
    const database = await databaseWith(engine, {
      inzage_eerder: `
        op                  | wie       | wat       | sha256
        2026-01-02 10:00:00 | beheerder | origineel | cd`,
    });
    const folder = folderWith();
    await noted(database, folder, look("/a"));
    expect(await watOf(database)).toEqual(["origineel", "/a"]);
    expect(await database.query("select * from inzage_eerder")).toEqual([]);
    expect(await breaks(database, folder)).toEqual([]);
  });

  test("rows past their term are cut off, and the chain can still be checked", async () => {
    const database = await emptyDatabase(engine);
    const folder = folderWith();
    const old = new Date("2019-01-01T08:00:00Z");
    await noted(database, folder, look("/a", {op: old}), look("/b", {op: old}), look("/c"));
    const log = await LookLog.open(database, folder, {report});
    expect(await cutLog(database, log, look(""), "2020-01-01")).toBe(2);
    expect(await cutLog(database, log, look(""), "2020-01-01")).toBe(0);
    await log.close();
    expect((await watOf(database))[0]).toBe("/c");
    expect(await breaks(database, folder)).toEqual([]);
    await noted(database, folder, look("/d"));
    expect(await breaks(database, folder)).toEqual([]);
    // Who cuts by hand, or hides that it was cut, is found out.
    await database.execute("update inzage_zegel set nummer = 1");
    expect((await breaks(database, folder)).length).toBeGreaterThan(0);
  });

  test("a cut that nobody told of is seen", async () => {
    const database = await emptyDatabase(engine);
    const folder = folderWith();
    await noted(database, folder, look("/a"), look("/b"));
    const [row] = await database.query<{hash: string}>("select hash from inzage where nummer = 1");
    await database.execute(
      "insert into inzage_zegel (nummer, hash, op, reden, regels) values (1, $hash, cast('2026-01-01' as timestamp), 'bewaartermijn', 1)",
      {hash: row!.hash},
    );
    const untold = "Logboek van inzage: dat het tot en met regel 1 is opgeruimd, staat er zelf niet in.";
    expect(await breaks(database, folder)).toEqual([
      untold,
      "Logboek van inzage: voor regel 1 staat nog wat er opgeruimd is.",
    ]);
    await database.execute("delete from inzage where nummer = 1");
    expect(await breaks(database, folder)).toEqual([untold]);
  });

  test("what somebody typed without end is kept in part", async () => {
    const database = await emptyDatabase(engine);
    await noted(database, folderWith(), look("/".repeat(600), {vraag: "x".repeat(600)}));
    expect(await database.query("select wat, vraag from inzage")).toEqual([
      {wat: "/".repeat(500), vraag: "x".repeat(500)},
    ]);
  });

  test("a note takes less than a millisecond of a page", async () => {
    const database = await emptyDatabase(engine);
    const log = await LookLog.open(database, folderWith(), {report});
    const one = look("/a");
    for (let i = 0; i < 100; i++) log.note(one);
    const start = performance.now();
    for (let i = 0; i < 4000; i++) log.note(one);
    expect((performance.now() - start) / 4000).toBeLessThan(1);
    await log.close();
    const [count] = await database.query("select cast(count(*) as bigint) as n from inzage");
    expect(count).toEqual({n: 4100});
  });
});

test("a chain of more than a page is read to its end, and ten breaks say enough", async () => {
  const database = await emptyDatabase("duckdb");
  await noted(database, folderWith(), ...Array.from({length: 10_012}, () => look("/a")));
  // Without its anchor the chain itself can still be checked.
  expect(await checkChain(database, null)).toMatchObject({regels: 10_012, breuken: []});
  await database.execute("update inzage set gebruiker = 'g2' where nummer > 10000");
  const {breuken} = await checkChain(database, null);
  expect(breuken).toHaveLength(10);
  expect(breuken[0]).toBe("Logboek van inzage: regel 10001 is veranderd.");
});

test("nine digits never come in a log, however they were typed", () => {
  expect(withoutBsn("/catalogus?zoek=999900006")).toBe("/catalogus?zoek=(9 cijfers)");
  for (const typed of [
    "code999900006",
    "９９９９００００６",
    "9_9_9_9_0_0_0_0_6",
    "9999/00006",
    "999  900  006",
    "9999\u202f00\u202f006",
  ]) {
    expect(withoutBsn(`zoek=${typed}`)).not.toMatch(/\d{2}/);
  }
  const hash = `${"3f".repeat(10)}999900006${"ab".repeat(10)}`;
  expect(withoutBsn(`bestand=${hash}`)).toBe(`bestand=${hash}`);
  expect(withoutBsn("zoek=9999 00 006&x=1")).toBe("zoek=(9 cijfers)&x=1");
  expect(withoutBsn("aanbieder=75750001&van=2026-01-01")).toBe("aanbieder=75750001&van=2026-01-01");
});

test("a look belongs to the trace of who called, when that can be read", () => {
  const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
  expect(traceOf(`00-${traceId}-00f067aa0ba902b7-01`)).toMatchObject({traceId, parentSpanId: "00f067aa0ba902b7"});
  for (const bad of [
    null,
    "",
    "00-0-0-0",
    `00-${"0".repeat(32)}-00f067aa0ba902b7-01`,
    `ff-${traceId}-00f067aa0ba902b7-01`,
  ]) {
    expect(traceOf(bad)).toMatchObject({traceId: expect.stringMatching(/^[0-9a-f]{32}$/), parentSpanId: null});
    expect(traceOf(bad).traceId).not.toBe(traceId);
  }
});
