import {describe, expect, test} from "vitest";
import {databaseWith, emptyDatabase, engines} from "../../test/engines.ts";
import {columnBatch} from "./column-batch.ts";
import type {ColumnData, Row} from "./database.ts";
import {packText, slotSize} from "./packed-text.ts";
import {deliveredTables} from "./tables.ts";

const bericht = {
  gemeente_code: "GM9999",
  bericht_id: 9_223_372_036_854_775_807n,
  wet: "Wmo",
  soort: "301",
  release: "3.2",
  aanbieder: null,
  identificatie: 'komma, "aanhaling", \\ en €',
  dagtekening: "2024-02-29",
  sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  levering_nummer: 1,
  toestand: "",
  verzonden_op: "2024-02-29 23:59:59.5",
} satisfies Row;

describe.each(engines)("a database on %s", (engine) => {
  test("gives back what was appended, of every type", async () => {
    const database = await emptyDatabase(engine);
    const old = {...bericht, bericht_id: -5, dagtekening: "1899-12-31", verzonden_op: null};
    await database.append(columnBatch("bericht", deliveredTables.bericht, [bericht, old]));
    expect(await database.query("select * from bericht order by bericht_id desc")).toEqual([bericht, old]);
  });

  test("takes more rows than go in one piece, with texts and nulls in place", async () => {
    const database = await emptyDatabase(engine);
    const rows = Array.from({length: 5000}, (_, index) => ({
      ...bericht,
      bericht_id: index,
      aanbieder: index % 3 === 0 ? null : `aanbieder nummer ${index}`,
      identificatie: String(index),
    }));
    await database.append(columnBatch("bericht", deliveredTables.bericht, rows));
    expect(await database.query("select * from bericht order by bericht_id")).toEqual(rows);
  });

  test("takes packed text as it takes strings", async () => {
    const database = await emptyDatabase(engine);
    const texts = Array.from({length: 3000}, (_, index) => `naam ${"x".repeat(index % 13)}`);
    const slots = new Uint8Array(texts.length * slotSize);
    const long = texts.flatMap((text, row) => (packText(slots, row, text) ? [] : [[row, text] as const]));
    const text = (name: string, values: ColumnData["values"]): ColumnData => ({
      name,
      type: "text",
      values,
      nulls: null,
    });
    await database.append({
      table: "schema_migratie",
      rowCount: texts.length,
      columns: [text("naam", {slots, long}), text("sha256", texts)],
    });
    const different = await database.query(
      "select naam from schema_migratie where naam <> sha256 and naam like 'naam%'",
    );
    expect(different).toEqual([]);
    const [count] = await database.query("select count(*) as n from schema_migratie where naam like 'naam%'");
    expect(count).toEqual({n: 3000});
  });

  test("takes parameters by name, of every type, and ignores those that the SQL does not name", async () => {
    const database = await emptyDatabase(engine);
    const parameters = {day: "2024-02-29", moment: "2024-02-29 12:00:00", text: "é$", whole: 7, yes: true, none: null};
    const [row] = await database.query(
      `select cast($day as date) as day, cast($moment as timestamp) as moment, cast($text as text) as text,
         cast($whole as integer) as whole, cast($yes as boolean) as yes, cast($none as text) as none,
         cast($day as date) + 1 as next`,
      {...parameters, other: 1},
    );
    expect(row).toEqual({...parameters, next: "2024-03-01"});
  });

  test("refuses a question of which a parameter is missing", async () => {
    const database = await emptyDatabase(engine);
    await expect(database.query("select cast($dag as date) as dag")).rejects.toThrow("parameter is missing: $dag");
  });

  test("gives a sum as a number when that is exact, and otherwise as a bigint", async () => {
    const database = await databaseWith(engine, {
      prestatie: `
        client | cents
        a      | 9007199254740991
        b      | 9007199254740991
        b      | 1`,
    });
    expect(
      await database.query(
        "select client, cast(sum(cents) as bigint) as cents from prestatie group by client order by client",
      ),
    ).toEqual([
      {client: "a", cents: 9_007_199_254_740_991},
      {client: "b", cents: 9_007_199_254_740_992n},
    ]);
  });

  test("divides whole numbers to whole numbers", async () => {
    const database = await emptyDatabase(engine);
    expect(await database.query("select 7 / 2 as half, -7 / 2 as minus_half")).toEqual([{half: 3, minus_half: -3}]);
  });

  test("refuses a type that differs between the engines", async () => {
    const database = await emptyDatabase(engine);
    await expect(database.query("select cast(1.5 as decimal(9, 2)) as amount")).rejects.toThrow("cast column amount");
  });

  test("keeps nothing of a transaction that fails", async () => {
    const database = await emptyDatabase(engine);
    const failing = database.transaction(async () => {
      await database.append(columnBatch("bericht", deliveredTables.bericht, [bericht]));
      expect(await database.query("select wet from bericht")).toHaveLength(1);
      throw new Error("stop");
    });
    await expect(failing).rejects.toThrow("stop");
    expect(await database.query("select wet from bericht")).toEqual([]);
  });

  test("shows others nothing of a transaction before it is done", async () => {
    const database = await emptyDatabase(engine);
    const begun = Promise.withResolvers<void>();
    const transaction = database.transaction(async () => {
      await database.append(columnBatch("bericht", deliveredTables.bericht, [bericht]));
      begun.resolve();
      await new Promise((done) => setTimeout(done, 20));
      const [row] = await database.query("select count(*) as n from bericht");
      await database.append(columnBatch("bericht", deliveredTables.bericht, [bericht]));
      return row;
    });
    await begun.promise;
    const [seen] = await database.query<{n: number}>("select count(*) as n from bericht");
    expect(seen!.n).not.toBe(1); // 0 beside it, or 2 after it
    expect(await transaction).toEqual({n: 1});
  });

  test("does transactions one after the other", async () => {
    const database = await emptyDatabase(engine);
    const addOne = () =>
      database.transaction(async () => {
        const [row] = await database.query<{data_versie: number}>("select data_versie from gegevens_stand");
        await database.execute("update gegevens_stand set data_versie = $next", {next: row!.data_versie + 1});
      });
    await Promise.all(Array.from({length: 6}, addOne));
    expect(await database.query("select data_versie from gegevens_stand")).toEqual([{data_versie: 6}]);
  });

  test("answers many questions at a time, each with its own parameters", async () => {
    const database = await emptyDatabase(engine);
    const asked = Array.from({length: 40}, (_, number) => number);
    const answers = await Promise.all(
      asked.map((number) => database.query("select cast($number as integer) as number", {number})),
    );
    expect(answers).toEqual(asked.map((number) => [{number}]));
  });

  test("refuses a transaction within a transaction", async () => {
    const database = await emptyDatabase(engine);
    const nested = database.transaction(() => database.transaction(async () => undefined));
    await expect(nested).rejects.toThrow("do not nest");
  });

  test("refuses a column that is shorter than the batch", async () => {
    const database = await emptyDatabase(engine);
    const batch = columnBatch("bericht", deliveredTables.bericht, [bericht]);
    await expect(database.append({...batch, rowCount: 9000})).rejects.toThrow();
    await expect(database.append({...batch, columns: batch.columns.slice(1)})).rejects.toThrow();
    expect(await database.query("select wet from bericht")).toEqual([]);
  });
});
