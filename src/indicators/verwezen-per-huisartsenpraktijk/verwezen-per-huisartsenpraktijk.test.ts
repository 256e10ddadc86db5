import {describe, expect, test} from "vitest";
import {answer, questionAbout, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {measureLeftOut} from "../measure.ts";

describe.each(engines)("verwezen-per-huisartsenpraktijk on %s", (engine) => {
  const hulp = `
    client | wet      | product_categorie | verwijzer_type | verwijzer_code
    anna   | Jeugdwet | 45                | 02             | 01000001
    anna   | Jeugdwet | 54                | 02             | 01000001
    bert   | Jeugdwet | 45                | 02             | 01000001
    carla  | Jeugdwet | 45                | 02             | 01000001
    dirk   | Jeugdwet | 45                | 02             | 01000002
    eva    | Jeugdwet | 45                | 02             |
    frits  | Jeugdwet | 45                | 05             | 03000001
    wim    | Wmo      | 01                | 02             | 01000003`;

  test("is the children, each once, over the practices that referred them", async () => {
    const database = await databaseWith(engine, {hulp});
    expect(await answer(database, "verwezen-per-huisartsenpraktijk")).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 4      | 2      | 2      | 4`),
    );
    expect(await measureLeftOut(database, questionAbout("verwezen-per-huisartsenpraktijk"))).toEqual([
      {reason: "praktijk niet bekend", count: 1, persons: 1},
    ]);
  });

  test("lays each practice beside the mean", async () => {
    const database = await databaseWith(engine, {hulp});
    expect(await answer(database, "verwezen-per-huisartsenpraktijk", {dimensions: ["verwijzer-praktijk"]})).toEqual(
      table(`
        verwijzer-praktijk | periode | teller | noemer | waarde | personen
        01000001           | 2025-01 | 3      | 1      | 3      | 3
        01000002           | 2025-01 | 1      | 1      | 1      | 1`),
    );
  });
});
