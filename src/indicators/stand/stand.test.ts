import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("stand on %s", (engine) => {
  test("counts what runs on after the last day of the period", async () => {
    const database = await databaseWith(engine, {
      hulp: `
        client | begindatum | einddatum
        anna   | 2025-01-31 | 2025-03-31
        bert   | 2024-01-20 | 2025-02-27
        carla  | 2025-02-10 | 2025-02-20`,
    });
    expect(await answer(database, "stand")).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 2      |        | 2      | 2
        2025-02 | 1      |        | 1      | 1`),
    );
    // A quarter is looked at on its last day.
    expect(await answer(database, "stand", {to: "2025-02", grain: "kwartaal"})).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-K1 | 1      |        | 1      | 1`),
    );
  });
});
