import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {expectNear, hasReference, referenceCsv, referenceNumber} from "../../test/reference.ts";
import {z95} from "./normal-distribution.ts";
import {randomStream} from "./random.ts";
import {type RankedGroup, type SlopeOptions, slopeIndex} from "./slope-index.ts";

const plain = (seed = 1): SlopeOptions => ({scale: "plain", random: randomStream(seed), draws: 1000});

test("is the difference along the line, and its ends divided", () => {
  // Groups of equal size lie at ranks 1/4 and 3/4: 10 and 20 there are 5 and 25 at the ends.
  const groups = [10, 20].map((value) => ({population: 50, value, low: value - 1, high: value + 1}));
  const index = slopeIndex(groups, plain());
  expect(index.start).toBeCloseTo(5, 12);
  expect(index.slope).toBeCloseTo(20, 12);
  expect(index.relative).toBeCloseTo(5, 12);
});

test("of values that are all equal is 0 and 1, and limits without errors are the index itself", () => {
  const groups = [1, 2, 3].map((population) => ({population, value: 8, low: 8, high: 8}));
  const index = slopeIndex(groups, plain());
  expect(index.slope).toBeCloseTo(0, 12);
  expect(index.relative).toBeCloseTo(1, 12);
  for (const limit of [index.slopeLow, index.slopeHigh]) expect(limit).toBeCloseTo(0, 12);
  for (const limit of [index.relativeLow, index.relativeHigh]) expect(limit).toBeCloseTo(1, 12);
});

test("has no relative index where the line starts at 0", () => {
  const nothing = [1, 1].map((population) => ({population, value: 0, low: -1, high: 1}));
  expect(slopeIndex(nothing, plain())).toMatchObject({relative: null, relativeLow: null, relativeHigh: null, start: 0});
});

test("is the same for the same seed", () => {
  const groups = [10, 20].map((value) => ({population: 50, value, low: value - 1, high: value + 1}));
  expect(slopeIndex(groups, plain(3))).toEqual(slopeIndex(groups, plain(3)));
  expect(slopeIndex(groups, plain(3)).slopeLow).not.toBe(slopeIndex(groups, plain(4)).slopeLow);
});

test("limits on the plain scale are those that follow from the errors by calculation", () => {
  // The slope of two groups of equal size is twice their difference.
  const groups = [10, 20].map((value) => ({population: 50, value, low: value - z95, high: value + z95}));
  const {slopeLow, slopeHigh} = slopeIndex(groups, {scale: "plain", random: randomStream(9)});
  const margin = z95 * 2 * Math.sqrt(2);
  expect(Math.abs(slopeLow - (20 - margin))).toBeLessThan(0.02 * margin);
  expect(Math.abs(slopeHigh - (20 + margin))).toBeLessThan(0.02 * margin);
});

const proportions = fc.array(
  fc.record({population: fc.integer({min: 1, max: 10_000}), value: fc.double({min: 0.05, max: 0.9, noNaN: true})}),
  {minLength: 2, maxLength: 6},
);

test("a line on the logit scale stays within 0 and 1, and turns with the ranking", () => {
  fc.assert(
    fc.property(proportions, (list) => {
      const groups = list.map((one) => ({...one, low: one.value * 0.9, high: one.value * 1.1}));
      const options: SlopeOptions = {...plain(), scale: "logit", fitsOnScale: true};
      const {start, slope, relative, slopeLow, slopeHigh} = slopeIndex(groups, options);
      expect(start).toBeGreaterThanOrEqual(0);
      expect(start + slope).toBeLessThanOrEqual(1);
      expect(slopeLow).toBeLessThanOrEqual(slopeHigh);
      const turned = slopeIndex([...groups].reverse(), {...options, random: randomStream(1)});
      expect(turned.slope).toBeCloseTo(-slope, 9);
      if (relative !== null && relative > 1e-6) expect(turned.relative! * relative).toBeCloseTo(1, 6);
    }),
    {numRuns: 30},
  );
});

test("what has no line, or no place on the scale, is a mistake of ours", () => {
  const group: RankedGroup = {population: 10, value: 0.5, low: 0.4, high: 0.6};
  const with2 = (change: Partial<RankedGroup>) => [group, {...group, ...change}];
  expect(() => slopeIndex([group], plain())).toThrow("a slope needs at least two groups: 1");
  expect(() => slopeIndex(with2({population: 0}), plain())).toThrow("population must be positive: 0");
  expect(() => slopeIndex(with2({population: -5}), plain())).toThrow(RangeError);
  expect(() => slopeIndex(with2({value: Number.NaN}), plain())).toThrow("not on the plain scale: NaN");
  expect(() => slopeIndex(with2({low: 0}), {...plain(), scale: "log"})).toThrow("not on the log scale: 0");
  expect(() => slopeIndex(with2({high: 1.1}), {...plain(), scale: "logit"})).toThrow("not on the logit scale: 1.1");
  expect(() => slopeIndex(with2({low: 0.7}), plain())).toThrow("low above high: 0.7, 0.6");
  expect(() => slopeIndex([group, group], {...plain(), draws: 10})).toThrow("draws must be at least 1000: 10");
});

describe.skipIf(!hasReference)("against PHEindicatormethods", () => {
  const rows = hasReference ? referenceCsv("02-rates/testdata_SII__testdata_SII.csv") : [];
  const cases = [...Map.groupBy(rows, (row) => `${row.TestDescription}, ${row.Area}`).entries()];
  const answered = cases.filter(([, [first]]) => first!.sii !== "");
  const z = {95: z95, 98: 2.3263478740408408, 99: 2.5758293035489004};

  test("has all cases", () => {
    expect(answered).toHaveLength(44);
    expect(cases).toHaveLength(51);
  });

  test.each(answered)("%s", (name, groups) => {
    const first = groups[0]!;
    for (const [index, level] of levelsOf(name).entries()) {
      const answer = slopeIndex(groups.map(groupOf), {
        scale: scaleOf(first),
        fitsOnScale: name.includes("transform"),
        random: randomStream(2026, name),
        z: z[level],
      });
      const {slope, relative, start, slopeLow, slopeHigh, relativeLow, relativeHigh} = answer;
      // A multiplier below 0 turns the ranking of good and bad, and so the relative index over.
      const times = name.includes("x 100") ? 100 : name.includes("x -100") ? -100 : name.includes("negative") ? -1 : 1;
      const turn = (ratio: number) => (times < 0 ? 1 / ratio : ratio);
      expectNear(slope * times, first.sii);
      if (first.Intercept !== "") expectNear(start, first.Intercept);
      const exact = scaleOf(first) === "plain" ? calculatedLimits(groups.map(groupOf), z[level]) : undefined;
      expectSimulated([slopeLow * times, slopeHigh * times], first, `sii_%cl_${index + 1}`, exact);
      if (first.rii === "") continue;
      expectNear(turn(relative!), first.rii);
      expectSimulated([turn(relativeLow!), turn(relativeHigh!)], first, `rii_%cl_${index + 1}`);
    }
  });

  test("few draws of upstream are off", () => {
    const off = answered.flatMap(([name, groups]) =>
      levelsOf(name).flatMap((level, index) => {
        const drawn = drawnLimits(groups[0]!, `sii_%cl_${index + 1}`);
        const exact = scaleOf(groups[0]!) === "plain" ? calculatedLimits(groups.map(groupOf), z[level]) : undefined;
        return drawn.filter((limit, side) => isOff(limit, exact?.[side])).map(() => `${name}, ${level} %`);
      }),
    );
    // Each time the lower limit, by 2.3 % at 99 % and by 1.7 % with 10,000 draws.
    expect(off).toEqual([
      "default - testing 99% confidence, area1, 99 %",
      "default - testing 10,000 repetitions, area1, 95 %",
      "default (e.g. life expectancy) - multiple CIs, area1, 99 %",
    ]);
  });

  test("refuses groups without people, value or limits, and limits that are no proportions", () => {
    for (const [name, groups] of cases.filter(([name]) => /(negative pop|invalid|missing)/.test(name))) {
      const scale = name.includes("proportion") ? "logit" : "plain";
      expect(() => slopeIndex(groups.map(groupOf), {...plain(), scale}), name).toThrow(RangeError);
    }
  });

  test("takes more than ten groups", () => {
    const [, groups] = cases.find(([name]) => name.includes("large number"))!;
    expect(groups).toHaveLength(15);
    expect(slopeIndex(groups.map(groupOf), plain()).slope).not.toBeNaN();
  });

  function scaleOf({ValueType}: Record<string, string>): SlopeOptions["scale"] {
    return ValueType === "1" ? "log" : ValueType === "2" ? "logit" : "plain";
  }

  function groupOf(row: Record<string, string>): RankedGroup {
    const [population, value, low, high] = [row.Population, row.Value, row.LowerCL, row.UpperCL].map(referenceNumber);
    return {population: population!, value: value!, low: low!, high: high!};
  }

  /** The column Confidence does not always say what upstream asked. */
  function levelsOf(name: string): (keyof typeof z)[] {
    if (name.includes("99% confidence")) return [99];
    if (name.includes("multiple CIs")) return [95, 99];
    if (/95%? and 98/.test(name)) return [95, 98];
    return name.includes("98%") ? [98] : [95];
  }

  /**
   * Both sides are simulated, so 1.5 %. On the plain scale the limits of the slope can be calculated too: where a draw
   * of upstream is further than that from what is calculated, ours is held to the calculation.
   */
  function expectSimulated(
    limits: [number, number],
    row: Record<string, string>,
    column: string,
    exact?: readonly [number, number],
  ): void {
    const sorted = limits.toSorted((a, b) => a - b);
    for (const [side, drawn] of drawnLimits(row, column).entries()) {
      expectNear(sorted[side], isOff(drawn, exact?.[side]) ? exact![side] : drawn, 0.015);
    }
  }

  /** Of quintiles upstream has no limits. */
  function drawnLimits(row: Record<string, string>, column: string): number[] {
    const cells = [row[column.replace("%", "lower")], row[column.replace("%", "upper")]];
    return cells.filter((cell) => cell !== "").map(Number);
  }

  function isOff(drawn: number, exact: number | undefined): boolean {
    return exact !== undefined && Math.abs(drawn / exact - 1) > 0.015;
  }

  /** A sum of normal values is normal. */
  function calculatedLimits(groups: readonly RankedGroup[], z: number): [number, number] {
    const total = groups.reduce((sum, {population}) => sum + population, 0);
    let [before, sumRank, sumSquare] = [0, 0, 0];
    const points = groups.map(({population, value, low, high}) => {
      const share = population / total;
      const rank = before + share / 2;
      before += share;
      sumRank += share * rank;
      sumSquare += share * rank ** 2;
      return {share, rank, value, error: (high - low) / (2 * z95)};
    });
    const spread = sumSquare - sumRank ** 2;
    let [slope, variance] = [0, 0];
    for (const {share, rank, value, error} of points) {
      const pull = (share * (rank - sumRank)) / spread;
      slope += pull * value;
      variance += (pull * error) ** 2;
    }
    return [slope - z * Math.sqrt(variance), slope + z * Math.sqrt(variance)];
  }
});
