import {describe, expect, test} from "vitest";
import {answer, questionAbout, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {measureLeftOut} from "../measure.ts";

describe.each(engines)("zwaar-na-licht on %s", (engine) => {
  const product = `
    wet      | product_code | zwaarte
    Jeugdwet | 45A01        | licht
    Jeugdwet | 45A04        | midden
    Jeugdwet | 45A48        | zwaar
    Wmo      | 02A03        | midden`;

  test("counts who got heavier help within 12 months, of who began light, in the month of that begin", async () => {
    const database = await databaseWith(engine, {
      product,
      hulp: `
        client | wet      | product_code | begindatum | einddatum
        anna   | Jeugdwet | 45A01        | 2025-01-10 | 2025-03-01
        anna   | Jeugdwet | 45A48        | 2026-01-10 |
        bert   | Jeugdwet | 45A01        | 2025-01-10 | 2025-03-01
        bert   | Jeugdwet | 45A48        | 2026-01-11 |
        carla  | Jeugdwet | 45A01        | 2025-01-10 |
        carla  | Wmo      | 02A03        | 2025-06-01 |
        carla  | Jeugdwet | 45A48        | 2025-07-01 |
        dirk   | Jeugdwet | 45A01        | 2025-01-10 | 2025-03-01
        dirk   | Jeugdwet | 45A01        | 2025-06-01 |
        eva    | Jeugdwet | 45A04        | 2025-01-10 |
        eva    | Jeugdwet | 45A48        | 2025-06-01 |`,
    });
    expect(await answer(database, "zwaar-na-licht")).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-01 | 2      | 4      | te weinig | 4`),
    );
  });

  test("is not known until a year has passed since the month of the begin", async () => {
    const database = await databaseWith(engine, {product, hulp: "product_code | begindatum\n 45A01 | 2025-01-10"});
    expect(await answer(database, "zwaar-na-licht", {knownOn: "2026-01-30"})).toEqual(
      table(`
        periode | teller | noemer | waarde          | personen
        2025-01 |        |        | nog niet bekend | 0`),
    );
    expect(await answer(database, "zwaar-na-licht", {knownOn: "2026-01-31"})).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-01 | 0      | 1      | te weinig | 1`),
    );
  });

  test("leaves out who begins within a year after the first Bericht", async () => {
    const database = await databaseWith(engine, {
      product,
      bericht: "soort | dagtekening\n 305 | 2024-03-01",
      hulp: "product_code | begindatum\n 45A01 | 2025-02-28",
    });
    expect(await answer(database, "zwaar-na-licht")).toHaveLength(1);
    expect(await measureLeftOut(database, questionAbout("zwaar-na-licht"))).toEqual([
      {reason: "binnen een jaar na het eerste bericht", count: 1, persons: 1},
    ]);
  });
});
