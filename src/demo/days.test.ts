import {expect, test} from "vitest";
import {dayNumber} from "../standards/calendar.ts";
import {addWorkdays, isoDate, monthEnd, monthIndex, monthText, weeksTouched, workday} from "./days.ts";

test("offices are closed in weekends and on the fixed holidays", () => {
  expect(isoDate(workday(dayNumber("2025-03-01")))).toBe("2025-03-03");
  expect(isoDate(workday(dayNumber("2025-12-25")))).toBe("2025-12-29");
  expect(isoDate(addWorkdays(dayNumber("2025-03-06"), 3))).toBe("2025-03-11");
});

test("months know their name and last day", () => {
  const month = monthIndex(2024, 2);
  expect(monthText(month)).toBe("2024-02");
  expect(isoDate(monthEnd(month))).toBe("2024-02-29");
});

test("weeks are counted from Monday, as the ceiling of a weekly toewijzing asks", () => {
  // The check values of IV076: 7 October to 30 December 2025 touch 4, 5 and 5 weeks.
  const weeks = (from: string, to: string) => weeksTouched(dayNumber(from), dayNumber(to));
  expect(weeks("2025-10-07", "2025-10-31")).toBe(4);
  expect(weeks("2025-11-01", "2025-11-30")).toBe(5);
  expect(weeks("2025-12-01", "2025-12-30")).toBe(5);
});
