import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {expectNear, hasReference, referenceCsv, referenceJson} from "../../test/reference.ts";
import {aalenJohansen, type CompetingDuration} from "./aalen-johansen.ts";
import {kaplanMeier, survivalAt} from "./kaplan-meier.ts";

const durations: fc.Arbitrary<CompetingDuration[]> = fc.array(
  fc.record({time: fc.integer({min: 1, max: 10}), cause: fc.constantFrom(null, "as planned", "early", "moved")}),
  {minLength: 1, maxLength: 30},
);

test("all go on or have ended in one of the ways, at every time", () => {
  fc.assert(
    fc.property(durations, (drawn) => {
      for (const {goesOn, ended} of aalenJohansen(drawn)) {
        const shares = [goesOn, ...Object.values(ended)].map(({share}) => share);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        for (const share of shares) expect(share).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test("what goes on is as Kaplan and Meier have it, and its error as Greenwood has it", () => {
  fc.assert(
    fc.property(durations, (drawn) => {
      const steps = kaplanMeier(drawn.map(({time, cause}) => ({time, event: cause !== null})));
      for (const {time, goesOn} of aalenJohansen(drawn)) {
        const {survival, standardError} = survivalAt(steps, time);
        expect(goesOn.share).toBeCloseTo(survival, 12);
        if (standardError !== null) expect(goesOn.standardError).toBeCloseTo(standardError, 9);
      }
    }),
  );
});

test("without censoring it is the share that ended so, with the error of a share", () => {
  const seen = ["early", "early", "moved", "early"].map((cause, index) => ({time: index + 1, cause}));
  const last = aalenJohansen(seen).at(-1)!;
  expect(last.ended.early!.share).toBeCloseTo(0.75, 12);
  expect(last.ended.early!.standardError).toBeCloseTo(Math.sqrt((0.75 * 0.25) / 4), 12);
});

test("every step names each way of ending that was seen, in order of name, from time 0", () => {
  const [first] = aalenJohansen([
    {time: 0, cause: "moved"},
    {time: 1, cause: null},
    {time: 2, cause: "early"},
  ]);
  expect(first).toMatchObject({time: 0, atRisk: 3});
  expect(Object.entries(first!.ended).map(([cause, {share}]) => [cause, share])).toEqual([
    ["early", 0],
    ["moved", 1 / 3],
  ]);
});

test("of nothing, or of those that all go on, there are no steps", () => {
  expect(aalenJohansen([])).toEqual([]);
  expect(aalenJohansen([{time: 3, cause: null}])).toEqual([]);
});

test("refuses what has no answer", () => {
  expect(() => aalenJohansen([{time: -1, cause: null}])).toThrow("time must be finite and at least 0: -1");
});

describe.skipIf(!hasReference)("against R survival", () => {
  test("the shares and their errors at every time of mgus2", () => {
    const expected = referenceJson<{time: number[]; pstate: number[][]; se: number[][]}>(
      "06-survival/summary_mgus2_competing.json",
    );
    const causes: Record<string, string | null> = {0: null, 1: "pcm", 2: "death"};
    const rows = referenceCsv("06-survival/data_mgus2_competing.csv");
    const steps = aalenJohansen(rows.map(({time, event}) => ({time: Number(time), cause: causes[event!]!})));
    for (const [index, time] of expected.time.entries()) {
      const {goesOn, ended} = steps.findLast((step) => step.time <= time)!;
      for (const [at, {share, standardError}] of [goesOn, ended.pcm!, ended.death!].entries()) {
        expectNear(share, expected.pstate[index]![at]);
        expectNear(standardError, expected.se[index]![at]);
      }
    }
  });
});
