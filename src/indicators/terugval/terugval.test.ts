import {describe, expect, test} from "vitest";
import {answer, questionAbout, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {measureLeftOut} from "../measure.ts";

describe.each(engines)("terugval on %s", (engine) => {
  test("counts who had no help at all for 30 days, and had help again within 6 months, of either wet", async () => {
    const database = await databaseWith(engine, {
      hulp: `
        client | wet      | begindatum | einddatum
        anna   | Jeugdwet | 2024-01-01 | 2025-01-10
        anna   | Wmo      | 2025-07-10 |
        bert   | Jeugdwet | 2024-01-01 | 2025-01-10
        bert   | Jeugdwet | 2025-07-11 |
        carla  | Jeugdwet | 2024-01-01 | 2025-01-10
        carla  | Jeugdwet | 2025-02-09 | 2025-04-30
        dirk   | Jeugdwet | 2024-01-01 | 2025-01-10
        dirk   | Wmo      | 2024-06-01 |
        dirk   | Jeugdwet | 2025-03-01 |
        eva    | Jeugdwet | 2024-01-01 | 2025-01-10
        eva    | Jeugdwet | 2025-02-10 | 2025-04-30`,
    });
    // Carla was without help for 29 days and Eva for 30. Dirk kept help of the Wmo.
    expect(await answer(database, "terugval")).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-01 | 2      | 3      | te weinig | 3
        2025-04 | 0      | 2      | te weinig | 2`),
    );
  });

  test("differs from herhaald-beroep, which counts each traject in its own wet and looks a year ahead", async () => {
    const database = await databaseWith(engine, {
      hulp: `
        client | wet      | product_categorie | begindatum | einddatum  | reden_beeindiging
        anna   | Jeugdwet | 45                | 2024-01-01 | 2025-01-10 | 31
        anna   | Jeugdwet | 54                | 2024-01-01 | 2025-01-20 | 31
        anna   | Wmo      | 02                | 2025-03-01 |            |
        bert   | Jeugdwet | 45                | 2024-01-01 | 2025-01-10 | 31
        bert   | Jeugdwet | 45                | 2025-09-01 |            |`,
    });
    const counts = async (indicator: string) => (await answer(database, indicator))[1]?.slice(0, 3);
    expect(await counts("terugval")).toEqual(["2025-01", "1", "2"]);
    expect(await counts("herhaald-beroep")).toEqual(["2025-01", "1", "3"]);
  });

  test("counts someone under the help that ended last, and several begins on one day as one", async () => {
    const database = await databaseWith(engine, {
      hulp: `
        client | aanbieder | begindatum | einddatum
        anna   | 33333333  | 2023-01-01 | 2023-03-31
        anna   | 11111111  | 2024-01-01 | 2024-03-01
        anna   | 22222222  | 2024-01-01 | 2025-01-10
        anna   | 33333333  | 2024-01-01 | 2024-06-01
        anna   | 11111111  | 2025-03-01 | 2025-04-10
        anna   | 22222222  | 2025-03-01 | 2025-04-10`,
    });
    expect(await answer(database, "terugval", {from: "2023-01", dimensions: ["aanbieder"]})).toEqual(
      table(`
        aanbieder | periode | teller | noemer | waarde    | personen
        11111111  | 2025-04 | 0      | 1      | te weinig | 1
        22222222  | 2025-01 | 1      | 1      | te weinig | 1
        33333333  | 2023-03 | 0      | 1      | te weinig | 1`),
    );
  });

  test("leaves out who is gone, and whose help stopped for a time", async () => {
    const database = await databaseWith(engine, {
      hulp: `
        client | wet      | begindatum | einddatum  | reden_beeindiging
        anna   | Wmo      | 2024-01-01 | 2025-01-10 | 02
        bert   | Wmo      | 2024-01-01 | 2025-01-10 | 31
        carla  | Jeugdwet | 2024-01-01 | 2025-01-10 | 31
        dirk   | Jeugdwet | 2024-01-01 | 2025-01-10 | 20
        dirk   | Jeugdwet | 2025-03-01 |            |`,
    });
    expect(await answer(database, "terugval")).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-01 | 0      | 1      | te weinig | 1`),
    );
    expect(await measureLeftOut(database, questionAbout("terugval"))).toEqual([
      {reason: "overleden, verhuisd of naar een ander domein", count: 2, persons: 2},
      {reason: "tijdelijk gestopt", count: 1, persons: 1},
    ]);
  });

  test("is not known until half a year has passed since the month of the end; an end to come is none", async () => {
    const database = await databaseWith(engine, {hulp: "begindatum | einddatum\n 2024-01-01 | 2025-01-10"});
    expect(await answer(database, "terugval", {knownOn: "2025-02-08"})).toHaveLength(1);
    expect(await answer(database, "terugval", {knownOn: "2025-07-30"})).toEqual(
      table(`
        periode | teller | noemer | waarde          | personen
        2025-01 |        |        | nog niet bekend | 0`),
    );
    expect(await answer(database, "terugval", {knownOn: "2025-07-31"})).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-01 | 0      | 1      | te weinig | 1`),
    );
  });
});
