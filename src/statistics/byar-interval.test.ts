import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {expectNear, hasReference, referenceCsv, referenceLimits, referenceNumber} from "../../test/reference.ts";
import {byarFormula, byarInterval} from "./byar-interval.ts";
import {z95, z998} from "./normal-distribution.ts";
import {poissonInterval} from "./poisson-interval.ts";

test("is exact below 10 events and Byar's from 10", () => {
  expect(byarInterval(9)).toEqual(poissonInterval(9));
  expect(byarInterval(10)).toEqual(byarFormula(10, z95));
});

test("of no events runs from 0", () => {
  expect(byarInterval(0)[0]).toBe(0);
});

test("the formula fails for one event and 99.8 %", () => {
  expect(byarFormula(1, z998)[0]).toBeNull();
});

test("from 10 events it is within 0.3 % of exact", () => {
  fc.assert(
    fc.property(fc.integer({min: 10, max: 100_000}), (events) => {
      const [low, high] = byarInterval(events);
      const [exactLow, exactHigh] = poissonInterval(events);
      expectNear(low, exactLow, 0.003);
      expectNear(high, exactHigh, 0.003);
    }),
  );
});

test("bounds hold the events, and narrow in proportion", () => {
  const z = fc.double({min: 0, max: 8, noNaN: true});
  fc.assert(
    fc.property(fc.integer({min: 0, max: 100_000}), z, (events, z) => {
      const [low, high] = byarInterval(events, z);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(events);
      expect(high).toBeGreaterThanOrEqual(events);
      const [tenfoldLow, tenfoldHigh] = byarInterval(events * 10 + 10, z);
      expect((tenfoldHigh - tenfoldLow) / (events * 10 + 10)).toBeLessThanOrEqual((high - low) / events);
    }),
  );
});

test("fewer than no events is a mistake of ours", () => {
  expect(() => byarInterval(-1)).toThrow("events must not be negative: -1");
  expect(() => byarInterval(Number.NaN)).toThrow(RangeError);
  expect(() => byarInterval(20, -1)).toThrow(RangeError);
  expect(() => byarFormula(0, z95)).toThrow("events must be positive: 0");
});

describe.skipIf(!hasReference)("against PHEindicatormethods", () => {
  test("Byar's formula for counts of any size", () => {
    const rows = referenceCsv("02-rates/testdata_Byars_Wilson__testdata_B_W.csv").filter(
      (row) => row.method === "Byars",
    );
    expect(rows).toHaveLength(7);
    for (const {x, confidence, lowercl, uppercl} of rows) {
      const [low, high] = byarFormula(Number(x), confidence === "95%" ? z95 : z998);
      expectNear(low, lowercl);
      expectNear(high, uppercl);
    }
  });

  test.each(["testdata_Rate", "testdata_Rate_g"])("rates per 100 and per 100,000: %s", (sheet) => {
    for (const row of referenceCsv(`02-rates/testdata_Rate__${sheet}.csv`)) {
      const [numerator, denominator, multiplier] = [row.Numerator, row.Denominator, row.multiplier].map(
        referenceNumber,
      );
      const scale = multiplier! / denominator!;
      if (row.value === "") {
        expect(numerator! * scale).toBeNaN();
        continue;
      }
      expectNear(numerator! * scale, row.value);
      for (const {low, high, z} of referenceLimits(row)) {
        const limits = byarInterval(numerator!, z);
        expectNear(limits[0] * scale, low);
        expectNear(limits[1] * scale, high);
      }
    }
  });
});
