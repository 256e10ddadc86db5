import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

const tables = {
  voorliggend: `
    wijk_code | naam       | soort                | plaatsen | cents_per_jaar
    WK999901  | Maatjes    | informeel            | 35       | 100
    WK999901  | Eettafel   | informeel            | 15       |
    WK999901  | Buurthuis  | vrij toegankelijk    | 60       | 100
    WK999902  | Strijken   | algemene voorziening | 90       | 100
    WK999903  | Bezoekers  | informeel            |          | 100`,
  bevolking: `
    buurt_code | aantal
    BU99990101 | 600
    BU99990102 | 400
    BU99990201 | 1000
    BU99990301 | 500
    BU99990401 | 49`,
};

describe.each(engines)("informele-hulp on %s", (engine) => {
  test("counts the places of informal help alone; a wijk with other offer only has none, one without number is unknown", async () => {
    const database = await databaseWith(engine, tables);
    expect(await answer(database, "informele-hulp", {grain: "jaar", dimensions: ["wijk"]})).toEqual(
      table(`
        wijk     | periode | teller | noemer | waarde | personen
        WK999901 | 2025    | 50     | 1000   | 50     | 0
        WK999902 | 2025    | 0      | 1000   | 0      | 0`),
    );
    expect(await answer(database, "informele-hulp", {to: "2025-01"})).toEqual(
      table(`
        periode | teller | noemer | waarde  | personen
        2025-01 | 50     | 2549   | 19.6155 | 0`),
    );
  });

  test("knows nothing of a period to come, and divides by no one where nobody lives", async () => {
    const database = await databaseWith(engine, {...tables, bevolking: "buurt_code | aantal\n BU99990101 | 0"});
    expect(await answer(database, "informele-hulp", {knownOn: "2025-01-31"})).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 50     | 0      | geen   | 0`),
    );
  });
});
