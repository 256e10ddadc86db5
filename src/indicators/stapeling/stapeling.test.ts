import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("stapeling on %s", (engine) => {
  const product = `
    wet      | product_categorie | product_code | productgroep
    Jeugdwet | 45                | 45A04        | Ambulant
    Jeugdwet | 45                | 45A48        | Ambulant
    Jeugdwet | 54                | 54001        | Ggz
    Jeugdwet | 44                | 44A07        | Pleegzorg
    Jeugdwet | 44                | 44A09        | Logeren
    Wmo      | 02                | 02A03        | Begeleiding`;

  test("counts people with two productgroepen in the period, of both wetten together", async () => {
    const database = await databaseWith(engine, {
      product,
      hulp: `
        client | wet      | product_categorie | product_code | begindatum | einddatum
        anna   | Jeugdwet | 45                | 45A04        | 2025-01-01 | 2025-02-28
        anna   | Jeugdwet | 54                | 54001        | 2025-02-01 | 2025-02-28
        bert   | Jeugdwet | 45                | 45A04        | 2025-01-01 | 2025-02-28
        bert   | Jeugdwet | 45                | 45A48        | 2025-01-01 | 2025-02-28
        carla  | Jeugdwet | 45                | 45A04        | 2025-01-01 | 2025-01-05
        carla  | Wmo      | 02                | 02A03        | 2025-01-20 | 2025-01-31`,
    });
    expect(await answer(database, "stapeling")).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-01 | 1      | 3      | te weinig | 3
        2025-02 | 1      | 2      | te weinig | 2`),
    );
    expect(await answer(database, "stapeling", {grain: "jaar"})).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025    | 2      | 3      | te weinig | 3`),
    );
  });

  test("split by aanbieder, what someone gets elsewhere counts too", async () => {
    const database = await databaseWith(engine, {
      product,
      hulp: `
        client | aanbieder | product_categorie | product_code | begindatum | einddatum
        anna   | 11111111  | 45                | 45A04        | 2025-01-01 | 2025-01-31
        anna   | 22222222  | 54                | 54001        | 2025-01-01 | 2025-01-31
        bert   | 22222222  | 54                | 54001        | 2025-01-01 | 2025-01-31`,
    });
    expect(await answer(database, "stapeling", {dimensions: ["aanbieder"]})).toEqual(
      table(`
        aanbieder | periode | teller | noemer | waarde    | personen
        11111111  | 2025-01 | 1      | 1      | te weinig | 1
        22222222  | 2025-01 | 1      | 2      | te weinig | 2`),
    );
  });

  test("granted care of which no start came is a kind too, in its month", async () => {
    const database = await databaseWith(engine, {
      product,
      hulp: `
        client | wet      | product_categorie | product_code | begindatum | einddatum
        anna   | Jeugdwet | 45                | 45A04        | 2025-01-01 | 2025-03-31`,
      kostenregel: `
        client | wet | product_categorie | product_code | zorgmaand  | cents | beantwoord_op | is_toegekend
        anna   | Wmo | 02                | 02A03        | 2025-02-01 | 100   | 2025-03-01    | true`,
    });
    expect(await answer(database, "stapeling", {to: "2025-03"})).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-01 | 0      | 1      | te weinig | 1
        2025-02 | 1      | 1      | te weinig | 1
        2025-03 | 0      | 1      | te weinig | 1`),
    );
  });

  test("help of an unknown productgroep is no kind of its own", async () => {
    const database = await databaseWith(engine, {
      product,
      hulp: `
        client | product_categorie | product_code | begindatum | einddatum
        anna   | 44                |              | 2025-01-01 | 2025-01-31
        anna   | 44                | 44A07        | 2025-01-01 | 2025-01-31
        bert   | 45                |              | 2025-01-01 | 2025-01-31
        bert   | 44                | 44A07        | 2025-01-01 | 2025-01-31
        carla  | 99                | 99A99        | 2025-01-01 | 2025-01-31`,
    });
    // All products of 45 are of one productgroep, those of 44 are not.
    expect(await answer(database, "stapeling")).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-01 | 1      | 3      | te weinig | 3`),
    );
  });

  test("gives a share from 50 people on", async () => {
    const lines = Array.from({length: 50}, (_, index) => `client-${index} | 45A04 | 2025-01-01 | 2025-01-31`);
    const database = await databaseWith(engine, {
      product,
      hulp: [
        "client | product_code | begindatum | einddatum",
        ...lines,
        "client-7 | 54001 | 2025-01-31 | 2025-01-31",
      ].join("\n"),
    });
    expect(await answer(database, "stapeling")).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 1      | 50     | 0.02   | 50`),
    );
  });
});
