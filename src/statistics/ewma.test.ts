import fc from "fast-check";
import {expect, test} from "vitest";
import {ewma} from "./ewma.ts";

const level = {centre: 10, sigma: 1};

test("each average is the one before, moved a tenth of the way to the newest value", () => {
  const averages = ewma([9.45, 7.99, 9.29], level, 0.1, 2.7).map(({average}) => average.toFixed(5));
  expect(averages).toEqual(["9.94500", "9.74950", "9.70355"]);
});

test("limits begin at the weight of one value and widen to those of Montgomery, 9.2: 9.38 and 10.62", () => {
  const points = ewma(new Array<number>(60).fill(10), level, 0.1, 2.7);
  expect(points[0]!.upper).toBeCloseTo(10.27, 10);
  expect([points.at(-1)!.lower, points.at(-1)!.upper].map((limit) => limit.toFixed(2))).toEqual(["9.38", "10.62"]);
});

test("limits are as wide as the values differ", () => {
  const [point] = ewma([18], {centre: 10, sigma: 4}, 0.5, 3);
  expect(point).toEqual({average: 14, lower: 4, upper: 16, isOutside: false});
});

test("an average that has drifted is outside", () => {
  const outside = ewma([10, 10, 11, 11, 11, 11, 11, 11, 11, 11], level, 0.2, 2).map(({isOutside}) => isOutside);
  expect(outside).toEqual([false, false, false, false, false, false, true, true, true, true]);
});

test("with all weight on the newest value it is a chart with limits", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({min: 0, max: 20}), {maxLength: 30}), (values) => {
      const points = ewma(values, level, 1, 3);
      expect(points.map(({isOutside}) => isOutside)).toEqual(values.map((value) => Math.abs(value - 10) > 3));
    }),
  );
});

test("nothing gives nothing, and values at the centre are never outside", () => {
  expect(ewma([], level)).toEqual([]);
  expect(ewma([10, 10], {centre: 10, sigma: 0}).map(({isOutside}) => isOutside)).toEqual([false, false]);
});

test("refuses what has no answer", () => {
  expect(() => ewma([1], level, 1.5)).toThrow("not a level, a weight and a limit: 10, 1, 1.5, 2.86");
  expect(() => ewma([1], level, 0)).toThrow("not a level, a weight and a limit: 10, 1, 0, 2.86");
  expect(() => ewma([1], level, 0.2, 0)).toThrow("not a level, a weight and a limit: 10, 1, 0.2, 0");
  expect(() => ewma([1], {centre: 10, sigma: -1})).toThrow("not a level, a weight and a limit: 10, -1, 0.2, 2.86");
  expect(() => ewma([1], {centre: 10, sigma: Number.POSITIVE_INFINITY})).toThrow(RangeError);
  expect(() => ewma([Number.NaN], level)).toThrow("value must be finite: NaN");
});
