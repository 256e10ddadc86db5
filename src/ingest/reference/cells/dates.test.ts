import fc from "fast-check";
import {expect, test} from "vitest";
import {dayFromNumber} from "../../../standards/calendar.ts";
import {readDay, readDayNumber, sheetNumber} from "./dates.ts";

test.each([
  ["2025-01-31", "2025-01-31"],
  ["31-01-2025", "2025-01-31"],
  ["31/1/2025", "2025-01-31"],
  ["31.1.2025", "2025-01-31"],
  ["31 januari 2025", "2025-01-31"],
  ["1 mrt 2025", "2025-03-01"],
  ["1 maart 2025", "2025-03-01"],
  ["1-mei-2025", "2025-05-01"],
  ["1 May 2025", "2025-05-01"],
  ["3 OKT. 2025", "2025-10-03"],
  ["2025-01-31 00:00:00", "2025-01-31"],
  ["2025-01-31T00:00:00Z", "2025-01-31"],
  ["2025-01-31T00:00:00.000Z", "2025-01-31"],
  ["2025-01-31 00:00", "2025-01-31"],
])("%s is the day %s", (text, day) => expect(readDay(text)).toBe(day));

test.each([
  "1/31/2025",
  "31-1-25",
  "30-02-2025",
  "2025-13-01",
  "31 foo 2025",
  "januari 2025",
  "45658",
  "1 ma 2025",
  "131-01-2025",
  "31-01-20255",
  "131 jan 2025",
  "31 jan 20255",
  "2025-01-31 00:00:00 uur",
])("%s is no day", (text) => expect(readDay(text)).toBe(null));

test("a number of a sheet is a day: 45658 is 1 January 2025", () => {
  expect(readDayNumber("45658")).toBe("2025-01-01");
  expect(readDayNumber("20250131")).toBe("2025-01-31");
  expect(readDayNumber("45658.00")).toBe("2025-01-01");
  expect(["20000", "80000"].map(readDayNumber)).toEqual(["1954-10-03", "2119-01-11"]);
  for (const none of ["20251331", "120250131", "202501311", "1250", "19999", "80001", "145658", "45658.5"]) {
    expect(readDayNumber(none)).toBe(null);
  }
});

test("every day is read back from each way to write it", () => {
  const months = "januari februari maart april mei juni juli augustus september oktober november december".split(" ");
  fc.assert(
    fc.property(fc.integer({min: 7_000, max: 40_000}).map(dayFromNumber), (day) => {
      const [year, month, date] = day.split("-");
      expect(readDay(day)).toBe(day);
      expect(readDay(`${date}-${month}-${year}`)).toBe(day);
      expect(readDay(`${Number(date)}/${Number(month)}/${year}`)).toBe(day);
      expect(readDay(`${Number(date)} ${months[Number(month) - 1]} ${year}`)).toBe(day);
      expect(readDayNumber(String(sheetNumber(day)))).toBe(day);
    }),
  );
});
