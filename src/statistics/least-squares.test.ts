import {expect, test} from "vitest";
import {leastSquares} from "./least-squares.ts";

test("finds the line that the values lie on", () => {
  const rows = [
    [1, 2],
    [2, 1],
    [3, 5],
    [4, 3],
    [5, 8],
  ];
  const fit = leastSquares(
    rows,
    rows.map(([a, b]) => 3 + 2 * a! - b!),
  )!;
  expect(fit.coefficients.map((value) => Math.round(value * 1e9) / 1e9)).toEqual([3, 2, -1]);
  expect(fit.rSquared).toBeCloseTo(1, 12);
  expect(fit.residualSd).toBeCloseTo(0, 9);
});

test("gives the known answer for the first set of Anscombe (1973)", () => {
  const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
  const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
  const fit = leastSquares(
    x.map((value) => [value]),
    y,
  )!;
  expect(fit.coefficients[0]).toBeCloseTo(3.0001, 4);
  expect(fit.coefficients[1]).toBeCloseTo(0.5001, 4);
  expect(fit.rSquared).toBeCloseTo(0.6665, 4);
  expect(fit.residualSd).toBeCloseTo(1.2366, 4);
});

test("says nothing of too few values, or of a column that is always the same", () => {
  expect(leastSquares([[1], [2]], [1, 2])).toBe(null);
  expect(leastSquares([[1], [1], [1], [1]], [1, 2, 3, 4])).toBe(null);
});
