import {expect, test} from "vitest";
import {differenceInterval} from "./difference-interval.ts";

test("the difference of 56 in 70 and 48 in 80 is that of Newcombe (1998), table II", () => {
  const [low, high] = differenceInterval({successes: 56, trials: 70}, {successes: 48, trials: 80});
  expect(low).toBeCloseTo(0.0524, 4);
  expect(high).toBeCloseTo(0.3339, 4);
});

test("two counts that are alike may differ by chance, and the other way round the bounds change places", () => {
  const [low, high] = differenceInterval({successes: 3, trials: 10}, {successes: 6, trials: 20});
  expect(low).toBeLessThan(0);
  expect(high).toBeGreaterThan(0);
  const [otherLow, otherHigh] = differenceInterval({successes: 6, trials: 20}, {successes: 3, trials: 10});
  expect([otherLow, otherHigh]).toEqual([-high, -low]);
});

test("no trials is a mistake of ours", () => {
  expect(() => differenceInterval({successes: 0, trials: 0}, {successes: 1, trials: 2})).toThrow(RangeError);
});
