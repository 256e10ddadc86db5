import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {expectNear, hasReference, referenceJson} from "../../test/reference.ts";
import {olsCusumTest} from "./ols-cusum-test.ts";
import {randomStream} from "./random.ts";

test.each([
  [0.8276, 0.5],
  [1.2238, 0.1],
  [1.3581, 0.05],
])("%d is passed with a probability of %d: a critical value of Kolmogorov", (critical, expected) => {
  // A step half-way, with a rest of 1 around it: the sum is largest at the step.
  const scaled = critical * Math.sqrt(1000 / 999) * Math.sqrt(1000);
  const step = scaled / Math.sqrt(250 ** 2 - scaled ** 2 / 4);
  const values = Array.from({length: 1000}, (_, index) => (index % 2 === 0 ? 1 : -1) + (index < 500 ? 0 : step));
  const {statistic, p} = olsCusumTest(values)!;
  expect(statistic).toBeCloseTo(critical, 9);
  expect(p).toBeCloseTo(expected, 4);
});

test("in chance alone it finds a change about as often as it says", () => {
  let found = 0;
  for (let seed = 0; seed < 400; seed++) {
    found += olsCusumTest(Array.from({length: 100}, randomStream(seed, "chance").normal))!.p < 0.05 ? 1 : 0;
  }
  // 20 of 400, with a standard deviation of 4.4; somewhat too few in short series.
  expect(found).toBeLessThan(36);
  expect(found).toBeGreaterThan(4);
});

test("another unit or zero moves nothing", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({min: 0, max: 50}), {minLength: 12, maxLength: 40}), (values) => {
      const moved = olsCusumTest(values.map((value) => value * 4 - 64));
      expect(moved?.statistic ?? 0).toBeCloseTo(olsCusumTest(values)?.statistic ?? 0, 6);
      expect(moved?.p ?? 0).toBeCloseTo(olsCusumTest(values)?.p ?? 0, 9);
    }),
  );
});

test("of values that are all equal nothing can be told", () => {
  for (const values of [[5], new Array<number>(30).fill(0.1)]) expect(olsCusumTest(values)).toBe(null);
});

test("refuses what has no answer", () => {
  expect(() => olsCusumTest([])).toThrow(RangeError);
  expect(() => olsCusumTest([1, Number.NaN])).toThrow("value must be finite: NaN");
});

describe.skipIf(!hasReference)("against strucchange, on the flow of the Nile", () => {
  test("the statistic and its probability", () => {
    const {nile_values, expected} = referenceJson<{
      nile_values: number[];
      expected: {Nile_OLS_CUSUM: {stat: number; p: number}};
    }>("04-spc/changepoints_Nile.json");
    const {statistic, p} = olsCusumTest(nile_values)!;
    expectNear(statistic, expected.Nile_OLS_CUSUM.stat);
    expectNear(p, expected.Nile_OLS_CUSUM.p);
  });
});
