import {describe, expect, test} from "vitest";
import {answer, questionAbout, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {measureLeftOut} from "../measure.ts";

describe.each(engines)("pgb-in-kosten on %s", (engine) => {
  const tables = {
    kostenregel: `
      client | zorgmaand  | wet      | cents | beantwoord_op | is_toegekend
      anna   | 2025-01-01 | Jeugdwet | 9000  | 2025-02-20    | true
      anna   | 2025-01-01 | Jeugdwet | 500   | 2025-02-20    | false
      anna   | 2025-02-01 | Jeugdwet | 4000  | 2025-03-20    | true
      wim    | 2025-01-01 | Wmo      | 8000  | 2025-02-20    | true
      wim    | 2024-12-01 | Wmo      | 8000  | 2025-02-20    | true`,
    overige_kosten: `
      soort    | jaar | maand | wet      | cents
      pgb      | 2025 | 1     | Jeugdwet | 1000
      pgb      | 2025 | 1     |          | 700
      pgb      | 2024 | 1     | Wmo      | 700
      subsidie | 2025 | 1     | Jeugdwet | 5000
      wijkteam | 2025 | 1     | Wmo      | 5000`,
  };

  test("is pgb over pgb and what was granted, in the years of which the gemeente told it of that wet", async () => {
    const database = await databaseWith(engine, tables);
    expect(await answer(database, "pgb-in-kosten")).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 1000   | 10000  | 0.1    | 1
        2025-02 | 0      | 4000   | 0      | 1`),
    );
    expect(await measureLeftOut(database, questionAbout("pgb-in-kosten"))).toEqual([
      {reason: "jaar zonder opgave van pgb", count: 1, persons: 1},
      {reason: "pgb zonder wet", count: 1, persons: 0},
    ]);
    const wmo = await answer(database, "pgb-in-kosten", {from: "2024-01", grain: "jaar", dimensions: ["wet"]});
    expect(wmo.slice(1)).toEqual([
      ["Jeugdwet", "2025", "1000", "14000", "0.0714", "1"],
      ["Wmo", "2024", "700", "8700", "0.0805", "1"],
    ]);
  });

  test("knows nothing where nothing was told, and nothing of what was still to come", async () => {
    const database = await databaseWith(engine, {kostenregel: tables.kostenregel});
    expect(await answer(database, "pgb-in-kosten")).toHaveLength(1);
    const told = await databaseWith(engine, {
      overige_kosten: "soort | jaar | maand | wet | cents\n pgb | 2025 | 3 | Wmo | 100",
    });
    expect(await answer(told, "pgb-in-kosten", {knownOn: "2025-02-28"})).toHaveLength(1);
    expect((await answer(told, "pgb-in-kosten", {knownOn: "2025-03-01"}))[1]).toEqual([
      "2025-03",
      "100",
      "100",
      "1",
      "0",
    ]);
  });
});
