import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {expectNear, hasReference, referenceJson} from "../../test/reference.ts";
import {durationsOf, type SurvivalSummary, strataOf, survivalSets} from "../../test/survival-reference.ts";
import {kaplanMeier} from "./kaplan-meier.ts";
import {restrictedMean} from "./restricted-mean.ts";

test("without censoring it is the mean of the times, cut off at the limit", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({min: 1, max: 20}), {minLength: 1}),
      fc.integer({min: 1, max: 30}),
      (times, limit) => {
        const cut = times.map((time) => Math.min(time, limit));
        const steps = kaplanMeier(times.map((time) => ({time, event: true})));
        expect(restrictedMean(steps, limit).mean).toBeCloseTo(cut.reduce((a, b) => a + b) / cut.length, 9);
      },
    ),
  );
});

test("when nothing has ended it is the limit", () => {
  expect(restrictedMean(kaplanMeier([{time: 3, event: false}]), 10)).toEqual({mean: 10, standardError: 0});
  expect(restrictedMean([], 10)).toEqual({mean: 10, standardError: 0});
});

test("refuses what has no answer", () => {
  expect(() => restrictedMean([], 0)).toThrow("limit must be finite and above 0: 0");
});

describe.skipIf(!hasReference)("against R survival", () => {
  test.each(survivalSets.flatMap(({name, stratum}) => [[name, null] as const, [name, stratum] as const]))(
    "the restricted mean of %s by %s",
    (name, stratum) => {
      const summary = referenceJson<SurvivalSummary>(`06-survival/summary_${name}.json`);
      const {tau, value, se} = (stratum === null ? summary.all : summary.by).rmean;
      for (const [at, [, rows]] of strataOf(name, stratum).entries()) {
        const {mean, standardError} = restrictedMean(kaplanMeier(durationsOf(rows)), tau);
        expectNear(mean, [value].flat()[at]);
        expectNear(standardError, [se].flat()[at]);
      }
    },
  );
});
