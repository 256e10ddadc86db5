import fc from "fast-check";
import {expect, test} from "vitest";
import {dot, solve} from "./linear-equations.ts";

test("finds the values that make every equation true", () => {
  const row = fc.array(fc.integer({min: -9, max: 9}), {minLength: 4, maxLength: 4});
  fc.assert(
    fc.property(fc.array(row, {minLength: 4, maxLength: 4}), row, (matrix, solution) => {
      const dominant = matrix.map((values, at) => values.map((value, column) => value + (at === column ? 50 : 0)));
      const found = solve(
        dominant,
        dominant.map((values) => dot(values, solution)),
      );
      for (const [index, value] of found.entries()) expect(value).toBeCloseTo(solution[index]!, 9);
    }),
  );
});

test("a zero on the diagonal is no obstacle, a matrix without an answer is", () => {
  expect(
    solve(
      [
        [0, 2],
        [4, 0],
      ],
      [6, 8],
    ),
  ).toEqual([2, 3]);
  expect(() => solve([[0]], [1])).toThrow("matrix is singular in column: 0");
});
