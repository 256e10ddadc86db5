import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {expectNear, hasReference, referenceCsv, referenceJson} from "../../test/reference.ts";
import {type SurvivalSummary, survivalSets} from "../../test/survival-reference.ts";
import {coxRegression} from "./cox-regression.ts";
import {logRank} from "./log-rank.ts";
import {normalTail} from "./normal-distribution.ts";
import type {Ties} from "./partial-likelihood.ts";

const durations = fc.array(
  fc.record({
    time: fc.integer({min: 1, max: 30}),
    event: fc.boolean(),
    covariates: fc.tuple(fc.integer({min: 0, max: 1}), fc.integer({min: -3, max: 3})),
  }),
  {minLength: 10, maxLength: 40},
);

test("without ties the three ways of weighing them are one", () => {
  fc.assert(
    fc.property(durations, (drawn) => {
      const untied = drawn.map((duration, index) => ({...duration, time: duration.time + index / 100}));
      const [efron, breslow, exact] = (["efron", "breslow", "exact"] as const).map((ties) =>
        coxRegression(untied, ties),
      );
      for (const other of [breslow, exact]) {
        if (efron === null) expect(other).toBe(null);
        else for (const [at, value] of efron.coefficients.entries()) expectClose(other!.coefficients[at]!, value);
      }
    }),
  );
});

test("the score of one covariate of two values is the log-rank test, where ties are exact", () => {
  fc.assert(
    fc.property(durations, (drawn) => {
      const fit = coxRegression(
        drawn.map(({covariates, ...rest}) => ({...rest, covariates: [covariates[0]]})),
        "exact",
      );
      fc.pre(fit !== null);
      const groups = [0, 1].map((value) => drawn.filter(({covariates}) => covariates[0] === value));
      expectClose(fit!.score, logRank(groups)!.chiSquare);
      expectClose(fit!.p, 2 * normalTail(Math.sqrt(Math.max(0, fit!.likelihoodRatio))));
    }),
  );
});

test.each([1000, 1e-6])("another unit or zero of a covariate changes its coefficient and nothing else: %d", (unit) => {
  fc.assert(
    fc.property(durations, (drawn) => {
      const fit = coxRegression(drawn);
      const moved = coxRegression(
        drawn.map((one) => ({...one, covariates: [one.covariates[0] + 5000, unit * (one.covariates[1] + 5)]})),
      );
      expect(moved === null).toBe(fit === null);
      fc.pre(fit !== null && moved !== null);
      expectClose(moved!.coefficients[0]!, fit!.coefficients[0]!);
      expectClose(moved!.coefficients[1]! * unit, fit!.coefficients[1]!);
      expectClose(moved!.likelihoodRatio, fit!.likelihoodRatio);
    }),
  );
});

test("where one lies far from the rest, a whole step overshoots and the top is found all the same", () => {
  const risks = [25, 1, 2, 2, 2, 2, 3];
  const logLikelihoodAt = (coefficient: number) =>
    risks.reduce((sum, risk, at) => {
      const those = risks.slice(at).reduce((total, other) => total + Math.exp(coefficient * other), 0);
      return sum + coefficient * risk - Math.log(those);
    }, 0);
  const fit = coxRegression(risks.map((risk, at) => ({time: at + 1, event: true, covariates: [risk]})))!;
  const [best] = fit.coefficients;
  expectClose(fit.logLikelihoods[1], logLikelihoodAt(best!));
  for (const other of [best! - 0.001, best! + 0.001])
    expect(logLikelihoodAt(other)).toBeLessThan(fit.logLikelihoods[1]);
});

test("nothing can be told without events, of what is the same for all, of what others determine, or sets the first apart", () => {
  const row = (time: number, event: boolean, ...covariates: number[]) => ({time, event, covariates});
  expect(coxRegression([row(1, false, 1), row(2, false, 2)])).toBe(null);
  expect(coxRegression([row(1, true, 1), row(2, true, 1)])).toBe(null);
  const determined = [row(1, true, 1, 2), row(2, true, 3, 6), row(3, true, 2, 4), row(4, false, 1, 2)];
  expect(coxRegression(determined)).toBe(null);
  expect(coxRegression([row(1, true, 1), row(2, true, 1), row(3, true, 0), row(4, true, 0)])).toBe(null);
});

test("refuses what has no answer", () => {
  const one = {time: 1, event: true, covariates: [1]};
  expect(() => coxRegression([])).toThrow("covariates must be at least 1: 0");
  expect(() => coxRegression([one, {...one, covariates: [1, 2]}])).toThrow("covariates must be 1: 2");
  expect(() => coxRegression([{...one, time: Number.NaN}])).toThrow(RangeError);
  const many = Array.from({length: 3000}, (_, index) => ({time: 1, event: index % 2 === 0, covariates: [index]}));
  expect(() => coxRegression(many, "exact")).toThrow("too many ties at a time to be exact: 1500");
});

describe.skipIf(!hasReference)("against R survival", () => {
  const cases = hasReference
    ? survivalSets.flatMap(({name}) =>
        referenceJson<SurvivalSummary>(`06-survival/summary_${name}.json`).cox.map((fit) => ({name, ...fit})),
      )
    : [];

  test.each(cases)("$formula of $name with $ties", ({name, ties, coef, se, loglik, ...expected}) => {
    const rows = referenceCsv(`06-survival/data_${name}.csv`)
      .map((row) => ({
        time: Number(row.time),
        event: row.event === "1",
        covariates: Object.keys(coef).map((term) => covariate(row, term)),
      }))
      .filter(({covariates}) => !covariates.includes(Number.NaN));
    expect(rows).toHaveLength(expected.n);
    const fit = coxRegression(rows, ties as Ties)!;
    for (const [index, term] of Object.keys(coef).entries()) {
      expectNear(fit.coefficients[index], coef[term], 1e-6);
      expectNear(fit.standardErrors[index], se[term], 1e-6);
    }
    for (const [index, value] of loglik.entries()) expectNear(fit.logLikelihoods[index], value, 1e-6);
    expectNear(fit.likelihoodRatio, expected.lr, 1e-6);
    expectNear(fit.score, expected.score, 1e-6);
    expectNear(fit.concordance, expected.concordance, 1e-6);
    // R rounds this one.
    expect(Math.abs(fit.wald - expected.wald)).toBeLessThanOrEqual(0.005 + 1e-6);
  });

  test("every fit has been read", () => expect(cases).toHaveLength(7));
});

/** A column, or 1 where it has the value that R has put behind its name; an empty cell is no number. */
function covariate(row: Record<string, string>, term: string): number {
  const cell = row[term];
  if (cell !== undefined) return cell === "" ? Number.NaN : Number(cell);
  const column = Object.keys(row).find((name) => term.startsWith(name))!;
  return row[column] === term.slice(column.length) ? 1 : 0;
}

function expectClose(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThan(1e-6 * Math.max(1, Math.abs(expected)));
}
