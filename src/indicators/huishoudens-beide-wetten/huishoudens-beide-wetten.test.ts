import {describe, expect, test} from "vitest";
import {answer, questionAbout, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {measureLeftOut} from "../measure.ts";

describe.each(engines)("huishoudens-beide-wetten on %s", (engine) => {
  test("counts huishoudens with help of both wetten in the period, for one person or more", async () => {
    const database = await databaseWith(engine, {
      hulp: `
        client | huishouden | wet      | begindatum | einddatum
        anna   | kade-1     | Jeugdwet | 2025-01-01 | 2025-02-28
        bert   | kade-1     | Wmo      | 2025-01-10 | 2025-01-31
        carla  | kade-2     | Jeugdwet | 2025-01-01 | 2025-01-31
        carla  | kade-2     | Wmo      | 2025-02-01 | 2025-02-28
        dirk   | kade-3     | Wmo      | 2025-01-01 | 2025-02-28
        eva    | kade-3     | Wmo      | 2025-01-01 | 2025-02-28`,
    });
    expect(await answer(database, "huishoudens-beide-wetten")).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-01 | 1      | 3      | te weinig | 5
        2025-02 | 0      | 3      | te weinig | 4`),
    );
    expect(await answer(database, "huishoudens-beide-wetten", {grain: "kwartaal"})).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-K1 | 2      | 3      | te weinig | 5`),
    );
  });

  test("narrowed to one wet it is the share of the huishoudens with help of that wet", async () => {
    const database = await databaseWith(engine, {
      hulp: `
        client | huishouden | wet      | begindatum | einddatum
        anna   | kade-1     | Jeugdwet | 2025-01-01 | 2025-01-31
        bert   | kade-1     | Wmo      | 2025-01-01 | 2025-01-31
        dirk   | kade-3     | Wmo      | 2025-01-01 | 2025-01-31`,
    });
    const where = [{dimension: "wet", value: "Jeugdwet"}] as const;
    expect(await answer(database, "huishoudens-beide-wetten", {where})).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-01 | 1      | 1      | te weinig | 1`),
    );
  });

  test("leaves out help without an address", async () => {
    const database = await databaseWith(engine, {
      hulp: `
        client | wet      | begindatum | einddatum
        anna   | Jeugdwet | 2025-01-01 | 2025-01-31
        anna   | Wmo      | 2025-01-01 | 2025-01-31`,
    });
    expect(await answer(database, "huishoudens-beide-wetten")).toHaveLength(1);
    expect(await measureLeftOut(database, questionAbout("huishoudens-beide-wetten"))).toEqual([
      {reason: "geen adres bekend", count: 2, persons: 1},
    ]);
  });
});
