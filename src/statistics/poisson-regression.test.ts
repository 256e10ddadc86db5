import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {expectNear, hasReference, referenceCsv, referenceJson} from "../../test/reference.ts";
import {z95} from "./normal-distribution.ts";
import {expectedEvents, type PoissonRow, poissonRegression} from "./poisson-regression.ts";

const row = (events: number, exposure: number, ...covariates: number[]): PoissonRow => ({events, exposure, covariates});

test("of two groups is the ratio of their rates", () => {
  const fit = poissonRegression([row(10, 100, 0), row(20, 100, 0), row(45, 100, 1)])!;
  expect(Math.exp(fit.intercept)).toBeCloseTo(0.15, 12);
  expect(Math.exp(fit.coefficients[0]!)).toBeCloseTo(3, 9);
  // The variance of a logarithm of a count is 1 over the count.
  expect(fit.standardErrors[0]).toBeCloseTo(Math.sqrt(1 / 30), 6);
  expect(fit.standardErrors[1]).toBeCloseTo(Math.sqrt(1 / 30 + 1 / 45), 6);
  for (const [at, events] of [15, 15, 45].entries()) expect(fit.fitted[at]).toBeCloseTo(events, 9);
  expect(fit.dispersion).toBeCloseTo((25 + 25) / 15, 4);
  expect(expectedEvents(fit, {exposure: 10, covariates: [1]})).toBeCloseTo(4.5, 9);
});

test("without covariates is the rate of all, and explains nothing", () => {
  const fit = poissonRegression([row(1, 10), row(5, 20)])!;
  expect(Math.exp(fit.intercept)).toBeCloseTo(0.2, 12);
  expect(fit.coefficients).toEqual([]);
  expect(fit.deviance).toBeCloseTo(fit.nullDeviance, 12);
});

test("has no freedom left where each row has a parameter, and then leaves no deviance", () => {
  const fit = poissonRegression([row(3, 10, 0), row(8, 10, 1)])!;
  expect(fit.dispersion).toBe(null);
  expect(fit.deviance).toBeCloseTo(0, 9);
  expect(fit.nullDeviance).toBeGreaterThan(1);
});

test("has no answer where none is best", () => {
  expect(poissonRegression([row(0, 10, 0), row(0, 10, 1)])).toBe(null);
  expect(poissonRegression([row(3, 10, 2), row(4, 10, 2)])).toBe(null);
  expect(poissonRegression([row(3, 10, 1, 2), row(4, 10, 2, 4), row(9, 10, 4, 8)])).toBe(null);
  // Nothing happened in one group: its rate has no logarithm.
  expect(poissonRegression([row(3, 10, 0), row(4, 10, 0), row(0, 10, 1)])).toBe(null);
});

test("what is outside its bounds is a mistake of ours", () => {
  expect(() => poissonRegression([row(-1, 10)])).toThrow("events must not be negative: -1");
  expect(() => poissonRegression([row(Number.NaN, 10)])).toThrow("events must not be negative: NaN");
  expect(() => poissonRegression([row(1, 0)])).toThrow("exposure must be positive: 0");
  expect(() => poissonRegression([row(1, 10, 1), row(1, 10)])).toThrow("covariates must be 1: 0");
  expect(() => poissonRegression([row(1, 10, Number.POSITIVE_INFINITY)])).toThrow(
    "covariates must be finite: Infinity",
  );
});

const rows = fc.array(
  fc
    .tuple(fc.integer({min: 1, max: 60}), fc.integer({min: 10, max: 900}), fc.integer({min: -5, max: 5}))
    .map(([events, exposure, covariate]) => row(events, exposure, covariate)),
  {minLength: 4, maxLength: 30},
);

test("gives all rows together what they had, also weighed by the covariate", () => {
  fc.assert(
    fc.property(rows, (drawn) => {
      const fit = poissonRegression(drawn);
      fc.pre(fit !== null);
      const left = drawn.map(({events}, at) => events - fit!.fitted[at]!);
      const total = drawn.reduce((sum, {events}) => sum + events, 0);
      const weighed = left.map((value, at) => value * drawn[at]!.covariates[0]!);
      for (const list of [left, weighed]) {
        expect(Math.abs(list.reduce((sum, value) => sum + value, 0))).toBeLessThan(1e-7 * total);
      }
      expect(fit!.deviance).toBeLessThanOrEqual(fit!.nullDeviance + 1e-9);
    }),
  );
});

test.each([1000, 1e-6])("another unit or zero of a covariate changes its coefficient and nothing else: %d", (unit) => {
  fc.assert(
    fc.property(rows, (drawn) => {
      const fit = poissonRegression(drawn);
      const moved = poissonRegression(drawn.map((one) => ({...one, covariates: [unit * (one.covariates[0]! + 7)]})));
      expect(moved === null).toBe(fit === null);
      fc.pre(fit !== null && moved !== null);
      expectNear(moved!.coefficients[0]! * unit + 1, fit!.coefficients[0]! + 1, 1e-8);
      expectNear(moved!.standardErrors[1]! * unit, fit!.standardErrors[1], 1e-6);
      for (const [at, events] of moved!.fitted.entries()) expectNear(events, fit!.fitted[at], 1e-7);
    }),
  );
});

describe.skipIf(!hasReference)("against glm of R", () => {
  interface Expected {
    readonly coef: Record<string, number>;
    readonly se: Record<string, number>;
    readonly exp_lower95: Record<string, number>;
    readonly dispersion: number;
    readonly deviance: number;
    readonly df: number;
  }
  const expected = hasReference ? referenceJson<Record<string, Expected>>("07-causal/its_sicily_expected.json") : {};
  const months = hasReference ? referenceCsv("07-causal/its_sicily.csv") : [];
  const covariate = (month: Record<string, string>, name: string): number => {
    const angle = (2 * Math.PI * Number(month.month)) / 12;
    if (name === "tpost") return Number(month.smokban) * (Number(month.time) - 37);
    if (/^[sc]\d$/.test(name)) return (name[0] === "s" ? Math.sin : Math.cos)(Number(name[1]) * angle);
    return Number(month[name]);
  };

  test.each([
    "poisson_step",
    "quasipoisson_step",
    "quasipoisson_step_2harmonics",
    "quasipoisson_step_slope_2harmonics",
  ])("%s", (name) => {
    const {coef, se, exp_lower95, dispersion, deviance, df} = expected[name]!;
    const names = Object.keys(coef);
    const fit = poissonRegression(
      months.map((month) =>
        row(
          Number(month.aces),
          Number(month.stdpop),
          ...names.slice(1).map((covariateName) => covariate(month, covariateName)),
        ),
      ),
    )!;
    const isQuasi = name.startsWith("quasi");
    const factor = isQuasi ? Math.sqrt(fit.dispersion!) : 1;
    if (isQuasi) expectNear(fit.dispersion, dispersion, 1e-7);
    expectNear(fit.deviance, deviance, 1e-7);
    expect(months.length - names.length).toBe(df);
    for (const [at, estimate] of [fit.intercept, ...fit.coefficients].entries()) {
      const error = fit.standardErrors[at]! * factor;
      expectNear(estimate, coef[names[at]!], 1e-7);
      expectNear(error, se[names[at]!], 1e-7);
      expectNear(Math.exp(estimate - z95 * error), exp_lower95[names[at]!], 1e-7);
    }
  });

  test("what would have been without the ban", () => {
    const {counterfactual_post_sum, observed_post_sum} = expected as unknown as Record<string, number>;
    const names = ["smokban", "time", "s1", "c1", "s2", "c2"];
    const covariates = (month: Record<string, string>) => names.map((name) => covariate(month, name));
    const fit = poissonRegression(
      months.map((month) => row(Number(month.aces), Number(month.stdpop), ...covariates(month))),
    )!;
    const after = months.filter(({smokban}) => smokban === "1");
    const without = after.map((month) =>
      expectedEvents(fit, {exposure: Number(month.stdpop), covariates: [0, ...covariates(month).slice(1)]}),
    );
    expectNear(
      without.reduce((sum, value) => sum + value, 0),
      counterfactual_post_sum,
      1e-7,
    );
    expect(after.reduce((sum, {aces}) => sum + Number(aces), 0)).toBe(observed_post_sum);
  });
});
