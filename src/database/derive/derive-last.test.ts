import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {careThatStands, eersteStarts, helped, trajecten} from "../../../test/derive-last-twin.ts";
import {emptyDatabase, engines} from "../../../test/engines.ts";
import {appendRows} from "../../../test/table-columns.ts";
import {addDays, type IsoDate} from "../../standards/calendar.ts";
import type {Database, Row} from "../database.ts";
import {deriveLast} from "./derive.ts";

const first = "2025-06-01";
const days = Array.from({length: 8}, (_, index) => addDays(first, index));
const lastMonth = "2025-05";

describe.each(engines)("what follows from hulp and kostenregel on %s", (engine) => {
  test("equals what plain loops make of the rows known on each day", async () => {
    const database = await emptyDatabase(engine);
    await fc.assert(
      fc.asyncProperty(hulpRows, careRows, async (hulp, care) => {
        await fill(database, "hulp", hulp);
        await fill(database, "kostenregel", care);
        await deriveLast(database);
        const traject = await read(database, "traject", trajectColumns);
        const start = await read(database, "eerste_start", startColumns);
        const alone = await read(database, "zorg_zonder_hulp", helpedColumns);
        for (const day of days) {
          const known = onDay(hulp, day);
          const granted = care.filter(({beantwoord_op, is_toegekend}) => is_toegekend && String(beantwoord_op) <= day);
          expect(told(onDay(traject, day), trajectColumns)).toEqual(told(trajecten(known), trajectColumns));
          expect(told(onDay(start, day), startColumns)).toEqual(told(eersteStarts(known), startColumns));
          const all = helped(known, careThatStands(granted), lastMonth);
          expect(helped(known, onDay(alone, day), lastMonth)).toEqual(all);
        }
        for (const rows of [traject, start]) expectNoNeedlessCuts(rows);
      }),
      {numRuns: 40, seed: 20_250_601},
    );
  });

  test("does not read care again of which help speaks with the same words", async () => {
    const database = await emptyDatabase(engine);
    const same = {...fixed, persoon: 1, toewijzing_nummer: 1, product_categorie: "45", product_code: "45A04"};
    const known = {bekend_van: days[0]!, bekend_tot: days[3]!};
    const begun = {...same, buurt_code: "BU99990101", begindatum: "2025-03-10", einddatum: null};
    await fill(database, "hulp", [
      {...begun, ...known},
      {...begun, einddatum: "2025-04-20", bekend_van: days[3]!, bekend_tot: "9999-12-31"},
    ]);
    const line = {...same, buurt_code: "BU99990101", cents: 100, beantwoord_op: days[1]!, is_toegekend: true};
    await fill(database, "kostenregel", [
      {...line, zorgmaand: "2025-03-01"},
      {...line, zorgmaand: "2025-05-01"},
      {...line, zorgmaand: "2025-04-01", buurt_code: "BU99990202"},
    ]);
    await deriveLast(database);
    const alone = await read(database, "zorg_zonder_hulp", ["zorgmaand", "buurt_code"]);
    expect(alone.map((row) => Object.values(row))).toEqual([
      ["2025-04-01", "BU99990202", days[1], "9999-12-31"],
      ["2025-05-01", "BU99990101", days[1], "9999-12-31"],
    ]);
  });
});

const trajectColumns = [
  ...["wet", "persoon", "product_categorie", "begindatum", "einddatum", "aanbieder", "product_code", "buurt_code"],
  ...["reden_beeindiging", "laatste_aanbieder", "laatste_product_code", "laatste_buurt_code"],
];
const startColumns = [
  ...["toewijzing_nummer", "persoon", "begindatum", "begin_bron", "product_categorie", "product_code", "buurt_code"],
];
const helpedColumns = [
  ...["wet", "persoon", "aanbieder", "product_categorie", "product_code", "zorgmaand", "buurt_code"],
  "verwijzer_type",
];

const fixed = {wet: "Wmo", aanbieder: "12345678", verwijzer_type: "01"};

// Few values, so that things meet: gaps of 30 days and of 31, spans that touch, months that help covers or does not.
const persoon = fc.constantFrom(1, 2);
const product = fc.constantFrom("45A04", "45A05");
const buurt = fc.constantFrom(null, "BU99990101");
const day = fc.constantFrom(...days);

const hulpRows: fc.Arbitrary<Row[]> = fc
  .array(
    fc.record({
      persoon,
      toewijzing_nummer: fc.constantFrom(1, 2, null),
      product_categorie: fc.constantFrom("45", "45", null),
      product_code: product,
      begindatum: fc.constantFrom("2025-01-10", "2025-02-10", "2025-04-02"),
      einddatum: fc.constantFrom(null, "2025-02-10", "2025-03-02", "2025-03-03", "2025-04-20"),
      begin_bron: fc.constantFrom("start", "declaratie"),
      reden_beeindiging: fc.constantFrom(null, "19", "21"),
      buurt_code: buurt,
      bekend_van: day,
      length: fc.constantFrom(1, 2, 3, 9999),
    }),
    {maxLength: 14},
  )
  .map((rows) => rows.filter(({begindatum, einddatum}) => einddatum === null || einddatum >= begindatum))
  .map((rows) =>
    oneAtATime(rows.map(({length, ...row}) => ({...fixed, ...row, bekend_tot: until(row.bekend_van, length)}))),
  );

const careRows: fc.Arbitrary<Row[]> = fc
  .array(
    fc.record({
      persoon,
      toewijzing_nummer: fc.constantFrom(1, 2),
      product_code: product,
      zorgmaand: fc.constantFrom("2025-02-01", "2025-03-01", "2025-04-01", "2025-05-01"),
      cents: fc.constantFrom(100, 100, 250, -100),
      beantwoord_op: day,
      is_toegekend: fc.constantFrom(true, true, false),
      buurt_code: buurt,
    }),
    {maxLength: 14},
  )
  .map((rows) => rows.map((row) => ({...fixed, ...row, product_categorie: "45", is_credit: row.cents < 0})));

function until(since: IsoDate, length: number): IsoDate {
  return length > days.length ? "9999-12-31" : addDays(since, length);
}

/** Of one begin, one thing is known at a time. */
function oneAtATime(rows: readonly Row[]): Row[] {
  const begins = Map.groupBy(rows, ({persoon: person, toewijzing_nummer, product_code, begindatum}) =>
    JSON.stringify([toewijzing_nummer === null ? person : 0, toewijzing_nummer, product_code, begindatum]),
  );
  return [...begins.values()].flatMap((versions) => {
    const inTime = versions.toSorted((a, b) => (String(a.bekend_van) < String(b.bekend_van) ? -1 : 1));
    return inTime
      .map((row, index): Row => {
        const next = String(inTime[index + 1]?.bekend_van ?? "9999-12-31");
        return {...row, bekend_tot: String(row.bekend_tot) < next ? row.bekend_tot! : next};
      })
      .filter((row) => String(row.bekend_van) < String(row.bekend_tot));
  });
}

function onDay(rows: readonly Row[], at: IsoDate): Row[] {
  return rows.filter(({bekend_van, bekend_tot}) => String(bekend_van) <= at && String(bekend_tot) > at);
}

/** Rows as lines of text, in an order of their own. */
function told(rows: readonly Row[], columns: readonly string[]): string[] {
  return rows.map((row) => JSON.stringify(columns.map((column) => row[column]))).sort();
}

function expectNoNeedlessCuts(rows: readonly Row[]): void {
  const ends = new Set(rows.map(({bekend_van, ...row}) => JSON.stringify(row)));
  for (const {bekend_van, bekend_tot, ...row} of rows) {
    expect(ends).not.toContain(JSON.stringify({...row, bekend_tot: bekend_van}));
  }
}

async function read(database: Database, table: string, columns: readonly string[]): Promise<Row[]> {
  const names = [...columns, "bekend_van", "bekend_tot"].join(", ");
  return database.query(
    `select ${names} from ${table} order by ${columns.map((column) => `${column} nulls last`).join(", ")}`,
  );
}

async function fill(database: Database, table: string, rows: readonly Row[]): Promise<void> {
  await database.execute(`delete from ${table}`);
  await appendRows(database, table, rows);
}
