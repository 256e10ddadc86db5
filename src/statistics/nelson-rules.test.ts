import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {hasReference, referenceCsv} from "../../test/reference.ts";
import {nelsonRules} from "./nelson-rules.ts";

const level = {centre: 0, sigma: 1};

test.each([
  [1, [3.1]],
  [2, [0.1, 0.2, 0.1, 0.2, 0.1, 0.2, 0.1, 0.2, 0.1]],
  [3, [-0.3, -0.2, -0.1, 0.1, 0.2, 0.3]],
  [4, [1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1].map((value) => value * 1.5 - 0.6)],
  [5, [2.1, 0, 2.1]],
  [6, [1.1, 1.1, -0.5, 1.1, 1.1]],
  [7, [1, -1, -1, 0, 0, 1, 1, -1, -1, 0, 0, 1, 1, -1, -1]],
  [8, [1.1, -1.1, -1.1, 1.1, 1.1, -1.1, -1.1, 1.1]],
])("rule %i is broken by the value that completes its pattern, and by no other", (rule, values) => {
  const broken = nelsonRules(values, level).map((rules) => rules.includes(rule as 1));
  expect(broken).toEqual(values.map((_, index) => index === values.length - 1));
});

test("at the mean or at a border a rule is not broken", () => {
  expect(nelsonRules(new Array(20).fill(3), {centre: 3, sigma: 1}).at(-1)).toEqual([7]);
  expect(nelsonRules([3, -3], level)).toEqual([[], []]);
  expect(nelsonRules([2, 2, 2], level)).toEqual([[], [], []]);
});

test("values that are all equal do not stray, and of one nothing can be said", () => {
  expect(nelsonRules(new Array(20).fill(0.1)).flat()).toEqual(new Array(6).fill(7));
  expect(nelsonRules([5])).toEqual([[]]);
  expect(nelsonRules([])).toEqual([]);
});

test("upside down or on another scale the same rules are broken", () => {
  const halves = fc.integer({min: -8, max: 8}).map((value) => value / 2);
  fc.assert(
    fc.property(fc.array(halves, {maxLength: 60}), fc.constantFrom(-1, -2, 4), (values, scale) => {
      const other = {centre: 3, sigma: Math.abs(scale)};
      const moved = values.map((value) => value * scale + 3);
      expect(nelsonRules(moved, other)).toEqual(nelsonRules(values, level));
    }),
  );
});

test("refuses what has no answer", () => {
  expect(() => nelsonRules([1, Number.NaN])).toThrow(RangeError);
  expect(() => nelsonRules([1, 2], {centre: 0, sigma: -1})).toThrow("not a centre and a sigma: 0, -1");
});

test("without a level, sigma is the standard deviation of the values as a sample", () => {
  // Root of 16 × 4 / 15, so each of them is within one sigma; over one more than there are it would be beyond.
  const alternating = Array.from({length: 16}, (_, index) => (index % 2 === 0 ? 2 : -2));
  for (const centre of [0, 40]) {
    const values = alternating.map((value) => value + centre);
    expect(nelsonRules(values).at(-1)).toEqual([4, 7]);
    expect(nelsonRules(values)).toEqual(nelsonRules(values, {centre, sigma: Math.sqrt(64 / 15)}));
  }
  expect(nelsonRules([3])).toEqual([[]]);
});

test("refuses what is no level or no value", () => {
  expect(() => nelsonRules([1, Number.NaN])).toThrow("value must be finite: NaN");
  for (const level of [
    {centre: 0, sigma: -1},
    {centre: Number.NaN, sigma: 1},
    {centre: 0, sigma: Number.POSITIVE_INFINITY},
  ]) {
    expect(() => nelsonRules([1, 2], level)).toThrow("not a centre and a sigma");
  }
});

describe.skipIf(!hasReference)("against Rspc", () => {
  test.each([
    ["RRK_breaches", undefined],
    ["att2", undefined],
    ["synthetic_fixed_limits", level],
  ])("every rule at every value of %s", (name, at) => {
    const rows = referenceCsv(`04-spc/nelson_rules_${name}.csv`);
    const broken = nelsonRules(
      rows.map(({x}) => Number(x)),
      at,
    );
    const expected = rows.map((row) => [1, 2, 3, 4, 5, 6, 7, 8].filter((rule) => row[`Rule${rule}`] === "1"));
    expect(broken).toEqual(expected);
    expect(broken.flat().length).toBeGreaterThan(0);
  });
});
