import {describe, expect, test} from "vitest";
import {answer} from "../../test/answer.ts";
import {databaseWith, engines} from "../../test/engines.ts";
import type {Database} from "../database/database.ts";
import type {DimensionName, Question} from "./question.ts";

/** Code and number of each row. */
async function split(database: Database, indicator: string, dimension: DimensionName, part: Partial<Question> = {}) {
  const rows = await answer(database, indicator, {dimensions: [dimension], grain: "totaal", ...part});
  return Object.fromEntries(rows.slice(1).map(([code, , numerator]) => [code, Number(numerator)]));
}

describe.each(engines)("dimensions on %s", (engine) => {
  test("an aanbieder is reported under the one it merged into last, from the day that was so", async () => {
    const database = await databaseWith(engine, {
      hulp: `
        client | aanbieder
        anna   | 11111111
        bert   | 22222222
        carla  | 33333333
        dirk   | 44444444
        eva    | 55555555`,
      aanbieder: `
        aanbieder | naam   | opvolger | opvolger_vanaf
        11111111  | Een    | 22222222 | 2025-02-01
        22222222  | Twee   | 33333333 | 2025-03-01
        33333333  | Drie   |          |
        44444444  | Vier   | 55555555 |
        55555555  | Vijf   | 44444444 |`,
    });
    // Two that name each other stay as they are.
    expect(await split(database, "instroom", "aanbieder")).toEqual({"33333333": 3, "44444444": 1, "55555555": 1});
    expect(await split(database, "instroom", "aanbieder", {knownOn: "2025-02-15"})).toEqual({
      "22222222": 2,
      "33333333": 1,
      "44444444": 1,
      "55555555": 1,
    });
  });

  test("a Toewijzing without a product has a place of its own, and the productgroep of its categorie where that is one", async () => {
    const database = await databaseWith(engine, {
      hulp: `
        client | wet      | product_categorie | product_code
        anna   | Wmo      | 01                | 01A04
        bert   | Wmo      | 01                |
        carla  | Wmo      | 02                |
        dirk   | Wmo      |                   |
        eva    | Wmo      | 02                | 02X99
        fred   | Jeugdwet | 01                | 01A04`,
      product: `
        wet | product_categorie | product_code | productgroep
        Wmo | 01                | 01A04        | Huishouden
        Wmo | 02                | 02A03        | Begeleiding
        Wmo | 02                | 02A05        | Specialistisch`,
    });
    expect(await split(database, "instroom", "product")).toEqual({
      "01A04": 2,
      "02X99": 1,
      "aspecifiek:01": 1,
      "aspecifiek:02": 1,
      generiek: 1,
    });
    expect(await split(database, "instroom", "productgroep")).toEqual({
      Huishouden: 2,
      "aspecifiek:02": 1,
      generiek: 1,
      onbekend: 2,
    });
  });

  test("the team is the one that worked in the wijk on the day; of two at a time the later, and never both", async () => {
    const database = await databaseWith(engine, {
      kostenregel: `
        client | zorgmaand  | cents | beantwoord_op | is_toegekend | buurt_code
        anna   | 2025-01-01 | 1     | 2025-03-01    | true         | BU99990101
        anna   | 2025-04-01 | 10    | 2025-05-01    | true         | BU99990101
        anna   | 2025-07-01 | 100   | 2025-08-01    | true         | BU99990101
        bert   | 2025-01-01 | 1000  | 2025-03-01    | true         | BU99990201
        carla  | 2025-01-01 | 10000 | 2025-03-01    | true         |`,
      team_wijk: `
        team_code | wijk_code | begindatum | einddatum
        T1        | WK999901  | 2024-01-01 |
        T2        | WK999901  | 2025-04-01 | 2025-06-30
        T3        | WK999902  | 2024-01-01 | 2024-12-31`,
    });
    expect(await split(database, "kosten", "team")).toEqual({T1: 1, T2: 10, onbekend: 11100});
  });

  test("the leeftijdsgroep goes by the age on the day", async () => {
    const database = await databaseWith(engine, {
      kostenregel: `
        client | zorgmaand  | cents | beantwoord_op | is_toegekend | geboortemaand
        anna   | 2025-04-01 | 1     | 2025-06-01    | true         | 2007-05-01
        anna   | 2025-05-01 | 10    | 2025-06-01    | true         | 2007-05-01
        bert   | 2025-05-01 | 100   | 2025-06-01    | true         | 1900-01-01
        carla  | 2025-05-01 | 1000  | 2025-06-01    | true         | 2025-05-01
        dirk   | 2025-05-01 | 10000 | 2025-06-01    | true         |`,
    });
    expect(await split(database, "kosten", "leeftijdsgroep")).toEqual({
      "0-3": 1000,
      "12-17": 1,
      "18-22": 10,
      "85+": 100,
      onbekend: 10000,
    });
  });

  test("filters on one dimension mean one of, on several all", async () => {
    const database = await databaseWith(engine, {
      hulp: `
        client | buurt_code | verwijzer_type | verwijzer_code | geslacht
        anna   | BU99990101 | 02             | 01000001       | 2
        bert   | BU99990201 | 02             | 01000002       | 1
        carla  | BU99990301 | 01             |                | 2
        dirk   |            | 02             |                |`,
    });
    const wijk = (value: string) => ({dimension: "wijk", value}) as const;
    expect(await split(database, "instroom", "verwijzer-praktijk")).toEqual({
      "01000001": 1,
      "01000002": 1,
      onbekend: 2,
    });
    expect(await split(database, "instroom", "wijk", {where: [{dimension: "verwijzer", value: "02"}]})).toEqual({
      WK999901: 1,
      WK999902: 1,
      onbekend: 1,
    });
    const where = [wijk("WK999901"), wijk("WK999903"), wijk("onbekend"), {dimension: "geslacht", value: "2"} as const];
    expect(await split(database, "instroom", "wijk", {where})).toEqual({WK999901: 1, WK999903: 1});
  });

  test("a value is a value, whatever stands in it", async () => {
    const database = await databaseWith(engine, {hulp: "client | buurt_code\n anna | BU99990101"});
    const where = [{dimension: "wijk", value: "x') or ('1'='1"}] as const;
    expect(await split(database, "instroom", "wijk", {where})).toEqual({});
  });
});
