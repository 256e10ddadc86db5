import {describe, expect, test} from "vitest";
import {answer, questionAbout, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {measureLeftOut} from "../measure.ts";

describe.each(engines)("gebruik-begroting on %s", (engine) => {
  const tables = {
    product: `
      wet      | product_code | product_categorie | productgroep
      Jeugdwet | 45A04        | 45                | Ambulant
      Jeugdwet | 44A07        | 44                | Pleegzorg`,
    begroting: `
      jaar | maand | wet      | taakveld | productgroep | cents | vastgesteld_op
      2025 | 1     | Jeugdwet | 6.751    | Ambulant     | 1000  | 2024-11-07
      2025 | 1     | Jeugdwet | 6.752    | Ambulant     | 500   | 2024-11-07
      2025 | 1     | Jeugdwet | 6.761    | Pleegzorg    | 800   | 2024-11-07
      2025 | 2     | Jeugdwet | 6.751    | Ambulant     | 1000  | 2024-11-07
      2025 | 2     | Jeugdwet | 6.751    | Ambulant     | 1200  | 2025-06-01`,
    kostenregel: `
      client | wet      | product_code | product_categorie | zorgmaand  | cents | beantwoord_op | is_toegekend
      anna   | Jeugdwet | 45A04        | 45                | 2025-01-01 | 1800  | 2025-02-20    | true
      bert   | Jeugdwet | 44A07        | 44                | 2025-01-01 | 400   | 2025-02-20    | true
      bert   | Jeugdwet | 44A07        | 44                | 2025-01-01 | 900   | 2025-02-20    | false
      anna   | Jeugdwet | 45A04        | 45                | 2025-02-01 | 600   | 2025-03-20    | true
      anna   | Jeugdwet | 45A04        | 45                | 2025-03-01 | 600   | 2025-04-20    | true
      wim    | Wmo      | 01A04        | 01                | 2025-01-01 | 9000  | 2025-02-20    | true`,
  };

  test("is what was granted of the budget of the same months, by productgroep too", async () => {
    const database = await databaseWith(engine, tables);
    expect(await answer(database, "gebruik-begroting", {dimensions: ["productgroep"]})).toEqual(
      table(`
        productgroep | periode | teller | noemer | waarde | personen
        Ambulant     | 2025-01 | 1800   | 1500   | 1.2    | 1
        Ambulant     | 2025-02 | 600    | 1200   | 0.5    | 1
        Pleegzorg    | 2025-01 | 400    | 800    | 0.5    | 1`),
    );
    expect((await answer(database, "gebruik-begroting"))[1]).toEqual(["2025-01", "2200", "2300", "0.9565", "2"]);
    expect(await measureLeftOut(database, questionAbout("gebruik-begroting"))).toEqual([
      {reason: "maand zonder begroting", count: 2, persons: 2},
    ]);
  });

  test("is no figure by what no budget is made for", async () => {
    const database = await databaseWith(engine, tables);
    for (const dimension of ["product", "wijk", "aanbieder"] as const) {
      const [, ...rows] = await answer(database, "gebruik-begroting", {dimensions: [dimension]});
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.map((row) => row.at(-2))).toEqual(rows.map(() => "geen"));
    }
  });

  test("takes the last decision that was known, and no month that is still to come", async () => {
    const database = await databaseWith(engine, tables);
    const february = async (knownOn: string) => (await answer(database, "gebruik-begroting", {knownOn}))[2];
    expect(await february("2025-05-31")).toEqual(["2025-02", "600", "1000", "0.6", "1"]);
    expect(await february("2025-02-01")).toEqual(["2025-02", "0", "1000", "0", "0"]);
    expect(await february("2025-01-31")).toBeUndefined();
    expect(await answer(database, "gebruik-begroting", {knownOn: "2024-11-06"})).toHaveLength(1);
  });

  test("keeps what is budgeted for a productgroep apart from its products", async () => {
    const database = await databaseWith(engine, tables);
    const rows = await answer(database, "gebruik-begroting", {grain: "jaar", dimensions: ["product"]});
    expect(rows.slice(1).map(([product, , , budget, value]) => [product, budget, value])).toEqual([
      ["44A07", "0", "geen"],
      ["45A04", "0", "geen"],
      // Nothing was granted for it under that name: 0 % would not be true.
      ["begroting Ambulant", "2700", "geen"],
      ["begroting Pleegzorg", "800", "geen"],
    ]);
  });
});
