import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("respons on %s", (engine) => {
  test("is a share of those who were asked, each thing apart, of 30 or more", async () => {
    const database = await databaseWith(engine, {
      uitkomst: `
        wet      | aanbieder | jaar | kwartaal | maat           | gevraagd | beantwoord | positief
        Jeugdwet | 11111111  | 2025 | 1        | nut            | 60       | 30         | 24
        Jeugdwet | 22222222  | 2025 | 1        | nut            | 20       | 10         | 8
        Jeugdwet | 11111111  | 2025 | 1        | tevredenheid   | 29       | 20         | 10
        Wmo      | 33333333  | 2025 | 1        | doelrealisatie | 0        | 0          | 0`,
    });
    expect(await answer(database, "respons")).toEqual(
      table(`
        deel           | periode | teller | noemer | waarde    | personen
        doelrealisatie | 2025-03 | 0      | 0      | geen      | 0
        nut            | 2025-03 | 40     | 80     | 0.5       | 80
        tevredenheid   | 2025-03 | 20     | 29     | te weinig | 29`),
    );
  });
});
