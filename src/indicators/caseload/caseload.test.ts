import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

const tables = {
  team: `
    team_code | naam  | werkgever | fte
    T1        | Noord | gemeente  | 7.9
    T2        | Zuid  | gemeente  | 2
    T3        | Leeg  | gemeente  | 5
    T4        | Vaag  | gemeente  |`,
  team_wijk: `
    team_code | wijk_code | einddatum
    T1        | WK999901  |
    T1        | WK999902  |
    T2        | WK999903  |
    T4        | WK999904  |`,
  bevolking: `
    buurt_code | leeftijd_van | aantal
    BU99990101 | 0            | 1
    BU99990102 | 0            | 2
    BU99990201 | 0            | 7
    BU99990301 | 0            | 100
    BU99990401 | 0            | 100`,
  hulp: `
    client | begindatum | einddatum  | buurt_code
    anna   | 2025-01-01 |            | BU99990101
    anna   | 2025-01-01 |            | BU99990101
    bert   | 2025-01-01 | 2025-03-30 | BU99990201
    carla  | 2025-03-31 | 2025-05-01 | BU99990201
    dirk   | 2025-01-01 | 2025-12-31 | BU99990301
    eva    | 2025-01-01 | 2025-12-31 | BU99990401
    frans  | 2025-01-01 | 2025-12-31 |`,
};

const march = {from: "2025-03", to: "2025-03"} as const;

describe.each(engines)("caseload on %s", (engine) => {
  test("divides the people with help at the end by the fte of their team; without fte there is no figure", async () => {
    const database = await databaseWith(engine, tables);
    expect(await answer(database, "caseload", {...march, dimensions: ["team"]})).toEqual(
      table(`
        team     | periode | teller | noemer | waarde | personen
        T1       | 2025-03 | 2      | 7.9    | 0.2532 | 2
        T2       | 2025-03 | 1      | 2      | 0.5    | 1
        T4       | 2025-03 | 1      | 0      | geen   | 1
        onbekend | 2025-03 | 1      | 0      | geen   | 1`),
    );
    expect(await answer(database, "caseload", march)).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-03 | 5      | 9.9    | 0.5051 | 5`),
    );
  });

  test("shares the fte of a team out by inhabitants, so that wijken and buurten add up to it", async () => {
    const database = await databaseWith(engine, tables);
    const fte = async (dimension: "wijk" | "buurt") =>
      (await answer(database, "caseload", {...march, dimensions: [dimension]})).slice(1).map((row) => [row[0], row[3]]);
    expect(await fte("wijk")).toEqual([
      ["WK999901", "2.37"],
      ["WK999902", "5.53"],
      ["WK999903", "2"],
      ["WK999904", "0"],
      ["onbekend", "0"],
    ]);
    expect((await fte("buurt")).slice(0, 3)).toEqual([
      ["BU99990101", "0.79"],
      ["BU99990102", "1.58"],
      ["BU99990201", "5.53"],
    ]);
  });

  test("is not split by what a team does not have fte for", async () => {
    const database = await databaseWith(engine, tables);
    const where = [{dimension: "wet", value: "Jeugdwet"}] as const;
    expect((await answer(database, "caseload", {...march, where}))[1]).toEqual(["2025-03", "5", "0", "geen", "5"]);
  });
});
