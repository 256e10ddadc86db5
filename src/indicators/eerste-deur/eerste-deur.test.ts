import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("eerste-deur on %s", (engine) => {
  test("takes the very first help of each client in the Jeugdwet, whenever that was", async () => {
    const database = await databaseWith(engine, {
      hulp: `
        client | wet      | product_categorie | begindatum | einddatum  | verwijzer_type
        anna   | Jeugdwet | 45                | 2025-01-10 |            | 01
        anna   | Jeugdwet | 54                | 2025-02-10 |            | 02
        bert   | Jeugdwet | 45                | 2025-01-20 | 2025-01-31 | 02
        bert   | Jeugdwet | 45                | 2025-06-20 |            | 01
        carla  | Jeugdwet | 45                | 2023-01-20 | 2023-02-20 | 02
        carla  | Jeugdwet | 45                | 2025-01-20 |            | 01
        dirk   | Wmo      | 01                | 2025-01-20 |            | 01
        eva    | Wmo      | 01                | 2024-01-20 |            | 01
        eva    | Jeugdwet | 45                | 2025-03-20 |            | 02`,
    });
    expect(await answer(database, "eerste-deur")).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-01 | 1      | 2      | te weinig | 2
        2025-03 | 0      | 1      | te weinig | 1`),
    );
  });

  test("gives a share from 50 on", async () => {
    const lines = Array.from({length: 50}, (_, index) => `c${index} | 2025-01-10 | ${index < 20 ? "01" : "02"}`);
    const database = await databaseWith(engine, {hulp: ["client | begindatum | verwijzer_type", ...lines].join("\n")});
    expect((await answer(database, "eerste-deur"))[1]).toEqual(["2025-01", "20", "50", "0.4", "50"]);
  });
});
