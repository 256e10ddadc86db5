import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {randomStream} from "../../statistics/random.ts";
import {funnelOf, type Observed} from "./chance.ts";

const unit = (numerator: number, denominator: number, expected: number | null = null): Observed => ({
  numerator,
  denominator,
  expected,
});

describe("a share of people", () => {
  const usual = [48, 52, 50, 47, 53, 51, 49, 50, 50].map((stopped) => unit(stopped, 250));

  test("that stands out is higher than the others, and the rest is as they are", () => {
    const {units, middle, phi} = funnelOf([...usual, unit(90, 250)], true, 1);
    expect(middle).toBeCloseTo(540 / 2500, 12);
    expect(units.at(-1)).toMatchObject({adjusted: 0.36, verdict: "hoger", size: 250});
    expect(units.slice(0, -1).every(({verdict}) => verdict === "als verwacht")).toBe(true);
    expect(phi).toBeLessThan(1);
  });

  test("as far as one in twenty lies by chance is said to be so", () => {
    // 20 % of 250 is 50, with a standard deviation of 6.3.
    const verdictOf = (stopped: number) => funnelOf([...usual, unit(stopped, 250)], true, 1).units.at(-1)!.verdict;
    expect(verdictOf(66)).toBe("misschien hoger");
    expect(verdictOf(36)).toBe("misschien lager");
    expect(verdictOf(60)).toBe("als verwacht");
    expect(verdictOf(25)).toBe("lager");
  });

  test("of a small unit is drawn towards the others, of a large one hardly", () => {
    const {units} = funnelOf([...usual, unit(20, 50), unit(10, 50), unit(500, 2000), unit(300, 2000)], true, 1);
    const [small, large] = [units.at(-4)!, units.at(-2)!];
    expect(Math.abs(small.shrunken!.estimate - small.adjusted)).toBeGreaterThan(0.05);
    expect(Math.abs(large.shrunken!.estimate - large.adjusted)).toBeLessThan(0.01);
    expect(small.shrunken!.low).toBeLessThan(small.shrunken!.estimate);
    expect(small.shrunken!.high).toBeGreaterThan(small.shrunken!.estimate);
  });

  test("with heavier help than the others is not held against it", () => {
    const heavy = unit(90, 250, 90);
    const {units} = funnelOf([...usual.map((one) => ({...one, expected: 50})), heavy], true, 1);
    expect(units.at(-1)!.verdict).toBe("als verwacht");
  });
});

describe("a count beside what was expected", () => {
  const usual = [100, 210, 290, 410, 498, 605].map((people, at) => unit(people, 1000 * (at + 1), 100 * (at + 1)));

  test("is given as the figure it would be with the people of the whole", () => {
    const {units, middle} = funnelOf([...usual, unit(400, 3000, 300)], false, 1000);
    const [numerators, denominators, expected] = [2513, 24_000, 2400];
    expect(middle).toBeCloseTo((numerators / denominators) * 1000, 9);
    // Expected numbers are scaled, so that all together had what was expected.
    expect(units.at(-1)!.adjusted).toBeCloseTo((400 / (300 * (numerators / expected))) * middle, 9);
    expect(units.at(-1)!.verdict).toBe("hoger");
  });

  test("curves pass through the limits of each unit", () => {
    const {units, limitsAt} = funnelOf(usual, false, 1000);
    for (const {size, limits} of units) {
      for (const name of ["low95", "high95", "low998", "high998"] as const) {
        expect(limitsAt(size)[name]).toBeCloseTo(limits[name], 9);
      }
    }
  });
});

describe("what has no limits of its own", () => {
  test("two units, or three, cannot be compared", () => {
    for (const count of [0, 1, 2, 3]) {
      expect(() => funnelOf(new Array(count).fill(unit(5, 10)), true, 1)).toThrow("too few units to compare");
    }
  });

  test("units that are all equal are all as expected, without NaN", () => {
    for (const isProportion of [true, false]) {
      for (const numerator of [0, 30, 100]) {
        const {units, middle, limitsAt} = funnelOf(new Array(6).fill(unit(numerator, 100, 20)), isProportion, 1);
        expect(units.every(({verdict}) => verdict === "als verwacht")).toBe(true);
        const numbers = [middle, ...Object.values(limitsAt(50)), ...units.map(({adjusted}) => adjusted)];
        expect(numbers.every(Number.isFinite)).toBe(true);
      }
    }
  });
});

test("of units that differ by chance alone few stand out: at most 1 in 100", () => {
  const random = randomStream(20_261_128, "chance");
  let [outside, all] = [0, 0];
  for (let world = 0; world < 200; world++) {
    const units = Array.from({length: 12}, (_, at) => {
      const trials = 60 + 40 * at;
      let stopped = 0;
      for (let person = 0; person < trials; person++) if (random.chance(0.2)) stopped++;
      return unit(stopped, trials);
    });
    for (const {verdict} of funnelOf(units, true, 1).units) {
      all++;
      if (verdict === "hoger" || verdict === "lager") outside++;
    }
  }
  expect(all).toBe(2400);
  expect(outside / all).toBeLessThanOrEqual(0.01);
});

test("the order of the units changes nothing", () => {
  const units = fc.array(
    fc
      .tuple(fc.nat(80), fc.integer({min: 80, max: 400}))
      .map(([numerator, denominator]) => unit(numerator, denominator)),
    {minLength: 4, maxLength: 15},
  );
  fc.assert(
    fc.property(units, fc.boolean(), (drawn, isProportion) => {
      const there = funnelOf(drawn, isProportion, 100);
      const back = funnelOf(drawn.toReversed(), isProportion, 100);
      expect(back.units.toReversed().map(({verdict}) => verdict)).toEqual(there.units.map(({verdict}) => verdict));
      expect(back.middle).toBeCloseTo(there.middle, 9);
    }),
  );
});
