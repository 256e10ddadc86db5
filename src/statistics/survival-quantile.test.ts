import {describe, expect, test} from "vitest";
import {expectNear, hasReference, referenceJson} from "../../test/reference.ts";
import {durationsOf, type SurvivalSummary, strataOf, survivalSets} from "../../test/survival-reference.ts";
import {kaplanMeier} from "./kaplan-meier.ts";
import {survivalQuantile} from "./survival-quantile.ts";

const ended = (times: number[]) => times.map((time) => ({time, event: true}));

test("where the survival lies at a half for a while, the median is the middle of that while", () => {
  expect(survivalQuantile(kaplanMeier(ended([2, 4, 8, 9])), 0.5).time).toBe(6);
  expect(survivalQuantile(kaplanMeier(ended([2, 4, 8])), 0.5).time).toBe(4);
});

test("where it stays at a half to the end, the middle up to the last time seen", () => {
  const half = [...ended([2, 4]), {time: 10, event: false}, {time: 10, event: false}];
  expect(survivalQuantile(kaplanMeier(half), 0.5).time).toBe(7);
});

test("has no median while more than half go on", () => {
  expect(survivalQuantile(kaplanMeier([{time: 2, event: false}]), 0.5)).toEqual({time: null, lower: null, upper: null});
  expect(survivalQuantile([], 0.5)).toEqual({time: null, lower: null, upper: null});
});

test("a step below a half at once is the median, and a half within rounding is a half", () => {
  expect(survivalQuantile(kaplanMeier(ended([2, 4, 9])), 0.5).time).toBe(4);
  const step = (time: number, survival: number) => ({...kaplanMeier(ended([1, 2]))[0]!, time, survival});
  expect(survivalQuantile([step(3, 0.5 + 1e-9), step(7, 0.2)], 0.5).time).toBe(5);
  expect(survivalQuantile([step(3, 0.5 - 1e-9), step(7, 0.5 - 1e-9)], 0.5).time).toBe(5);
});

test("of a share that ended long before the last was seen, it is the time of that step", () => {
  expect(survivalQuantile(kaplanMeier(ended([2, 4, 8, 9])), 0.25).time).toBe(3);
  expect(survivalQuantile(kaplanMeier(ended([2, 4, 8, 9])), 0.3).time).toBe(4);
});

test("refuses what has no answer", () => {
  expect(() => survivalQuantile([], 1)).toThrow("p not between 0 and 1: 1");
  expect(() => survivalQuantile([], 0)).toThrow("p not between 0 and 1: 0");
});

describe.skipIf(!hasReference)("against R survival", () => {
  const cases = survivalSets.flatMap(({name, stratum}) =>
    (["log", "log-log", "plain", "logit"] as const).flatMap((interval) => [
      [name, null, interval] as const,
      [name, stratum, interval] as const,
    ]),
  );

  test.each(cases)("the quartiles of %s by %s with the %s interval", (name, stratum, interval) => {
    const summary = referenceJson<SurvivalSummary>(`06-survival/summary_${name}.json`);
    const expected = (stratum === null ? summary.all : summary.by)[interval];
    for (const [at, [, rows]] of strataOf(name, stratum).entries()) {
      const steps = kaplanMeier(durationsOf(rows), interval);
      for (const [index, p] of [0.25, 0.5, 0.75].entries()) {
        const quantile = survivalQuantile(steps, p);
        const of = (list: (number | null)[] | (number | null)[][]) =>
          (stratum === null ? list : (list[at] as (number | null)[]))[index] as number | null;
        expectNear(quantile.time, of(expected.q25_50_75) ?? "");
        expectNear(quantile.lower, of(expected.lower) ?? "");
        expectNear(quantile.upper, of(expected.upper) ?? "");
      }
    }
  });
});
