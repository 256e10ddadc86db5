import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {expectNear, hasReference, referenceJson} from "../../test/reference.ts";
import {changePoints} from "./change-points.ts";
import {randomStream} from "./random.ts";

test.each([0, 1e10])("the places of two steps are found, on top of %d", (base) => {
  const random = randomStream(1, "steps");
  const levels = [...new Array(20).fill(10), ...new Array(15).fill(14), ...new Array(25).fill(11)];
  expect(changePoints(levels.map((level) => base + level + random.normal() / 2)).changes).toEqual([20, 35]);
});

test("in chance alone a change is seldom found", () => {
  let changed = 0;
  for (let seed = 0; seed < 400; seed++) {
    const values = Array.from({length: 100}, randomStream(seed, "chance").normal);
    changed += changePoints(values).changes.length > 0 ? 1 : 0;
  }
  expect(changed).toBeLessThan(60);
});

test("the changes found are the best of all sets", () => {
  const short = fc.array(fc.integer({min: 0, max: 9}), {minLength: 4, maxLength: 10});
  fc.assert(
    fc.property(short, (values) => {
      const rssOf = (at: number) => {
        const parts = [values.slice(0, at), values.slice(at)];
        const centres = parts.map((part) => part.reduce((a, b) => a + b, 0) / part.length);
        return parts
          .flatMap((part, index) => part.map((value) => (value - centres[index]!) ** 2))
          .reduce((a, b) => a + b);
      };
      const least = Math.min(...values.slice(1).map((_, index) => rssOf(index + 1)));
      expect(changePoints(values, 1).byCount[1]!.rss).toBeCloseTo(least, 9);
    }),
  );
});

test("values that are all equal, or too few, hold no change", () => {
  for (const values of [[5], [5, 5], [1, 2, 3], new Array<number>(30).fill(0.1)]) {
    expect(changePoints(values).changes).toEqual([]);
  }
});

test("a step without any noise is one change", () => {
  const {changes, byCount} = changePoints([...new Array<number>(10).fill(1), ...new Array<number>(10).fill(2)]);
  expect(changes).toEqual([10]);
  expect(byCount[1]).toEqual({changes: [10], rss: 0, bic: null});
});

test("refuses what has no answer", () => {
  expect(() => changePoints([])).toThrow(RangeError);
  expect(() => changePoints([1, Number.NaN])).toThrow("value must be finite: NaN");
  expect(() => changePoints([1, 2], 0)).toThrow("least must be a whole number from 1: 0");
});

describe.skipIf(!hasReference)("against strucchange, on the flow of the Nile", () => {
  test("the best set for each number of changes, and the one that BIC takes", () => {
    const {nile_values, expected} = referenceJson<{
      nile_values: number[];
      expected: {Nile_mean: {breakpoints: number; RSS: number[]; BIC: number[]; by_m: (number | number[])[]}};
    }>("04-spc/changepoints_Nile.json");
    const {breakpoints, RSS, BIC, by_m} = expected.Nile_mean;
    const {changes, byCount} = changePoints(nile_values);
    expect(changes).toEqual([breakpoints]);
    expect(byCount.slice(1).map((fit) => fit.changes)).toEqual(by_m.map((set) => [set].flat()));
    expect(byCount).toHaveLength(RSS.length);
    for (const [count, {rss, bic}] of byCount.entries()) {
      expectNear(rss, RSS[count]);
      expectNear(bic, BIC[count]);
    }
  });
});
