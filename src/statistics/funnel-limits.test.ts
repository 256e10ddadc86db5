import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {expectNear, hasReference, referenceCsv, referenceJson} from "../../test/reference.ts";
import {type FunnelLimits, type FunnelPoint, funnelLimits} from "./funnel-limits.ts";
import type {FunnelKind, FunnelUnit} from "./funnel-scales.ts";

const kinds: FunnelKind[] = ["SR-SHMI", "SR-CQC", "PR", "RC"];

test("unadjusted limits of a standardised ratio are those that FunnelPlotR publishes", () => {
  const {points} = funnelLimits(
    [15, 20, 30].map((denominator) => ({numerator: denominator, denominator})),
    "SR-CQC",
  );
  const limits = points.map(({unadjusted: {low95, high95, low998, high998}}) => [low95, high95, low998, high998]);
  const published = [
    [0.5596924, 1.649348, 0.386265, 2.082907],
    [0.610826, 1.544419, 0.4479107, 1.902094],
    [0.6746958, 1.427562, 0.5289724, 1.702771],
  ];
  for (const [unit, bounds] of published.entries()) {
    for (const [bound, limit] of bounds.entries()) expectNear(limits[unit]![bound], limit, 1e-6);
  }
});

test("units that differ by chance alone leave the limits as they are", () => {
  const units = [90, 100, 110, 95, 105, 102, 98, 100].map((numerator) => ({numerator, denominator: 1000}));
  const {phi, tau2, points} = funnelLimits(units, "PR");
  expect(phi).toBeLessThan(1);
  expect(tau2).toBe(0);
  for (const {unadjusted, adjusted} of points) expect(adjusted).toEqual(unadjusted);
});

test.each(kinds)("the curves pass through the limits of each unit: %s", (kind) => {
  const units = [30, 60, 90, 40, 200].map((numerator, at) => ({numerator, denominator: 200 + 100 * at}));
  const {points, limitsAt} = funnelLimits(units, kind);
  for (const [at, {adjusted}] of points.entries()) expect(limitsAt(units[at]!.denominator)).toEqual(adjusted);
});

test("units that differ by more make wider limits, and one odd unit among them hardly does", () => {
  const usual = [50, 70, 90, 110, 130, 150, 60, 140, 100, 120, 80, 100].map((numerator) => ({
    numerator,
    denominator: 100,
  }));
  const width = ({adjusted}: FunnelPoint) => adjusted.high95 - adjusted.low95;
  const without = funnelLimits(usual, "SR-CQC");
  expect(without.phi).toBeGreaterThan(5);
  expect(width(without.points[0]!)).toBeGreaterThan(1);
  const {points} = funnelLimits([...usual, {numerator: 900, denominator: 100}], "SR-CQC");
  expect(width(points[0]!)).toBeLessThan(1.2 * width(without.points[0]!));
  expect(points.at(-1)!.value).toBeGreaterThan(points.at(-1)!.adjusted.high998);
});

test.each(kinds)("one unit, and units that are all equal, have limits without overdispersion: %s", (kind) => {
  for (const count of [1, 2, 30]) {
    const {phi, tau2, points} = funnelLimits(new Array(count).fill({numerator: 40, denominator: 40}), kind);
    expect(phi).toBeCloseTo(0, 12);
    expect(tau2).toBe(0);
    expectOrdered(points[0]!.adjusted);
  }
});

test("a standardised ratio without events has no place on the log scale, and no say in phi", () => {
  const units = [0, 12, 9, 11].map((numerator) => ({numerator, denominator: 10}));
  const {phi, points} = funnelLimits(units, "SR-SHMI");
  expect(points[0]).toMatchObject({value: 0, zScore: null});
  expect(phi).toBe(funnelLimits(units.slice(1), "SR-SHMI").phi);
  expect(funnelLimits([{numerator: 0, denominator: 10}], "SR-SHMI")).toMatchObject({phi: null, tau2: 0});
});

const unit = fc
  .integer({min: 1, max: 50_000})
  .chain((denominator) =>
    fc.record({numerator: fc.integer({min: 0, max: denominator}), denominator: fc.constant(denominator)}),
  );

test.each(kinds)("limits are numbers in order, hold the target and are not narrowed by overdispersion: %s", (kind) => {
  fc.assert(
    fc.property(fc.array(unit, {minLength: 1, maxLength: 25}), (units) => {
      fc.pre(kind !== "RC" || units.some(({numerator}) => numerator > 0));
      const {target, tau2, points} = funnelLimits(units, kind);
      expect(tau2).toBeGreaterThanOrEqual(0);
      for (const {unadjusted, adjusted} of points) {
        for (const limits of [unadjusted, adjusted]) {
          expectOrdered(limits);
          expect(limits.low95).toBeLessThanOrEqual(target + 1e-9);
          expect(limits.high95).toBeGreaterThanOrEqual(target - 1e-9);
          if (kind === "PR") expect(limits.high998).toBeLessThanOrEqual(1);
        }
        if (kind === "PR" || kind === "RC") {
          expect(adjusted.low998).toBeLessThanOrEqual(unadjusted.low998);
          expect(adjusted.high998).toBeGreaterThanOrEqual(unadjusted.high998);
        }
      }
      const bySize = [...points.keys()].sort((a, b) => units[a]!.denominator - units[b]!.denominator);
      const widths = bySize.map((index) => points[index]!.adjusted.high95 - points[index]!.adjusted.low95);
      for (const [index, width] of widths.entries())
        expect(width).toBeLessThanOrEqual((widths[index - 1] ?? width) + 1e-9);
    }),
  );
});

test("no units, or counts outside their bounds, are mistakes of ours", () => {
  expect(() => funnelLimits([], "PR")).toThrow("a funnel needs at least one unit");
  expect(() => funnelLimits([{numerator: 1, denominator: 0}], "RC")).toThrow("denominator must be positive: 0");
  expect(() => funnelLimits([{numerator: -1, denominator: 2}], "SR-CQC")).toThrow("numerator must not be negative: -1");
  expect(() => funnelLimits([{numerator: 3, denominator: 2}], "PR")).toThrow("numerator above 2: 3");
  expect(() => funnelLimits([{numerator: Number.NaN, denominator: 2}], "PR")).toThrow(RangeError);
  expect(() => funnelLimits([{numerator: 0, denominator: 2}], "RC")).toThrow("no target for RC: 0");
  expect(() => funnelLimits([{numerator: 1, denominator: 2}], "PR", 0.5)).toThrow(
    "trim must lie between 0 and 0.5: 0.5",
  );
});

function expectOrdered({low998, low95, high95, high998}: FunnelLimits): void {
  expect(low998).toBeGreaterThanOrEqual(0);
  expect(low95).toBeGreaterThanOrEqual(low998);
  expect(high95).toBeGreaterThanOrEqual(low95);
  expect(high998).toBeGreaterThanOrEqual(high95);
}

describe.skipIf(!hasReference)("against FunnelPlotR", () => {
  const cases: [file: string, key: string, kind: FunnelKind][] = [
    ["ae_breach_proportion", "ae_breach_proportion", "PR"],
    ["ae_breach_proportion_thinned", "ae_breach_proportion_thinned", "PR"],
    ["ae_admission_ratio_RC", "ae_admission_ratio", "RC"],
    ["los_death_SR_SHMI", "los_SHMI", "SR-SHMI"],
    ["los_death_SR_CQC", "los_CQC", "SR-CQC"],
  ];

  test.each(cases)("each unit of %s", (file, key, kind) => {
    const rows = referenceCsv(`03-funnel/funnel_${file}.csv`);
    const units = rows.map(
      (row): FunnelUnit => ({numerator: Number(row.numerator), denominator: Number(row.denominator)}),
    );
    const funnel = funnelLimits(units, kind);
    const meta = referenceJson<Record<string, Meta>>("03-funnel/funnel_index.json")[key]!;
    expectNear(funnel.target, meta.target);
    expectNear(funnel.phi, meta.phi);
    expectNear(funnel.tau2, meta.tau2);

    const outside = {near: [] as string[], far: [] as string[]};
    for (const [index, row] of rows.entries()) {
      const {value, zScore, unadjusted, adjusted} = funnel.points[index]!;
      // With SHMI upstream rounds the expected events to two decimals, but not for the ratio.
      if (kind !== "SR-SHMI") expectNear(value, row.rr);
      expectNear(zScore, row.Uzscore);
      expectLimits(unadjusted, row, "");
      // With CQC upstream leaves the adjusted limits on the square root scale.
      expectLimits(kind === "SR-CQC" ? onRootScale(adjusted) : adjusted, row, "od");
      if (value < unadjusted.low998 || value > unadjusted.high998) outside.near.push(row.group!);
      if (value < adjusted.low998 || value > adjusted.high998) outside.far.push(row.group!);
    }
    expect(outside.near).toEqual(meta.outliers_998);
    expect(outside.far).toEqual(meta.outliers_od_998);
  });

  interface Meta {
    target: number;
    phi: number;
    tau2: number;
    outliers_998: string[];
    outliers_od_998: string[];
  }

  function expectLimits({low95, high95, low998, high998}: FunnelLimits, row: Record<string, string>, od: string): void {
    expectNear(low95, row[`${od}ll95`]);
    expectNear(high95, row[`${od}ul95`]);
    expectNear(low998, row[`${od}ll998`]);
    expectNear(high998, row[`${od}ul998`]);
  }

  function onRootScale({low95, high95, low998, high998}: FunnelLimits): FunnelLimits {
    return {
      low95: Math.sqrt(low95),
      high95: Math.sqrt(high95),
      low998: Math.sqrt(low998),
      high998: Math.sqrt(high998),
    };
  }
});
