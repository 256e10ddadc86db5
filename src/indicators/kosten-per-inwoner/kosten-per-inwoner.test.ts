import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("kosten-per-inwoner on %s", (engine) => {
  test("divides what was granted by all who live there, helped or not", async () => {
    const database = await databaseWith(engine, {
      kostenregel: `
        client | zorgmaand  | cents  | beantwoord_op | is_toegekend | buurt_code
        anna   | 2025-01-01 | 100000 | 2025-03-01    | true         | BU99990101
        bert   | 2025-02-01 | 50000  | 2025-03-01    | true         | BU99990102
        carla  | 2025-02-01 | 60000  | 2025-03-01    | true         | BU99990201`,
      bevolking: `
        buurt_code | geslacht | aantal
        BU99990101 | 1        | 100
        BU99990102 | 2        | 200
        BU99990201 | 2        | 40`,
    });
    expect(await answer(database, "kosten-per-inwoner", {grain: "jaar", dimensions: ["wijk"]})).toEqual(
      table(`
        wijk     | periode | teller | noemer | waarde    | personen
        WK999901 | 2025    | 150000 | 300    | 500       | 2
        WK999902 | 2025    | 60000  | 40     | te weinig | 1`),
    );
  });
});
