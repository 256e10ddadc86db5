import fc from "fast-check";
import {expect, test} from "vitest";
import {nextQuantile, quantile} from "./quantile.ts";

test("agrees with R: quantile(c(1, 2, 5, 8, 20), c(0, 0.1, 0.5, 0.9, 1))", () => {
  const values = [20, 1, 8, 2, 5];
  const expected = [1, 1.4, 5, 15.2, 20];
  for (const [index, p] of [0, 0.1, 0.5, 0.9, 1].entries())
    expect(quantile(values, p)).toBeCloseTo(expected[index]!, 12);
});

test("lies between the smallest and the largest value, and does not fall when p rises", () => {
  const values = fc.array(fc.integer({min: -1000, max: 1000}), {minLength: 1, maxLength: 20});
  fc.assert(
    fc.property(
      values,
      fc.double({min: 0, max: 1, noNaN: true}),
      fc.double({min: 0, max: 1, noNaN: true}),
      (v, p, q) => {
        const low = quantile(v, Math.min(p, q));
        const high = quantile(v, Math.max(p, q));
        expect(low).toBeGreaterThanOrEqual(Math.min(...v));
        expect(high).toBeLessThanOrEqual(Math.max(...v));
        expect(low).toBeLessThanOrEqual(high + 1e-9);
      },
    ),
  );
});

test("refuses what has no answer", () => {
  expect(() => quantile([], 0.5)).toThrow(RangeError);
  expect(() => quantile([1], 1.5)).toThrow("p not in 0–1: 1.5");
  expect(() => quantile([1, 2], -0.1)).toThrow("p not in 0–1: -0.1");
});

test("of the next value: agrees with R, quantile(c(1, 2, 5, 8, 20), c(0.1, 0.2, 0.5, 0.75, 0.9), type = 6)", () => {
  const expected = [1, 1.2, 5, 14, 20];
  for (const [index, p] of [0.1, 0.2, 0.5, 0.75, 0.9].entries()) {
    expect(nextQuantile([20, 1, 8, 2, 5], p)).toBeCloseTo(expected[index]!, 12);
  }
});
