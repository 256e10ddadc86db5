import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("doelrealisatie on %s", (engine) => {
  test("is a share of those who answered this, of 30 answers or more", async () => {
    const database = await databaseWith(engine, {
      uitkomst: `
        wet      | aanbieder | jaar | kwartaal | maat           | gevraagd | beantwoord | positief
        Jeugdwet | 11111111  | 2025 | 1        | nut            | 60       | 30         | 24
        Jeugdwet | 11111111  | 2025 | 1        | doelrealisatie | 60       | 40         | 10
        Wmo      | 22222222  | 2025 | 1        | doelrealisatie | 60       | 29         | 10
        Wmo      | 33333333  | 2025 | 1        | doelrealisatie | 0        | 0          | 0`,
    });
    expect(await answer(database, "doelrealisatie", {dimensions: ["wet", "aanbieder"]})).toEqual(
      table(`
        wet      | aanbieder | periode | teller | noemer | waarde    | personen
        Jeugdwet | 11111111  | 2025-03 | 10     | 40     | 0.25      | 40
        Wmo      | 22222222  | 2025-03 | 10     | 29     | te weinig | 29
        Wmo      | 33333333  | 2025-03 | 0      | 0      | geen      | 0`),
    );
  });
});
