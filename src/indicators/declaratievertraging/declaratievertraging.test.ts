import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("declaratievertraging on %s", (engine) => {
  test("is the median from the last day of the month of care to the Dagtekening of the 323", async () => {
    const database = await databaseWith(engine, {
      kostenregel: `
        client | zorgmaand  | cents | is_credit | bekend_van | is_verworpen | beantwoord_op
        anna   | 2025-02-01 | 100   | false     | 2025-03-05 | false        |
        bert   | 2025-02-01 | 100   | false     | 2025-03-31 | false        |
        carla  | 2025-02-01 | 100   | false     | 2025-02-20 | false        |
        dirk   | 2025-02-01 | -100  | true      | 2025-09-01 | false        |
        eva    | 2025-02-01 | 100   | false     | 2025-08-01 | true         | 2025-08-02`,
    });
    expect(await answer(database, "declaratievertraging")).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-02 | 36     | 3      | 5      | 3`),
    );
  });
});
