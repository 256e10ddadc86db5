import {describe, expect, test} from "vitest";
import {
  addDays,
  addMonths,
  dayFromNumber,
  dayNumber,
  dayNumberOf,
  isIsoDate,
  isMonth,
  isMoreThanYearsBefore,
  lastDay,
  monthNumber,
  monthRange,
  monthsBetween,
  todayAt,
} from "./calendar.ts";

describe("days", () => {
  test("are counted from 1970 as the clock of the machine counts them, on each day of four centuries", () => {
    for (let day = dayNumber("1700-01-01"); day < dayNumber("2100-12-31"); day++) {
      const [year = 0, month = 0, date = 0] = dayFromNumber(day).split("-").map(Number);
      if (dayNumberOf(year, month, date) !== day) expect.fail(dayFromNumber(day));
    }
    expect(dayNumber("1970-01-01")).toBe(0);
    expect(dayNumber("2000-03-01")).toBe(11_017);
  });

  test("of the first century are not those of the twentieth", () => {
    expect(dayNumber("0001-01-01")).toBe(-719_162);
    expect(dayFromNumber(-719_162)).toBe("0001-01-01");
  });

  test("exist or do not", () => {
    expect(["2024-02-29", "2023-02-29", "2024-13-01", "2024-1-1", ""].map(isIsoDate)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  test("go on over the end of a month and a year", () => {
    expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
    expect(addDays("2025-01-01", -1)).toBe("2024-12-31");
  });
});

describe("months", () => {
  test("go on over the end of a year, both ways", () => {
    expect(addMonths("2024-11", 3)).toBe("2025-02");
    expect(addMonths("2024-01", -13)).toBe("2022-12");
    expect(monthsBetween("2024-11", "2025-02")).toBe(3);
    expect(monthsBetween("2025-02", "2024-11")).toBe(-3);
    expect(monthRange("2024-11", "2025-01")).toEqual(["2024-11", "2024-12", "2025-01"]);
  });

  test("end on their own last day", () => {
    expect(["2024-02", "2023-02", "2024-12"].map(lastDay)).toEqual(["2024-02-29", "2023-02-28", "2024-12-31"]);
  });

  test("run from 01 to 12", () => {
    expect(["2024-12", "2024-13", "2024-00", "2024-1"].map(isMonth)).toEqual([true, false, false, false]);
  });
});

test("the number of a month goes up by one where a month begins, and nowhere else", () => {
  for (let day = dayNumber("1899-12-31"); day < dayNumber("2101-01-01"); day++) {
    const step = dayFromNumber(day).endsWith("-01") ? 1 : 0;
    if (monthNumber(day) - monthNumber(day - 1) !== step) expect.fail(dayFromNumber(day));
  }
});

test.each([
  ["2020-01-31", "2025-01-31", false],
  ["2020-01-30", "2025-01-31", true],
  ["2019-03-01", "2024-02-29", false],
  ["2019-02-28", "2024-02-29", false],
  ["2019-02-27", "2024-02-29", true],
])("%s lies more than 5 years before %s: %s", (day, later, expected) => {
  expect(isMoreThanYearsBefore(dayNumber(day), dayNumber(later), 5)).toBe(expected);
});

test.each([
  ["2026-07-14T23:30:00Z", "2026-07-15"],
  ["2026-07-14T21:59:59Z", "2026-07-14"],
  ["2026-12-31T23:30:00Z", "2027-01-01"],
  ["2026-12-31T22:30:00Z", "2026-12-31"],
  // The nights in which the clock goes on and back.
  ["2026-03-28T23:00:00Z", "2026-03-29"],
  ["2026-10-24T21:59:59Z", "2026-10-24"],
  ["2026-10-25T23:00:00Z", "2026-10-26"],
])("at %s it is %s in the Netherlands", (moment, day) => {
  expect(todayAt(new Date(moment))).toBe(day);
});
