import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {expectNear, hasReference, referenceCsv} from "../../test/reference.ts";
import {cChart, pChart, uChart} from "./attribute-charts.ts";
import {type ControlChart, type ControlChartOptions, controlChart} from "./control-chart.ts";
import {gChart, individualsChart, movingRangeChart, tChart} from "./individuals-charts.ts";
import {sChart, xbarChart} from "./subgroup-charts.ts";

type Row = Record<string, string>;

const counted = (rows: readonly Row[]) =>
  rows.map((row) => ({numerator: Number(row["y.sum"]), denominator: Number(row.n)}));
const totals = (rows: readonly Row[]) => rows.map((row) => Number(row["y.sum"]));
const subgroups = (rows: readonly Row[]) =>
  rows.map((row) => ({size: Number(row["y.length"]), mean: Number(row["y.mean"]), sd: Number(row["y.sd"])}));

describe.skipIf(!hasReference)("against qicharts2, on the examples of Montgomery", () => {
  test.each<[string, string, (rows: readonly Row[], options: ControlChartOptions) => ControlChart]>([
    ["ex_6.3_1", "X̄, equal periods", (rows, options) => xbarChart(subgroups(rows), options)],
    ["ex_6.3_2", "S, equal periods", (rows, options) => sChart(subgroups(rows), options)],
    ["ex_6.4_1", "X̄, periods of different size", (rows, options) => xbarChart(subgroups(rows), options)],
    ["ex_6.4_2", "S, periods of different size", (rows, options) => sChart(subgroups(rows), options)],
    ["ex_6.5_3", "I, frozen", (rows, options) => individualsChart(totals(rows), options)],
    ["ex_6.5_4", "MR, frozen", (rows, options) => movingRangeChart(totals(rows), options)],
    ["ex_7.1_5", "P, split, with points left out", (rows, options) => pChart(counted(rows), options)],
    ["ex_7.3_3", "C, frozen, with points left out", (rows, options) => cChart(totals(rows), options)],
    ["ex_7.4_1", "U of units tested", (rows, options) => uChart(counted(rows), options)],
    ["ex_7.5_1", "U, scaled", (rows, options) => uChart(scaled(rows), options)],
    ["ex_7.6_1", "T", (rows, options) => tChart(totals(rows), options)],
    ["tbl_7.4_1", "P, different denominators", (rows, options) => pChart(counted(rows), options)],
  ])("%s (%s)", (name, _, draw) => {
    const rows = referenceCsv(`04-spc/qicharts2_${name}.csv`);
    const {points, runs} = draw(rows, optionsOf(rows));
    for (const [column, key] of [
      ["y", "value"],
      ["cl", "centre"],
      ["lcl", "lower"],
      ["ucl", "upper"],
    ] as const) {
      for (const [index, row] of rows.entries()) expectNear(points[index]![key], row[column]);
    }
    for (const [index, row] of rows.entries()) {
      expect(points[index]!.part).toBe(Number(row.part) - 1);
      expect(points[index]!.isOutside).toBe(row["sigma.signal"] === "TRUE");
      const runsOfPart = runs[points[index]!.part];
      if (name === "ex_6.5_4") expect(runsOfPart).toBe(null);
      else {
        expect(runsOfPart).toEqual({
          useful: Number(row["n.useful"]),
          longest: Number(row["longest.run"]),
          longestAllowed: Number(row["longest.run.max"]),
          crossings: Number(row["n.crossings"]),
          crossingsAllowed: Number(row["n.crossings.min"]),
          isSignal: row["runs.signal"] === "TRUE",
        });
      }
    }
  });
});

/** The file counts units, and shows events per fifty of them. */
function scaled(rows: readonly Row[]) {
  return counted(rows).map(({numerator, denominator}) => ({numerator, denominator: denominator / 50}));
}

/** What the file shows of how it was made. */
function optionsOf(rows: readonly Row[]): ControlChartOptions {
  const indices = [...rows.keys()];
  const frozen = rows.filter(({baseline}) => baseline === "TRUE").length;
  const splitAfter = indices.filter((index) => index > 0 && rows[index]!.part !== rows[index - 1]!.part);
  return {
    freezeAfter: splitAfter.length === 0 && frozen < rows.length ? frozen : undefined,
    splitAfter,
    exclude: indices.filter((index) => rows[index]!.include === "FALSE"),
  };
}

const counts = fc.array(fc.integer({min: 0, max: 30}), {minLength: 2, maxLength: 30});

test("what is left out is shown, and moves nothing else", () => {
  fc.assert(
    fc.property(counts, fc.integer({min: 0, max: 500}), (values, stray) => {
      const kept = cChart(values);
      const {points, runs} = cChart([...values, stray], {exclude: [values.length]});
      expect(points.slice(0, -1)).toEqual(kept.points);
      expect(points.at(-1)).toMatchObject({value: stray, upper: kept.points[0]!.upper});
      expect(runs).toEqual(kept.runs);
    }),
  );
});

test("frozen limits do not heed what follows", () => {
  fc.assert(
    fc.property(counts, counts, (before, after) => {
      const {points} = individualsChart([...before, ...after], {freezeAfter: before.length});
      expect(points.slice(0, before.length)).toEqual(individualsChart(before).points);
    }),
  );
});

test("each part is a chart of its own", () => {
  fc.assert(
    fc.property(counts, counts, (first, second) => {
      const {points, runs} = cChart([...first, ...second], {splitAfter: [first.length]});
      const [one, two] = [cChart(first), cChart(second)];
      expect(points.map(({part: _, ...point}) => point)).toEqual(
        [...one.points, ...two.points].map(({part: _, ...point}) => point),
      );
      expect(runs).toEqual([...one.runs, ...two.runs]);
    }),
  );
});

test("a split after the last point is none", () => {
  expect(cChart([3, 4, 5], {splitAfter: [3]})).toEqual(cChart([3, 4, 5]));
});

test("splits come in any order", () => {
  const values = [3, 4, 5, 9, 8, 1, 2, 1, 3, 4, 6, 5];
  expect(cChart(values, {splitAfter: [10, 3, 6]})).toEqual(cChart(values, {splitAfter: [3, 6, 10]}));
});

test("without a value a point is on no side, and without limits it is not outside", () => {
  const limits = {values: [null, -1, 5, 1], centre: 2, lower: [1, null, 0, 1], upper: [3, 4, null, 3]};
  const {points, runs} = controlChart([1, 2, 3, 4], () => limits);
  expect(points.map(({isOutside}) => isOutside)).toEqual([false, false, false, false]);
  expect(runs).toMatchObject([{useful: 3, crossings: 2}]);
});

test("a period of one value has a mean and no limits among larger ones", () => {
  const periods = [
    {size: 4, mean: 10, sd: 2},
    {size: 1, mean: 11, sd: null},
    {size: 3, mean: 9, sd: 1},
  ];
  expect(xbarChart(periods).points[1]).toMatchObject({value: 11, lower: null, upper: null});
  expect(sChart(periods).points[1]).toMatchObject({value: null, lower: null, upper: null});
});

test("a period without anyone has no value and no limits", () => {
  const {points} = pChart([
    {numerator: 1, denominator: 4},
    {numerator: 0, denominator: 0},
  ]);
  expect(points[1]).toEqual({value: null, part: 0, centre: 0.25, lower: null, upper: null, isOutside: false});
});

test("one point has a centre; limits where its kind of chart has them", () => {
  expect(individualsChart([5]).points).toEqual([
    {value: 5, part: 0, centre: 5, lower: null, upper: null, isOutside: false},
  ]);
  expect(individualsChart([5]).runs).toEqual([null]);
  expect(cChart([9]).points[0]).toMatchObject({centre: 9, lower: 0, upper: 18});
  expect(xbarChart([{size: 3, mean: 4, sd: 0}]).points[0]).toMatchObject({lower: 4, upper: 4});
  expect(cChart([])).toEqual({points: [], runs: []});
});

test("a G chart has the median in the middle, and limits from the mean", () => {
  // Mean 3: three times the root of 3 × 4 above it.
  const {points} = gChart([0, 1, 2, 9]);
  expect(points[0]).toMatchObject({centre: 1.5, lower: 0});
  expect(points[0]!.upper).toBeCloseTo(13.3923, 4);
});

test("values that are all equal are never outside", () => {
  const same = new Array<number>(12).fill(0.1);
  for (const chart of [individualsChart(same), movingRangeChart(same), tChart(same)]) {
    expect(chart.points.filter(({isOutside}) => isOutside)).toEqual([]);
  }
});

test("the time between events has no limits while there is one", () => {
  expect(tChart([5]).points[0]).toMatchObject({lower: null, upper: null});
});

test("refuses what has no answer", () => {
  expect(() => cChart([1, 2], {freezeAfter: 1, splitAfter: [1]})).toThrow("limits are frozen or split, not both: 1, 1");
  expect(() => cChart([1, 2], {exclude: [0, 1]})).toThrow("no point to count limits from in part: 0");
  expect(() => cChart([1, 2], {freezeAfter: 3})).toThrow("not in 1–2 points: 3");
  expect(() => cChart([1, 2], {splitAfter: [0]})).toThrow("not in 1–2 points: 0");
  expect(() => cChart([-1])).toThrow(RangeError);
  expect(() => pChart([{numerator: 3, denominator: 2}])).toThrow(RangeError);
  expect(() => pChart([{numerator: 0, denominator: 0}])).toThrow(RangeError);
  expect(() => cChart([Number.POSITIVE_INFINITY])).toThrow("value must be finite: Infinity");
  for (const [numerator, denominator] of [
    [-1, 4],
    [-3, -2],
    [1, Number.POSITIVE_INFINITY],
  ]) {
    expect(() => uChart([{numerator: numerator!, denominator: denominator!}])).toThrow(RangeError);
  }
  expect(() => movingRangeChart([5])).toThrow(RangeError);
  expect(() => tChart([3, 0])).toThrow("time between events must be above 0: 0");
  expect(() => xbarChart([{size: 1, mean: 4, sd: null}])).toThrow("no spread to count from in periods: 1");
  for (const chart of [xbarChart, sChart]) {
    for (const size of [0, -3, 2.5]) {
      expect(() => chart([{size, mean: 4, sd: 1}])).toThrow(`size must be a whole number from 1: ${size}`);
    }
    expect(() => chart([{size: 3, mean: Number.NaN, sd: 1}])).toThrow("value must be finite: NaN");
    expect(() => chart([{size: 3, mean: 4, sd: Number.POSITIVE_INFINITY}])).toThrow("value must be finite: Infinity");
  }
  for (const chart of [individualsChart, movingRangeChart, tChart, gChart]) {
    expect(() => chart([3, Number.POSITIVE_INFINITY])).toThrow("value must be finite: Infinity");
  }
  expect(() => gChart([3, -1])).toThrow("count must be at least 0: -1");
});
