import {describe, expect, test} from "vitest";
import {answer, questionAbout} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {measure, measureLeftOut} from "../measure.ts";

describe.each(engines)("afkeur on %s", (engine) => {
  test("is refused euros over all claimed euros with an answer; credits and whole refusals are no part of it", async () => {
    const database = await databaseWith(engine, {
      kostenregel: `
        client | cents | is_credit | bekend_van | beantwoord_op | is_toegekend | is_verworpen
        anna   | 900   | false     | 2025-02-10 | 2025-02-20    | true         | false
        bert   | 100   | false     | 2025-02-10 | 2025-02-20    | false        | false
        bert   | 500   | false     | 2025-02-10 |               |              | false
        anna   | -900  | true      | 2025-02-10 | 2025-02-20    | true         | false
        carla  | 700   | false     | 2025-02-10 | 2025-02-20    | false        | true`,
    });
    const question = questionAbout("afkeur");
    const {rows} = await measure(database, question);
    expect(rows).toMatchObject([{period: "2025-01", numerator: 100, denominator: 1000, value: 0.1, persons: 2}]);
    expect(await measureLeftOut(database, question)).toEqual([
      {reason: "hele declaratie geweigerd", count: 1, persons: 1},
    ]);
    expect(await answer(database, "afkeur", {knownOn: "2025-02-19"})).toHaveLength(1);
  });
});
