import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("clienten on %s", (engine) => {
  test("counts each person once in a period: with running help, or with granted care", async () => {
    const database = await databaseWith(engine, {
      hulp: `
        client | begindatum | einddatum
        anna   | 2025-01-15 | 2025-03-01
        anna   | 2025-02-01 | 2025-02-10
        bert   | 2024-06-01 |
        dirk   | 2025-04-01 | 2025-04-30`,
      kostenregel: `
        client | zorgmaand  | cents | beantwoord_op | is_toegekend
        anna   | 2025-01-01 | 100   | 2025-03-01    | true
        carla  | 2025-02-01 | 100   | 2025-03-01    | true
        eva    | 2025-02-01 | 100   | 2025-03-01    | false`,
    });
    expect(await answer(database, "clienten", {to: "2025-04"})).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 2      |        | 2      | 2
        2025-02 | 3      |        | 3      | 3
        2025-03 | 2      |        | 2      | 2
        2025-04 | 2      |        | 2      | 2`),
    );
    expect(await answer(database, "clienten", {to: "2025-04", grain: "totaal"})).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        totaal  | 4      |        | 4      | 4`),
    );
  });

  test("does not count care that credits brought to nothing, whatever the buurt on either line", async () => {
    const database = await databaseWith(engine, {
      kostenregel: `
        client | toewijzing_nummer | zorgmaand  | cents | is_credit | beantwoord_op | is_toegekend | buurt_code
        anna   | 1                 | 2025-01-01 | 500   | false     | 2025-02-20    | true         | BU99990101
        anna   | 1                 | 2025-01-01 | -500  | true      | 2025-04-20    | true         | BU99990102
        bert   | 2                 | 2025-01-01 | 500   | false     | 2025-02-20    | true         | BU99990101
        bert   | 2                 | 2025-01-01 | -200  | true      | 2025-04-20    | true         | BU99990101`,
    });
    const counted = async (knownOn: string) => (await answer(database, "clienten", {knownOn}))[1]?.[1];
    expect(await counted("2025-03-01")).toBe("2");
    expect(await counted("2025-05-01")).toBe("1");
  });

  test("counts help as it was known: a start that was withdrawn later was there before", async () => {
    const database = await databaseWith(engine, {
      hulp: `
        client | begindatum | einddatum  | bekend_van | bekend_tot
        anna   | 2025-01-01 |            | 2025-01-10 | 2025-03-10
        bert   | 2025-01-01 |            | 2025-01-10 | 2025-04-05
        bert   | 2025-01-01 | 2025-01-31 | 2025-04-05 | 9999-12-31`,
    });
    const counted = async (knownOn: string) =>
      (await answer(database, "clienten", {to: "2025-02", knownOn})).slice(1).map(([period, count]) => [period, count]);
    expect(await counted("2025-01-09")).toEqual([]);
    expect(await counted("2025-03-09")).toEqual([
      ["2025-01", "2"],
      ["2025-02", "2"],
    ]);
    expect(await counted("2025-03-10")).toEqual([
      ["2025-01", "1"],
      ["2025-02", "1"],
    ]);
    expect(await counted("2025-04-05")).toEqual([["2025-01", "1"]]);
  });
});
