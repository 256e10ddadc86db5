import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("doorlooptijd on %s", (engine) => {
  test("is the median of the trajecten that ended, at the aanbieder where they ended", async () => {
    const database = await databaseWith(engine, {
      hulp: `
        client | begindatum | einddatum  | aanbieder
        anna   | 2024-01-01 | 2024-12-31 | 11111111
        anna   | 2025-01-10 | 2025-03-01 | 22222222
        bert   | 2025-02-01 | 2025-03-03 | 22222222
        carla  | 2025-01-01 | 2025-03-31 | 22222222
        dirk   | 2025-01-01 |            | 22222222`,
    });
    // 425, 30 and 89 days.
    expect(await answer(database, "doorlooptijd", {dimensions: ["aanbieder"]})).toEqual(
      table(`
        aanbieder | periode | teller | noemer | waarde | personen
        22222222  | 2025-03 | 544    | 3      | 89     | 3`),
    );
  });

  test("does not count an end that is still to come", async () => {
    const database = await databaseWith(engine, {hulp: "begindatum | einddatum\n 2025-01-01 | 2025-03-31"});
    expect(await answer(database, "doorlooptijd", {knownOn: "2025-03-30"})).toHaveLength(1);
    expect(await answer(database, "doorlooptijd", {knownOn: "2025-03-31"})).toHaveLength(2);
  });
});
