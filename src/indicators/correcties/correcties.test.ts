import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("correcties on %s", (engine) => {
  test("is the granted credits over the granted lines that are none, in the month of care", async () => {
    const database = await databaseWith(engine, {
      kostenregel: `
        client | zorgmaand  | cents | is_credit | bekend_van | beantwoord_op | is_toegekend
        anna   | 2025-01-01 | 600   | false     | 2025-02-10 | 2025-02-20    | true
        anna   | 2025-01-01 | -600  | true      | 2025-05-10 | 2025-05-20    | true
        anna   | 2025-01-01 | 650   | false     | 2025-05-10 | 2025-05-20    | true
        bert   | 2025-01-01 | 100   | false     | 2025-02-10 | 2025-02-20    | true
        bert   | 2025-01-01 | 100   | false     | 2025-02-10 | 2025-02-20    | true
        carla  | 2025-01-01 | 100   | false     | 2025-02-10 | 2025-02-20    | false
        carla  | 2025-01-01 | -100  | true      | 2025-02-10 | 2025-02-20    | false
        dirk   | 2025-02-01 | -300  | true      | 2025-03-10 | 2025-03-20    | true`,
    });
    expect(await answer(database, "correcties")).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 1      | 4      | 0.25   | 2
        2025-02 | 1      | 0      | geen   | 1`),
    );
    expect((await answer(database, "correcties", {knownOn: "2025-05-19"}))[1]).toEqual(["2025-01", "0", "3", "0", "2"]);
  });
});
