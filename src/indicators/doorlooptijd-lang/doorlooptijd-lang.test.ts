import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("doorlooptijd-lang on %s", (engine) => {
  test("nine of ten trajecten that ended lasted at most so many days", async () => {
    // 10, 20, … 110 days: the ninetieth percentile of eleven is the tenth.
    const database = await databaseWith(engine, {
      hulp: `
        client | begindatum | einddatum
        a      | 2025-06-20 | 2025-06-30
        b      | 2025-06-10 | 2025-06-30
        c      | 2025-05-31 | 2025-06-30
        d      | 2025-05-21 | 2025-06-30
        e      | 2025-05-11 | 2025-06-30
        f      | 2025-05-01 | 2025-06-30
        g      | 2025-04-21 | 2025-06-30
        h      | 2025-04-11 | 2025-06-30
        i      | 2025-04-01 | 2025-06-30
        j      | 2025-03-22 | 2025-06-30
        k      | 2025-03-12 | 2025-06-30
        l      | 2020-01-01 |`,
    });
    expect(await answer(database, "doorlooptijd-lang")).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-06 | 660    | 11     | 100    | 11`),
    );
  });

  test("does not count an end that is still to come", async () => {
    const database = await databaseWith(engine, {hulp: "begindatum | einddatum\n 2025-01-01 | 2025-03-31"});
    expect(await answer(database, "doorlooptijd-lang", {knownOn: "2025-03-30"})).toHaveLength(1);
    expect(await answer(database, "doorlooptijd-lang", {knownOn: "2025-03-31"})).toHaveLength(2);
  });
});
