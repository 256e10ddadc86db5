import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("uitstroom on %s", (engine) => {
  test("counts a traject on its last day, also when that is still to come, and not while it runs", async () => {
    const database = await databaseWith(engine, {
      hulp: `
        client | begindatum | einddatum
        anna   | 2025-01-10 | 2025-02-28
        anna   | 2025-03-10 | 2025-05-31
        bert   | 2025-01-20 |
        bert   | 2025-02-20 | 2025-03-01
        carla  | 2024-01-20 | 2025-05-01`,
    });
    expect(await answer(database, "uitstroom", {knownOn: "2025-05-15"})).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-05 | 2      |        | 2      | 2`),
    );
  });
});
