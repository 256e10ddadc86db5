import {describe, expect, test} from "vitest";
import {dayNumber} from "../calendar.ts";
import {
  centsOfMinutes,
  type Days,
  hoursOfMinutes,
  isAmountOfVolume,
  minuteTarief,
  mostEffortByFrequentie,
  mostEffortInPeriod,
  mostEffortInToewijzing,
  mostOutputInPeriod,
} from "./volumes.ts";

function days(begin: string, end: string): Days {
  return {begin: dayNumber(begin), end: dayNumber(end)};
}

describe("a volume per week in months", () => {
  test("of effort is that of the standard: 3 hours from 7 October to 30 December 2025", () => {
    const months = [
      days("2025-10-07", "2025-10-31"),
      days("2025-11-01", "2025-11-30"),
      days("2025-12-01", "2025-12-30"),
    ];
    expect(months.map((month) => mostEffortInPeriod(month, 3))).toEqual([12, 15, 15]);
    expect(mostEffortInToewijzing(days("2025-10-07", "2025-12-30"), 3)).toBe(39);
  });

  test("of output is that of the standard: 300 euro from 7 July to 5 September 2025", () => {
    const toewijzing = days("2025-07-07", "2025-09-05");
    const months = [
      days("2025-07-07", "2025-07-31"),
      days("2025-08-01", "2025-08-31"),
      days("2025-09-01", "2025-09-05"),
    ];
    expect(months.map((month) => mostOutputInPeriod(month, 300, toewijzing))).toEqual([900, 1800, 0]);
  });

  test("of output is once for each week of the Toewijzing, whatever its days", () => {
    for (let begin = dayNumber("2025-01-01"); begin < dayNumber("2025-01-08"); begin++) {
      for (let length = 7; length < 100; length++) {
        const toewijzing = {begin, end: begin + length - 1};
        const ends = [
          dayNumber("2025-01-31"),
          dayNumber("2025-02-28"),
          dayNumber("2025-03-31"),
          dayNumber("2025-04-30"),
        ];
        let from = begin;
        let sum = 0;
        for (const monthEnd of ends) {
          const end = Math.min(monthEnd, toewijzing.end);
          sum += mostOutputInPeriod({begin: from, end}, 1, toewijzing);
          from = Math.max(from, end + 1);
        }
        expect(sum).toBe(mostEffortInToewijzing(toewijzing, 1));
      }
    }
  });
});

test("a day, week or month that is covered in part counts whole", () => {
  const period = days("2025-01-30", "2025-02-10"); // Thursday to the Monday of the next week but one
  expect(mostEffortByFrequentie(period, 2, "1")).toBe(24);
  expect(mostEffortByFrequentie(period, 2, "2")).toBe(6);
  expect(mostEffortByFrequentie(period, 2, "4")).toBe(4);
});

test("of no days nothing may be claimed, and of one day its week", () => {
  const monday = dayNumber("2025-02-03");
  // Ends two weeks before it begins: a Toewijzing that was taken back.
  const none = {begin: monday, end: monday - 14};
  const one = {begin: monday - 1, end: monday - 1};
  expect(mostEffortInPeriod(none, 3)).toBe(0);
  expect(mostOutputInPeriod(none, 3, none)).toBe(0);
  expect(mostEffortInPeriod(one, 3)).toBe(3);
  expect(mostOutputInPeriod(one, 3, one)).toBe(3);
});

test.each([
  [0, 0],
  [1, 1],
  [29, 1],
  [60, 1],
  [89, 1],
  [90, 2],
  [149, 2],
])("%i minutes are %i hours", (minutes, hours) => {
  expect(hoursOfMinutes(minutes)).toBe(hours);
});

test.each([
  [4529, 75],
  [4530, 76],
  [29, 0],
  [30, 1],
])("a tarief of %i cents per hour is %i per minute", (hour, minute) => {
  expect(minuteTarief(hour)).toBe(minute);
});

test("minutes at a tarief per hour are rounded once", () => {
  expect(centsOfMinutes(90, 6000)).toBe(9000);
  // 7 minutes at 45.29 an hour: 5.2838 euro.
  expect(centsOfMinutes(7, 4529)).toBe(528);
  expect(centsOfMinutes(1, 4530)).toBe(76);
});

describe("an amount", () => {
  test("is volume times tarief", () => {
    expect(isAmountOfVolume(5000, "04", 4, 1250)).toBe(true);
    expect(isAmountOfVolume(5001, "04", 4, 1250)).toBe(false);
    expect(isAmountOfVolume(0, "01", 0, 75)).toBe(true);
    expect(isAmountOfVolume(1, "01", 0, 75)).toBe(false);
  });

  test("of minutes is right when some tarief per hour gives it, and only then", () => {
    for (const volume of [1, 7, 45, 60, 61, 1000]) {
      for (const tarief of [0, 1, 75]) {
        const possible = new Set<number>();
        for (let hour = 0; hour < 60 * 80; hour++) {
          if (minuteTarief(hour) === tarief) possible.add(centsOfMinutes(volume, hour));
        }
        const highest = Math.max(...possible);
        for (let cents = 0; cents <= highest + 3; cents++) {
          const expected = possible.has(cents) || cents === volume * tarief;
          expect(isAmountOfVolume(cents, "01", volume, tarief), `${cents} ${volume} ${tarief}`).toBe(expected);
        }
      }
    }
  });
});
