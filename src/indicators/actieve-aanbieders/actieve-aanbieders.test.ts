import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("actieve-aanbieders on %s", (engine) => {
  const tables = {
    aanbieder: `
      aanbieder | naam | opvolger | opvolger_vanaf
      33333333  | Drie | 22222222 | 2026-01-01`,
    hulp: `
      client | aanbieder | begindatum | einddatum  | wet
      anna   | 11111111  | 2025-01-10 | 2025-03-31 | Wmo
      anna   | 22222222  | 2025-03-01 |            | Wmo
      bert   | 22222222  | 2025-02-01 |            | Jeugdwet
      carla  | 33333333  | 2025-03-10 | 2025-03-20 | Jeugdwet`,
    kostenregel: `
      client | aanbieder | zorgmaand  | cents | bekend_van | beantwoord_op | is_toegekend
      dirk   | 44444444  | 2025-02-01 | 100   | 2025-03-01 | 2025-03-10    | true
      dirk   | 55555555  | 2025-02-01 | 100   | 2025-03-01 | 2025-03-10    | false`,
  };

  test("counts each aanbieder with help that ran or care that was granted, once", async () => {
    const database = await databaseWith(engine, tables);
    const monthly = await answer(database, "actieve-aanbieders", {to: "2025-03", knownOn: "2025-12-31"});
    expect(monthly).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 1      |        | 1      | 1
        2025-02 | 3      |        | 3      | 3
        2025-03 | 3      |        | 3      | 3`),
    );
    const merged = await answer(database, "actieve-aanbieders", {grain: "totaal", dimensions: ["wet"]});
    expect(merged).toEqual(
      table(`
        wet      | periode | teller | noemer | waarde | personen
        Jeugdwet | totaal  | 2      |        | 2      | 3
        Wmo      | totaal  | 2      |        | 2      | 1`),
    );
  });

  test("knows only what was known", async () => {
    const database = await databaseWith(engine, tables);
    const feb = await answer(database, "actieve-aanbieders", {from: "2025-02", to: "2025-02", knownOn: "2025-03-09"});
    expect(feb[1]?.[3]).toBe("2");
  });
});
