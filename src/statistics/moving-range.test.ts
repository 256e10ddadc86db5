import {expect, test} from "vitest";
import {averageMovingRange, movingRanges} from "./moving-range.ts";

test("a jump is left out of the average, once", () => {
  const steps = [0, 1, 0, 1, 0, 1, 100, 101, 100, 101];
  expect(movingRanges(steps)).toEqual([1, 1, 1, 1, 1, 99, 1, 1, 1]);
  expect(averageMovingRange(steps)).toBe(1);
  expect(averageMovingRange(steps, false)).toBeCloseTo(107 / 9, 12);
});

test("of one value there is no range, of equal values it is 0", () => {
  expect(averageMovingRange([5])).toBe(null);
  expect(averageMovingRange([])).toBe(null);
  expect(averageMovingRange([5, 5, 5])).toBe(0);
});
