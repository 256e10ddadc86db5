import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {type Random, randomStream} from "./random.ts";
import {type Shrinkage, shrinkMeans, shrinkProportions, shrinkRates} from "./shrinkage.ts";

test("the batting averages of Efron and Morris (1977), Scientific American 236: 119–127", () => {
  // Hits in the first 45 times at bat, from Clemente to Alvis.
  const hits = [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7];
  const average = hits.reduce((a, b) => a + b) / (18 * 45);
  const standardError = Math.sqrt((average * (1 - average)) / 45);
  const {overall, units} = shrinkMeans(hits.map((count) => ({mean: count / 45, standardError})))!;
  expect(overall.toFixed(3)).toBe("0.265");
  for (const {weight} of units) expect(weight.toFixed(3)).toBe("0.212");
  expect(units[0]!.estimate.toFixed(3)).toBe("0.294");
  expect(units.at(-1)!.estimate.toFixed(3)).toBe("0.242");
});

const proportions = fc
  .array(
    fc
      .integer({min: 0, max: 60})
      .chain((trials) => fc.record({successes: fc.integer({min: 0, max: trials}), trials: fc.constant(trials)})),
    {minLength: 4, maxLength: 25},
  )
  .map((units) => ({result: shrinkProportions(units), sizes: units.map(({trials}) => trials)}));
const rates = fc
  .array(fc.record({events: fc.integer({min: 0, max: 30}), exposure: fc.integer({min: 1, max: 200})}), {
    minLength: 4,
    maxLength: 25,
  })
  .map((units) => ({result: shrinkRates(units), sizes: units.map(({exposure}) => exposure)}));
const means = fc
  .array(fc.record({mean: fc.integer({min: -50, max: 50}), precision: fc.integer({min: 1, max: 40})}), {
    minLength: 4,
    maxLength: 25,
  })
  .map((units) => ({
    result: shrinkMeans(units.map(({mean, precision}) => ({mean, standardError: 5 / Math.sqrt(precision)}))),
    sizes: units.map(({precision}) => precision),
  }));

describe.each<[string, fc.Arbitrary<{result: Shrinkage | null; sizes: number[]}>, number, number]>([
  ["proportions", proportions, 0, 1],
  ["rates", rates, 0, Number.POSITIVE_INFINITY],
  ["means", means, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
])("of %s", (_, drawn, lowest, highest) => {
  test("each estimate lies between its own figure and the mean, and within its interval", () => {
    fc.assert(
      fc.property(drawn, ({result}) => {
        fc.pre(result !== null);
        const {overall, units} = result!;
        for (const {raw, estimate, low, high, weight} of units) {
          const own = raw ?? overall;
          expect(estimate).toBeGreaterThanOrEqual(Math.min(own, overall) - 1e-9);
          expect(estimate).toBeLessThanOrEqual(Math.max(own, overall) + 1e-9);
          expect(estimate).toBeCloseTo(weight * own + (1 - weight) * overall, 6);
          if (low === null || high === null) continue;
          expect(low).toBeGreaterThanOrEqual(lowest);
          expect(low).toBeLessThan(estimate);
          expect(high).toBeGreaterThan(estimate);
          expect(high).toBeLessThanOrEqual(highest);
        }
      }),
    );
  });

  test("the larger of two units has no less weight", () => {
    fc.assert(
      fc.property(drawn, ({result, sizes}) => {
        fc.pre(result !== null);
        const bySize = result!.units.map(({weight}, index) => ({weight, size: sizes[index]!}));
        bySize.sort((a, b) => a.size - b.size);
        for (const [index, {weight}] of bySize.slice(1).entries()) {
          expect(weight).toBeGreaterThanOrEqual(bySize[index]!.weight - 1e-9);
          expect(weight).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe("in teams whose true figure is known", () => {
  const sizes = [4, 6, 9, 12, 15, 20, 25, 30, 45, 60, 90, 150];
  const normalShare = (random: Random) => 1 / (1 + Math.exp(1.2 - 0.5 * random.normal()));

  test("19 of 20 intervals hold it, and it lies nearer to the estimate than to the raw proportion", () => {
    const outcome = trial((random) => {
      const truths = sizes.map(() => normalShare(random));
      const units = sizes.map((trials, index) => {
        const successes = Array.from({length: trials}, () => random.chance(truths[index]!)).filter(Boolean).length;
        return {successes, trials};
      });
      return {truths, result: shrinkProportions(units)!};
    });
    expect(outcome.coverage).toBeGreaterThan(0.93);
    expect(outcome.coverage).toBeLessThan(0.98);
    expect(outcome.errorOfEstimate).toBeLessThan(0.6 * outcome.errorOfRaw);
  });

  test("the same for rates", () => {
    const outcome = trial((random) => {
      const truths = sizes.map(() => random.logNormal(0.3, 0.4));
      const units = sizes.map((exposure, index) => ({events: poisson(random, exposure * truths[index]!), exposure}));
      return {truths, result: shrinkRates(units)!};
    });
    expect(outcome.coverage).toBeGreaterThan(0.93);
    expect(outcome.coverage).toBeLessThan(0.98);
    expect(outcome.errorOfEstimate).toBeLessThan(0.7 * outcome.errorOfRaw);
  });

  test("the same for means", () => {
    const outcome = trial((random) => {
      const truths = sizes.map(() => 100 + 10 * random.normal());
      const units = sizes.map((size, index) => {
        const standardError = 60 / Math.sqrt(size);
        return {mean: truths[index]! + standardError * random.normal(), standardError};
      });
      return {truths, result: shrinkMeans(units)!};
    });
    expect(outcome.coverage).toBeGreaterThan(0.93);
    expect(outcome.coverage).toBeLessThan(0.98);
    expect(outcome.errorOfEstimate).toBeLessThan(0.5 * outcome.errorOfRaw);
  });
});

test("where chance explains all, units are as good as alike", () => {
  const {spread, overall, units} = shrinkProportions(new Array(5).fill({successes: 2, trials: 10}))!;
  expect(spread).toBe(0);
  expect(overall).toBeCloseTo(0.2, 12);
  for (const {estimate, low, high} of units) {
    expect(estimate).toBeCloseTo(0.2, 12);
    expect(low).toBeGreaterThan(0);
    expect(high).toBeLessThan(1);
  }
});

test("one trial each does not tell how units differ", () => {
  const {spread} = shrinkProportions([0, 1, 0, 0, 1, 1, 0, 0].map((successes) => ({successes, trials: 1})))!;
  expect(spread).toBe(0);
});

test("a unit of which nothing was seen is given the mean, with an interval as wide as units differ", () => {
  const seen = [2, 5, 20, 40, 12].map((events) => ({events, exposure: 100}));
  const {overall, units} = shrinkRates([...seen, {events: 0, exposure: 0}])!;
  expect(units.at(-1)).toMatchObject({raw: null, estimate: overall, weight: 0});
  expect(units.at(-1)!.high! - units.at(-1)!.low!).toBeGreaterThan(units[4]!.high! - units[4]!.low!);
});

test("without a single event, or with nothing else, there is no interval", () => {
  const none = shrinkProportions(new Array(4).fill({successes: 0, trials: 9}))!;
  expect(none.units[0]).toEqual({raw: 0, estimate: 0, low: null, high: null, weight: 0});
  expect(shrinkProportions(new Array(4).fill({successes: 9, trials: 9}))!.units[0]).toMatchObject({
    estimate: 1,
    low: null,
  });
  expect(shrinkRates(new Array(4).fill({events: 0, exposure: 9}))!.units[0]).toMatchObject({estimate: 0, low: null});
});

describe("the variance between units", () => {
  // With it the squared distances to the mean are as large as chance makes them: one less than there are units.
  const distancesOf = (units: readonly {raw: number; own: number}[], {overall, spread}: Shrinkage) =>
    units.reduce((total, {raw, own}) => total + (raw - overall) ** 2 / (own + spread ** 2), 0);

  test("of proportions leaves less for chance within them", () => {
    const units = [
      {successes: 2, trials: 40},
      {successes: 30, trials: 60},
      {successes: 9, trials: 20},
      {successes: 25, trials: 30},
      {successes: 10, trials: 90},
    ];
    const result = shrinkProportions(units)!;
    const pooled = 76 / 240;
    const whole = (pooled * (1 - pooled) * 240) / 239;
    const measured = units.map(({successes, trials}) => ({
      raw: successes / trials,
      own: (whole - result.spread ** 2) / trials,
    }));
    expect(result.spread).toBeGreaterThan(0.1);
    expect(distancesOf(measured, result)).toBeCloseTo(4, 9);
  });

  test("of means is found however small their errors are beside it", () => {
    const units = [0, 1000, -400, 350, 80].map((mean, index) => ({mean, standardError: 0.01 * (index + 1)}));
    const result = shrinkMeans(units)!;
    const measured = units.map(({mean, standardError}) => ({raw: mean, own: standardError ** 2}));
    expect(distancesOf(measured, result)).toBeCloseTo(4, 9);
  });
});

test("an interval holds what is not known of the mean and of how units differ", () => {
  // Morris (1983), of units that are as uncertain: s² (1 − B) + B² (A + s²) / k + 2 B² (y − m)² / (k − 3).
  const [means, standardError] = [[1, 4, 9, 2, 7, 5], 2];
  const {overall, spread, units} = shrinkMeans(means.map((mean) => ({mean, standardError})))!;
  const between = spread ** 2;
  const pull = ((3 / 5) * 4) / (4 + between);
  for (const [index, {low, high, estimate}] of units.entries()) {
    const variance =
      4 * (1 - pull) + (pull ** 2 * (between + 4)) / 6 + (2 / 3) * pull ** 2 * (means[index]! - overall) ** 2;
    expect(high! - estimate).toBeCloseTo(1.959964 * Math.sqrt(variance), 5);
    expect(estimate - low!).toBeCloseTo(1.959964 * Math.sqrt(variance), 5);
  }
});

test("of a unit of which nothing was seen it is the mean, give or take how units differ and how well that is known", () => {
  const seen = [2, 5, 20, 40, 12].map((events) => ({events, exposure: 100}));
  const {overall, spread, units} = shrinkRates([...seen, {events: 0, exposure: 0}])!;
  // Five units of the same exposure, pooled 0.158 per unit.
  const deviation = Math.sqrt(spread ** 2 + (0.158 / 100 + spread ** 2) / 5);
  expect(Math.log(units.at(-1)!.high! / overall)).toBeCloseTo((1.959964 * deviation) / overall, 5);
});

test("three units say too little of how units differ", () => {
  expect(shrinkProportions(new Array(3).fill({successes: 1, trials: 9}))).toBe(null);
  expect(shrinkRates([])).toBe(null);
  expect(shrinkMeans([{mean: 1, standardError: 1}])).toBe(null);
});

test("refuses what has no answer", () => {
  expect(() => shrinkProportions([{successes: 3, trials: 2}])).toThrow("successes not in 0–2: 3");
  expect(() => shrinkProportions([{successes: -1, trials: 2}])).toThrow("successes not in 0–2: -1");
  expect(() => shrinkProportions([{successes: 1, trials: Number.POSITIVE_INFINITY}])).toThrow(RangeError);
  for (const [events, exposure] of [
    [-1, 4],
    [0, -4],
    [1, Number.POSITIVE_INFINITY],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  ]) {
    expect(() => shrinkRates([{events: events!, exposure: exposure!}])).toThrow(RangeError);
  }
  expect(() => shrinkRates([{events: 1, exposure: 0}])).toThrow("not a count of events and an exposure: 1, 0");
  expect(() => shrinkMeans([{mean: 1, standardError: 0}])).toThrow(RangeError);
});

/** Over many draws: how often an interval holds the truth, and the mean squared distance to it. */
function trial(draw: (random: Random) => {truths: number[]; result: Shrinkage}) {
  let [held, all, errorOfEstimate, errorOfRaw] = [0, 0, 0, 0];
  for (let seed = 0; seed < 400; seed++) {
    const {truths, result} = draw(randomStream(seed, "teams"));
    for (const [index, {raw, estimate, low, high}] of result.units.entries()) {
      const truth = truths[index]!;
      all++;
      held += low! <= truth && truth <= high! ? 1 : 0;
      errorOfEstimate += (estimate - truth) ** 2;
      errorOfRaw += (raw! - truth) ** 2;
    }
  }
  return {coverage: held / all, errorOfEstimate: errorOfEstimate / all, errorOfRaw: errorOfRaw / all};
}

function poisson(random: Random, mean: number): number {
  let count = 0;
  for (let product = random.uniform(); product > Math.exp(-mean); product *= random.uniform()) count++;
  return count;
}
