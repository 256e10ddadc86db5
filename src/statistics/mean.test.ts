import fc from "fast-check";
import {expect, test} from "vitest";
import {mean, sum} from "./mean.ts";

test("the mean of equal values is that value to the last bit", () => {
  fc.assert(
    fc.property(fc.double({noNaN: true, min: -1e9, max: 1e9}), fc.integer({min: 1, max: 50}), (value, count) => {
      expect(mean(new Array<number>(count).fill(value + 0))).toBe(value + 0); // −0 is 0
    }),
  );
});

test("what is rounded off while adding is not lost", () => {
  expect(sum(new Array<number>(10).fill(0.1))).toBe(1);
  expect(sum([1e16, 1, -1e16])).toBe(1);
  expect(mean([100.3, 99.9, 100.1, 100.2, 100])).toBe(100.1);
  expect(sum([])).toBe(0);
});

test("refuses what has no answer", () => expect(() => mean([])).toThrow(RangeError));
