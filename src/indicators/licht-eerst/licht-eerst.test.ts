import {describe, expect, test} from "vitest";
import {answer, questionAbout, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {measureLeftOut} from "../measure.ts";

describe.each(engines)("licht-eerst on %s", (engine) => {
  const product = `
    product_categorie | product_code | zwaarte
    45                | 45A01        | licht
    45                | 45A04        | midden
    45                | 45A48        | zwaar
    54                | 54004        | licht`;

  test("counts who began with light help only, of all who were new", async () => {
    const database = await databaseWith(engine, {
      product,
      hulp: `
        client | product_categorie | product_code | begindatum | einddatum
        anna   | 45                | 45A01        | 2025-01-10 | 2025-04-01
        anna   | 45                | 45A48        | 2025-02-10 |
        bert   | 45                | 45A01        | 2025-01-10 |
        bert   | 45                | 45A04        | 2025-02-09 |
        carla  | 45                | 45A48        | 2025-01-10 |
        dirk   | 45                | 45A48        | 2024-01-10 | 2024-06-01
        dirk   | 45                | 45A01        | 2025-01-10 |
        eva    | 54                |              | 2025-01-10 |`,
    });
    // Anna's heavy help began 31 days later, Bert's 30. All of 54 is light, so Eva's help is. Dirk had help in the year before.
    expect(await answer(database, "licht-eerst")).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-01 | 2      | 4      | te weinig | 4`),
    );
  });

  test("is not known until a month has passed since the month of the begin", async () => {
    const database = await databaseWith(engine, {product, hulp: "product_code | begindatum\n 45A01 | 2025-01-31"});
    expect(await answer(database, "licht-eerst", {knownOn: "2025-02-27"})).toEqual(
      table(`
        periode | teller | noemer | waarde          | personen
        2025-01 |        |        | nog niet bekend | 0`),
    );
    expect(await answer(database, "licht-eerst", {knownOn: "2025-02-28"})).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-01 | 1      | 1      | te weinig | 1`),
    );
  });

  test("leaves out who begins within a year after the first Bericht, or with help of unknown zwaarte", async () => {
    const database = await databaseWith(engine, {
      product,
      bericht: "soort | dagtekening\n 305 | 2024-03-01",
      hulp: `
        client | product_code | begindatum
        anna   | 45A01        | 2025-02-28
        bert   |              | 2025-03-01
        carla  | 45A01        | 2025-03-01`,
    });
    expect(await answer(database, "licht-eerst")).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-03 | 1      | 1      | te weinig | 1`),
    );
    expect(await measureLeftOut(database, questionAbout("licht-eerst"))).toEqual([
      {reason: "binnen een jaar na het eerste bericht", count: 1, persons: 1},
      {reason: "zwaarte van het product onbekend", count: 1, persons: 1},
    ]);
  });

  test("gives a share from 50 people on", async () => {
    const lines = Array.from({length: 50}, (_, index) => `client-${index} | ${index < 6 ? "45A01" : "45A04"}`);
    const database = await databaseWith(engine, {product, hulp: ["client | product_code", ...lines].join("\n")});
    expect(await answer(database, "licht-eerst")).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 6      | 50     | 0.12   | 50`),
    );
  });
});
