import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("verwachte-wachttijd on %s", (engine) => {
  test("is in days, weighs each list by who is on it, and asks for ten who wait", async () => {
    const database = await databaseWith(engine, {
      wachtlijst: `
        aanbieder | product_code | peildatum  | wachtenden | weken
        11111111  | 45A04        | 2025-01-31 | 30         | 2
        22222222  | 45A04        | 2025-01-31 | 10         | 6
        33333333  | 45A04        | 2025-01-31 | 0          | 50
        11111111  | 45A04        | 2025-02-28 | 9          | 2
        33333333  | 45A04        | 2025-03-31 | 0          | 50`,
    });
    expect(await answer(database, "verwachte-wachttijd")).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-01 | 840    | 40     | 21        | 40
        2025-02 | 126    | 9      | te weinig | 9
        2025-03 | 0      | 0      | geen      | 0`),
    );
  });
});
