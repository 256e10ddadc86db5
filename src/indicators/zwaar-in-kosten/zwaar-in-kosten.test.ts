import {describe, expect, test} from "vitest";
import {answer, questionAbout, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {measureLeftOut} from "../measure.ts";

describe.each(engines)("zwaar-in-kosten on %s", (engine) => {
  const product = `
    wet      | product_code | zwaarte
    Jeugdwet | 45A04        | licht
    Jeugdwet | 43A12        | zwaar
    Wmo      | 43A12        | licht`;

  test("is the granted euros of heavy products, of those of all products in the list", async () => {
    const database = await databaseWith(engine, {
      product,
      kostenregel: `
        client | wet      | product_code | cents | is_credit | beantwoord_op | is_toegekend
        anna   | Jeugdwet | 43A12        | 5000  | false     | 2025-02-20    | true
        anna   | Jeugdwet | 43A12        | -2000 | true      | 2025-02-20    | true
        bert   | Jeugdwet | 45A04        | 6000  | false     | 2025-02-20    | true
        bert   | Jeugdwet | 43A12        | 9000  | false     | 2025-02-20    | false
        wim    | Wmo      | 43A12        | 1000  | false     | 2025-02-20    | true
        carla  | Jeugdwet | 99Z99        | 700   | false     | 2025-02-20    | true
        dirk   | Jeugdwet | 43A12        | 800   | false     |               |`,
    });
    expect(await answer(database, "zwaar-in-kosten")).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 3000   | 10000  | 0.3    | 3`),
    );
    expect(await measureLeftOut(database, questionAbout("zwaar-in-kosten"))).toEqual([
      {reason: "product niet in de productenlijst", count: 1, persons: 1},
    ]);
    expect(await answer(database, "zwaar-in-kosten", {knownOn: "2025-02-19"})).toHaveLength(1);
  });

  test("has no value where credits took everything back", async () => {
    const database = await databaseWith(engine, {
      product,
      kostenregel: `
        client | product_code | cents | is_credit | beantwoord_op | is_toegekend
        anna   | 43A12        | 5000  | false     | 2025-02-20    | true
        anna   | 43A12        | -5000 | true      | 2025-02-20    | true`,
    });
    expect(await answer(database, "zwaar-in-kosten")).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 0      | 0      | geen   | 1`),
    );
  });
});
