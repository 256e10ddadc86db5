import {describe, expect, test} from "vitest";
import {answer, questionAbout, table} from "../../../test/answer.ts";
import {databaseWith, engines} from "../../../test/engines.ts";
import {measureLeftOut} from "../measure.ts";

describe.each(engines)("lopende-verplichtingen on %s", (engine) => {
  const toewijzing = `
    client | toewijzing_nummer | ingangsdatum | einddatum  | bekend_van | bekend_tot
    anna   | 1                 | 2025-01-01   |            | 2024-12-01 | 9999-12-31
    bert   | 2                 | 2025-12-22   | 2026-01-10 | 2025-12-20 | 9999-12-31
    carla  | 3                 | 2024-01-01   | 2026-03-31 | 2024-01-01 | 2025-12-31
    carla  | 3                 | 2024-01-01   | 2026-06-30 | 2025-12-31 | 9999-12-31
    dirk   | 4                 | 2025-01-01   | 2025-12-31 | 2024-12-01 | 9999-12-31
    eva    | 5                 | 2025-01-01   | 2025-12-30 | 2024-12-01 | 9999-12-31
    frits  | 6                 | 2026-01-01   |            | 2025-12-01 | 9999-12-31
    greet  | 7                 | 2025-01-01   |            | 2024-12-01 | 9999-12-31`;
  const toewijzing_waarde = `
    toewijzing_nummer | bekend_van | cents
    1                 | 2024-12-01 | 36500
    2                 | 2025-12-20 | 2001
    3                 | 2024-01-01 | 7300
    3                 | 2025-12-31 | 3650
    4                 | 2024-12-01 | 36500
    5                 | 2024-12-01 | 36500
    6                 | 2025-12-01 | 36500`;

  test("is a year of what runs on, and of what ends within it the days that remain", async () => {
    const database = await databaseWith(engine, {toewijzing, toewijzing_waarde});
    // 365 days of anna, 10 of the 20 days of bert (1.000,5 rounded up), 181 of 365 of carla, none of dirk.
    expect(await answer(database, "lopende-verplichtingen", {grain: "jaar"})).toEqual(
      table(`
        periode | teller | noemer | waarde | personen
        2025    | 39311  |        | 39311  | 4`),
    );
    expect(await measureLeftOut(database, questionAbout("lopende-verplichtingen", {grain: "jaar"}))).toEqual([
      {reason: "zonder omvang of tarief", count: 1, persons: 1},
    ]);
  });

  test("takes the Toewijzing and its value as they stood on the day asked about", async () => {
    const database = await databaseWith(engine, {toewijzing, toewijzing_waarde});
    const before = await answer(database, "lopende-verplichtingen", {grain: "jaar", knownOn: "2025-12-30"});
    // 90 of 365 days of carla, at the value of then.
    expect(before[1]?.[1]).toBe(String(36500 + 1001 + 1800));
  });

  test("looks at the end of each period", async () => {
    const database = await databaseWith(engine, {toewijzing, toewijzing_waarde});
    const monthly = await answer(database, "lopende-verplichtingen", {from: "2025-11", to: "2026-01"});
    expect(monthly.slice(1).map(([month, cents]) => [month, cents])).toEqual([
      ["2025-11", String(36500 + 2120 + 3100 + Math.floor((36500 * 30) / 364 + 0.5))],
      ["2025-12", "39311"],
      ["2026-01", String(36500 + 1500 + 36500)],
    ]);
  });
});
