import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("instroom on %s", (engine) => {
  test("counts a traject once: help with less than 30 days between is one", async () => {
    const database = await databaseWith(engine, {
      hulp: `
        client | product_categorie | begindatum | einddatum
        anna   | 45                | 2025-01-10 | 2025-02-28
        anna   | 45                | 2025-03-30 | 2025-05-31
        anna   | 45                | 2025-07-01 | 2025-08-01
        anna   | 54                | 2025-03-01 |
        bert   | 45                | 2025-01-20 |`,
    });
    // From 28 February to 30 March there are 29 days between; from 31 May to 1 July there are 30.
    expect(await answer(database, "instroom")).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 2      |        | 2      | 2
        2025-03 | 1      |        | 1      | 1
        2025-07 | 1      |        | 1      | 1`),
    );
  });

  test("takes help that lies within other help as part of it", async () => {
    const database = await databaseWith(engine, {
      hulp: `
        client | begindatum | einddatum
        anna   | 2025-01-01 | 2025-12-31
        anna   | 2025-02-01 | 2025-03-01
        anna   | 2025-08-01 | 2025-09-01`,
    });
    expect(await answer(database, "instroom")).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 1      |        | 1      | 1`),
    );
  });

  test("counts a traject at the aanbieder and in the buurt of its begin", async () => {
    const database = await databaseWith(engine, {
      hulp: `
        client | begindatum | einddatum  | aanbieder | buurt_code
        anna   | 2025-01-01 | 2025-02-01 | 11111111  | BU99990101
        anna   | 2025-02-10 | 2025-03-01 | 22222222  | BU99990201`,
    });
    expect(await answer(database, "instroom", {dimensions: ["aanbieder", "buurt"]})).toEqual(
      table(`
        aanbieder | buurt      | periode | teller | noemer | waarde | personen
        11111111  | BU99990101 | 2025-01 | 1      |        | 1      | 1`),
    );
  });
});
