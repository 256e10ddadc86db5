import {beforeAll, describe, expect, test} from "vitest";
import type {Database} from "../src/database/database.ts";
import {deriveLast} from "../src/database/derive/derive.ts";
import {readDataState} from "../src/database/derive/state.ts";
import {catalogue} from "../src/indicators/catalogue.ts";
import {measureTogether} from "../src/indicators/measure.ts";
import type {Question} from "../src/indicators/question.ts";
import {databaseWith, emptyDatabase, engines} from "./engines.ts";
import {fillLittleWorld} from "./little-world.ts";

// "Without" is counted by leaving rows out of a query. Here the rows really go, or are mended, and the same comes out.

const knownOn = "2026-10-31";

const ids = catalogue.map(({id}) => id);

/** What a controle can do to the facts: the row of gebrek it writes, and the same done by hand. */
const kinds: Readonly<Record<string, {readonly gebrek: string; readonly byHand: readonly string[]}>> = {
  "lines are left out": {
    gebrek: insertGebrek("kostenregel", {bericht_id: "bericht_id", regel: "regel"}, "bericht_id % 7 = 0"),
    byHand: ["delete from kostenregel where bericht_id % 7 = 0"],
  },
  "lines have another amount": {
    gebrek: insertGebrek(
      "kostenregel",
      {bericht_id: "bericht_id", regel: "regel", hersteld_cents: "cents + 111"},
      "bericht_id % 7 = 1",
    ),
    byHand: ["update kostenregel set cents = cents + 111 where bericht_id % 7 = 1"],
  },
  "help is left out": {
    gebrek: insertGebrek(
      "hulp",
      {toewijzing_nummer: "toewijzing_nummer", begindatum: "begindatum"},
      "toewijzing_nummer % 10 = 2",
    ),
    byHand: [`delete from hulp where toewijzing_nummer % 10 = 2 and ${known("hulp")}`],
  },
  "help has ended": {
    gebrek: insertGebrek(
      "hulp",
      {toewijzing_nummer: "toewijzing_nummer", begindatum: "begindatum", hersteld_einddatum: "begindatum + 45"},
      "toewijzing_nummer % 10 = 4 and (einddatum is null or einddatum > begindatum + 45)",
    ),
    byHand: [
      `update hulp set einddatum = begindatum + 45
       where toewijzing_nummer % 10 = 4 and (einddatum is null or einddatum > begindatum + 45) and ${known("hulp")}`,
    ],
  },
  "toewijzingen are left out": {
    gebrek: insertGebrek("toewijzing", {toewijzing_nummer: "toewijzing_nummer"}, "toewijzing_nummer % 10 = 6"),
    byHand: ["toewijzing", "hulp", "kostenregel"].map(
      (table) => `delete from ${table} where toewijzing_nummer % 10 = 6`,
    ),
  },
  "toewijzingen have ended": {
    gebrek: insertGebrek(
      "toewijzing",
      {toewijzing_nummer: "toewijzing_nummer", hersteld_einddatum: "date '2026-03-31'"},
      "toewijzing_nummer % 10 = 8",
    ),
    byHand: [
      `update toewijzing set einddatum = greatest(least(coalesce(einddatum, date '9999-12-31'), date '2026-03-31'), ingangsdatum)
       where toewijzing_nummer % 10 = 8`,
      `update hulp set einddatum = greatest(least(coalesce(einddatum, date '9999-12-31'), date '2026-03-31'), begindatum)
       where toewijzing_nummer % 10 = 8`,
    ],
  },
  "toewijzingen are another aanbieder's": {
    gebrek: insertGebrek(
      "toewijzing",
      {toewijzing_nummer: "toewijzing_nummer", hersteld_aanbieder: "'75750009'"},
      "toewijzing_nummer % 10 = 0",
    ),
    byHand: ["toewijzing", "hulp", "kostenregel"].map(
      (table) => `update ${table} set aanbieder = '75750009' where toewijzing_nummer % 10 = 0`,
    ),
  },
  "persons are another one": {
    gebrek: insertGebrek("toewijzing", {hersteld_persoon: "persoon - 1"}, "persoon % 5 = 3"),
    byHand: ["toewijzing", "hulp", "kostenregel"].map(
      (table) => `update ${table} set persoon = persoon - 1 where persoon % 5 = 3`,
    ),
  },
};

describe.each(engines)("what is set aside in a query on %s", (engine) => {
  let database: Database;

  beforeAll(async () => {
    // PGlite takes its time, so there the world is smaller still.
    database = engine === "duckdb" ? await emptyDatabase(engine) : await databaseWith(engine, smallWorld());
    if (engine === "duckdb") await fillLittleWorld(database);
    for (const table of ["toewijzing", "hulp", "kostenregel"]) {
      await database.execute(`create table kept_aside_${table} as select * from ${table}`);
    }
  });

  test("is nothing when nothing was found", async () => {
    await database.execute("delete from gebrek");
    expect(await answers("lijst")).toEqual(await answers(null));
  });

  test.each(Object.entries(kinds))("gives what really mending gives: %s", async (_name, {gebrek, byHand}) => {
    await database.execute("delete from gebrek");
    await database.execute(gebrek);
    const without = await answers("lijst");
    for (const sql of byHand) await database.execute(sql);
    await deriveLast(database);
    const mended = await answers(null);
    await restore();
    const now = await answers(null);
    for (const [id, rows] of without) expect(rows, id).toEqual(mended.get(id));
    // It would prove nothing if nothing had changed.
    expect([...without].some(([id, rows]) => JSON.stringify(rows) !== JSON.stringify(now.get(id)))).toBe(true);
  });

  async function restore(): Promise<void> {
    for (const table of ["toewijzing", "hulp", "kostenregel"]) {
      await database.execute(`delete from ${table}`);
      await database.execute(`insert into ${table} select * from kept_aside_${table}`);
    }
    await deriveLast(database);
  }

  /** All in one go: that this answers as one question after another does has a test of its own. */
  async function answers(setAside: string | null): Promise<Map<string, unknown>> {
    const questions = ids.map(
      (indicator): Question => ({
        indicator,
        gemeenteCode: "GM9999",
        dimensions: ["aanbieder"],
        grain: "kwartaal",
        from: "2025-07",
        to: "2026-06",
        where: [],
        knownOn,
      }),
    );
    const series = await measureTogether(database, questions, await readDataState(database), setAside);
    return new Map(ids.map((id, place) => [id, series[place]!.rows]));
  }
});

function known(table: string): string {
  return `${table}.bekend_van <= date '${knownOn}' and ${table}.bekend_tot > date '${knownOn}'`;
}

function insertGebrek(table: string, values: Readonly<Record<string, string>>, where: string): string {
  const columns = Object.keys(values);
  const timed = table === "kostenregel" ? "true" : known(table);
  return `insert into gebrek (
      gemeente_code, controle, wet, aanbieder, persoon, soort, maand, sinds, bekend_van, bekend_tot, ${columns.join(", ")}
    )
    select
      gemeente_code, 'lijst', wet, aanbieder, persoon, '301', date '2026-01-01', date '2026-01-01', date '2026-01-01',
      date '9999-12-31', ${columns.map((column) => values[column]!).join(", ")}
    from ${table}
    where ${where} and ${timed}`;
}

/** Forty Toewijzingen of fourteen people, with help and three months of care each. */
function smallWorld(): Record<string, string> {
  const all = Array.from({length: 40}, (_, number) => number);
  const person = (number: number) => `client-${number % 14} | ${number % 14}`;
  const begin = (number: number) => `202${5 + (number % 2)}-0${1 + (number % 6)}-0${1 + (number % 9)}`;
  const month = (number: number, step: number) => `2026-0${1 + ((number + step) % 6)}-01`;
  return {
    toewijzing: [
      "toewijzing_nummer | client | persoon | aanbieder | verzocht_op | eerst_toegewezen_op | ingangsdatum | volume | eenheid | frequentie",
      ...all.map(
        (n) => `${n} | ${person(n)} | 7575000${n % 3} | 2025-01-01 | ${begin(n)} | ${begin(n)} | 5000 | 83 | 4`,
      ),
    ].join("\n"),
    hulp: [
      "toewijzing_nummer | client | persoon | aanbieder | begindatum | einddatum | eerst_toegewezen_op | ingangsdatum | reden_beeindiging",
      ...all.map(
        (n) =>
          `${n} | ${person(n)} | 7575000${n % 3} | ${begin(n)} | ${n % 4 === 1 ? "2026-05-20" : ""} | ${begin(n)} | ${begin(n)} | ${n % 4 === 1 ? "32" : ""}`,
      ),
    ].join("\n"),
    kostenregel: [
      "bericht_id | regel | toewijzing_nummer | client | persoon | aanbieder | begindatum | zorgmaand | cents | bekend_van | beantwoord_op | is_toegekend",
      ...all.flatMap((n) =>
        [0, 1, 2].map(
          (step) =>
            `${n} | ${step + 1} | ${n} | ${person(n)} | 7575000${n % 3} | ${month(n, step)} | ${month(n, step)} | ${4000 + n} | 2026-07-05 | 2026-07-15 | ${n % 9 !== 0}`,
        ),
      ),
    ].join("\n"),
  };
}
