import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("lopen-af on %s", (engine) => {
  const january = {to: "2025-01"} as const;

  test("counts Toewijzingen that hold on the last day and end within 56 days", async () => {
    const database = await databaseWith(engine, {
      toewijzing: `
        client | toewijzing_nummer | ingangsdatum | einddatum
        anna   | 1                 | 2024-01-01   | 2025-01-31
        bert   | 2                 | 2024-01-01   | 2025-02-01
        carla  | 3                 | 2024-01-01   | 2025-03-28
        dirk   | 4                 | 2024-01-01   | 2025-03-29
        eva    | 5                 | 2024-01-01   |
        frits  | 6                 | 2025-02-01   | 2025-02-20
        carla  | 7                 | 2025-01-31   | 2025-02-20`,
    });
    expect(await answer(database, "lopen-af", january)).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 3      |        | 3      | 2`),
    );
  });

  test("goes by what was known on that day: an extension of later takes nothing away", async () => {
    const database = await databaseWith(engine, {
      toewijzing: `
        client | toewijzing_nummer | ingangsdatum | einddatum  | bekend_van | bekend_tot
        anna   | 1                 | 2024-01-01   | 2025-02-20 | 2024-01-01 | 2025-02-10
        anna   | 1                 | 2024-01-01   | 2026-02-20 | 2025-02-10 | 9999-12-31
        bert   | 2                 | 2024-01-01   | 2025-02-20 | 2024-01-01 | 2025-01-31
        bert   | 2                 | 2024-01-01   | 2026-02-20 | 2025-01-31 | 9999-12-31
        carla  | 3                 | 2024-01-01   | 2025-02-20 | 2025-02-05 | 9999-12-31`,
    });
    const counted = table(`
      periode | teller | noemer | waarde | personen
      2025-01 | 1      |        | 1      | 1`);
    expect(await answer(database, "lopen-af", january)).toEqual(counted);
    expect(await answer(database, "lopen-af", {...january, knownOn: "2025-01-31"})).toEqual(counted);
    // Before the end of the month it goes by what is known so far.
    expect(await answer(database, "lopen-af", {...january, knownOn: "2025-01-20"})).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 2      |        | 2      | 2`),
    );
  });

  test("does not count a Toewijzing of which the help had ended, or that was taken back", async () => {
    const database = await databaseWith(engine, {
      toewijzing: `
        client | toewijzing_nummer | ingangsdatum | einddatum  | bekend_tot
        anna   | 1                 | 2024-01-01   | 2025-02-20 | 9999-12-31
        bert   | 2                 | 2024-01-01   | 2025-02-20 | 9999-12-31
        carla  | 3                 | 2024-01-01   | 2025-02-20 | 2025-02-15`,
      hulp: `
        client | toewijzing_nummer | begindatum | einddatum  | eind_bron
        anna   | 1                 | 2024-02-01 | 2025-01-31 | stop
        bert   | 2                 | 2024-02-01 | 2024-06-30 | stop
        bert   | 2                 | 2024-09-01 | 2025-02-20 | toewijzing`,
    });
    expect(await answer(database, "lopen-af", {...january, dimensions: ["aanbieder"]})).toEqual(
      table(`
        aanbieder | periode | teller | noemer | waarde | personen
        12345678  | 2025-01 | 1      |        | 1      | 1`),
    );
  });
});
