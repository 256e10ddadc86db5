import {describe, expect, test} from "vitest";
import {answer, questionAbout, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {measureLeftOut} from "../measure.ts";

describe.each(engines)("gebruik-budgetplafond on %s", (engine) => {
  const tables = {
    product: `
      wet      | product_code | variant
      Jeugdwet | 45A04        | inspanning
      Jeugdwet | 48A01        | output`,
    contract: `
      contract_nummer | aanbieder | wet      | variant    | begindatum | einddatum  | plafond_cents
      een             | 11111111  | Jeugdwet | inspanning | 2024-01-01 |            | 12007
      twee            | 11111111  | Jeugdwet | output     | 2024-01-01 |            |
      drie            | 22222222  | Jeugdwet | inspanning | 2024-01-01 | 2025-02-15 | 24000
      vier            | 33333333  | Jeugdwet | inspanning | 2024-01-01 |            |`,
    kostenregel: `
      client | aanbieder | product_code | zorgmaand  | cents | is_credit | beantwoord_op | is_toegekend
      anna   | 11111111  | 45A04        | 2025-01-01 | 900   | false     | 2025-02-20    | true
      anna   | 11111111  | 45A04        | 2025-01-01 | -100  | true      | 2025-04-20    | true
      bert   | 11111111  | 45A04        | 2025-02-01 | 700   | false     | 2025-03-20    | true
      bert   | 11111111  | 45A04        | 2025-02-01 | 500   | false     | 2025-03-20    | false
      carla  | 11111111  | 48A01        | 2025-02-01 | 5000  | false     | 2025-03-20    | true
      dirk   | 11111111  | 99Z99        | 2025-02-01 | 60    | false     | 2025-03-20    | true
      eva    | 22222222  | 45A04        | 2025-02-01 | 1000  | false     | 2025-03-20    | true
      eva    | 22222222  | 45A04        | 2025-03-01 | 9000  | false     | 2025-04-20    | true
      frits  | 33333333  | 45A04        | 2025-02-01 | 9000  | false     | 2025-03-20    | true
      anna   | 11111111  | 45A04        | 2025-04-01 | 300   | false     |               |`,
  };

  test("is what was granted of the plafond of the same months, of contracts of that variant that were valid", async () => {
    const database = await databaseWith(engine, tables);
    const rows = await answer(database, "gebruik-budgetplafond", {dimensions: ["aanbieder"], to: "2025-03"});
    expect(rows).toEqual(
      table(`
        aanbieder | periode | teller | noemer | waarde | personen
        11111111  | 2025-01 | 800    | 1000   | 0.8    | 1
        11111111  | 2025-02 | 700    | 1001   | 0.6993 | 1
        11111111  | 2025-03 | 0      | 1000   | 0      | 0
        22222222  | 2025-01 | 0      | 2000   | 0      | 0
        22222222  | 2025-02 | 1000   | 2000   | 0.5    | 1`),
    );
    expect(await measureLeftOut(database, questionAbout("gebruik-budgetplafond"))).toEqual([
      {reason: "product niet in de productenlijst", count: 1, persons: 1},
    ]);
  });

  test("gives a year its whole plafond, to the cent, and no month that is still to come", async () => {
    const database = await databaseWith(engine, tables);
    const year = await answer(database, "gebruik-budgetplafond", {grain: "jaar"});
    expect(year[1]).toEqual(["2025", "2500", "16007", "0.1562", "3"]);
    const early = await answer(database, "gebruik-budgetplafond", {grain: "jaar", knownOn: "2025-03-31"});
    expect(early[1]).toEqual(["2025", "2600", "7001", "0.3714", "3"]);
  });

  test("has no figure where there is no plafond", async () => {
    const database = await databaseWith(engine, {...tables, contract: "contract_nummer | aanbieder\n een | 11111111"});
    expect(await answer(database, "gebruik-budgetplafond")).toHaveLength(1);
  });
});
