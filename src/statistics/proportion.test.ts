import fc from "fast-check";
import {expect, test} from "vitest";
import {differenceInterval, wilsonInterval} from "./proportion.ts";

test("the interval of 81 in 263 is that of Newcombe (1998)", () => {
  const [low, high] = wilsonInterval(81, 263);
  expect(low).toBeCloseTo(0.2553, 4);
  expect(high).toBeCloseTo(0.3662, 4);
});

test("the difference of 56 in 70 and 48 in 80 is that of Newcombe (1998), table II", () => {
  const [low, high] = differenceInterval({successes: 56, trials: 70}, {successes: 48, trials: 80});
  expect(low).toBeCloseTo(0.0524, 4);
  expect(high).toBeCloseTo(0.3339, 4);
});

test("bounds hold the proportion and stay within 0 and 1", () => {
  const counts = fc
    .integer({min: 1, max: 5000})
    .chain((trials) => fc.tuple(fc.integer({min: 0, max: trials}), fc.constant(trials)));
  fc.assert(
    fc.property(counts, ([successes, trials]) => {
      const [low, high] = wilsonInterval(successes, trials);
      const proportion = successes / trials;
      return low >= 0 && high <= 1 && low <= proportion + 1e-12 && high >= proportion - 1e-12;
    }),
  );
});

test("more successes than trials is a mistake of ours", () => {
  expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
  expect(() => wilsonInterval(0, 0)).toThrow(RangeError);
});
