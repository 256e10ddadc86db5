import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

describe.each(engines)("nog-wachtend on %s", (engine) => {
  test("counts people from the day help could begin, up to the day it did or the Toewijzing ended", async () => {
    const database = await databaseWith(engine, {
      toewijzing: `
        client | toewijzing_nummer | eerst_toegewezen_op | ingangsdatum | einddatum
        anna   | 1                 | 2025-01-05          | 2025-01-05   |
        anna   | 2                 | 2025-01-05          | 2025-01-05   |
        bert   | 3                 | 2025-01-20          | 2025-02-01   | 2025-03-31
        carla  | 4                 | 2025-01-05          | 2025-01-05   |
        dirk   | 5                 | 2025-02-20          | 2025-01-01   |
        eva    | 6                 | 2025-01-05          | 2025-01-05   | 2025-03-30`,
      hulp: `
        client | toewijzing_nummer | begindatum | begin_bron
        anna   | 1                 | 2025-01-31 | start
        anna   | 2                 | 2025-02-28 | start
        carla  | 4                 | 2025-01-05 | start
        dirk   | 5                 | 2025-04-01 | declaratie`,
    });
    // January: anna for one kind of help, eva. February: bert, dirk, eva. March: bert until and with the 31st, dirk.
    expect(await answer(database, "nog-wachtend", {to: "2025-04"})).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-01 | 2      |        | 2      | 2
        2025-02 | 3      |        | 3      | 3
        2025-03 | 2      |        | 2      | 2`),
    );
    expect(await answer(database, "nog-wachtend", {to: "2025-03", grain: "kwartaal"})).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025-K1 | 2      |        | 2      | 2`),
    );
  });

  test("knows a start only from the day it was told", async () => {
    const database = await databaseWith(engine, {
      toewijzing: "toewijzing_nummer | ingangsdatum\n 1 | 2025-01-05",
      hulp: "toewijzing_nummer | begindatum | bekend_van\n 1 | 2025-01-20 | 2025-02-10",
    });
    const january = (knownOn: string) => answer(database, "nog-wachtend", {from: "2025-01", to: "2025-01", knownOn});
    expect(await january("2025-02-09")).toHaveLength(2);
    expect(await january("2025-02-10")).toHaveLength(1);
  });
});
