import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("langdurig on %s", (engine) => {
  test("counts trajecten of two years or longer, of those that run on after the last day", async () => {
    const database = await databaseWith(engine, {
      hulp: `
        client | product_categorie | begindatum | einddatum
        anna   | 45                | 2023-01-31 |
        bert   | 45                | 2023-02-01 | 2025-02-28
        carla  | 45                | 2022-06-01 | 2024-01-10
        carla  | 45                | 2024-02-09 | 2025-02-10
        carla  | 54                | 2024-06-01 | 2025-02-10`,
    });
    // Carla's help for 45 is one traject: 29 days between.
    expect(await answer(database, "langdurig", {to: "2025-02"})).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-01 | 2      | 4      | te weinig | 3
        2025-02 | 1      | 1      | te weinig | 1`),
    );
  });

  test("looks at a year on its last day, and gives a share from 50 trajecten on", async () => {
    const lines = Array.from(
      {length: 50},
      (_, index) => `client-${index} | ${index < 6 ? "2023-12-31" : "2024-01-01"}`,
    );
    const database = await databaseWith(engine, {hulp: ["client | begindatum", ...lines].join("\n")});
    expect(await answer(database, "langdurig", {grain: "jaar"})).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025    | 6      | 50     | 0.12   | 50`),
    );
  });
});
