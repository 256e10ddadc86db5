import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("clienten-per-1000 on %s", (engine) => {
  const hulp = `
    client | begindatum | wet      | buurt_code | geboortemaand | geslacht
    anna   | 2024-01-01 | Jeugdwet | BU99990101 | 2014-05-01    | 2
    bert   | 2024-01-01 | Wmo      | BU99990101 | 1950-05-01    | 1
    carla  | 2024-01-01 | Wmo      | BU99990201 | 1950-05-01    | 2
    dirk   | 2024-01-01 | Wmo      |            | 1950-05-01    | 1`;
  const bevolking = `
    buurt_code | jaar | geslacht | leeftijd_van | leeftijd_tot | aantal
    BU99990101 | 2024 | 1        | 0            | 120          | 999
    BU99990101 | 2025 | 1        | 0            | 17           | 100
    BU99990101 | 2025 | 2        | 0            | 17           | 100
    BU99990101 | 2025 | 1        | 18           | 120          | 300
    BU99990201 | 2025 | 2        | 65           | 74           | 500
    BU99990301 | 2025 | 2        | 65           | 74           | 40`;

  test("divides by the inhabitants of the same area on 1 January, and by all for another split", async () => {
    const database = await databaseWith(engine, {hulp, bevolking});
    expect(await answer(database, "clienten-per-1000", {grain: "jaar", dimensions: ["wijk"]})).toEqual(
      table(`
        wijk     | periode | teller | noemer | waarde | personen
        WK999901 | 2025    | 2      | 500    | 4      | 2
        WK999902 | 2025    | 1      | 500    | 2      | 1
        onbekend | 2025    | 1      |        | geen   | 1`),
    );
    expect(await answer(database, "clienten-per-1000", {grain: "jaar", dimensions: ["wet"]})).toEqual(
      table(`
        wet      | periode | teller | noemer | waarde | personen
        Jeugdwet | 2025    | 1      | 1040   | 0.9615 | 1
        Wmo      | 2025    | 3      | 1040   | 2.8846 | 3`),
    );
  });

  test("narrows the inhabitants by area, age and sex, and not by wet or product", async () => {
    const database = await databaseWith(engine, {hulp, bevolking});
    const where = [
      {dimension: "wijk", value: "WK999901"},
      {dimension: "geslacht", value: "1"},
      {dimension: "wet", value: "Wmo"},
    ] as const;
    expect(await answer(database, "clienten-per-1000", {grain: "jaar", where})).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025    | 1      | 400    | 2.5    | 1`),
    );
  });

  test("shares a class of bevolking out over the leeftijdsgroepen it lies across", async () => {
    const database = await databaseWith(engine, {
      hulp: `
        client | begindatum | geboortemaand
        anna   | 2024-01-01 | 2022-05-01
        bert   | 2024-01-01 | 2016-05-01`,
      bevolking: `
        buurt_code | jaar | geslacht | leeftijd_van | leeftijd_tot | aantal
        BU99990101 | 2025 | 1        | 0            | 4            | 500
        BU99990101 | 2025 | 1        | 5            | 9            | 100`,
    });
    expect(await answer(database, "clienten-per-1000", {grain: "jaar", dimensions: ["leeftijdsgroep"]})).toEqual(
      table(`
        leeftijdsgroep | periode | teller | noemer | waarde | personen
        0-3            | 2025    | 1      | 400    | 2.5    | 1
        4-11           | 2025    | 1      | 200    | 5      | 1`),
    );
  });

  test("takes the nearest year before, else the first year after", async () => {
    const database = await databaseWith(engine, {
      hulp: "client | begindatum\n anna | 2019-01-01",
      bevolking: `
        buurt_code | jaar | geslacht | aantal
        BU99990101 | 2022 | 1        | 1000
        BU99990101 | 2024 | 1        | 2000`,
    });
    const years = await answer(database, "clienten-per-1000", {from: "2021-01", to: "2025-12", grain: "jaar"});
    expect(years.slice(1).map(([year, , inhabitants]) => [year, inhabitants])).toEqual([
      ["2021", "1000"],
      ["2022", "1000"],
      ["2023", "1000"],
      ["2024", "2000"],
      ["2025", "2000"],
    ]);
  });

  test("gives no rate where fewer than 50 people live", async () => {
    const database = await databaseWith(engine, {
      hulp: "client | begindatum | buurt_code\n anna | 2019-01-01 | BU99990301",
      bevolking,
    });
    expect(await answer(database, "clienten-per-1000", {grain: "jaar", dimensions: ["buurt"]})).toEqual(
      table(`
        buurt      | periode | teller | noemer | waarde    | personen
        BU99990301 | 2025    | 1      | 40     | te weinig | 1`),
    );
  });
});
