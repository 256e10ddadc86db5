import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {expectNear, hasReference, referenceCsv, referenceJson} from "../../test/reference.ts";
import {durationsOf, type SurvivalSummary, strataOf, survivalSets} from "../../test/survival-reference.ts";
import {type Duration, kaplanMeier, survivalAt} from "./kaplan-meier.ts";

test("who still waits counts as long as we know that they wait", () => {
  const waits = [
    {time: 2, event: true},
    {time: 3, event: false},
    {time: 4, event: true},
  ];
  expect(kaplanMeier(waits)).toMatchObject([
    {time: 2, atRisk: 3, survival: 2 / 3},
    {time: 3, atRisk: 2, survival: 2 / 3, censored: 1},
    {time: 4, atRisk: 1, survival: 0, logStandardError: null, lower: null, upper: null},
  ]);
});

test("what began before we looked counts from when we saw it", () => {
  const seenLate = [
    {time: 2, event: true},
    {time: 5, event: true, entry: 2},
    {time: 5, event: false, entry: 4},
  ];
  expect(kaplanMeier(seenLate).map(({atRisk}) => atRisk)).toEqual([1, 2]);
});

test("when all are censored nothing has ended, and for some intervals nothing can be said", () => {
  const waiting = [{time: 3, event: false}];
  expect(kaplanMeier(waiting)).toMatchObject([{survival: 1, logStandardError: 0, lower: 1, upper: 1}]);
  expect(kaplanMeier(waiting, "log-log")).toMatchObject([{survival: 1, lower: null, upper: null}]);
  expect(kaplanMeier(waiting, "logit")).toMatchObject([{survival: 1, lower: null, upper: null}]);
});

test.each([
  ["plain", 0.2809, 0.7191],
  ["log", 0.3226, 0.775],
  ["log-log", 0.2713, 0.6919],
  ["logit", 0.2939, 0.7061],
] as const)("the %s interval of ten ended of twenty", (interval, lower, upper) => {
  const [half] = kaplanMeier(
    Array.from({length: 20}, (_, index) => ({time: index < 10 ? 1 : 2, event: true})),
    interval,
  );
  // Greenwood: the root of 10 over 20 times 10.
  expect(half!.logStandardError).toBeCloseTo(Math.sqrt(0.05), 12);
  expect(half!.lower).toBeCloseTo(lower, 4);
  expect(half!.upper).toBeCloseTo(upper, 4);
});

test("of nothing there are no steps, and none have ended", () => {
  expect(kaplanMeier([])).toEqual([]);
  expect(survivalAt([], 5)).toEqual({survival: 1, standardError: 0, lower: 1, upper: 1, atRisk: 0});
});

const durations: fc.Arbitrary<Duration[]> = fc.array(
  fc.record({time: fc.integer({min: 1, max: 12}), event: fc.boolean()}),
  {minLength: 1, maxLength: 30},
);

test("without censoring it is the share that lasts longer", () => {
  fc.assert(
    fc.property(durations, (drawn) => {
      const ended = drawn.map(({time}) => ({time, event: true}));
      for (const {time, survival} of kaplanMeier(ended)) {
        expect(survival).toBeCloseTo(ended.filter((one) => one.time > time).length / ended.length, 12);
      }
    }),
  );
});

test("survival falls from 1, within its bounds, and nobody is lost", () => {
  fc.assert(
    fc.property(durations, fc.constantFrom("log", "log-log", "plain", "logit"), (drawn, interval) => {
      let last = 1;
      let left = drawn.length;
      for (const step of kaplanMeier(drawn, interval)) {
        expect(step.atRisk).toBe(left);
        left -= step.events + step.censored;
        expect(step.survival).toBeGreaterThanOrEqual(0);
        expect(step.survival).toBeLessThanOrEqual(last);
        if (step.lower !== null) {
          expect(step.lower).toBeGreaterThanOrEqual(0);
          expect(step.lower).toBeLessThanOrEqual(step.survival + 1e-12);
          expect(step.upper).toBeGreaterThanOrEqual(step.survival - 1e-12);
          expect(step.upper).toBeLessThanOrEqual(1);
        }
        last = step.survival;
      }
      expect(left).toBe(0);
    }),
  );
});

test("who came in later counts from then on, in whatever order they are listed", () => {
  const late = [
    {time: 9, entry: 5, event: true},
    {time: 4, entry: 1, event: true},
    {time: 7, entry: 3, event: false},
    {time: 8, event: true},
  ];
  expect(kaplanMeier(late).map(({time, atRisk}) => [time, atRisk])).toEqual([
    [4, 3],
    [7, 3],
    [8, 2],
    [9, 1],
  ]);
  expect(kaplanMeier([...late].reverse())).toEqual(kaplanMeier(late));
});

test("what ended at once lasted 0", () => {
  const steps = kaplanMeier([
    {time: 0, event: true},
    {time: 3, event: true},
  ]);
  expect(steps.map(({time, survival}) => [time, survival])).toEqual([
    [0, 0.5],
    [3, 0],
  ]);
});

test("refuses what has no answer", () => {
  expect(() => kaplanMeier([{time: -1, event: true}])).toThrow("time must be finite and at least 0: -1");
  expect(() => kaplanMeier([{time: Number.NaN, event: true}])).toThrow(RangeError);
  expect(() => kaplanMeier([{time: 3, event: true, entry: 3}])).toThrow("entry must be before 3: 3");
});

describe.skipIf(!hasReference)("against R survival", () => {
  test.each(survivalSets.flatMap(({name, stratum}) => [[name, null] as const, [name, stratum] as const]))(
    "every step of %s by %s",
    (name, stratum) => {
      const expected = referenceCsv(`06-survival/km_${name}_${stratum === null ? "all" : `by_${stratum}`}.csv`);
      let seen = 0;
      for (const [value, rows] of strataOf(name, stratum)) {
        const ofStratum = expected.filter(({strata}) => strata === value);
        const steps = kaplanMeier(durationsOf(rows));
        expect(steps).toHaveLength(ofStratum.length);
        for (const [index, step] of steps.entries()) {
          const row = ofStratum[index]!;
          expect([step.time, step.atRisk, step.events, step.censored]).toEqual(
            [row.time, row.n_risk, row.n_event, row.n_censor].map(Number),
          );
          expectNear(step.survival, row.surv);
          expectNear(step.logStandardError, row.std_err_cumhaz);
          expectNear(step.lower, row.lower95);
          expectNear(step.upper, row.upper95);
          expectNear(step.cumulatedHazard, row.nelson_aalen);
        }
        seen += steps.length;
      }
      expect(seen).toBe(expected.length);
    },
  );

  test.each(survivalSets.flatMap(({name, stratum}) => [[name, null] as const, [name, stratum] as const]))(
    "the survival at chosen times of %s by %s",
    (name, stratum) => {
      const summary = referenceJson<SurvivalSummary>(`06-survival/summary_${name}.json`);
      const expected = (stratum === null ? summary.all : summary.by).at_times;
      let seen = 0;
      for (const [value, rows] of strataOf(name, stratum)) {
        const steps = kaplanMeier(durationsOf(rows));
        for (const row of expected.filter(({strata}) => strata.replace(/.*=/, "") === value)) {
          const at = survivalAt(steps, row.time);
          expectNear(at.survival, row.surv);
          expectNear(at.standardError, row.se ?? "");
          expectNear(at.lower, row.lower ?? "");
          expectNear(at.upper, row.upper ?? "");
          expect(at.atRisk).toBe(row.n_risk);
          seen++;
        }
      }
      expect(seen).toBe(expected.length);
    },
  );
});
