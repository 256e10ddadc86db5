import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {expectNear, hasReference, referenceCsv} from "../../test/reference.ts";
import {byarInterval} from "./byar-interval.ts";
import {z95, z998} from "./normal-distribution.ts";
import {ratioFunnel} from "./ratio-funnel.ts";

test("limits hold 1, and narrow with the events", () => {
  fc.assert(
    fc.property(fc.integer({min: 1, max: 10_000}), (events) => {
      const [low, high] = ratioFunnel(events);
      expect(low).toBeGreaterThan(0);
      expect(low).toBeLessThan(1);
      expect(high).toBeGreaterThan(1);
      const [nextLow, nextHigh] = ratioFunnel(events + 1);
      expect(nextLow).toBeGreaterThan(low);
      expect(nextHigh).toBeLessThan(high);
    }),
  );
});

test("no events is a mistake of ours", () => {
  expect(() => ratioFunnel(0)).toThrow("events must be positive: 0");
  expect(() => ratioFunnel(-1)).toThrow(RangeError);
  expect(() => ratioFunnel(Number.NaN)).toThrow(RangeError);
});

describe.skipIf(!hasReference)("against PHEindicatormethods", () => {
  const levels = [
    ["2s", z95],
    ["3s", z998],
  ] as const;

  test("ratios along the axis, as a difference from 1 and as a part of 100", () => {
    for (const row of referenceCsv("03-funnel/testdata_funnel_ratio_outputs.csv")) {
      const events = Number(row["Observed_events\n"]);
      for (const [level, z] of levels) {
        const [low, high] = ratioFunnel(events, z);
        expectNear(low - 1, row[`lower_${level}_count`], 1e-4);
        expectNear(low * 100, row[`lower_${level}_isr`], 1e-4);
        expectNear(high - 1, row[`upper_${level}_count`], 1e-4);
        expectNear(high * 100, row[`upper_${level}_isr`], 1e-4);
      }
    }
  });

  // What upstream's own tests make of the rates before they draw the funnel.
  const rates = (hasReference ? referenceCsv("03-funnel/testdata_funnel_rate_input_funnels.csv") : []).map((row) => ({
    events: Number(row.ev),
    people: (100_000 * Number(row.ev)) / Number(row.rate),
  }));
  const [mostEvents, mostPeople] = [
    Math.max(...rates.map(({events}) => events)),
    Math.max(...rates.map(({people}) => people)),
  ];
  const withFive = rates.map(({events, people}) =>
    events === mostEvents ? {events: 5, people: (5 * people) / events} : {events, people},
  );
  const large = rates
    .map(({events, people}) => ({events: events === mostEvents ? 0 : events, people}))
    .filter(({people}) => people > mostPeople / 2);

  test.each([
    ["testdata_funnel_rate_outputs", rates],
    ["testdata_funnel_rate_outputs_2", withFive],
    ["testdata_funnel_rate_outputs_3", large],
  ])("rates per 100,000 over three years, along the axis: %s", (name, list) => {
    const average = averageOf(list);
    const rows = referenceCsv(`03-funnel/${name}.csv`);
    expect(rows).toHaveLength(100);
    for (const row of rows) {
      const events = Number(row.Events);
      expectNear(average * 100_000, row.baseline, 1e-4);
      for (const [level, z] of levels) {
        const [low, high] = ratioFunnel(events, z).map((ratio) => ratio * average);
        expectNear(low! * 100_000, row[`lower_${level}_limit`], 1e-4);
        expectNear(high! * 100_000, row[`upper_${level}_limit`], 1e-4);
        expectNear(events / low! / 3, row[`lower_${level}_population_1_year`], 1e-4);
        expectNear(events / high! / 3, row[`upper_${level}_population_1_year`], 1e-4);
      }
    }
  });

  // Which units are more than chance upstream tells by Byar's interval.
  test("which of 300 ratios are more than chance", () => {
    for (const row of referenceCsv("03-funnel/testdata_funnel_ratio_inputs.csv")) {
      expect(significance(Number(row.obs), Number(row.expected))).toBe(row.significance);
    }
  });

  test.each([
    ["crude_per_100000", "rate_crude_per_100000", 100_000],
    ["crude_per_100", "rate_crude_per_100", 100],
    ["dsr_per_100000", "rate_dsr", 100_000],
  ])(
    "which of 40 rates are more than chance: %s, with and without the unit that has no events",
    (name, rate, times) => {
      const isStandardised = name.startsWith("dsr");
      const units = referenceCsv("03-funnel/testdata_funnel_rate_dsr_inputs.csv").map((row) => {
        const events = Number(row.count);
        return {events, people: events === 0 ? Number(row.pop) : (events / Number(row[rate])) * times, row};
      });
      expect(units).toHaveLength(40);
      const counting = units.filter(({events}) => events > 0);
      for (const [column, list] of [
        [`${name}_with_0`, units],
        [`${name}_without_0`, counting],
      ] as const) {
        // A standardised rate of no events has no size of its own.
        const average = averageOf(isStandardised ? counting : list);
        for (const {events, people, row} of list) {
          const expected = "Not applicable for events less than 10 for dsrs";
          if (isStandardised && events < 10) expect(expected).toBe(row[column]);
          else expect(significance(events, people * average)).toBe(row[column]);
        }
      }
    },
  );

  function significance(observed: number, expected: number): string {
    const [low, high] = byarInterval(observed, z95);
    const [lowest, highest] = byarInterval(observed, z998);
    const side = expected < low ? "High" : expected > high ? "Low" : null;
    const level = expected < lowest || expected > highest ? "0.001" : "0.025";
    return side === null ? "Not significant" : `${side} (${level})`;
  }

  function averageOf(list: readonly {events: number; people: number}[]): number {
    return list.reduce((sum, {events}) => sum + events, 0) / list.reduce((sum, {people}) => sum + people, 0);
  }
});
