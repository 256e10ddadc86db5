import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {hasReference, referenceCsv} from "../../test/reference.ts";
import {quantileGroups} from "./quantile-groups.ts";

test("divides eight values over four groups, the lowest in 1", () => {
  expect(quantileGroups([80, 10, 20, 70, 30, 60, 40, 50], 4)).toEqual([4, 1, 1, 4, 2, 3, 2, 3]);
});

test("puts equal values in the group of the lowest", () => {
  expect(quantileGroups([1, 2, 2, 2], 2)).toEqual([1, 1, 1, 1]);
  expect(quantileGroups([5, 5, 5], 3)).toEqual([1, 1, 1]);
});

test("leaves what is not known out, and gives nothing when fewer are known than there are groups", () => {
  expect(quantileGroups([3, null, 1, 2], 3)).toEqual([3, null, 1, 2]);
  expect(quantileGroups([3, null, 1, 2], 4)).toEqual([null, null, null, null]);
  expect(quantileGroups([], 1)).toEqual([]);
});

test("different values make groups that differ by one in size at most, in the order of the values", () => {
  const values = fc.uniqueArray(fc.integer(), {minLength: 1, maxLength: 100});
  fc.assert(
    fc.property(values, fc.integer({min: 1, max: 12}), (list, groups) => {
      if (list.length < groups) return;
      const assigned = quantileGroups(list, groups) as number[];
      const sizes = Array.from({length: groups}, (_, index) => assigned.filter((group) => group === index + 1).length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      const inOrder = [...list.keys()].sort((a, b) => list[a]! - list[b]!).map((index) => assigned[index]!);
      expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
    }),
  );
});

test("no groups, or a value that is no number, is a mistake of ours", () => {
  expect(() => quantileGroups([1, 2], 0)).toThrow("groups must be a whole number: 0");
  expect(() => quantileGroups([1, 2], 1.5)).toThrow(RangeError);
  expect(() => quantileGroups([1, Number.NaN], 1)).toThrow("not a number: NaN");
});

describe.skipIf(!hasReference)("against PHEindicatormethods", () => {
  test("tenths in each region, sevenths of each indicator, quarters of all", () => {
    const sets = Map.groupBy(referenceCsv("02-rates/testdata_Quantiles__testdata_Quantiles.csv"), (row) =>
      [
        row.QuantileNm,
        row.GroupSet !== "None" && row.IndSexRef,
        row.GroupSet === "IndSexReg" && row.ParentCode,
        row.GroupSet !== "None" && row.Test,
      ].join(),
    );
    const groups = new Map([
      ["Decile", 10],
      ["Septile", 7],
      ["Quartile", 4],
    ]);
    let compared = 0;
    for (const rows of sets.values()) {
      // 1 holds the highest, unless high is good; upstream's own tests say so.
      const highestFirst = rows[0]!.GroupSet === "None" || !isUpward(rows[0]!.Polarity!);
      const values = rows.map(({Value}) => (Value === "" ? null : Number(Value) * (highestFirst ? -1 : 1)));
      const expected = rows.map(({QuantileInGrp}) => (QuantileInGrp === "" ? null : Number(QuantileInGrp)));
      expect(quantileGroups(values, groups.get(rows[0]!.QuantileNm!)!)).toEqual(expected);
      compared += rows.length;
    }
    expect(compared).toBe(1017);
  });

  function isUpward(polarity: string): boolean {
    return polarity === "RAG - High is good" || polarity === "FALSE";
  }
});
