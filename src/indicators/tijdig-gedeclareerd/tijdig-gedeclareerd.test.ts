import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("tijdig-gedeclareerd on %s", (engine) => {
  test("is the euros of declaraties of at most two months after the month of care, of all that were not refused as a whole", async () => {
    const database = await databaseWith(engine, {
      kostenregel: `
        client | zorgmaand  | cents | is_credit | bekend_van | is_verworpen | beantwoord_op | is_toegekend
        anna   | 2025-01-01 | 600   | false     | 2025-03-31 | false        | 2025-04-05    | true
        bert   | 2025-01-01 | 100   | false     | 2025-02-03 | false        | 2025-04-05    | false
        carla  | 2025-01-01 | 300   | false     | 2025-04-01 | false        |               |
        dirk   | 2025-01-01 | -50   | true      | 2025-04-01 | false        | 2025-04-05    | true
        eva    | 2025-01-01 | 900   | false     | 2025-04-01 | true         | 2025-04-05    | false`,
    });
    expect(await answer(database, "tijdig-gedeclareerd")).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 700    | 1000   | 0.7    | 3`),
    );
  });

  test("is not known until six months after the month of care, and then counts each month that is", async () => {
    const database = await databaseWith(engine, {
      kostenregel: `
        client | zorgmaand  | cents | bekend_van
        anna   | 2025-01-01 | 600   | 2025-02-10
        anna   | 2025-02-01 | 400   | 2025-06-10`,
    });
    expect(await answer(database, "tijdig-gedeclareerd", {knownOn: "2025-07-31"})).toEqual(
      table(`
        periode | teller | noemer | waarde           | personen
        2025-01 |        |        | nog niet bekend  | 0
        2025-02 |        |        | nog niet bekend  | 0`),
    );
    const august = await answer(database, "tijdig-gedeclareerd", {knownOn: "2025-08-01", grain: "jaar"});
    expect(august[1]).toEqual(["2025", "600", "600", "1", "1"]);
    const september = await answer(database, "tijdig-gedeclareerd", {knownOn: "2025-09-01", grain: "jaar"});
    expect(september[1]).toEqual(["2025", "600", "1000", "0.6", "1"]);
  });
});
