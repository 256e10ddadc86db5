import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

const tables = {
  wachtlijst: `
    aanbieder | product_code | peildatum  | wachtenden | weken
    11111111  | 45A04        | 2025-01-31 | 12         | 3
    11111111  | 45A04        | 2025-03-01 | 20         | 4
    11111111  | 45A04        | 2025-03-31 | 15         | 5
    11111111  | 54001        | 2025-01-31 | 9          | 9
    22222222  | 02A05        | 2025-03-15 | 30         | 2
    22222222  | 99X99        | 2025-03-15 | 0          | 0`,
  product: `
    wet      | product_categorie | product_code | productgroep
    Jeugdwet | 45                | 45A04        | Ambulant
    Wmo      | 02                | 02A05        | Begeleiding`,
};

describe.each(engines)("wachtlijst on %s", (engine) => {
  test("takes the last lists in the period, and does not add months up", async () => {
    const database = await databaseWith(engine, tables);
    expect(await answer(database, "wachtlijst", {to: "2025-06"})).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 21     |        | 21     | 21
        2025-03 | 45     |        | 45     | 45`),
    );
    // The list of the other product was not repeated in the last month, so nobody waits there any more.
    expect(await answer(database, "wachtlijst", {grain: "jaar", dimensions: ["aanbieder", "productgroep"]})).toEqual(
      table(`
        aanbieder | productgroep | periode | teller | noemer | waarde | personen
        11111111  | Ambulant     | 2025    | 15     |        | 15     | 15
        22222222  | Begeleiding  | 2025    | 30     |        | 30     | 30
        22222222  | onbekend     | 2025    | 0      |        | 0      | 0`),
    );
  });

  test("does not know a list of a later day", async () => {
    const database = await databaseWith(engine, tables);
    expect(await answer(database, "wachtlijst", {grain: "jaar", knownOn: "2025-03-20"})).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025    | 50     |        | 50     | 50`),
    );
  });
});
