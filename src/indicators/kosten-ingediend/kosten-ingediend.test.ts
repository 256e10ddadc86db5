import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("kosten-ingediend on %s", (engine) => {
  test("adds what was claimed, answered or not, but not a declaratie that was refused as a whole", async () => {
    const database = await databaseWith(engine, {
      kostenregel: `
        client | zorgmaand  | cents | bekend_van | beantwoord_op | is_toegekend | is_verworpen
        anna   | 2025-01-01 | 10000 | 2025-02-10 | 2025-02-20    | true         | false
        anna   | 2025-01-01 | 20000 | 2025-02-10 | 2025-02-20    | false        | false
        bert   | 2025-01-01 | 40000 | 2025-02-12 |               |              | false
        carla  | 2025-01-01 | 80000 | 2025-02-10 | 2025-02-20    | false        | true`,
    });
    expect(await answer(database, "kosten-ingediend")).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 70000  |        | 70000  | 2`),
    );
    // Until the answer came, nobody knew that it would be refused.
    expect(await answer(database, "kosten-ingediend", {knownOn: "2025-02-11"})).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 110000 |        | 110000 | 2`),
    );
  });
});
