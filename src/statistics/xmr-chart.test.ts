import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {expectNear, hasReference, referenceCsv, referenceJson} from "../../test/reference.ts";
import {type XmrOptions, xmrChart} from "./xmr-chart.ts";

const values = fc.array(fc.integer({min: -50, max: 50}), {maxLength: 40});

test("a point far from the others stands out, and says better or worse by the direction", () => {
  const series = [10, 12, 11, 10, 12, 11, 10, 30];
  const last = (improvementDirection: XmrOptions["improvementDirection"]) =>
    xmrChart(series, {improvementDirection, fixAfterNPoints: 7}).points.at(-1)!;
  expect(last("increase")).toMatchObject({specialCauseType: "Above UCL", pointType: "special_cause_improvement"});
  expect(last("decrease")).toMatchObject({specialCauseType: "Above UCL", pointType: "special_cause_concern"});
  expect(last("neutral")).toMatchObject({specialCauseType: "Above UCL", pointType: "special_cause_neutral_high"});
});

test("the top of a rise that is followed by a fall belongs to the fall", () => {
  const restless = [0, 20, 0, 20, 0, 20, 0, 20];
  const causes = xmrChart([...restless, 7, 8, 9, 10, 11, 12, 13, 12, 11, 10, 9, 8, 7])
    .points.slice(restless.length)
    .map(({specialCauseType}) => specialCauseType);
  const rise = new Array(6).fill("7 Point Trend (Increasing)");
  expect(causes).toEqual([...rise, ...new Array(7).fill("7 Point Trend (Decreasing)")]);
});

test("seven points that rise with a pause are no trend", () => {
  const causes = (series: number[]) => new Set(xmrChart(series).points.map(({specialCauseType}) => specialCauseType));
  const others = [3, 9, 2, 8, 3, 9, 2];
  expect(causes([...others, 3, 4, 5, 6, 6, 7, 8, 2]).has("7 Point Trend (Increasing)")).toBe(false);
  expect(causes([...others, 3, 4, 5, 6, 7, 7.5, 8, 2]).has("7 Point Trend (Increasing)")).toBe(true);
});

test("the target is held against the last limits, in the direction that counts as better", () => {
  const series = [10, 12, 11, 10, 12, 11];
  const verdict = (target: number, improvementDirection: XmrOptions["improvementDirection"]) =>
    xmrChart(series, {target, improvementDirection}).assurance;
  expect([verdict(50, "increase"), verdict(50, "decrease")]).toEqual(["consistent_fail", "consistent_pass"]);
  expect([verdict(1, "increase"), verdict(1, "decrease")]).toEqual(["consistent_pass", "consistent_fail"]);
  expect([verdict(11, "increase"), verdict(11, "neutral")]).toEqual(["inconsistent", null]);
});

test("a target on a limit is neither passed nor missed for sure", () => {
  const {lowerLimit, upperLimit} = xmrChart([10, 12, 11]).points[0]!;
  for (const target of [lowerLimit!, upperLimit!]) {
    expect(xmrChart([10, 12, 11], {target, improvementDirection: "increase"}).assurance).toBe("inconsistent");
  }
});

test("one point has a mean and no limits, none has nothing", () => {
  expect(xmrChart([5]).points).toMatchObject([
    {mean: 5, lowerLimit: null, upperLimit: null, specialCauseType: "Common Cause"},
  ]);
  expect(xmrChart([5], {target: 9, improvementDirection: "increase"}).assurance).toBe(null);
  expect(xmrChart([], {target: 9, improvementDirection: "increase"})).toEqual({points: [], assurance: null});
});

test("values that are all equal lie on their mean, whatever the value", () => {
  fc.assert(
    fc.property(fc.double({noNaN: true, min: -1e9, max: 1e9}), (drawn) => {
      const value = drawn + 0; // −0 is 0
      for (const point of xmrChart(new Array<number>(9).fill(value)).points) {
        expect(point).toMatchObject({mean: value, lowerLimit: value, upperLimit: value, relativeToMean: 0});
        expect(point.specialCauseType).toBe("Common Cause");
      }
    }),
  );
});

test("turned upside down, high is low and nothing else changes", () => {
  fc.assert(
    fc.property(values, (series) => {
      const swapped = {Above: "Below", Below: "Above", UCL: "LCL", LCL: "UCL", Increasing: "Decreasing"} as const;
      const mirrored = (text: string) =>
        text.replace(/Above|Below|UCL|LCL|Increasing|Decreasing/g, (word) =>
          word in swapped ? swapped[word as keyof typeof swapped] : "Increasing",
        );
      const up = xmrChart(series).points.map(({specialCauseType}) => specialCauseType);
      const down = xmrChart(series.map((value) => -value)).points.map(({specialCauseType}) => specialCauseType);
      expect(down).toEqual(up.map(mirrored));
    }),
  );
});

test("a rebase is the same as two charts", () => {
  fc.assert(
    fc.property(values, values, (first, second) => {
      fc.pre(second.length > 0);
      const together = xmrChart([...first, ...second], {rebase: [first.length]}).points;
      const bare = (points: typeof together) => points.map(({rebaseGroup: _, ...point}) => point);
      expect(bare(together)).toEqual(bare([...xmrChart(first).points, ...xmrChart(second).points]));
    }),
  );
});

test("rebases come in any order, and each once", () => {
  const series = [3, 4, 5, 9, 8, 1, 2, 1, 3, 4, 6, 5];
  expect(xmrChart(series, {rebase: [10, 3, 6, 3]})).toEqual(xmrChart(series, {rebase: [3, 6, 10]}));
});

test("the verdict on a target is of the last point's limits, also after a rebase", () => {
  const series = [10, 12, 11, 10, 12, 11, 100, 102, 101, 100];
  const verdict = (target: number) =>
    xmrChart(series, {rebase: [6], target, improvementDirection: "increase"}).assurance;
  expect([verdict(50), verdict(150)]).toEqual(["consistent_pass", "consistent_fail"]);
});

test("refuses what has no answer", () => {
  expect(() => xmrChart([1, Number.NaN])).toThrow("value must be finite: NaN");
  expect(() => xmrChart([1, 2], {rebase: [2]})).toThrow("rebase not in the series of 2: 2");
  for (const start of [-1, 0.5, Number.NaN]) expect(() => xmrChart([1, 2], {rebase: [start]})).toThrow(RangeError);
  expect(() => xmrChart([1, 2], {fixAfterNPoints: 0})).toThrow("limits need at least 1 point: 0");
  expect(() => xmrChart([1, 2], {fixAfterNPoints: Number.NaN})).toThrow(RangeError);
  expect(() => xmrChart([1, 2], {target: Number.POSITIVE_INFINITY})).toThrow(RangeError);
});

describe.skipIf(!hasReference)("against NHSRplotthedots", () => {
  const index = hasReference ? referenceJson<Record<string, {args: string}>>("04-spc/xmr_ae_index.json") : {};

  test.each(Object.keys(index))("every limit, label and verdict of %s", (name) => {
    const rows = referenceCsv(`04-spc/xmr_ae_${name}.csv`);
    const expected = referenceJson<Record<string, {assurance: string | null}>>("04-spc/xmr_ae_index.json")[name]!;
    const {points, assurance} = xmrChart(
      rows.map((row) => Number(row.value)),
      optionsOf(name, rows),
    );
    expect(points).toHaveLength(rows.length);
    for (const [column, key] of [
      ["mean", "mean"],
      ["lpl", "lowerLimit"],
      ["upl", "upperLimit"],
    ] as const) {
      for (const [at, row] of rows.entries()) expectNear(points[at]![key], row[column]);
    }
    const labels = points.map((point) => ({
      rebase_group: `${point.rebaseGroup}`,
      outside: point.outsideLimits ? "1" : "0",
      rel_mean: `${point.relativeToMean}`,
      close: point.closeToLimits ? "1" : "0",
      special_cause_type: point.specialCauseType as string,
      point_type: point.pointType as string,
    }));
    for (const [at, label] of labels.entries()) expect(rows[at]).toMatchObject(label);
    expect(assurance).toBe(expected.assurance);
  });

  test("every file has been read", () => expect(Object.keys(index)).toHaveLength(21));
});

/** What the generating script passed for this series; the index tells it in words. */
function optionsOf(name: string, rows: readonly Record<string, string>[]): XmrOptions {
  if (name.endsWith("_att")) return {improvementDirection: "neutral"};
  if (name.endsWith("_adm")) return {improvementDirection: "increase"};
  const improvementDirection = "decrease";
  if (name === "RRK_rebase") {
    return {improvementDirection, rebase: [rows.findIndex(({date}) => date === "2018-07-01")]};
  }
  if (name === "RRK_target") return {improvementDirection, target: 1200};
  if (name === "RRK_fix12") return {improvementDirection, fixAfterNPoints: 12};
  if (name === "RRK_noscreen") return {improvementDirection, screenOutliers: false};
  return {improvementDirection};
}
