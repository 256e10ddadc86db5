import {describe, expect, test} from "vitest";
import {answer, questionAbout, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {measureLeftOut} from "../measure.ts";

describe.each(engines)("prijs-per-uur on %s", (engine) => {
  test("is the granted euros over the hours; sixty minutes are one, and a credit takes its own back", async () => {
    const database = await databaseWith(engine, {
      kostenregel: `
        client | zorgmaand  | eenheid | volume | cents | is_credit | beantwoord_op | is_toegekend
        anna   | 2025-01-01 | 04      | 2      | 12000 | false     | 2025-02-20    | true
        bert   | 2025-01-01 | 01      | 45     | 4500  | false     | 2025-02-20    | true
        bert   | 2025-01-01 | 04      | 3      | 18000 | false     | 2025-02-20    | true
        bert   | 2025-01-01 | 04      | 3      | -18000 | true     | 2025-04-20    | true
        carla  | 2025-01-01 | 14      | 31     | 90000 | false     | 2025-02-20    | true
        dirk   | 2025-01-01 | 04      | 9      | 1     | false     | 2025-02-20    | false
        eva    | 2025-02-01 | 04      | 1      | 5000  | false     | 2025-03-20    | true
        eva    | 2025-02-01 | 04      | 1      | -5000 | true      | 2025-03-20    | true`,
    });
    expect(await answer(database, "prijs-per-uur")).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 16500  | 2.75   | 6000   | 2
        2025-02 | 0      | 0      | geen   | 1`),
    );
    expect(await measureLeftOut(database, questionAbout("prijs-per-uur"))).toEqual([
      {reason: "niet per uur of minuut", count: 1, persons: 1},
    ]);
    const known = await answer(database, "prijs-per-uur", {knownOn: "2025-03-01"});
    expect(known[1]).toEqual(["2025-01", "34500", "5.75", "6000", "2"]);
  });
});
