import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {databaseWith, emptyDatabase, engines} from "../../test/engines.ts";
import {committedLengths} from "./archive/archive.ts";
import {archiveTables} from "./archive/archive-tables.ts";
import {forgetRefusals, raiseDataVersion} from "./batches.ts";
import {markDuplicates} from "./duplicates.ts";
import {loadSeen} from "./known.ts";
import {addLevering, closeLevering, newLevering} from "./levering.ts";
import {Claims} from "./workers/claims.ts";

const a = "a".repeat(64);
const b = "b".repeat(64);
const half = (letter: string) => BigInt(`0x${letter.repeat(16)}`);

describe.each(engines)("what an import asks of %s:", (engine) => {
  test("the tables of the archive are as the schema has them", async () => {
    const database = await emptyDatabase(engine);
    for (const [table, columns] of Object.entries(archiveTables)) {
      const rows = await database.query<{column_name: string}>(
        "select column_name from information_schema.columns where table_name = $table order by ordinal_position",
        {table},
      );
      expect(rows.map((row) => row.column_name)).toEqual(Object.keys(columns));
    }
  });

  test("of two Berichten with one Identificatie the later is marked, once", async () => {
    const database = await databaseWith(engine, {
      bericht: `
        bericht_id | soort | identificatie | dagtekening | sha256 | toestand
        1          | 305   | X1            | 2025-02-01  | ${a}   | ingenomen
        2          | 305   | X1            | 2025-01-01  | ${b}   | ingenomen
        3          | 307   | X1            | 2025-03-01  | c      | ingenomen`,
      bestand: `
        sha256 | naam  | toestand  | levering_nummer
        ${a}   | a.xml | ingenomen | 4
        ${b}   | b.xml | ingenomen | 4
        c      | c.xml | ingenomen | 4`,
    });
    const marked = await markDuplicates(database, 4);
    expect(marked).toMatchObject({wereClean: 1, findings: [{bestand: "a.xml", bericht: "X1", regel: "TR056"}]});
    const states = await database.query("select sha256 from bericht where toestand = 'bevindingen'");
    expect(states).toEqual([{sha256: a}]);
    expect(await markDuplicates(database, 5)).toEqual({findings: [], wereClean: 0});
  });

  test("what was seen before is known, and what was refused is known apart", async () => {
    const database = await databaseWith(engine, {
      bestand: `
        sha256 | toestand
        ${a}   | ingenomen
        ${b}   | geweigerd`,
      bericht: `
        bericht_id
        5
        600`,
    });
    const seen = await loadSeen(database, 0);
    const files = new Claims(seen.files);
    const refused = new Claims(seen.refusedFiles);
    const berichten = new Claims(seen.berichten);
    expect([files.has(half("a"), half("a")), files.has(half("b"), half("b"))]).toEqual([true, false]);
    expect([refused.has(half("a"), half("a")), refused.has(half("b"), half("b"))]).toEqual([false, true]);
    expect([5n, 600n, 6n].map((id) => berichten.has(id, 0n))).toEqual([true, true, false]);
  });

  test("a refusal is forgotten when the file is taken in after all", async () => {
    const database = await databaseWith(engine, {
      bestand: `
        sha256 | toestand  | levering_nummer
        ${a}   | geweigerd | 1
        ${a}   | ingenomen | 2
        ${b}   | geweigerd | 1`,
      bevinding: `
        sha256 | levering_nummer | regel
        ${a}   | 1               | gemeente
        ${a}   | 2               | CS002
        ${b}   | 1               | XML`,
    });
    await forgetRefusals(database);
    expect(await database.query("select sha256, toestand from bestand order by sha256")).toEqual([
      {sha256: a, toestand: "ingenomen"},
      {sha256: b, toestand: "geweigerd"},
    ]);
    expect(await database.query("select regel from bevinding order by regel")).toEqual([
      {regel: "CS002"},
      {regel: "XML"},
    ]);
  });

  test("a Levering is numbered, added once and closed", async () => {
    const database = await emptyDatabase(engine);
    const now = new Date("2025-04-01T12:00:00Z");
    const levering = await newLevering(database, ["post/999900006"], now);
    await addLevering(database, levering);
    await addLevering(database, levering);
    await closeLevering(database, levering.leveringNummer, now);
    await raiseDataVersion(database);
    await raiseDataVersion(database);
    const at = "2025-04-01 12:00:00";
    expect(await database.query("select * from levering")).toEqual([
      {levering_nummer: 1, begonnen_op: at, klaar_op: at, bron: "post/*********"},
    ]);
    expect(await database.query("select data_versie from gegevens_stand")).toEqual([{data_versie: 2}]);
  });

  test("segments end where their last block does, and verify's questions run", async () => {
    const database = await databaseWith(engine, {
      archief_blok: `
        segment | blok_begin | lengte | lengte_open
        1       | 0          | 100    | 500
        1       | 100        | 50     | 200
        2       | 0          | 70     | 90`,
    });
    expect([...(await committedLengths(database))]).toEqual([
      [1, 150],
      [2, 70],
    ]);
    const read = (name: string) => readFileSync(new URL(`./verify/${name}.sql`, import.meta.url), "utf8");
    expect(await database.query(read("files-of-segment"), {segment: 1})).toEqual([]);
    expect(await database.query(read("berichten-without-file"))).toEqual([]);
  });
});
