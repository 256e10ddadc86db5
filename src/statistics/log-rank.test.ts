import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {expectNear, hasReference, referenceJson} from "../../test/reference.ts";
import {durationsOf, type SurvivalSummary, strataOf, survivalSets} from "../../test/survival-reference.ts";
import {logRank} from "./log-rank.ts";

const duration = fc.record({time: fc.integer({min: 1, max: 12}), event: fc.boolean()});
const group = fc.array(duration, {minLength: 1, maxLength: 15});

test("groups that are alike do not differ", () => {
  const same = [
    {time: 2, event: true},
    {time: 5, event: true},
    {time: 6, event: false},
  ];
  const {chiSquare, p, degrees} = logRank([same, same, same])!;
  expect([chiSquare, p, degrees]).toEqual([0, 1, 2]);
});

test("where nothing ended, or groups were never there together, nothing can be told", () => {
  const waiting = [{time: 3, event: false}];
  expect(logRank([waiting, waiting])).toBe(null);
  const late = [{time: 9, event: true, entry: 5}];
  expect(logRank([[{time: 3, event: true}], late])).toBe(null);
});

test("a group of which nothing could be seen counts for no degree of freedom", () => {
  const seen = [2, 3, 5].map((time) => ({time, event: true}));
  const {degrees} = logRank([seen, [{time: 1, event: false}], [4, 6, 7].map((time) => ({time, event: true}))])!;
  expect(degrees).toBe(1);
});

test("who is seen from later on is not at risk before, and is from then on", () => {
  const [a, b] = [[2, 8].map((time) => ({time, event: true})), [{time: 4, event: true}]];
  const expectedWith = (late: {time: number; event: boolean; entry: number}) =>
    logRank([a, [...b, late]])!.groups[1]!.expected;
  // One of three at 2, one of two at 4, and one of two at 8 if the late one is still there.
  expect(expectedWith({time: 6, event: false, entry: 5})).toBeCloseTo(1 / 3 + 1 / 2, 12);
  expect(expectedWith({time: 9, event: false, entry: 5})).toBeCloseTo(1 / 3 + 1 / 2 + 1 / 2, 12);
});

test("as many events are expected as there are, whatever the order of the groups", () => {
  fc.assert(
    fc.property(group, group, group, fc.constantFrom("equal", "early"), (a, b, c, weight) => {
      const result = logRank([a, b, c], weight);
      const turned = logRank([c, a, b], weight);
      expect(turned === null).toBe(result === null);
      if (result === null || turned === null) return;
      const total = (key: "observed" | "expected") => result.groups.reduce((sum, one) => sum + one[key], 0);
      expect(total("observed")).toBeCloseTo(total("expected"), 9);
      expect(turned.chiSquare).toBeCloseTo(result.chiSquare, 6);
      expect(result.p).toBeGreaterThanOrEqual(0);
      expect(result.p).toBeLessThanOrEqual(1);
    }),
  );
});

test("who is seen from the very time of an event is not at risk of it", () => {
  const one = [
    {time: 2, event: true},
    {time: 5, event: true},
  ];
  const other = [
    {time: 4, event: true},
    {time: 6, event: false},
  ];
  const from = (entry: number) => logRank([one, [...other, {time: 9, entry, event: false}]])!;
  expect(from(2)).toEqual(from(3));
  expect(from(2).chiSquare).not.toBeCloseTo(from(1).chiSquare, 6);
});

test("a time at which nobody's ended, but somebody was last seen, is no time to compare at", () => {
  const result = logRank([
    [
      {time: 1, event: false},
      {time: 2, event: true},
    ],
    [
      {time: 2, event: false},
      {time: 3, event: true},
    ],
  ])!;
  // At 2 one of three; at 3 the last one, alone.
  expect(result.groups[0]!.expected).toBeCloseTo(1 / 3, 12);
  expect(result.chiSquare).toBeCloseTo((2 / 3) ** 2 / (2 / 9), 12);
});

test("refuses what has no answer", () => {
  expect(() => logRank([[{time: 1, event: true}]])).toThrow("groups to compare must be at least 2: 1");
  expect(() => logRank([[], [{time: 1, event: true}]])).toThrow(RangeError);
});

describe.skipIf(!hasReference)("against R survival", () => {
  test.each(survivalSets.flatMap(({name, stratum}) => [0, 1].map((rho) => [name, stratum, rho as 0 | 1] as const)))(
    "the test of %s by %s with rho %i",
    (name, stratum, rho) => {
      const expected = referenceJson<SurvivalSummary>(`06-survival/summary_${name}.json`).by[`logrank_rho${rho}`];
      const groups = strataOf(name, stratum).map(([, rows]) => durationsOf(rows));
      const {groups: counts, chiSquare, degrees, p} = logRank(groups, rho === 0 ? "equal" : "early")!;
      for (const [index, {observed, expected: alike}] of counts.entries()) {
        expectNear(observed, expected.observed[index]);
        expectNear(alike, expected.expected[index]);
      }
      expectNear(chiSquare, expected.chisq);
      expect(degrees).toBe(expected.df);
      expectNear(p, expected.p);
    },
  );
});
