import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("alsnog-toegekend on %s", (engine) => {
  const kostenregel = `
    client | aanbieder | product_code | cents | is_credit | bekend_van | beantwoord_op | is_toegekend | is_verworpen
    anna   | 11111111  | 45A04        | 600   | false     | 2025-02-10 | 2025-02-20    | false        | false
    anna   | 11111111  | 45A04        | 500   | false     | 2025-03-10 | 2025-03-20    | true         | false
    bert   | 11111111  | 45A04        | 600   | false     | 2025-02-10 | 2025-02-20    | false        | false
    bert   | 22222222  | 45A04        | 600   | false     | 2025-03-10 | 2025-03-20    | true         | false
    bert   | 11111111  | 45A48        | 600   | false     | 2025-03-10 | 2025-03-20    | true         | false
    bert   | 11111111  | 45A04        | -60   | true      | 2025-03-10 | 2025-03-20    | true         | false
    carla  | 11111111  | 45A04        | 600   | false     | 2025-03-10 | 2025-03-20    | false        | false
    carla  | 11111111  | 45A04        | 600   | false     | 2025-02-10 | 2025-02-20    | true         | false
    dirk   | 11111111  | 45A04        | 600   | false     | 2025-02-10 | 2025-02-20    | false        | true
    eva    | 11111111  | 45A04        | 600   | false     | 2025-02-10 | 2025-02-20    | false        | false
    eva    | 11111111  | 45A04        | 600   | false     | 2025-03-10 | 2025-03-20    | false        | false
    eva    | 11111111  | 45A04        | 600   | false     | 2025-08-10 | 2025-08-20    | true         | false`;

  test("is the refused lines after which the same care of the same aanbieder was granted, of all", async () => {
    const database = await databaseWith(engine, {kostenregel});
    expect(await answer(database, "alsnog-toegekend")).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 3      | 5      | 0.6    | 4`),
    );
  });

  test("is not known until six months have passed; later corrections still count", async () => {
    const database = await databaseWith(engine, {kostenregel});
    expect((await answer(database, "alsnog-toegekend", {knownOn: "2025-07-31"}))[1]?.[3]).toBe("nog niet bekend");
    expect((await answer(database, "alsnog-toegekend", {knownOn: "2025-08-01"}))[1]?.slice(1, 4)).toEqual([
      "1",
      "5",
      "0.2",
    ]);
  });

  test("is nothing where nothing was refused", async () => {
    const database = await databaseWith(engine, {
      kostenregel: "client | beantwoord_op | is_toegekend\n anna | 2025-02-20 | true",
    });
    expect(await answer(database, "alsnog-toegekend")).toHaveLength(1);
  });
});
