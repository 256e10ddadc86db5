import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {expectNear, hasReference, referenceJson} from "../../test/reference.ts";
import {breakTest} from "./break-test.ts";
import {randomStream} from "./random.ts";

test.each([
  [7.12, 0.1],
  [8.68, 0.05],
  [12.16, 0.01],
])("%d is passed with a probability of about %d: a critical value of Andrews (2003), table I", (critical, expected) => {
  // Half a thousand values on each level, with a rest of 1 around it, are an F statistic of 249.5 times the step squared.
  const step = Math.sqrt(critical / 249.5);
  const values = Array.from({length: 1000}, (_, index) => (index % 2 === 0 ? 1 : -1) + (index < 500 ? 0 : step));
  const {supF, p} = breakTest(values)!;
  expect(supF).toBeCloseTo(critical, 2);
  expect(Math.abs(p / expected - 1)).toBeLessThan(0.1);
});

test("in chance alone it finds a change about as often as it says", () => {
  let found = 0;
  for (let seed = 0; seed < 400; seed++) {
    found += breakTest(Array.from({length: 100}, randomStream(seed, "chance").normal))!.p < 0.05 ? 1 : 0;
  }
  // 20 of 400, with a standard deviation of 4.4; somewhat too few in short series.
  expect(found).toBeLessThan(36);
  expect(found).toBeGreaterThan(4);
});

test("another unit or zero moves nothing", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({min: 0, max: 50}), {minLength: 12, maxLength: 40}), (values) => {
      const moved = breakTest(values.map((value) => value * 4 - 64));
      expect(moved?.supF ?? 0).toBeCloseTo(breakTest(values)?.supF ?? 0, 6);
      expect(moved?.p ?? 0).toBeCloseTo(breakTest(values)?.p ?? 0, 9);
    }),
  );
});

test("three values can be tested", () => {
  // Around the mean 14/3 is left; split after the second, a half.
  expect(breakTest([1, 2, 4])).toMatchObject({at: 2, supF: expect.closeTo(25 / 3, 9)});
});

test("of two places that do as well it is the first", () => {
  expect(breakTest([4, 1, 0, 1, 4])).toMatchObject({at: 1, supF: expect.closeTo(5 / 3, 9)});
});

test("no change is looked for among the values at either end", () => {
  const values = [900, ...Array.from({length: 18}, (_, index) => index % 2), 900];
  expect(breakTest(values, 0.01)!.at).toBe(1);
  expect(breakTest(values)!.at).toBeGreaterThanOrEqual(3);
  expect(breakTest(values.toReversed())!.at).toBeLessThanOrEqual(17);
});

test("a statistic that chance mostly passes has a probability of 1", () => {
  const {supF, p} = breakTest(Array.from({length: 20}, (_, index) => index % 2))!;
  expect(supF).toBeLessThan(1);
  expect(p).toBe(1);
});

test("of values that are all equal, too few, or fit on both sides, nothing can be told", () => {
  const step = [...new Array<number>(10).fill(1), ...new Array<number>(10).fill(2)];
  for (const values of [[], [5, 6], new Array<number>(30).fill(0.1), step]) expect(breakTest(values)).toBe(null);
});

test("refuses what has no answer", () => {
  expect(() => breakTest([1, 2, 3], 0.5)).toThrow("trimmed not between 0 and a half: 0.5");
  expect(() => breakTest([1, 2, 3], 0)).toThrow("trimmed not between 0 and a half: 0");
  expect(() => breakTest([1, 2, Number.NaN])).toThrow("value must be finite: NaN");
});

describe.skipIf(!hasReference)("against strucchange, on the flow of the Nile", () => {
  test("the largest F statistic and its place", () => {
    const {nile_values, expected} = referenceJson<{
      nile_values: number[];
      expected: {Nile_supF: {sup_F: number; p: number; at: number}};
    }>("04-spc/changepoints_Nile.json");
    const {supF, at, p} = breakTest(nile_values)!;
    expectNear(supF, expected.Nile_supF.sup_F);
    expect(at).toBe(expected.Nile_supF.at);
    // Theirs is one less the probability of the opposite, and so all rounding: 2^−52.
    expect(Math.abs(p - expected.Nile_supF.p)).toBeLessThan(1e-14);
  });
});
