import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("wijkteam-per-inwoner on %s", (engine) => {
  const tables = {
    bevolking: `
      buurt_code | jaar | geslacht | aantal
      BU99990101 | 2025 | 1        | 60
      BU99990102 | 2025 | 2        | 40
      BU99990201 | 2025 | 1        | 400
      BU99990301 | 2025 | 1        | 49`,
    team_wijk: "wijk_code | team_code\n WK999901 | T1\n WK999902 | T1",
    overige_kosten: `
      soort    | jaar | maand | wijk_code | cents
      wijkteam | 2025 | 1     | WK999901  | 3000
      wijkteam | 2025 | 2     | WK999901  | 2000
      wijkteam | 2025 | 1     | WK999902  | 4000
      wijkteam | 2025 | 1     | WK999903  | 4000
      wijkteam | 2025 | 1     |           | 1000
      subsidie | 2025 | 1     | WK999901  | 9000`,
  };

  test("is what the gemeente told of its wijkteams, over who lives there", async () => {
    const database = await databaseWith(engine, tables);
    expect(await answer(database, "wijkteam-per-inwoner", {grain: "jaar", dimensions: ["wijk"]})).toEqual(
      table(`
        wijk     | periode | teller | noemer | waarde    | personen
        WK999901 | 2025    | 5000   | 100    | 50        | 0
        WK999902 | 2025    | 4000   | 400    | 10        | 0
        WK999903 | 2025    | 4000   | 49     | te weinig | 0
        onbekend | 2025    | 1000   |        | geen      | 0`),
    );
    const teams = await answer(database, "wijkteam-per-inwoner", {grain: "jaar", dimensions: ["team"]});
    expect(teams[1]).toEqual(["T1", "2025", "9000", "500", "18", "0"]);
    const all = await answer(database, "wijkteam-per-inwoner", {grain: "jaar"});
    expect(all[1]).toEqual(["2025", "14000", "549", "25.5009", "0"]);
  });

  test("knows nothing of months that were still to come", async () => {
    const database = await databaseWith(engine, tables);
    const known = await answer(database, "wijkteam-per-inwoner", {grain: "jaar", knownOn: "2025-01-31"});
    expect(known[1]?.[1]).toBe("12000");
  });
});
