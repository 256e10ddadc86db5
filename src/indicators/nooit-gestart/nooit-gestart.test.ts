import {describe, expect, test} from "vitest";
import {answer, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";

const toewijzing = `
  client | toewijzing_nummer | eerst_toegewezen_op | ingangsdatum | einddatum
  anna   | 1                 | 2025-01-05          | 2025-01-05   |
  bert   | 2                 | 2025-01-05          | 2025-01-05   |
  carla  | 3                 | 2025-01-31          | 2025-01-01   |
  dirk   | 4                 | 2024-12-01          | 2025-01-15   | 2025-02-01
  eva    | 5                 | 2025-01-05          | 2025-01-05   |`;

const hulp = `
  client | toewijzing_nummer | begindatum | begin_bron
  anna   | 1                 | 2025-04-05 | start
  bert   | 2                 | 2025-04-06 | start
  eva    | 5                 | 2025-02-01 | declaratie`;

describe.each(engines)("nooit-gestart on %s", (engine) => {
  test("counts what had not begun 90 days after it could; what was only claimed did begin", async () => {
    const database = await databaseWith(engine, {toewijzing, hulp});
    // Anna began on the 90th day, bert on the 91st, carla and dirk never.
    expect(await answer(database, "nooit-gestart")).toEqual(
      table(`
        periode | teller | noemer | waarde    | personen
        2025-01 | 3      | 5      | te weinig | 5`),
    );
  });

  test("is not known until 90 days after the month have passed", async () => {
    const database = await databaseWith(engine, {toewijzing, hulp});
    expect((await answer(database, "nooit-gestart", {knownOn: "2025-04-30"}))[1]).toEqual([
      "2025-01",
      "",
      "",
      "nog niet bekend",
      "0",
    ]);
    expect((await answer(database, "nooit-gestart", {knownOn: "2025-05-01"}))[1]?.[2]).toBe("5");
  });

  test("does not count a Toewijzing that was withdrawn", async () => {
    const database = await databaseWith(engine, {toewijzing: "ingangsdatum | bekend_tot\n 2025-01-05 | 2025-03-01"});
    expect(await answer(database, "nooit-gestart")).toHaveLength(1);
  });

  test("gives a share from 50 on", async () => {
    const lines = Array.from({length: 50}, (_, index) => `c${index} | ${index + 1}`);
    const database = await databaseWith(engine, {
      toewijzing: ["client | toewijzing_nummer", ...lines].join("\n"),
      hulp: ["client | toewijzing_nummer", ...lines.slice(5)].join("\n"),
    });
    expect((await answer(database, "nooit-gestart"))[1]).toEqual(["2025-01", "5", "50", "0.1", "50"]);
  });
});
