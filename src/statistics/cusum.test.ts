import fc from "fast-check";
import {expect, test} from "vitest";
import {cusum} from "./cusum.ts";

/** Montgomery, Introduction to Statistical Quality Control, table 9.1: twenty at a mean of 10, then ten at 11. */
const table = [
  9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.2, 10.34, 9.03, 11.47, 10.51, 9.4, 10.08, 9.37, 10.62, 10.31,
  8.52, 10.84, 10.9, 9.33, 12.29, 11.5, 10.6, 11.08, 10.38, 11.62, 11.31, 10.52,
];
const level = {centre: 10, sigma: 1};

test("the CUSUM of Montgomery signals at the 29th value, for a shift that began seven values before", () => {
  const points = cusum(table, level);
  expect(points.findIndex(({signalledAfter}) => signalledAfter !== null)).toBe(28);
  expect(points[28]).toMatchObject({signalledAfter: 7, below: 0});
  expect(points[28]!.above).toBeCloseTo(5.28, 10);
  expect(points[4]!.above).toBeCloseTo(2.82, 10);
});

test("another unit moves nothing", () => {
  const moved = cusum(
    table.map((value) => value * 4 - 64),
    {centre: -24, sigma: 4},
  );
  for (const [index, {above, below, signalledAfter}] of cusum(table, level).entries()) {
    expect(moved[index]!.above).toBeCloseTo(above, 10);
    expect(moved[index]!.below).toBeCloseTo(below, 10);
    expect(moved[index]!.signalledAfter).toBe(signalledAfter);
  }
});

test("what runs above runs below when all is turned upside down", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({min: -5, max: 5}), {maxLength: 40}), (values) => {
      const up = cusum(values, {centre: 0, sigma: 1});
      const down = cusum(
        values.map((value) => -value),
        {centre: 0, sigma: 1},
      );
      for (const [index, {above, below, signalledAfter}] of up.entries()) {
        expect(down[index]).toMatchObject({above: below, below: above});
        // After a leap both ways both sums can be over the limit; then the one above is told.
        if (above <= 5 || below <= 5) expect(down[index]!.signalledAfter).toBe(signalledAfter);
      }
    }),
  );
});

test("a sum that just reaches the limit is no signal", () => {
  const signals = (value: number) => cusum([10 + value], level)[0]!.signalledAfter;
  expect([5.5, 5.75, -5.5, -5.75].map(signals)).toEqual([null, 1, null, 1]);
});

test("nothing gives nothing, and values at the centre never signal", () => {
  expect(cusum([], level)).toEqual([]);
  expect(cusum([10, 10], level)).toEqual(new Array(2).fill({above: 0, below: 0, signalledAfter: null}));
});

test("refuses what has no answer", () => {
  expect(() => cusum([1], {centre: 0, sigma: 0})).toThrow("not a level, a slack and a limit: 0, 0, 0.5, 5");
  expect(() => cusum([1], level, 0)).toThrow("not a level, a slack and a limit: 10, 1, 0, 5");
  expect(() => cusum([1], level, 0.5, 0)).toThrow("not a level, a slack and a limit: 10, 1, 0.5, 0");
  expect(() => cusum([1], level, 0.5, Number.POSITIVE_INFINITY)).toThrow(RangeError);
  expect(() => cusum([Number.NaN], level)).toThrow("value must be finite: NaN");
});
