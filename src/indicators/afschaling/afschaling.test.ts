import {describe, expect, test} from "vitest";
import {answer, questionAbout, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {measureLeftOut} from "../measure.ts";

describe.each(engines)("afschaling on %s", (engine) => {
  const product = `
    wet      | product_code | zwaarte
    Jeugdwet | 45A01        | licht
    Jeugdwet | 45A04        | midden
    Jeugdwet | 45A48        | zwaar
    Wmo      | 01A04        | licht
    Wmo      | 02A05        | zwaar`;
  const year = {grain: "jaar"} as const;

  test("lays the heaviest help of the last day of the period beside that of a year before, of both wetten", async () => {
    const database = await databaseWith(engine, {
      product,
      hulp: `
        client | wet      | product_code | begindatum | einddatum  | reden_beeindiging
        anna   | Jeugdwet | 45A48        | 2024-01-01 | 2025-05-31 | 31
        anna   | Jeugdwet | 45A04        | 2025-06-01 |            |
        bert   | Jeugdwet | 45A04        | 2024-01-01 | 2025-05-31 | 31
        carla  | Jeugdwet | 45A48        | 2024-01-01 |            |
        carla  | Jeugdwet | 45A01        | 2025-06-01 |            |
        dirk   | Jeugdwet | 45A48        | 2024-01-01 | 2025-05-31 | 31
        dirk   | Wmo      | 02A05        | 2025-06-01 |            |
        eva    | Jeugdwet | 45A01        | 2024-01-01 | 2025-05-31 | 31
        frits  | Jeugdwet | 45A48        | 2025-01-01 | 2025-05-31 | 31`,
    });
    // Eva had light help a year before, and Frits none.
    expect(await answer(database, "afschaling", year)).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025    | 2      | 4      | te weinig | 4`),
    );
  });

  test("counts each person once, under the heaviest help of a year before", async () => {
    const database = await databaseWith(engine, {
      product,
      hulp: `
        client | aanbieder | product_code | begindatum | einddatum
        anna   | 11111111  | 45A04        | 2024-01-01 |
        anna   | 22222222  | 45A48        | 2024-02-01 | 2025-05-31`,
    });
    expect(await answer(database, "afschaling", {...year, dimensions: ["aanbieder"]})).toEqual(
      table(`
        aanbieder | periode | teller | noemer | waarde    | personen
        22222222  | 2025    | 1      | 1      | te weinig | 1`),
    );
  });

  test("help that another code takes over from one day to the next runs on, also on the last day of a year", async () => {
    const database = await databaseWith(engine, {
      product,
      hulp: `
        client | product_code | begindatum | einddatum
        anna   | 45A48        | 2023-06-01 | 2024-12-31
        anna   | 45A48        | 2025-01-01 | 2025-12-31
        anna   | 45A48        | 2026-01-01 |`,
    });
    expect(await answer(database, "afschaling", {from: "2024-01", grain: "jaar"})).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2024    | 0      | 1      | te weinig | 1
        2025    | 0      | 1      | te weinig | 1`),
    );
  });

  test("of February the year before ends on its own last day", async () => {
    const database = await databaseWith(engine, {
      product,
      hulp: "product_code | begindatum | einddatum\n 45A48 | 2024-02-29 | 2024-03-01",
    });
    expect(await answer(database, "afschaling", {from: "2025-01", to: "2025-03"})).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-02 | 1      | 1      | te weinig | 1`),
    );
  });

  test("leaves out who is gone, and whose help is of unknown zwaarte", async () => {
    const database = await databaseWith(engine, {
      product,
      hulp: `
        client | wet      | product_code | begindatum | einddatum  | reden_beeindiging
        anna   | Jeugdwet | 45A48        | 2024-01-01 | 2025-05-31 | 02
        bert   | Wmo      | 02A05        | 2024-01-01 | 2025-05-31 | 31
        carla  | Wmo      | 02A05        | 2024-01-01 | 2025-05-31 | 39
        dirk   | Jeugdwet | 45A48        | 2024-01-01 | 2025-05-31 | 35
        eva    | Wmo      | 02A05        | 2024-01-01 | 2025-05-31 | 39
        eva    | Wmo      | 01A04        | 2024-01-01 |            |
        frits  | Jeugdwet | 45A48        | 2024-01-01 | 2025-05-31 | 31
        frits  | Jeugdwet |              | 2025-06-01 |            |
        greet  | Jeugdwet |              | 2024-01-01 |            |`,
    });
    // Eva kept light help, so she is still here.
    expect(await answer(database, "afschaling", year)).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025    | 1      | 1      | te weinig | 1`),
    );
    expect(await measureLeftOut(database, questionAbout("afschaling", year))).toEqual([
      {reason: "overleden, verhuisd of naar een ander domein", count: 4, persons: 4},
      {reason: "zwaarte van het product onbekend", count: 2, persons: 2},
    ]);
  });

  test("is not known while the end of the period is still to come", async () => {
    const database = await databaseWith(engine, {
      product,
      hulp: "product_code | begindatum | einddatum\n 45A48 | 2024-01-01 | 2025-05-31",
    });
    expect(await answer(database, "afschaling", {...year, knownOn: "2025-12-30"})).toEqual(
      table(`
        periode | teller | noemer | waarde          | personen
        2025    |        |        | nog niet bekend | 0`),
    );
  });
});
