import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {dayNumber} from "./calendar.ts";
import {countWorkingDays, holidays} from "./working-days.ts";

/** Working days after one day up to and including another. */
function between(from: string, to: string): number {
  const days = countWorkingDays(from, to);
  return days.at(-1)!.number - days[0]!.number;
}

describe("holidays", () => {
  test.each([
    [
      2024,
      ["01-01", "03-29", "04-01", "04-27", "05-05", "05-09", "05-20", "12-25", "12-26"], // as the Rijksoverheid lists them
    ],
    [2025, ["01-01", "04-18", "04-21", "04-26", "05-05", "05-29", "06-09", "12-25", "12-26"]],
    [2026, ["01-01", "04-03", "04-06", "04-27", "05-05", "05-14", "05-25", "12-25", "12-26"]],
    [2027, ["01-01", "03-26", "03-29", "04-27", "05-05", "05-06", "05-17", "12-25", "12-26"]],
    [2013, ["01-01", "03-29", "04-01", "04-30", "05-05", "05-09", "05-20", "12-25", "12-26"]],
    [2014, ["01-01", "04-18", "04-21", "04-26", "05-05", "05-29", "06-09", "12-25", "12-26"]],
    // Hemelvaart and Bevrijdingsdag on one day.
    [2016, ["01-01", "03-25", "03-28", "04-27", "05-05", "05-16", "12-25", "12-26"]],
  ])("of %i", (year, days) => {
    expect(holidays(year)).toEqual(days.map((day) => `${year}-${day}`));
  });

  test.each([
    [2008, "2008-03-24"], // Easter almost as early as it can be
    [2011, "2011-04-25"],
    [2038, "2038-04-26"], // and as late as it can be
    [2000, "2000-04-24"],
    [1981, "1981-04-20"], // where the simplest method is a week off
    [2049, "2049-04-19"],
  ])("Easter Monday of %i", (year, day) => {
    expect(holidays(year)).toContain(day);
  });
});

describe("working days", () => {
  test("a term leaves out weekends and holidays", () => {
    expect(between("2025-03-03", "2025-03-06")).toBe(3);
    expect(between("2025-03-07", "2025-03-10")).toBe(1); // Friday to Monday
    expect(between("2025-04-17", "2025-04-22")).toBe(1); // over Easter
    expect(between("2025-12-24", "2025-12-29")).toBe(1); // over Christmas and a weekend
    expect(between("2025-03-08", "2025-03-09")).toBe(0);
  });

  test("a year has 365 days less weekends and what falls outside them", () => {
    expect(between("2024-12-31", "2025-12-31")).toBe(261 - 8); // Koningsdag is on a Saturday
    expect(between("2025-12-31", "2026-12-31")).toBe(261 - 8); // Tweede Kerstdag is on a Saturday
  });

  test("no week has more than five, and none but those with Christmas or Easter fewer than three", () => {
    fc.assert(
      fc.property(fc.integer({min: dayNumber("2010-01-01"), max: dayNumber("2040-12-24")}), (number) => {
        const from = new Date(number * 864e5).toISOString().slice(0, 10);
        const to = new Date((number + 7) * 864e5).toISOString().slice(0, 10);
        const days = between(from, to);
        expect(days).toBeGreaterThanOrEqual(2);
        expect(days).toBeLessThanOrEqual(5);
      }),
    );
  });
});
