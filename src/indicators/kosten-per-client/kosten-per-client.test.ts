import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("kosten-per-client on %s", (engine) => {
  test("divides what was granted by the people it was granted for, in the same period", async () => {
    const database = await databaseWith(engine, {
      kostenregel: `
        client | toewijzing_nummer | zorgmaand  | cents | is_credit | beantwoord_op | is_toegekend
        anna   | 1                 | 2025-01-01 | 300   | false     | 2025-03-01    | true
        anna   | 1                 | 2025-02-01 | 400   | false     | 2025-03-01    | true
        bert   | 2                 | 2025-02-01 | 500   | false     | 2025-03-01    | true
        carla  | 3                 | 2025-02-01 | 900   | false     | 2025-03-01    | true
        carla  | 3                 | 2025-02-01 | -900  | true      | 2025-05-01    | true`,
    });
    expect(await answer(database, "kosten-per-client")).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 300    | 1      | 300    | 1
        2025-02 | 900    | 2      | 450    | 2`),
    );
    expect(await answer(database, "kosten-per-client", {grain: "jaar"})).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025    | 1200   | 2      | 600    | 2`),
    );
  });
});
