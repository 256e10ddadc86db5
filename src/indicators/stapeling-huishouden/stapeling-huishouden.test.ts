import {describe, expect, test} from "vitest";
import {answer, questionAbout, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {measureLeftOut} from "../measure.ts";

describe.each(engines)("stapeling-huishouden on %s", (engine) => {
  const product = `
    product_categorie | product_code | productgroep
    45                | 45A04        | Ambulant
    45                | 45A48        | Ambulant
    54                | 54001        | Ggz`;

  test("counts huishoudens with two people, or two productgroepen, in the period", async () => {
    const database = await databaseWith(engine, {
      product,
      hulp: `
        client | huishouden | product_categorie | product_code | begindatum | einddatum
        anna   | kade-1     | 45                | 45A04        | 2025-01-01 | 2025-02-28
        bert   | kade-1     | 45                | 45A04        | 2025-02-10 | 2025-02-28
        carla  | kade-2     | 45                | 45A04        | 2025-01-01 | 2025-02-28
        carla  | kade-2     | 54                | 54001        | 2025-01-31 | 2025-01-31
        dirk   | kade-3     | 45                | 45A04        | 2025-01-01 | 2025-02-28
        dirk   | kade-3     | 45                | 45A48        | 2025-01-01 | 2025-02-28`,
    });
    expect(await answer(database, "stapeling-huishouden")).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-01 | 1      | 3      | te weinig | 3
        2025-02 | 1      | 3      | te weinig | 4`),
    );
    expect(await answer(database, "stapeling-huishouden", {grain: "jaar"})).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025    | 2      | 3      | te weinig | 4`),
    );
  });

  test("leaves out help without an address, and never takes those for one huishouden", async () => {
    const database = await databaseWith(engine, {
      product,
      hulp: `
        client | huishouden | begindatum | einddatum
        anna   |            | 2025-01-01 | 2025-01-31
        bert   |            | 2025-01-01 | 2025-01-31
        carla  | kade-2     | 2025-01-01 | 2025-01-31`,
    });
    expect(await answer(database, "stapeling-huishouden")).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-01 | 0      | 1      | te weinig | 1`),
    );
    expect(await measureLeftOut(database, questionAbout("stapeling-huishouden"))).toEqual([
      {reason: "geen adres bekend", count: 2, persons: 2},
    ]);
  });

  test("gives a share from 50 huishoudens on, with the people of those that stack", async () => {
    const lines = Array.from({length: 50}, (_, index) => `client-${index} | kade-${index} | 2025-01-01 | 2025-01-31`);
    const database = await databaseWith(engine, {
      hulp: ["client | huishouden | begindatum | einddatum", ...lines, "bert | kade-7 | 2025-01-01 | 2025-01-31"].join(
        "\n",
      ),
    });
    expect(await answer(database, "stapeling-huishouden")).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 1      | 50     | 0.02   | 51`),
    );
  });
});
