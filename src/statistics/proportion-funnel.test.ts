import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {expectNear, hasReference, referenceCsv} from "../../test/reference.ts";
import {z95, z998} from "./normal-distribution.ts";
import {proportionFunnel} from "./proportion-funnel.ts";

test("of half in 100 it is one in ten on either side, for two standard deviations", () => {
  const [low, high] = proportionFunnel(0.5, 100, 2);
  expect(low).toBeCloseTo(0.4, 12);
  expect(high).toBeCloseTo(0.6, 12);
});

test("limits hold the average, stay within 0 and 1, and narrow with size", () => {
  const average = fc.double({min: 0, max: 1, noNaN: true});
  fc.assert(
    fc.property(average, fc.integer({min: 1, max: 100_000}), (average, trials) => {
      const [low, high] = proportionFunnel(average, trials);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(average);
      expect(high).toBeGreaterThanOrEqual(average);
      expect(high).toBeLessThanOrEqual(1);
      const [largeLow, largeHigh] = proportionFunnel(average, trials * 2);
      expect(largeHigh - largeLow).toBeLessThanOrEqual(high - low);
      const [wideLow, wideHigh] = proportionFunnel(average, trials, z998);
      expect(wideHigh - wideLow).toBeGreaterThanOrEqual(high - low);
    }),
  );
});

test("no trials, or an average that is no proportion, is a mistake of ours", () => {
  expect(() => proportionFunnel(0.5, 0)).toThrow("trials must be positive: 0");
  expect(() => proportionFunnel(1.1, 10)).toThrow("average not in 0–1: 1.1");
  expect(() => proportionFunnel(0.5, 10, -1)).toThrow("z must not be negative: -1");
  expect(() => proportionFunnel(Number.NaN, 10)).toThrow(RangeError);
});

test("refuses what has no answer", () => {
  expect(() => proportionFunnel(-0.1, 10)).toThrow("average not in 0–1: -0.1");
  expect(() => proportionFunnel(1.1, 10)).toThrow("average not in 0–1: 1.1");
  expect(() => proportionFunnel(0.5, 0)).toThrow("trials must be positive: 0");
  expect(() => proportionFunnel(0.5, 10, -1)).toThrow("z must not be negative: -1");
  expect(proportionFunnel(0.5, 10, 0)).toEqual([0.5, 0.5]);
});

describe.skipIf(!hasReference)("against PHEindicatormethods", () => {
  const units = hasReference
    ? referenceCsv("03-funnel/testdata_funnel_prop_inputs.csv").map((row) => ({
        numerator: Number(row.numerator),
        denominator: Number(row.denominator),
        significance: row.significance,
      }))
    : [];

  test.each([
    ["testdata_funnel_prop_outputs", Number.POSITIVE_INFINITY],
    ["testdata_funnel_prop_outputs_with_axis_variation", 31_000],
  ])("limits along the axis: %s", (name, below) => {
    const average = averageOf(units.filter(({denominator}) => denominator < below));
    const rows = referenceCsv(`03-funnel/${name}.csv`);
    expect(rows).toHaveLength(100);
    for (const row of rows) {
      const limits = (z: number) => proportionFunnel(average, Number(row.Population), z).map((limit) => limit * 100);
      expectNear(average * 100, row.Baseline, 1e-4);
      expectNear(limits(z95)[0], row.Lower2s0025limit, 1e-4);
      expectNear(limits(z95)[1], row.Upper2s0025limit, 1e-4);
      expectNear(limits(z998)[0], row.Lower3s0001limit, 1e-4);
      expectNear(limits(z998)[1], row.Upper3s0001limit, 1e-4);
    }
  });

  test("which of 303 units are more than chance", () => {
    const average = averageOf(units);
    for (const {numerator, denominator, significance} of units) {
      const value = numerator / denominator;
      const [low, high] = proportionFunnel(average, denominator, z95);
      const [lowest, highest] = proportionFunnel(average, denominator, z998);
      const side = value < low ? "Low" : value > high ? "High" : null;
      const level = value < lowest || value > highest ? "0.001" : "0.025";
      expect(side === null ? "Not significant" : `${side} (${level})`).toBe(significance);
    }
  });

  function averageOf(list: typeof units): number {
    const numerator = list.reduce((sum, unit) => sum + unit.numerator, 0);
    return numerator / list.reduce((sum, unit) => sum + unit.denominator, 0);
  }
});
