import {expect, test} from "vitest";
import {overdispersion} from "./overdispersion.ts";

const scores = (...z: number[]) => z.map((one) => ({z: one, error: 1}));

test("pulls the ends in to the quantile, or leaves them out", () => {
  // Of −9, −1, 1, 9 a quarter at each end: to −3 and 3; or nothing but −1 and 1.
  expect(overdispersion(scores(-9, -1, 1, 9), "winsorised", 0.25).phi).toBeCloseTo(5, 12);
  expect(overdispersion(scores(-9, -1, 1, 9), "truncated", 0.25).phi).toBeCloseTo(1, 12);
});

test("a score that is on the border of what is left out stays at the low end, and goes at the high end", () => {
  // Places 0.25, 0.5 and 0.75.
  expect(overdispersion(scores(-2, 0, 4), "truncated", 0.25).phi).toBeCloseTo(2, 12);
});

test("scores that are equal share the place in their middle", () => {
  expect(overdispersion(scores(-2, 1, 1, 1, 4), "truncated", 0.3).phi).toBeCloseTo(1, 12);
});

test("by the method of moments units differ by what is more than chance", () => {
  // Errors of 1: phi 5 of four, so (4 × 5 − 3) / (4 − 1).
  expect(overdispersion(scores(-9, -1, 1, 9), "winsorised", 0.25).tau2).toBeCloseTo(17 / 3, 12);
  expect(overdispersion(scores(-0.1, 0.1, 0), "winsorised", 0.1).tau2).toBe(0);
  expect(overdispersion(scores(4), "winsorised", 0.1)).toEqual({phi: 16, tau2: 0});
});

test("without scores there is nothing to say, and what is no part is refused", () => {
  expect(overdispersion([], "winsorised", 0.1)).toEqual({phi: null, tau2: 0});
  expect(overdispersion([], "truncated", 0.1)).toEqual({phi: null, tau2: 0});
  for (const trim of [0, -0.1, 0.5, Number.NaN]) {
    expect(() => overdispersion([], "winsorised", trim)).toThrow("trim must lie between 0 and 0.5");
  }
});
