import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {classOf, quantileClasses} from "./quantile-classes.ts";

describe("classes by quantile", () => {
  test("have round edges and are about equally full", () => {
    const values = [31.4, 38.2, 44.9, 47.1, 52.3, 58.8, 61.7, 66.2, 70.9, 74.3, 81.2, 88.1, 90.4, 97.7, 104.2];
    expect(quantileClasses(values, 5, 1)).toEqual({edges: [46, 60, 72, 90], counts: [3, 3, 3, 3, 3]});
  });

  test("of nothing are none, of one value one, and of equal values one", () => {
    expect(quantileClasses([])).toEqual({edges: [], counts: []});
    expect(quantileClasses([7])).toEqual({edges: [], counts: [1]});
    expect(quantileClasses([7, 7, 7, 7])).toEqual({edges: [], counts: [4]});
  });

  test("of two values are two", () => {
    expect(quantileClasses([7, 9, 9, 7, 9])).toEqual({edges: [9], counts: [2, 3]});
    expect(quantileClasses([0.1, 0.2], 5, 1)).toEqual({edges: [0.2], counts: [1, 1]});
  });

  test("keep equal values together, also where they are most", () => {
    const {edges, counts} = quantileClasses([0, 0, 0, 0, 0, 0, 0, 3, 4, 5]);
    expect(counts[0]).toBeGreaterThanOrEqual(7);
    expect(classOf(0, edges)).toBe(0);
  });

  test("refuse what is no number", () => {
    expect(() => quantileClasses([1, Number.NaN])).toThrow(RangeError);
  });

  test("hold every value exactly once, and none of them is empty", () => {
    const tenths = fc.integer({min: -2000, max: 20_000}).map((value) => value / 10);
    fc.assert(
      fc.property(fc.array(tenths, {maxLength: 120}), fc.integer({min: 1, max: 7}), (values, most) => {
        const {edges, counts} = quantileClasses(values, most, 1);
        expect(counts.length).toBeLessThanOrEqual(most);
        expect(edges.length).toBe(Math.max(0, counts.length - 1));
        expect(edges).toEqual(edges.toSorted((a, b) => a - b));
        const own = counts.map(() => 0);
        for (const value of values) own[classOf(value, edges)]! += 1;
        expect(own).toEqual([...counts]);
        expect(counts.every((count) => count > 0)).toBe(true);
      }),
    );
  });
});
