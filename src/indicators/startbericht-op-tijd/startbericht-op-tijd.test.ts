import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {werkdagen} from "../../../test/werkdagen.ts";

const clients = "client | persoon\n anna | 1\n bert | 2\n carla | 3\n dirk | 4";
const werkdag = werkdagen("2025-01-01", "2025-06-30");

describe.each(engines)("startbericht-op-tijd on %s", (engine) => {
  test("counts working days, from the begin or from a later Toewijzing", async () => {
    const database = await databaseWith(engine, {
      werkdag,
      persoon: clients,
      // From Thursday 2 January on, the fifth working day is Thursday the 9th.
      start: `
        bericht_id | client | toewijzing_nummer | begindatum | dagtekening
        1          | anna   | 1                 | 2025-01-02 | 2025-01-09
        2          | bert   | 2                 | 2025-01-02 | 2025-01-10
        3          | carla  | 3                 | 2025-01-02 | 2025-03-03
        4          | dirk   | 4                 | 2025-01-06 | 2025-01-01`,
      geldig_bericht: "bericht_id\n 1\n 2\n 3\n 4",
      toewijzing_versie: `
        toewijzing_nummer | dagtekening
        1                 | 2024-12-01
        3                 | 2025-02-28
        3                 | 2025-03-20`,
    });
    expect(await answer(database, "startbericht-op-tijd")).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-01 | 2      | 3      | te weinig | 3
        2025-02 | 1      | 1      | te weinig | 1`),
    );
  });

  test("forgets a Bericht that was refused, and a correction is no new start", async () => {
    const database = await databaseWith(engine, {
      werkdag,
      persoon: clients,
      start: `
        bericht_id | regel | client | begindatum | dagtekening | status_aanlevering
        1          | 1     | anna   | 2025-01-02 | 2025-01-03  | 1
        2          | 1     | bert   | 2025-01-02 | 2025-01-03  | 1
        3          | 1     | carla  | 2025-01-02 | 2025-04-03  | 3
        3          | 2     | carla  | 2025-01-03 | 2025-04-03  | 1`,
      geldig_bericht: "bericht_id | bekend_tot\n 1 | 2025-01-20\n 2 | 9999-12-31\n 3 | 9999-12-31",
    });
    const counts = async (knownOn: string) =>
      (await answer(database, "startbericht-op-tijd", {knownOn}))[1]?.slice(1, 3);
    expect(await counts("2025-01-19")).toEqual(["2", "2"]);
    expect(await counts("2025-06-01")).toEqual(["1", "1"]);
  });

  test("gives a share from 50 on, and who lives where", async () => {
    const numbers = Array.from({length: 50}, (_, index) => index + 1);
    const database = await databaseWith(engine, {
      werkdag,
      persoon: ["client | persoon", ...numbers.map((one) => `c${one} | ${one}`)].join("\n"),
      start: [
        "bericht_id | client | toewijzing_nummer | begindatum | dagtekening",
        ...numbers.map((one) => `${one} | c${one} | ${one} | 2025-01-02 | ${one <= 40 ? "2025-01-03" : "2025-02-03"}`),
      ].join("\n"),
      geldig_bericht: ["bericht_id", ...numbers].join("\n"),
      toewijzing: ["toewijzing_nummer | buurt_code", ...numbers.map((one) => `${one} | BU99990101`)].join("\n"),
    });
    expect(await answer(database, "startbericht-op-tijd", {dimensions: ["wijk"]})).toEqual(
      table(`
        wijk     | periode | teller | noemer | waarde | personen
        WK999901 | 2025-01 | 40     | 50     | 0.8    | 50`),
    );
  });
});
