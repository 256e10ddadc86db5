import {expect, test} from "vitest";
import {gaussLegendre} from "./gauss-legendre.ts";

test.each([1, 2, 5, 30])("%i nodes integrate a polynomial of twice that degree, less one", (count) => {
  const degree = 2 * count - 1;
  const integral = gaussLegendre(count, 1, 2).reduce((sum, {at, weight}) => sum + weight * at ** degree, 0);
  expect(integral / ((2 ** (degree + 1) - 1) / (degree + 1))).toBeCloseTo(1, 12);
});
