import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("concentratie on %s", (engine) => {
  const kostenregel = `
    client | aanbieder | wet      | cents | is_credit | beantwoord_op | is_toegekend
    anna   | 11111111  | Wmo      | 5000  | false     | 2025-02-20    | true
    bert   | 22222222  | Wmo      | 3000  | false     | 2025-02-20    | true
    carla  | 33333333  | Jeugdwet | 2000  | false     | 2025-02-20    | true
    dirk   | 44444444  | Jeugdwet | 9000  | false     | 2025-02-20    | false
    eva    | 55555555  | Jeugdwet | 500   | false     | 2025-02-20    | true
    eva    | 55555555  | Jeugdwet | -500  | true      | 2025-02-20    | true`;

  test("is the squared shares of the aanbieders in the granted euros; who gave all back has none", async () => {
    const database = await databaseWith(engine, {kostenregel});
    // 0,5² + 0,3² + 0,2² = 0,38
    expect(await answer(database, "concentratie")).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 5000   | 10000  | 3800   | 3`),
    );
    expect(await answer(database, "concentratie", {dimensions: ["wet"]})).toEqual(
      table(`
        wet      | periode | teller | noemer | waarde | personen
        Jeugdwet | 2025-01 | 2000   | 2000   | 10000  | 1
        Wmo      | 2025-01 | 5000   | 8000   | 5313   | 2`),
    );
  });

  test("takes aanbieders that merged as one from the day that they did", async () => {
    const database = await databaseWith(engine, {
      kostenregel,
      aanbieder: `
        aanbieder | naam | opvolger | opvolger_vanaf
        22222222  | Twee | 33333333 | 2025-07-01`,
    });
    // 0,5² + 0,5²
    expect((await answer(database, "concentratie"))[1]?.[3]).toBe("5000");
    expect((await answer(database, "concentratie", {knownOn: "2025-06-30"}))[1]?.[3]).toBe("3800");
  });
});
