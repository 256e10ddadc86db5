import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("met-verblijf on %s", (engine) => {
  const product = `
    wet      | product_categorie | product_code | eenheid
    Jeugdwet | 45                | 45A04        | 04
    Jeugdwet | 46                | 46A01        | 14
    Wmo      | 15                | 15A01        | 14`;

  test("counts who stays elsewhere: categorie 43 or 44, or a product per etmaal; of all with jeugdhulp", async () => {
    const database = await databaseWith(engine, {
      product,
      hulp: `
        client | wet      | product_categorie | product_code | begindatum | einddatum
        anna   | Jeugdwet | 44                | 44A07        | 2025-01-01 | 2025-02-28
        anna   | Jeugdwet | 45                | 45A04        | 2025-01-01 | 2025-02-28
        bert   | Jeugdwet | 43                |              | 2025-02-10 | 2025-02-28
        carla  | Jeugdwet | 46                | 46A01        | 2025-01-01 | 2025-01-20
        dirk   | Jeugdwet | 45                | 45A04        | 2025-01-01 | 2025-02-28
        eva    | Wmo      | 15                | 15A01        | 2025-01-01 | 2025-02-28
        frits  | Jeugdwet | 48                | 48A01        | 2025-01-01 | 2025-02-28
        greet  | Jeugdwet |                   |              | 2025-01-01 | 2025-01-31`,
    });
    // Eva has help of the Wmo and Frits jeugdbescherming alone.
    expect(await answer(database, "met-verblijf")).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-01 | 2      | 4      | te weinig | 4
        2025-02 | 2      | 3      | te weinig | 3`),
    );
    expect(await answer(database, "met-verblijf", {grain: "jaar"})).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025    | 3      | 5      | te weinig | 5`),
    );
  });

  test("gives a share from 50 people on", async () => {
    const lines = Array.from({length: 50}, (_, index) => `client-${index} | ${index < 4 ? "44" : "45"}`);
    const database = await databaseWith(engine, {
      hulp: ["client | product_categorie", ...lines].join("\n"),
    });
    expect(await answer(database, "met-verblijf", {to: "2025-01"})).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 4      | 50     | 0.08   | 50`),
    );
  });
});
