import {describe, expect, test} from "vitest";
import {databaseWith, emptyDatabase, engines} from "../../test/engines.ts";
import {fillLittleWorld} from "../../test/little-world.ts";
import {readDataState} from "../database/derive/state.ts";
import {catalogue} from "./catalogue.ts";
import {measure, measureTogether} from "./measure.ts";
import type {Question} from "./question.ts";

const scope = {
  gemeenteCode: "GM9999",
  grain: "totaal",
  from: "2025-07",
  to: "2026-06",
  where: [{dimension: "wet", value: "Wmo"}],
  knownOn: "2026-07-31",
} as const;

// PGlite takes its time with a whole world; that it understands the text is shown by an empty one.
describe.each(engines)("questions asked together on %s", (engine) => {
  test.each([null, "alle"])("are answered as each by itself (set aside: %s)", async (setAside) => {
    const database = engine === "duckdb" ? await emptyDatabase(engine) : await databaseWith(engine, {});
    if (engine === "duckdb") await fillLittleWorld(database);
    await database.execute(
      `insert into gebrek (gemeente_code, controle, wet, aanbieder, persoon, soort, bericht_id, regel, maand, sinds,
         bekend_van, bekend_tot)
       select gemeente_code, 'lijst', wet, aanbieder, persoon, '323', bericht_id, regel, zorgmaand, zorgmaand,
         date '2025-01-01', date '9999-12-31'
       from kostenregel where bericht_id % 9 = 0`,
    );
    const questions = catalogue.map(({id}): Question => ({...scope, indicator: id, dimensions: ["aanbieder"]}));
    const state = await readDataState(database);
    const together = await measureTogether(database, questions, state, setAside);
    const apart = [];
    for (const question of questions) apart.push(await measure(database, question, state, setAside));
    expect(together).toEqual(apart);
    expect(together.some(({rows}) => rows.length > 0)).toBe(engine === "duckdb");
  });

  test("are refused when they are about different days", async () => {
    const database = await emptyDatabase(engine);
    const state = await readDataState(database);
    const questions = ["2026-06-30", "2026-07-31"].map(
      (knownOn): Question => ({...scope, knownOn, indicator: "kosten", dimensions: []}),
    );
    await expect(measureTogether(database, questions, state)).rejects.toThrow(RangeError);
  });
});
