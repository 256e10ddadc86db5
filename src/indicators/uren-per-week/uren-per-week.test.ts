import {describe, expect, test} from "vitest";
import {answer, questionAbout, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {measureLeftOut} from "../measure.ts";

describe.each(engines)("uren-per-week on %s", (engine) => {
  const week = (volume: number, eenheid: string, frequentie: string, einddatum = "") => ({
    toewijzing: `
      client | ingangsdatum | einddatum | volume | eenheid | frequentie
      anna   | 2025-01-01 | ${einddatum} | ${volume} | ${eenheid} | ${frequentie}`,
  });

  test.each([
    ["per day", week(1, "04", "1"), "7"],
    ["per week", week(3, "04", "2"), "3"],
    ["per month", week(365, "04", "4"), "84"],
    ["a total over 70 days", week(40, "04", "6", "2025-03-11"), "4"],
    ["in minutes", week(90, "01", "2"), "1.5"],
  ])("makes hours a week of a volume %s", async (_, tables, hours) => {
    const database = await databaseWith(engine, tables);
    expect((await answer(database, "uren-per-week"))[1]?.[3]).toBe(hours);
  });

  test("is the middle of all that holds on the last day of the period, that day included", async () => {
    const database = await databaseWith(engine, {
      toewijzing: `
        client | ingangsdatum | einddatum  | volume | eenheid | frequentie | bekend_van | bekend_tot
        anna   | 2025-01-01   | 2025-12-31 | 2      | 04      | 2          | 2025-01-01 | 9999-12-31
        bert   | 2025-01-01   | 2026-06-30 | 4      | 04      | 2          | 2025-01-01 | 2025-11-01
        bert   | 2025-01-01   | 2026-06-30 | 6      | 04      | 2          | 2025-11-01 | 9999-12-31
        carla  | 2025-01-01   | 2025-12-30 | 20     | 04      | 2          | 2025-01-01 | 9999-12-31
        dirk   | 2025-12-31   |            | 10     | 04      | 2          | 2025-01-01 | 9999-12-31
        eva    | 2026-01-01   |            | 30     | 04      | 2          | 2025-01-01 | 9999-12-31`,
    });
    expect(await answer(database, "uren-per-week", {grain: "jaar"})).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025    | 18     | 3      | 6      | 3`),
    );
    const before = await answer(database, "uren-per-week", {grain: "jaar", knownOn: "2025-10-31"});
    expect(before[1]).toEqual(["2025", "16", "3", "4", "3"]);
  });

  test("names what has no hours, and why", async () => {
    const database = await databaseWith(engine, {
      toewijzing: `
        client | volume | eenheid | frequentie | einddatum
        anna   |        | 04      | 2          |
        bert   | 2      | 14      | 2          |
        carla  | 2      | 04      | 6          |`,
    });
    expect(await answer(database, "uren-per-week", {grain: "jaar"})).toHaveLength(1);
    expect(await measureLeftOut(database, questionAbout("uren-per-week", {grain: "jaar"}))).toEqual([
      {reason: "een totaal zonder einddatum", count: 1, persons: 1},
      {reason: "niet in uren of minuten", count: 1, persons: 1},
      {reason: "zonder omvang", count: 1, persons: 1},
    ]);
  });
});
