import {describe, expect, test} from "vitest";
import {answer, questionAbout, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {measureLeftOut} from "../measure.ts";

describe.each(engines)("nieuwe-clienten-per-1000 on %s", (engine) => {
  const bevolking = "buurt_code | jaar | geslacht | aantal\n BU99990101 | 2025 | 1 | 500\n BU99990101 | 2025 | 2 | 500";

  test("counts who begins and had no help in the 12 months before, of either wet", async () => {
    const database = await databaseWith(engine, {
      bevolking,
      hulp: `
        client | wet      | begindatum | einddatum
        anna   | Jeugdwet | 2025-02-10 |
        bert   | Jeugdwet | 2023-01-01 | 2024-03-01
        bert   | Jeugdwet | 2025-03-01 |
        carla  | Wmo      | 2023-01-01 | 2024-03-01
        carla  | Wmo      | 2025-03-02 |
        dirk   | Wmo      | 2023-01-01 |
        dirk   | Jeugdwet | 2025-03-10 |
        eva    | Jeugdwet | 2025-03-10 | 2025-03-20
        eva    | Wmo      | 2025-03-10 |
        eva    | Wmo      | 2025-06-10 |`,
    });
    expect(await answer(database, "nieuwe-clienten-per-1000")).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-02 | 1      | 1000   | 1      | 1
        2025-03 | 2      | 1000   | 2      | 2`),
    );
  });

  test("who is new twice in a long period counts once", async () => {
    const database = await databaseWith(engine, {
      bevolking,
      hulp: `
        client | begindatum | einddatum
        anna   | 2021-01-01 | 2021-02-01
        anna   | 2025-01-01 |`,
    });
    expect(await answer(database, "nieuwe-clienten-per-1000", {from: "2021-01", grain: "totaal"})).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        totaal  | 1      | 1000   | 1      | 1`),
    );
  });

  test("counts under the heaviest help that began within 30 days", async () => {
    const database = await databaseWith(engine, {
      bevolking,
      product: `
        product_code | productgroep | zwaarte
        45A04        | Ambulant     | licht
        45A48        | Behandeling  | zwaar`,
      hulp: `
        client | product_code | begindatum
        anna   | 45A04        | 2025-01-31
        anna   | 45A48        | 2025-03-02
        bert   | 45A04        | 2025-01-31
        bert   | 45A48        | 2025-03-03`,
    });
    expect(await answer(database, "nieuwe-clienten-per-1000", {dimensions: ["product"]})).toEqual(
      table(`
        product | periode | teller | noemer | waarde | personen
        45A04   | 2025-01 | 1      | 1000   | 1      | 1
        45A48   | 2025-01 | 1      | 1000   | 1      | 1`),
    );
  });

  test("leaves out who begins within a year after the first Bericht: the year before is not in them", async () => {
    const database = await databaseWith(engine, {
      bevolking,
      bericht: "soort | dagtekening\n 301 | 2024-06-15\n 305 | 2025-01-01",
      hulp: `
        client | begindatum
        anna   | 2025-06-14
        bert   | 2025-06-15`,
    });
    expect(await answer(database, "nieuwe-clienten-per-1000")).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-06 | 1      | 1000   | 1      | 1`),
    );
    expect(await measureLeftOut(database, questionAbout("nieuwe-clienten-per-1000"))).toEqual([
      {reason: "binnen een jaar na het eerste bericht", count: 1, persons: 1},
    ]);
  });
});
