import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("herhaald-beroep on %s", (engine) => {
  test("counts who began again within 12 months in the same wet, in the month of the end", async () => {
    const database = await databaseWith(engine, {
      hulp: `
        client | wet      | product_categorie | begindatum | einddatum  | reden_beeindiging
        anna   | Jeugdwet | 45                | 2024-01-01 | 2025-01-10 | 31
        anna   | Jeugdwet | 54                | 2026-01-10 |            |
        bert   | Jeugdwet | 45                | 2024-01-01 | 2025-01-10 | 31
        bert   | Jeugdwet | 45                | 2026-01-11 |            |
        carla  | Jeugdwet | 45                | 2024-01-01 | 2025-01-10 | 32
        carla  | Wmo      | 02                | 2025-05-01 |            |
        dirk   | Jeugdwet | 45                | 2024-01-01 | 2025-01-10 | 38
        dirk   | Jeugdwet | 54                | 2025-05-01 |            |`,
    });
    expect(await answer(database, "herhaald-beroep")).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-01 | 1      | 3      | te weinig | 3`),
    );
  });

  test("looks a year ahead by the calendar, also when that year has 29 February in it", async () => {
    const database = await databaseWith(engine, {
      hulp: `
        client | product_categorie | begindatum | einddatum  | reden_beeindiging
        anna   | 45                | 2023-01-01 | 2023-06-01 | 31
        anna   | 54                | 2024-06-01 |            |
        bert   | 45                | 2023-01-01 | 2023-06-01 | 31
        bert   | 54                | 2024-06-02 |            |`,
    });
    expect(await answer(database, "herhaald-beroep", {from: "2023-06", to: "2023-06"})).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2023-06 | 1      | 2      | te weinig | 2`),
    );
  });

  test("is not known until a year has passed since the month of the end", async () => {
    const database = await databaseWith(engine, {
      hulp: `
        client | begindatum | einddatum  | reden_beeindiging
        anna   | 2024-01-01 | 2025-01-10 | 31
        bert   | 2024-01-01 | 2025-02-10 | 31`,
    });
    expect(await answer(database, "herhaald-beroep", {knownOn: "2026-01-30"})).toEqual(
      table(`
        periode | teller | noemer | waarde           | personen
        2025-01 |        |        | nog niet bekend  | 0
        2025-02 |        |        | nog niet bekend  | 0`),
    );
    expect(await answer(database, "herhaald-beroep", {knownOn: "2026-01-31"})).toEqual(
      table(`
        periode | teller | noemer | waarde           | personen
        2025-01 | 0      | 1      | te weinig        | 1
        2025-02 |        |        | nog niet bekend  | 0`),
    );
    // Over a longer period those count of which the outcome is known.
    expect(await answer(database, "herhaald-beroep", {knownOn: "2026-01-31", grain: "totaal"})).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        totaal  | 0      | 1      | te weinig | 1`),
    );
  });
});
