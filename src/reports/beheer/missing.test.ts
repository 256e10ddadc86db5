import {describe, expect, test} from "vitest";
import {databaseWith, engines} from "../../../test/engines.ts";
import {missingDeclaraties} from "./missing.ts";

function declaraties(rows: readonly (readonly [aanbieder: string, dagtekening: string])[]): string {
  const lines = rows.map(
    ([aanbieder, dagtekening], index) => `${index + 1} | Wmo | 323 | ${aanbieder} | ${dagtekening} | s${index}`,
  );
  return ["bericht_id | wet | soort | aanbieder | dagtekening | sha256", ...lines].join("\n");
}

const monthly = (aanbieder: string, day: string, months: readonly string[]) =>
  months.map((month) => [aanbieder, `2026-${month}-${day}`] as const);

describe.each(engines)("who did not declare yet, on %s", (engine) => {
  test("counts who usually does, and calls late who is later than ever", async () => {
    const database = await databaseWith(engine, {
      bericht: declaraties([
        ...monthly("11111111", "08", ["05", "06", "07", "08", "09", "10"]),
        ...monthly("22222222", "25", ["06", "07", "09", "10"]),
        ...monthly("33333333", "10", ["06", "07", "08", "09", "10", "11"]),
        ...monthly("44444444", "10", ["08", "09", "10"]),
        ["11111111", "2026-10-20"],
      ]),
    });
    const {month, missing, present} = await missingDeclaraties(database, "2026-11-15", (code) => `naam ${code}`);
    expect([month, present]).toEqual(["2026-11", 1]);
    expect(missing).toEqual([
      {
        wet: "Wmo",
        aanbieder: "11111111",
        name: "naam 11111111",
        usual: 1,
        expectedBy: "2026-11-08",
        isLate: true,
        lastSent: "2026-10-20",
      },
      expect.objectContaining({aanbieder: "22222222", expectedBy: "2026-11-25", isLate: false}),
    ]);
  });

  test("in a short month the 31st is its last day", async () => {
    const database = await databaseWith(engine, {
      bericht: declaraties(["2025-08-31", "2025-10-31", "2025-12-31", "2026-01-31"].map((day) => ["11111111", day])),
    });
    const {missing} = await missingDeclaraties(database, "2026-02-10", (code) => code);
    expect(missing.map(({expectedBy, isLate}) => [expectedBy, isLate])).toEqual([["2026-02-28", false]]);
  });
});
