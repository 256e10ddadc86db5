import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {expectNear, hasReference, referenceCsv, referenceLimits, referenceNumber} from "../../test/reference.ts";
import {z95, z998} from "./normal-distribution.ts";
import {wilsonInterval} from "./wilson-interval.ts";

test("the interval of 81 in 263 is that of Newcombe (1998)", () => {
  const [low, high] = wilsonInterval(81, 263);
  expect(low).toBeCloseTo(0.2553, 4);
  expect(high).toBeCloseTo(0.3662, 4);
});

const counts = fc
  .integer({min: 1, max: 5000})
  .chain((trials) => fc.tuple(fc.integer({min: 0, max: trials}), fc.constant(trials)));

test("bounds hold the proportion and stay within 0 and 1", () => {
  fc.assert(
    fc.property(counts, ([successes, trials]) => {
      const [low, high] = wilsonInterval(successes, trials);
      const proportion = successes / trials;
      return low >= 0 && high <= 1 && low <= proportion + 1e-12 && high >= proportion - 1e-12;
    }),
  );
});

test("bounds rise with the successes, narrow with more trials and widen with z", () => {
  fc.assert(
    fc.property(counts, fc.double({min: 0.1, max: 4, noNaN: true}), ([successes, trials], z) => {
      const [low, high] = wilsonInterval(successes, trials, z);
      if (successes < trials) {
        const [nextLow, nextHigh] = wilsonInterval(successes + 1, trials, z);
        expect(nextLow).toBeGreaterThan(low);
        expect(nextHigh).toBeGreaterThan(high - 1e-12);
      }
      const [tenfoldLow, tenfoldHigh] = wilsonInterval(successes * 10, trials * 10, z);
      expect(tenfoldHigh - tenfoldLow).toBeLessThan(high - low);
      const [widerLow, widerHigh] = wilsonInterval(successes, trials, z * 1.1);
      expect(widerHigh - widerLow).toBeGreaterThan(high - low);
    }),
  );
});

test("more successes than trials, or no trials, is a mistake of ours", () => {
  expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
  expect(() => wilsonInterval(-1, 2)).toThrow(RangeError);
  expect(() => wilsonInterval(0, 0)).toThrow("trials must be at least 1: 0");
  expect(() => wilsonInterval(Number.NaN, 5)).toThrow(RangeError);
});

describe.skipIf(!hasReference)("against PHEindicatormethods", () => {
  test("intervals of counts", () => {
    const rows = referenceCsv("02-rates/testdata_Byars_Wilson__testdata_B_W.csv").filter(
      (row) => row.method === "Wilson",
    );
    expect(rows).toHaveLength(6);
    for (const {x, n, confidence, lowercl, uppercl} of rows) {
      const [low, high] = wilsonInterval(Number(x), Number(n), confidence === "95%" ? z95 : z998);
      expectNear(low, lowercl);
      expectNear(high, uppercl);
    }
  });

  test.each(["testdata_Prop", "testdata_Prop_g"])("proportions, as a part of 1 and of 100: %s", (sheet) => {
    for (const row of referenceCsv(`02-rates/testdata_Proportion__${sheet}.csv`)) {
      const [numerator, denominator, multiplier] = [row.Numerator, row.Denominator, row.multiplier].map(
        referenceNumber,
      );
      if (row.value === "") {
        expect(() => wilsonInterval(numerator!, denominator!)).toThrow(RangeError);
        continue;
      }
      expectNear((numerator! / denominator!) * multiplier!, row.value);
      for (const {low, high, z} of referenceLimits(row)) {
        const limits = wilsonInterval(numerator!, denominator!, z);
        expectNear(limits[0] * multiplier!, low);
        expectNear(limits[1] * multiplier!, high);
      }
    }
  });

  test("children by tenth of deprivation, in percent", () => {
    const rows = referenceCsv("02-rates/NCMP_testdata.csv");
    expect(rows).toHaveLength(240);
    for (const row of rows) {
      const [low, high] = wilsonInterval(Number(row.Count), Number(row.Measured), z95);
      expectNear(low * 100, row.LCL);
      expectNear(high * 100, row.UCL);
    }
  });
});
