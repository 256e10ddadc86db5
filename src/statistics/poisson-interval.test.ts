import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {expectNear, hasReference, referenceCsv} from "../../test/reference.ts";
import {z95, z998} from "./normal-distribution.ts";
import {poissonInterval} from "./poisson-interval.ts";

test("of no events the low bound is 0 and the high one −ln 0.025", () => {
  const [low, high] = poissonInterval(0);
  expect(low).toBe(0);
  expectNear(high, -Math.log(0.025), 1e-12);
});

test("bounds hold the events, rise with them, and narrow in proportion", () => {
  fc.assert(
    fc.property(fc.double({min: 0, max: 1e5, noNaN: true}), (events) => {
      const [low, high] = poissonInterval(events);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(events);
      expect(high).toBeGreaterThan(events);
      const [nextLow, nextHigh] = poissonInterval(events + 1);
      expect(nextLow).toBeGreaterThan(low);
      expect(nextHigh).toBeGreaterThan(high);
      if (events > 0) expect((nextHigh - nextLow) / (events + 1)).toBeLessThan((high - low) / events);
      const [widerLow, widerHigh] = poissonInterval(events, z998);
      expect(widerLow).toBeLessThanOrEqual(low);
      expect(widerHigh).toBeGreaterThan(high);
    }),
  );
});

test("fewer than no events is a mistake of ours", () => {
  expect(() => poissonInterval(-1)).toThrow("events must not be negative: -1");
  expect(() => poissonInterval(Number.NaN)).toThrow(RangeError);
  expect(() => poissonInterval(5, -1)).toThrow(RangeError);
});

describe.skipIf(!hasReference)("against the ratio funnels of PHEindicatormethods", () => {
  test("which numbers of expected events put so many observed on the edge", () => {
    for (const row of referenceCsv("03-funnel/testdata_funnel_ratio_outputs.csv")) {
      const events = Number(row["Observed_events\n"]);
      expectNear(poissonInterval(events, z95)[1], row.lower_2s_exp_events, 1e-4);
      expectNear(poissonInterval(events, z95)[0], row.upper_2s_exp_events, 1e-4);
      expectNear(poissonInterval(events, z998)[1], row.lower_3s_exp_events, 1e-4);
      expectNear(poissonInterval(events, z998)[0], row.upper_3s_exp_events, 1e-4);
    }
  });
});
