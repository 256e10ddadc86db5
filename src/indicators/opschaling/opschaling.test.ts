import {describe, expect, test} from "vitest";
import {answer, questionAbout, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {measureLeftOut} from "../measure.ts";

describe.each(engines)("opschaling on %s", (engine) => {
  const product = `
    wet      | product_code | zwaarte
    Jeugdwet | 45A01        | licht
    Jeugdwet | 45A04        | midden
    Jeugdwet | 45A48        | zwaar
    Wmo      | 02A03        | midden`;
  const year = {grain: "jaar"} as const;

  test("counts who had light or middling help a year before and heavier help at the end, of both wetten", async () => {
    const database = await databaseWith(engine, {
      product,
      hulp: `
        client | wet      | product_code | begindatum | einddatum  | reden_beeindiging
        anna   | Jeugdwet | 45A01        | 2024-01-01 |            |
        anna   | Wmo      | 02A03        | 2025-06-01 |            |
        bert   | Jeugdwet | 45A04        | 2024-01-01 | 2025-05-31 | 31
        bert   | Jeugdwet | 45A48        | 2025-06-01 |            |
        carla  | Jeugdwet | 45A04        | 2024-01-01 | 2025-05-31 | 31
        dirk   | Jeugdwet | 45A01        | 2024-01-01 |            |
        dirk   | Jeugdwet | 45A48        | 2025-06-01 | 2025-12-30 | 31
        eva    | Jeugdwet | 45A48        | 2024-01-01 |            |
        frits  | Jeugdwet | 45A48        | 2025-06-01 |            |`,
    });
    // Dirk's heavy help was over on the last day. Eva could not get heavier help, and Frits had none before.
    expect(await answer(database, "opschaling", year)).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025    | 2      | 4      | te weinig | 4`),
    );
  });

  test("leaves out who is gone, and whose help is of unknown zwaarte", async () => {
    const database = await databaseWith(engine, {
      product,
      hulp: `
        client | product_code | begindatum | einddatum  | reden_beeindiging
        anna   | 45A01        | 2024-01-01 | 2025-05-31 | 02
        bert   | 45A01        | 2024-01-01 |            |
        bert   |              | 2025-06-01 |            |`,
    });
    expect(await answer(database, "opschaling", year)).toHaveLength(1);
    expect(await measureLeftOut(database, questionAbout("opschaling", year))).toEqual([
      {reason: "overleden, verhuisd of naar een ander domein", count: 1, persons: 1},
      {reason: "zwaarte van het product onbekend", count: 1, persons: 1},
    ]);
  });

  test("gives a share from 50 people on, and none while the end of the period is still to come", async () => {
    const lines = Array.from({length: 50}, (_, index) => `client-${index} | 45A01 | 2024-01-01`);
    const database = await databaseWith(engine, {
      product,
      hulp: ["client | product_code | begindatum", ...lines, "client-7 | 45A48 | 2025-06-01"].join("\n"),
    });
    expect(await answer(database, "opschaling", {...year, knownOn: "2025-12-31"})).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025    | 1      | 50     | 0.02   | 50`),
    );
    expect(await answer(database, "opschaling", {...year, knownOn: "2025-12-30"})).toEqual(
      table(`
        periode | teller | noemer | waarde          | personen
        2025    |        |        | nog niet bekend | 0`),
    );
  });
});
