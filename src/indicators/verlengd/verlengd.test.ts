import {describe, expect, test} from "vitest";
import {answer, questionAbout, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {measureLeftOut} from "../measure.ts";

describe.each(engines)("verlengd on %s", (engine) => {
  test("counts a later end, or another Toewijzing within 30 days, in the month of the end that was first agreed", async () => {
    const database = await databaseWith(engine, {
      toewijzing: `
        client | toewijzing_nummer | product_categorie | ingangsdatum | einddatum  | bekend_van | bekend_tot
        anna   | 1                 | 45                | 2024-01-01   | 2025-01-31 | 2024-01-01 | 2025-01-10
        anna   | 1                 | 45                | 2024-01-01   | 2025-12-31 | 2025-01-10 | 9999-12-31
        bert   | 2                 | 45                | 2024-01-01   | 2025-01-31 | 2024-01-01 | 9999-12-31
        bert   | 22                | 45                | 2025-03-02   |            | 2025-03-01 | 9999-12-31
        carla  | 3                 | 45                | 2024-01-01   | 2025-01-31 | 2024-01-01 | 9999-12-31
        carla  | 33                | 45                | 2025-03-03   |            | 2025-03-01 | 9999-12-31
        dirk   | 4                 | 45                | 2024-01-01   | 2025-01-31 | 2024-01-01 | 9999-12-31
        dirk   | 44                | 54                | 2025-02-01   |            | 2025-01-01 | 9999-12-31
        eva    | 5                 | 45                | 2024-01-01   | 2025-01-31 | 2024-01-01 | 2025-02-10
        eva    | 5                 | 45                | 2024-01-01   |            | 2025-02-10 | 9999-12-31`,
      hulp: `
        client | toewijzing_nummer | begindatum | einddatum
        anna   | 1                 | 2024-02-01 | 2025-12-31
        bert   | 2                 | 2024-02-01 | 2025-01-31
        carla  | 3                 | 2024-02-01 | 2025-01-31
        dirk   | 4                 | 2024-02-01 | 2025-01-31
        eva    | 5                 | 2024-02-01 |`,
    });
    expect(await answer(database, "verlengd")).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-01 | 3      | 5      | te weinig | 5`),
    );
  });

  test("leaves out what did not begin, or ended before", async () => {
    const database = await databaseWith(engine, {
      toewijzing: `
        client | toewijzing_nummer | ingangsdatum | einddatum
        anna   | 1                 | 2024-01-01   | 2025-01-31
        bert   | 2                 | 2024-01-01   | 2025-01-31
        carla  | 3                 | 2024-01-01   | 2025-01-31`,
      hulp: `
        client | toewijzing_nummer | begindatum | einddatum
        anna   | 1                 | 2024-02-01 | 2025-01-30
        carla  | 3                 | 2024-02-01 | 2025-01-31`,
    });
    expect(await answer(database, "verlengd")).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-01 | 0      | 1      | te weinig | 1`),
    );
    expect(await measureLeftOut(database, questionAbout("verlengd"))).toEqual([
      {reason: "hulp begon niet", count: 1, persons: 1},
      {reason: "hulp stopte eerder", count: 1, persons: 1},
    ]);
  });

  test("is not known until a month has passed since the month of that end", async () => {
    const database = await databaseWith(engine, {
      toewijzing: "toewijzing_nummer | ingangsdatum | einddatum\n 1 | 2024-01-01 | 2025-01-10",
      hulp: "toewijzing_nummer | begindatum | einddatum\n 1 | 2024-02-01 | 2025-01-10",
    });
    expect(await answer(database, "verlengd", {knownOn: "2025-02-27"})).toEqual(
      table(`
        periode | teller | noemer | waarde          | personen
        2025-01 |        |        | nog niet bekend | 0`),
    );
    expect(await answer(database, "verlengd", {knownOn: "2025-02-28"})).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-01 | 0      | 1      | te weinig | 1`),
    );
  });
});
