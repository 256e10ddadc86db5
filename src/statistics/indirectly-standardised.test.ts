import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {expectNear, hasReference, referenceCsv, referenceLimits} from "../../test/reference.ts";
import {byarInterval} from "./byar-interval.ts";
import {indirectlyStandardisedRate} from "./indirectly-standardised-rate.ts";
import {indirectlyStandardisedRatio, type ReferenceStratum} from "./indirectly-standardised-ratio.ts";

// In the reference 1 in 100 of the young and 10 in 100 of the old; the area has 1,000 young and 100 old.
const strata: ReferenceStratum[] = [
  {population: 1000, referenceEvents: 10, referencePopulation: 1000},
  {population: 100, referenceEvents: 100, referencePopulation: 1000},
];

test("lays what was observed beside what the reference would have had", () => {
  const ratio = indirectlyStandardisedRatio(30, strata);
  expect(ratio).toMatchObject({expected: 20, ratio: 1.5});
  const [low, high] = byarInterval(30);
  expect(ratio).toMatchObject({low: low / 20, high: high / 20});
});

test("as a rate is the ratio times the rate of the reference", () => {
  const rate = indirectlyStandardisedRate(30, strata);
  expect(rate?.referenceRate).toBeCloseTo(0.055, 12);
  expect(rate?.rate).toBeCloseTo(0.0825, 12);
});

test("with nothing to be expected gives nothing", () => {
  const nobody = [{population: 0, referenceEvents: 5, referencePopulation: 100}];
  expect(indirectlyStandardisedRatio(0, nobody)).toBeNull();
  expect(indirectlyStandardisedRate(3, nobody)).toBeNull();
  expect(indirectlyStandardisedRatio(0, [])).toBeNull();
});

test("limits hold the ratio, and are relatively narrower for an area ten times as large", () => {
  fc.assert(
    fc.property(fc.integer({min: 0, max: 5000}), fc.integer({min: 1, max: 100_000}), (observed, population) => {
      const people = (times: number) => [{population: population * times, referenceEvents: 7, referencePopulation: 90}];
      const {ratio, low, high} = indirectlyStandardisedRatio(observed, people(1))!;
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(ratio);
      expect(high).toBeGreaterThanOrEqual(ratio);
      const large = indirectlyStandardisedRatio(observed * 10, people(10))!;
      expect(large.high - large.low).toBeLessThan(high - low);
    }),
  );
});

test("negative counts and a reference without people are mistakes of ours", () => {
  const good = strata[0]!;
  expect(() => indirectlyStandardisedRatio(-1, strata)).toThrow("events must not be negative: -1");
  expect(() => indirectlyStandardisedRatio(Number.NaN, strata)).toThrow(RangeError);
  expect(() => indirectlyStandardisedRatio(1, [{...good, population: -1}])).toThrow(RangeError);
  expect(() => indirectlyStandardisedRatio(1, [{...good, referenceEvents: -1}])).toThrow(RangeError);
  expect(() => indirectlyStandardisedRate(1, [{...good, referencePopulation: 0}])).toThrow(
    "referencePopulation must be positive: 0",
  );
});

describe.skipIf(!hasReference)("against PHEindicatormethods", () => {
  // Two areas of the results are others with a new name.
  const areas = new Map([
    ["Area1", "testdata_big"],
    ["Area2", "testdata_small"],
  ]);
  const observedOf = new Map(
    referenceRows("testdata_multiarea_lookup").map((row) => [row.area!, Number(row.total_count)]),
  );

  function referenceRows(sheet: string): Record<string, string>[] {
    return hasReference ? referenceCsv(`02-rates/testdata_DSR_ISR__${sheet}.csv`) : [];
  }

  function strataOf(area: string): ReferenceStratum[] {
    const bands = referenceRows("refdata");
    const people = referenceRows("testdata_multiarea").filter((row) => row.area === (areas.get(area) ?? area));
    expect(people).toHaveLength(bands.length);
    return people.map((row, index) => ({
      // Area1 is the large area without anybody of 5–9.
      population: area === "Area1" && row.ageband === "5-9" ? 0 : Number(row.pop),
      referenceEvents: Number(bands[index]!.refcount),
      referencePopulation: Number(bands[index]!.refpop),
    }));
  }

  test("rates and ratios of all areas, by any multiplier", () => {
    const rows = referenceRows("testresults_ISR");
    expect(rows).toHaveLength(16);
    for (const row of rows) {
      const observed = observedOf.get(areas.get(row.area!) ?? row.area!)!;
      expect(observed).toBe(Number(row.observed));
      const times = Number(/\d+$/.exec(row.statistic!)![0]);
      for (const {low, high, z} of referenceLimits(row).filter((limits) => limits.low !== "")) {
        const ratio = indirectlyStandardisedRatio(observed, strataOf(row.area!), z)!;
        expectNear(ratio.expected, row.expected);
        if (row.ref_rate === "") {
          expectNear(ratio.ratio * times, row.value);
          expectNear(ratio.low * times, low);
          expectNear(ratio.high * times, high);
        } else {
          const rate = indirectlyStandardisedRate(observed, strataOf(row.area!), z)!;
          expectNear(rate.referenceRate * times, row.ref_rate);
          expectNear(rate.rate * times, row.value);
          expectNear(rate.low * times, low);
          expectNear(rate.high * times, high);
        }
      }
    }
  });

  test("the same when each area brings its own reference", () => {
    const rows = referenceRows("testdata_multiarea_isr");
    for (const expected of referenceRows("testresults_ISR").slice(6, 9)) {
      const strata = rows
        .filter((row) => row.area === expected.area)
        .map((row) => ({
          population: Number(row.pop),
          referenceEvents: Number(row.refcount),
          referencePopulation: Number(row.refpop),
        }));
      expectNear(indirectlyStandardisedRatio(Number(expected.observed), strata)?.expected, expected.expected);
    }
  });
});
