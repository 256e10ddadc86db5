import {describe, expect, test} from "vitest";
import {answer, questionAbout, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {measureLeftOut} from "../measure.ts";

describe.each(engines)("vast-bedrag-in-kosten on %s", (engine) => {
  test("is taakgericht and subsidie over those and what was granted, in the years of which either was told", async () => {
    const database = await databaseWith(engine, {
      kostenregel: `
        client | zorgmaand  | cents | beantwoord_op | is_toegekend
        anna   | 2024-12-01 | 9000  | 2025-02-20    | true
        anna   | 2025-01-01 | 3000  | 2025-02-20    | true
        bert   | 2025-02-01 | 4000  | 2025-03-20    | true
        bert   | 2025-02-01 | 4000  | 2025-03-20    | false`,
      overige_kosten: `
        soort           | jaar | maand | wet      | cents
        taakgericht     | 2025 | 1     | Jeugdwet | 2000
        subsidie        | 2025 | 1     |          | 1000
        pgb             | 2024 | 12    | Wmo      | 5000
        pgb             | 2025 | 1     | Wmo      | 5000
        wijkteam        | 2025 | 1     |          | 5000
        participatiewet | 2025 | 1     |          | 5000`,
    });
    expect(await answer(database, "vast-bedrag-in-kosten", {from: "2024-01", grain: "jaar"})).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025    | 3000   | 10000  | 0.3    | 2`),
    );
    expect(await measureLeftOut(database, questionAbout("vast-bedrag-in-kosten", {from: "2024-01"}))).toEqual([
      {reason: "jaar zonder opgave", count: 1, persons: 1},
    ]);
    expect(await answer(database, "vast-bedrag-in-kosten", {to: "2025-02"})).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 3000   | 6000   | 0.5    | 1
        2025-02 | 0      | 4000   | 0      | 1`),
    );
  });
});
