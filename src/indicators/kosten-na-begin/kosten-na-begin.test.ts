import {describe, expect, test} from "vitest";
import {answer, questionAbout, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {measureLeftOut} from "../measure.ts";

describe.each(engines)("kosten-na-begin on %s", (engine) => {
  const product = `
    product_code | zwaarte
    45A01        | licht
    45A04        | midden
    45A48        | zwaar`;

  test("adds up what was granted in 24 months from the month of the begin on, for each path", async () => {
    const database = await databaseWith(engine, {
      product,
      hulp: `
        client | product_categorie | product_code | begindatum
        anna   | 45                | 45A01        | 2025-01-31
        bert   | 45                | 45A48        | 2025-01-10
        carla  | 45                | 45A48        | 2025-01-10
        dirk   | 45                | 45A04        | 2025-01-10`,
      kostenregel: `
        client | wet      | product_code | zorgmaand  | cents | beantwoord_op | is_toegekend
        anna   | Jeugdwet | 45A01        | 2025-01-01 | 10    | 2025-02-20    | true
        anna   | Wmo      | 02A03        | 2026-12-01 | 100   | 2027-02-20    | true
        anna   | Jeugdwet | 45A01        | 2027-01-01 | 1000  | 2027-02-20    | true
        bert   | Jeugdwet | 45A48        | 2025-06-01 | 10000 | 2025-07-20    | true
        bert   | Jeugdwet | 45A48        | 2025-06-01 | -2000 | 2025-08-20    | true
        bert   | Jeugdwet | 45A48        | 2025-07-01 | 5000  | 2025-08-20    | false
        bert   | Jeugdwet | 45A48        | 2025-08-01 | 5000  |               |`,
    });
    expect(await answer(database, "kosten-na-begin", {grain: "jaar"})).toEqual(
      table(`
        deel         | periode | teller | noemer | waarde    | personen
        licht-eerst  | 2025    | 110    | 1      | te weinig | 1
        midden-eerst | 2025    | 0      | 1      | te weinig | 1
        zwaar-eerst  | 2025    | 8000   | 2      | te weinig | 2`),
    );
  });

  test("is not known until three months after those 24", async () => {
    const database = await databaseWith(engine, {product, hulp: "product_code | begindatum\n 45A01 | 2025-01-10"});
    expect(await answer(database, "kosten-na-begin", {knownOn: "2027-03-30"})).toEqual(
      table(`
        deel        | periode | teller | noemer | waarde          | personen
        licht-eerst | 2025-01 |        |        | nog niet bekend | 0`),
    );
    expect(await answer(database, "kosten-na-begin", {knownOn: "2027-03-31"})).toEqual(
      table(`
        deel        | periode | teller | noemer | waarde    | personen
        licht-eerst | 2025-01 | 0      | 1      | te weinig | 1`),
    );
  });

  test("gives cents per person from 50 people on", async () => {
    const lines = Array.from({length: 50}, (_, index) => `client-${index} | 45A48`);
    const database = await databaseWith(engine, {
      product,
      hulp: ["client | product_code", ...lines].join("\n"),
      kostenregel: `
        client   | zorgmaand  | cents | beantwoord_op | is_toegekend
        client-1 | 2025-02-01 | 5000  | 2025-02-20    | true`,
    });
    expect(await answer(database, "kosten-na-begin")).toEqual(
      table(`
        deel        | periode | teller | noemer | waarde | personen
        zwaar-eerst | 2025-01 | 5000   | 50     | 100    | 50`),
    );
  });

  test("leaves out who begins within a year after the first Bericht, or with help of unknown zwaarte", async () => {
    const database = await databaseWith(engine, {
      product,
      bericht: "soort | dagtekening\n 305 | 2024-03-01",
      hulp: `
        client | product_code | begindatum
        anna   | 45A01        | 2025-02-28
        bert   | 45A99        | 2025-03-01`,
    });
    expect(await answer(database, "kosten-na-begin")).toHaveLength(1);
    expect(await measureLeftOut(database, questionAbout("kosten-na-begin"))).toEqual([
      {reason: "binnen een jaar na het eerste bericht", count: 1, persons: 1},
      {reason: "zwaarte van het product onbekend", count: 1, persons: 1},
    ]);
  });
});
