import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("grootste-drie-aanbieders on %s", (engine) => {
  const kostenregel = `
    client | aanbieder | zorgmaand  | cents | is_credit | beantwoord_op | is_toegekend
    anna   | 11111111  | 2025-01-01 | 4000  | false     | 2025-02-20    | true
    bert   | 22222222  | 2025-01-01 | 3000  | false     | 2025-02-20    | true
    carla  | 33333333  | 2025-01-01 | 1500  | false     | 2025-02-20    | true
    dirk   | 44444444  | 2025-01-01 | 1000  | false     | 2025-02-20    | true
    eva    | 55555555  | 2025-01-01 | 500   | false     | 2025-02-20    | true
    frits  | 66666666  | 2025-01-01 | 9000  | false     | 2025-02-20    | false
    eva    | 55555555  | 2025-02-01 | 800   | false     | 2025-03-20    | true`;

  test("is the granted euros of the three that got most, of all; fewer than three have all", async () => {
    const database = await databaseWith(engine, {kostenregel});
    expect(await answer(database, "grootste-drie-aanbieders")).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 8500   | 10000  | 0.85   | 5
        2025-02 | 800    | 800    | 1      | 1`),
    );
  });

  test("takes aanbieders that merged as one", async () => {
    const database = await databaseWith(engine, {
      kostenregel,
      aanbieder: `
        aanbieder | naam | opvolger
        55555555  | Vijf | 44444444`,
    });
    expect((await answer(database, "grootste-drie-aanbieders"))[1]?.slice(0, 4)).toEqual([
      "2025-01",
      "8500",
      "10000",
      "0.85",
    ]);
    const all = await answer(database, "grootste-drie-aanbieders", {grain: "jaar"});
    // 4.000, 3.000 and the 2.300 of the two that are one.
    expect(all[1]?.slice(0, 3)).toEqual(["2025", "9300", "10800"]);
  });
});
