import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("jeugdigen-met-jeugdhulp on %s", (engine) => {
  const bevolking = `
    buurt_code | jaar | geslacht | leeftijd_van | leeftijd_tot | aantal
    BU99990101 | 2025 | 1        | 0            | 17           | 150
    BU99990101 | 2025 | 1        | 18           | 24           | 70
    BU99990101 | 2025 | 1        | 25           | 120          | 1000`;

  test("divides who is helped by the Jeugdwet and not yet 23 by all inhabitants who are not yet 23", async () => {
    const database = await databaseWith(engine, {
      bevolking,
      hulp: `
        client | wet      | geboortemaand | begindatum | einddatum
        anna   | Jeugdwet | 2015-03-01    | 2025-01-10 | 2025-02-28
        anna   | Jeugdwet | 2015-03-01    | 2025-01-20 | 2025-02-28
        bert   | Jeugdwet | 2002-02-01    | 2025-01-10 | 2025-02-28
        carla  | Jeugdwet |               | 2025-01-10 | 2025-02-28
        dirk   | Wmo      | 2006-01-01    | 2025-01-10 | 2025-02-28`,
    });
    // Of 18 to 24 five of seven years count: 150 + 50. Bert is 23 from February on.
    expect(await answer(database, "jeugdigen-met-jeugdhulp")).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 3      | 200    | 0.015  | 3
        2025-02 | 2      | 200    | 0.01   | 2`),
    );
  });

  test("of each age its own inhabitants, and of ages from 23 on nothing", async () => {
    const database = await databaseWith(engine, {
      bevolking,
      hulp: `
        client | geboortemaand | begindatum | einddatum
        anna   | 2012-03-01    | 2025-01-10 | 2025-01-28
        bert   | 2006-01-01    | 2025-01-10 | 2025-01-28
        carla  | 1990-01-01    | 2025-01-10 | 2025-01-28`,
    });
    expect(await answer(database, "jeugdigen-met-jeugdhulp", {dimensions: ["leeftijdsgroep"]})).toEqual(
      table(`
        leeftijdsgroep | periode | teller | noemer | waarde | personen
        12-17          | 2025-01 | 1      | 50     | 0.02   | 1
        18-22          | 2025-01 | 1      | 50     | 0.02   | 1`),
    );
  });

  test("without inhabitants there is no share", async () => {
    const database = await databaseWith(engine, {
      hulp: "client | geboortemaand | begindatum | einddatum\n anna | 2015-03-01 | 2025-01-10 | 2025-01-20",
    });
    expect(await answer(database, "jeugdigen-met-jeugdhulp")).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 1      |        | geen   | 1`),
    );
  });
});
