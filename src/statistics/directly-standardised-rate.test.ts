import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {expectNear, hasReference, referenceCsv, referenceLimits} from "../../test/reference.ts";
import {byarInterval} from "./byar-interval.ts";
import {directlyStandardisedRate, type Stratum} from "./directly-standardised-rate.ts";

test("counts the young and the old as the standard population has them", () => {
  // 1 in 100 of the young and 10 in 100 of the old; the standard has as many of both.
  const standardised = directlyStandardisedRate([
    {events: 9, population: 900, standard: 500},
    {events: 10, population: 100, standard: 500},
  ]);
  expect(standardised?.rate).toBeCloseTo(0.055, 12);
});

test("with fewer than 10 events gives nothing", () => {
  expect(directlyStandardisedRate([{events: 9, population: 100, standard: 1}])).toBeNull();
  expect(directlyStandardisedRate([{events: 10, population: 100, standard: 1}])).not.toBeNull();
});

const stratum = fc.record({
  events: fc.integer({min: 0, max: 500}),
  population: fc.integer({min: 500, max: 100_000}),
  standard: fc.integer({min: 1, max: 10_000}),
});

test("limits hold the rate, and are those of the count when there is one stratum", () => {
  fc.assert(
    fc.property(fc.array(stratum, {minLength: 1, maxLength: 10}), (strata) => {
      const standardised = directlyStandardisedRate(strata);
      if (standardised === null) return;
      const {rate, low, high} = standardised;
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(rate);
      expect(high).toBeGreaterThanOrEqual(rate);
    }),
  );
  const [low, high] = byarInterval(50);
  const single = directlyStandardisedRate([{events: 50, population: 1000, standard: 7}]);
  expectNear(single?.low, low / 1000, 1e-12);
  expectNear(single?.high, high / 1000, 1e-12);
});

test("several events of one person make the limits wider and leave the rate", () => {
  fc.assert(
    fc.property(fc.array(stratum, {minLength: 1, maxLength: 10}), (strata) => {
      const apart = directlyStandardisedRate(strata);
      const repeated = directlyStandardisedRate(strata.map((one) => ({...one, variance: one.events * 2})));
      if (apart === null || repeated === null) return;
      expect(repeated.rate).toBe(apart.rate);
      expect(repeated.high).toBeGreaterThan(apart.high);
      expect(repeated.low).toBeLessThanOrEqual(apart.low);
    }),
  );
});

test("a stratum without people, negative counts or no standard at all are mistakes of ours", () => {
  const good: Stratum = {events: 20, population: 100, standard: 1};
  expect(() => directlyStandardisedRate([{...good, population: 0}])).toThrow("population must be positive: 0");
  expect(() => directlyStandardisedRate([{...good, events: -1}])).toThrow("events must not be negative: -1");
  expect(() => directlyStandardisedRate([good, {...good, standard: -0.5}])).toThrow(
    "standard must not be negative: -0.5",
  );
  expect(() => directlyStandardisedRate([{...good, variance: Number.NaN}])).toThrow(RangeError);
  expect(() => directlyStandardisedRate([{...good, standard: 0}])).toThrow(
    "the standard population must be positive: 0",
  );
  expect(() => directlyStandardisedRate([])).toThrow(RangeError);
});

describe.skipIf(!hasReference)("against PHEindicatormethods", () => {
  // The European Standard Population of 2013, from 0–4 to 90+.
  const european = [
    5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000,
  ];

  function strataOf(area: string): Stratum[] {
    if (area === "testdata_1976") {
      return referenceCsv("02-rates/testdata_DSR_ISR__testdata_1976.csv").map((row) => ({
        events: Number(row.count),
        population: Number(row.pop),
        standard: Number(row.esp1976),
      }));
    }
    const hasRepeats = area.startsWith("testdata_nonind");
    const sheet = hasRepeats ? "testdata_nonindepe" : "testdata_multiarea";
    const rows = referenceCsv(`02-rates/testdata_DSR_ISR__${sheet}.csv`).filter((row) => row.area === area);
    expect(rows).toHaveLength(european.length);
    return rows.map((row, index) => ({
      events: Number(row.count),
      population: Number(row.pop),
      standard: european[index]!,
      // f1 people had one event, f2 had two, …
      variance: hasRepeats ? [1, 2, 3, 4].reduce((sum, n) => sum + n ** 2 * Number(row[`f${n}`]), 0) : undefined,
    }));
  }

  test("rates of all areas, per 10,000 and per 100,000", () => {
    const rows = referenceCsv("02-rates/testdata_DSR_ISR__testresults_DSR.csv");
    let compared = 0;
    for (const row of rows) {
      const strata = strataOf(row.area!);
      expect(strata.reduce((sum, {events}) => sum + events, 0)).toBe(Number(row.total_count));
      expect(strata.reduce((sum, {population}) => sum + population, 0)).toBe(Number(row.total_pop));
      const per = row.statistic === "dsr per 10000" ? 10_000 : 100_000;
      for (const {low, high, z} of referenceLimits(row)) {
        // Upstream never checks these two, and they are ten times too large.
        if (row.area === "testdata_1976" && z > 3) continue;
        const standardised = directlyStandardisedRate(strata, z);
        expectNear(scaled(standardised?.rate, per), row.value);
        expectNear(scaled(standardised?.low, per), low);
        expectNear(scaled(standardised?.high, per), high);
        compared += 1;
      }
    }
    expect(compared).toBe(22);
  });

  function scaled(value: number | undefined, per: number): number | null {
    return value === undefined ? null : value * per;
  }
});
