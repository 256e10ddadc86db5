import {describe, expect, test} from "vitest";
import {hasReference, referenceCsv, referenceJson} from "../../../test/reference.ts";
import {isDominated, isFew, isToldWithin} from "./primary.ts";

test.each([
  [0, false],
  [1, true],
  [9, true],
  [10, false],
])("a figure about %i people is of few: %s", (persons, expected) => {
  expect(isFew(persons, 10)).toBe(expected);
});

test("one aanbieder dominates above the share, not at it", () => {
  expect(isDominated([85, 15], {largest: 1, share: 0.85})).toBe(false);
  expect(isDominated([86, 14], {largest: 1, share: 0.85})).toBe(true);
  expect(isDominated([14, 86], {largest: 1, share: 0.85})).toBe(true);
  expect(isDominated([10, 40, 9, 41], {largest: 2, share: 0.8})).toBe(true);
  expect(isDominated([], {largest: 1, share: 0.85})).toBe(false);
  expect(isDominated([0, 0], {largest: 1, share: 0.85})).toBe(false);
});

test("who is alone is told, and so is who has next to nobody beside the second", () => {
  expect(isToldWithin([100], 0.1)).toBe(true);
  expect(isToldWithin([100, 50], 0.1)).toBe(true);
  expect(isToldWithin([100, 50, 10], 0.1)).toBe(false);
  expect(isToldWithin([], 0.1)).toBe(false);
});

test("the better others know what each adds, the less may be left of it", () => {
  // 50 is left beside the two largest. To within 60 % of 100, known to 80 %: 75.
  expect(isToldWithin([70, 50, 100], 0.6, 0.8)).toBe(true);
  expect(isToldWithin([80, 75, 100], 0.6, 0.8)).toBe(false);
  expect(isToldWithin([70, 50, 100], 0.6)).toBe(true);
  expect(isToldWithin([70, 50, 100], 0.4)).toBe(false);
});

test("refuses what no share can be of", () => {
  expect(() => isDominated([5, -1], {largest: 1, share: 0.5})).toThrow("contribution must be at least 0: -1");
  expect(() => isToldWithin([5, -1], 0.5)).toThrow(RangeError);
  expect(() => isToldWithin([5, 1], 0)).toThrow("share must be between 0 and 1: 0");
  expect(() => isToldWithin([5, 1], 1)).toThrow("share must be between 0 and 1: 1");
  expect(() => isToldWithin([5, 1], 0.8, 0.8)).toThrow("what is known must be above 0.8, at most 1: 0.8");
  expect(() => isToldWithin([5, 1], 0.8, 1.2)).toThrow("what is known must be above 0.8, at most 1: 1.2");
  expect(() => isToldWithin([5, 1], 0.8, 0.6)).toThrow("what is known must be above 0.8, at most 1: 0.6");
});

describe.skipIf(!hasReference)("against sdcTable, on its microdata", () => {
  const rows = hasReference ? referenceCsv("08-disclosure/microdata1.csv") : [];
  const expected = hasReference
    ? referenceJson<{primary_rules_microdata1: Readonly<Record<string, number[]>>}>(
        "08-disclosure/sdctable_vectors.json",
      ).primary_rules_microdata1
    : {};
  const cells = ["total", "A", "B", "C", "D"].flatMap((region) =>
    ["total", "male", "female"].map((gender) =>
      rows
        .filter((row) => [row.region, "total"].includes(region) && [row.gender, "total"].includes(gender))
        .map(({val}) => Number(val)),
    ),
  );
  const hiddenBy = (rule: (contributions: readonly number[]) => boolean) =>
    cells.flatMap((contributions, place) => (rule(contributions) ? [place + 1] : []));

  test("the number of people, the (n, k), the p % and the pq rule find the same cells", () => {
    expect(hiddenBy((one) => isFew(one.length, 3))).toEqual(expected.freq_maxN_2);
    expect(hiddenBy((one) => isDominated(one, {largest: 2, share: 0.75}))).toEqual(expected.nk_n2_k75_val);
    expect(hiddenBy((one) => isToldWithin(one, 0.7))).toEqual(expected.p_percent_70_val);
    expect(hiddenBy((one) => isToldWithin(one, 0.6, 0.8))).toEqual(expected.pq_60_80_val);
  });
});
