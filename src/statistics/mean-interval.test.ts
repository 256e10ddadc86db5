import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {expectNear, hasReference, referenceCsv, referenceLimits} from "../../test/reference.ts";
import {meanInterval} from "./mean-interval.ts";
import {z95} from "./normal-distribution.ts";

test("of one value the spread is not known", () => {
  expect(meanInterval([7])).toEqual({mean: 7, standardDeviation: null, low: null, high: null});
});

test("of values that are all equal there is none", () => {
  expect(meanInterval([7, 7, 7])).toEqual({mean: 7, standardDeviation: 0, low: 7, high: 7});
});

test("limits hold the mean, are wider than those of a normal distribution, and narrow with more of the same", () => {
  const values = fc
    .array(fc.integer({min: -1000, max: 1000}), {minLength: 2, maxLength: 50})
    .filter((list) => new Set(list).size > 1);
  fc.assert(
    fc.property(values, (list) => {
      const {mean, standardDeviation, low, high} = meanInterval(list);
      expect(low!).toBeLessThan(mean);
      expect(high! - mean).toBeGreaterThan((z95 * standardDeviation!) / Math.sqrt(list.length));
      const twice = meanInterval([...list, ...list]);
      expect(twice.high! - twice.low!).toBeLessThan(high! - low!);
    }),
  );
});

test("no values, or one that is no number, is a mistake of ours", () => {
  expect(() => meanInterval([])).toThrow("a mean needs at least one value");
  expect(() => meanInterval([1, Number.NaN])).toThrow("not a number: NaN");
});

describe.skipIf(!hasReference)("against PHEindicatormethods", () => {
  test("the means of both areas, and of all values together", () => {
    const rows = referenceCsv("02-rates/testdata_Mean__testdata_Mean.csv");
    const results = referenceCsv("02-rates/testdata_Mean__testdata_Mean_results.csv");
    expect(results).toHaveLength(3);
    for (const result of results) {
      const isAll = result.area === "No grouping";
      const values = rows.filter((row) => isAll || row.area === result.area).map((row) => Number(row.values));
      expect(values).toHaveLength(Number(result.value_count));
      for (const {low, high, z} of referenceLimits(result)) {
        const interval = meanInterval(values, z);
        expectNear(interval.mean * values.length, result.value_sum);
        expectNear(interval.mean, result.value);
        expectNear(interval.standardDeviation, result.stdev);
        expectNear(interval.low, low);
        expectNear(interval.high, high);
      }
    }
  });
});
