import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("verblijf-in-jeugdkosten on %s", (engine) => {
  test("is the euros of categories 43 and 44, of all granted euros of the Jeugdwet", async () => {
    const database = await databaseWith(engine, {
      kostenregel: `
        client | wet      | product_categorie | zorgmaand  | cents | is_credit | beantwoord_op | is_toegekend
        anna   | Jeugdwet | 43                | 2025-01-01 | 2000  | false     | 2025-02-20    | true
        bert   | Jeugdwet | 44                | 2025-01-01 | 1500  | false     | 2025-02-20    | true
        bert   | Jeugdwet | 44                | 2025-01-01 | -500  | true      | 2025-04-20    | true
        carla  | Jeugdwet | 45                | 2025-01-01 | 6000  | false     | 2025-02-20    | true
        dirk   | Jeugdwet | 46                | 2025-01-01 | 1000  | false     | 2025-02-20    | true
        eva    | Jeugdwet | 43                | 2025-01-01 | 7000  | false     | 2025-02-20    | false
        wim    | Wmo      | 15                | 2025-01-01 | 9000  | false     | 2025-02-20    | true
        wim    | Wmo      | 15                | 2025-02-01 | 9000  | false     | 2025-03-20    | true`,
    });
    expect(await answer(database, "verblijf-in-jeugdkosten")).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 3000   | 10000  | 0.3    | 4`),
    );
    const known = await answer(database, "verblijf-in-jeugdkosten", {knownOn: "2025-03-01"});
    expect(known[1]).toEqual(["2025-01", "3500", "10500", "0.3333", "4"]);
  });
});
