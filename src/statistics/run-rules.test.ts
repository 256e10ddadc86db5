import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {hasReference, referenceCsv} from "../../test/reference.ts";
import {runBounds, runRules} from "./run-rules.ts";

test("bounds are those of the table of Anhøj and Olesen (2014)", () => {
  // Useful observations, upper limit for the longest run, lower limit for crossings.
  const table = [
    [10, 6, 2],
    [12, 7, 3],
    [16, 7, 4],
    [20, 7, 6],
    [24, 8, 8],
    [30, 8, 10],
  ] as const;
  for (const [useful, longestAllowed, crossingsAllowed] of table) {
    expect(runBounds(useful)).toEqual({longestAllowed, crossingsAllowed});
  }
});

test("values on the line neither end a run nor lengthen it", () => {
  expect(runRules([1, 0, 1, 0, -1, 0, 1])).toMatchObject({useful: 4, longest: 2, crossings: 2});
  expect(runRules([0, 0])).toBe(null);
  expect(runRules([])).toBe(null);
});

test("a level that moves half-way is a signal, a level that alternates is none", () => {
  const half = new Array<number>(10).fill(1);
  expect(runRules([...half, ...half.map((side) => -side)])!.isSignal).toBe(true);
  expect(runRules(half.flatMap((side) => [side, -side]))!.isSignal).toBe(false);
});

test("one bound passed is enough, both just reached is not", () => {
  const run = (side: number, length: number) => new Array<number>(length).fill(side);
  // Of ten, a run of six and two crossings are allowed.
  expect(runRules([...run(1, 6), ...run(-1, 2), ...run(1, 2)])!.isSignal).toBe(false);
  expect(runRules([...run(1, 7), -1, 1, -1])!.isSignal).toBe(true);
  expect(runRules([...run(1, 5), ...run(-1, 5)])!.isSignal).toBe(true);
});

test("crossings and runs fit in the values there are", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(-1, 0, 1), {maxLength: 60}), (sides) => {
      const runs = runRules(sides);
      if (runs === null) return sides.every((side) => side === 0);
      return runs.longest + runs.crossings <= runs.useful && (runs.crossings + 1) * runs.longest >= runs.useful;
    }),
  );
});

test("bounds exist for thousands of values too", () => {
  // Half of the throws less 1.645 standard deviations.
  expect(runBounds(5001).crossingsAllowed).toBe(2442);
});

describe.skipIf(!hasReference)("against qicharts2", () => {
  test.each(["hai_1", "hai_2", "hai_3", "hai_4"])("the bounds and verdicts of every chart in %s", (name) => {
    const rows = referenceCsv(`04-spc/qicharts2_${name}.csv`);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const bounds = runBounds(Number(row["n.useful"]));
      expect(bounds).toEqual({
        longestAllowed: Number(row["longest.run.max"]),
        crossingsAllowed: Number(row["n.crossings.min"]),
      });
      const isSignal =
        Number(row["longest.run"]) > bounds.longestAllowed || Number(row["n.crossings"]) < bounds.crossingsAllowed;
      expect(isSignal ? "1" : "0").toBe(row["runs.signal"]);
    }
  });
});
