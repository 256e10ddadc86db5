import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("kosten on %s", (engine) => {
  test("adds what was granted by month of care, less what was credited", async () => {
    const database = await databaseWith(engine, {
      kostenregel: `
        client | zorgmaand  | cents | is_credit | bekend_van | beantwoord_op | is_toegekend
        anna   | 2025-01-01 | 10000 | false     | 2025-02-10 | 2025-02-20    | true
        bert   | 2025-01-01 | 20000 | false     | 2025-02-10 | 2025-02-20    | true
        bert   | 2025-01-01 | -5000 | true      | 2025-04-10 | 2025-04-20    | true
        bert   | 2025-02-01 | 7000  | false     | 2025-03-10 | 2025-03-20    | false
        carla  | 2025-02-01 | 8000  | false     | 2025-03-10 |               |
        carla  | 2025-03-01 | 9000  | false     | 2025-04-10 | 2025-04-20    | true`,
    });
    expect(await answer(database, "kosten")).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 25000  |        | 25000  | 2
        2025-03 | 9000   |        | 9000   | 1`),
    );
  });

  test("counts what was answered by the day asked about, and no more", async () => {
    const database = await databaseWith(engine, {
      kostenregel: `
        client | zorgmaand  | cents | is_credit | bekend_van | beantwoord_op | is_toegekend
        anna   | 2025-01-01 | 10000 | false     | 2025-02-10 | 2025-02-20    | true
        anna   | 2025-01-01 | -4000 | true      | 2025-04-10 | 2025-04-20    | true`,
    });
    const known = async (knownOn: string) => (await answer(database, "kosten", {knownOn}))[1]?.[1];
    expect(await known("2025-02-19")).toBeUndefined();
    expect(await known("2025-02-20")).toBe("10000");
    expect(await known("2025-04-19")).toBe("10000");
    expect(await known("2025-04-20")).toBe("6000");
  });

  test("counts a person once in a year, however many months of care", async () => {
    const database = await databaseWith(engine, {
      kostenregel: `
        client | zorgmaand  | cents | beantwoord_op | is_toegekend | wet
        anna   | 2025-01-01 | 100   | 2025-04-01    | true         | Wmo
        anna   | 2025-02-01 | 100   | 2025-04-01    | true         | Wmo
        bert   | 2025-02-01 | 100   | 2025-04-01    | true         | Jeugdwet
        anna   | 2025-05-01 | 100   | 2025-06-01    | true         | Jeugdwet`,
    });
    expect(await answer(database, "kosten", {grain: "jaar"})).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025    | 400    |        | 400    | 2`),
    );
    expect(await answer(database, "kosten", {grain: "kwartaal", dimensions: ["wet"]})).toEqual(
      table(`
        wet      | periode | teller | noemer | waarde | personen
        Jeugdwet | 2025-K1 | 100    |        | 100    | 1
        Jeugdwet | 2025-K2 | 100    |        | 100    | 1
        Wmo      | 2025-K1 | 200    |        | 200    | 1`),
    );
  });
});
