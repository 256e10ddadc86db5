import {existsSync, readFileSync} from "node:fs";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {developmentFactors, expectedByOrigin, type Triangle} from "./run-off.ts";

test("the factors are weighted by volume", () => {
  // 150 + 330 over 100 + 300, then 165 over 150.
  expect(developmentFactors([[100, 150, 165], [300, 330], [200]])).toEqual([1.2, 1.1]);
});

test("adds to what is known what usually is still to come", () => {
  // At age 0 half is known. Of the last two 150 is known where 1.5 months would be: a month is 100.
  const [first, second, third] = expectedByOrigin([[50, 100, 100], [50, 100], [50]]);
  expect([first, second, third].map((origin) => origin?.ultimate)).toEqual([100, 100, 100]);
  // A month of which nothing is known yet is expected to be as large as those before it.
  expect(expectedByOrigin([[0, 100, 100], [0, 100], [0]]).at(-1)).toMatchObject({known: 0, ultimate: 100});
});

test("gives bounds from how wrong earlier estimates were, and none while there are fewer than six", () => {
  const origins = (count: number) => {
    // At age 0 between 40 and 60 of 100 was known; all is known at age 1.
    const full = Array.from(
      {length: count},
      (_, index) =>
        [
          [40, 100],
          [50, 100],
          [60, 100],
        ][index % 3]!,
    );
    return full.map((row, index) => row.slice(0, Math.min(row.length, count - index)));
  };
  // 40 is known and 50 is expected to come. Such estimates were 90, 100 or 110 where it became 100.
  const youngest = expectedByOrigin(origins(40)).at(-1)!;
  expect([youngest.low, youngest.ultimate, youngest.high].map((bound) => Math.round(bound!))).toEqual([81, 90, 100]);
  expect(expectedByOrigin(origins(17)).at(-1)).toMatchObject({low: null, high: null});
});

test("from nothing to something has no factor, and from nothing to nothing is 1", () => {
  expect(developmentFactors([[0, 5, 5], [0, 3], [0]])).toEqual([Number.POSITIVE_INFINITY, 1]);
  expect(developmentFactors([[0, 0], [0]])).toEqual([1]);
});

test("a month is as large as those of the last year, not as those before", () => {
  // Half is known at age 0. Thirteen months of 1,000, then twelve of 100.
  const sizes = [...new Array(13).fill(1000), ...new Array(12).fill(100)];
  const triangle = sizes.map((size, index) => (index === sizes.length - 1 ? [size / 2] : [size / 2, size]));
  expect(expectedByOrigin(triangle).at(-1)?.ultimate).toBeCloseTo(100, 9);
  // One month earlier a month of 1,000 is among the twelve: 50 + half of (1,000 + 10 × 100 + 50) / 11.5.
  const before = triangle.slice(0, -1).map((row, index) => (index === 23 ? row.slice(0, 1) : row));
  expect(expectedByOrigin(before).at(-1)?.ultimate).toBeCloseTo(50 + 0.5 * (2050 / 11.5), 9);
});

test("an estimate of a month that is still not complete, or of nothing, says nothing about the bounds", () => {
  // Complete at age 20 and never before: what was estimated of the last 19 months has not come true yet.
  const full = Array.from({length: 21}, (_, age) => (age === 20 ? 100 : 40));
  const rows = (count: number) =>
    Array.from({length: count}, (_, index) => full.slice(0, Math.min(full.length, count - index)));
  expect(expectedByOrigin(rows(25)).at(-1)).toMatchObject({low: null, high: null});
  expect(expectedByOrigin(rows(40)).at(-1)?.low).not.toBeNull();
  const nothing = Array.from({length: 40}, (_, index) => (index === 39 ? [0] : [0, 0]));
  expect(expectedByOrigin(nothing).at(-1)).toMatchObject({ultimate: 0, low: null, high: null});
});

test("nothing stays nothing", () => {
  expect(expectedByOrigin([[0, 0], [0]]).map(({ultimate}) => ultimate)).toEqual([0, 0]);
  expect(expectedByOrigin([])).toEqual([]);
});

test("months that are alike are expected exactly, and never below what is known", () => {
  const pattern = fc.array(fc.double({min: 0.05, max: 1, noNaN: true}), {minLength: 2, maxLength: 8});
  fc.assert(
    fc.property(pattern, fc.integer({min: 12, max: 40}), (parts, count) => {
      const total = parts.reduce((all, part) => all + part, 0);
      const full = parts.map((_, age) => (parts.slice(0, age + 1).reduce((all, part) => all + part, 0) / total) * 1000);
      const triangle = Array.from({length: count}, (_, index) => full.slice(0, Math.min(full.length, count - index)));
      for (const {known, ultimate, low, high} of expectedByOrigin(triangle)) {
        expect(ultimate).toBeCloseTo(1000, 6);
        expect(ultimate).toBeGreaterThanOrEqual(known - 1e-9);
        expect(low ?? ultimate).toBeCloseTo(1000, 6);
        expect(high ?? ultimate).toBeCloseTo(1000, 6);
      }
    }),
  );
});

const reference = "../shared/reference/01-runoff";

describe.skipIf(!existsSync(reference))("against R ChainLadder", () => {
  if (!existsSync(reference)) console.log(`skipped: ${reference} is absent`);

  test.each(["GenIns", "RAA", "ABC", "MW2008", "UKMotor"])(
    "the factors, and the reserve that follows from them, are its own on %s",
    (name) => {
      const lines = readFileSync(`${reference}/triangle_${name}.csv`, "utf8").trim().split("\n").slice(1);
      const triangle: Triangle = lines.map((line) =>
        line
          .split(",")
          .slice(1)
          .filter((cell) => cell.trim() !== "")
          .map(Number),
      );
      const {mack} = JSON.parse(readFileSync(`${reference}/expected_${name}.json`, "utf8"));
      const factors = developmentFactors(triangle);
      for (const [age, factor] of factors.entries()) expect(Math.abs(factor / mack.f[age] - 1)).toBeLessThan(1e-8);
      const reserve = triangle.reduce((total, row) => {
        const growth = factors.slice(row.length - 1).reduce((product, factor) => product * factor, 1);
        return total + row.at(-1)! * (growth - 1);
      }, 0);
      if (name === "GenIns") expect(Math.round(reserve)).toBe(18_680_856);
      if (name === "RAA") expect(Math.round(reserve)).toBe(52_135);
    },
  );
});
