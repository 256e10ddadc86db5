import {concordance} from "./concordance.ts";
import {gammaTail} from "./gamma-distribution.ts";
import {dot, solve} from "./linear-equations.ts";
import {mean} from "./mean.ts";
import {type PartialLikelihood, partialLikelihood, type Ties} from "./partial-likelihood.ts";

/** How long something lasted, whether it ended then, and what is known of it. */
export interface CoxDuration {
  readonly time: number;
  readonly event: boolean;
  /** As many for each duration, in one order; what is no number becomes a 0 or 1 for each of its values but one. */
  readonly covariates: readonly number[];
}

export interface CoxFit {
  /** For each covariate: the logarithm of how many times as fast it ends when the covariate is one higher. */
  readonly coefficients: readonly number[];
  readonly standardErrors: readonly number[];
  /** Without covariates, and with them. */
  readonly logLikelihoods: readonly [without: number, fitted: number];
  /** Chi-squares with as many degrees of freedom as covariates: whether they tell anything at all. */
  readonly likelihoodRatio: number;
  readonly wald: number;
  readonly score: number;
  /** Of the likelihood ratio: with which probability chance alone gives it. */
  readonly p: number;
  /** Null when no two durations can be compared. */
  readonly concordance: number | null;
}

/**
 * By how much what is known of something makes it end sooner or later, all else being equal.
 *
 * @param durations  in any order, each with the same number of covariates, at least one
 * @param ties       "efron" is good and fast; "exact" is for a few ties at a time
 * @returns          null when no single answer is best: no events, a covariate that others determine, or one that sets
 *                   the first to end apart
 * @throws RangeError  a time or covariate that is not finite, differing numbers of covariates, or too many ties to be exact
 * @source  Cox (1972), JRSS B 34: 187–220; Efron (1977), JASA 72: 557–565; Breslow (1974); Gail et al. (1981) for exact
 */
export function coxRegression(durations: readonly CoxDuration[], ties: Ties = "efron"): CoxFit | null {
  const count = check(durations);
  if (!durations.some(({event}) => event)) return null;
  const around = centred(durations, count);
  const likelihoodAt = partialLikelihood(around, ties);
  const start = likelihoodAt(new Array<number>(count).fill(0));
  const variances = start.coefficients.map((_, index) => mean(around.map(({covariates}) => covariates[index]! ** 2)));
  const fit = maximise(start, likelihoodAt, (information) => tells(information, variances));
  if (fit === null) return null;
  const {coefficients, logLikelihood, information} = fit;
  const likelihoodRatio = 2 * (logLikelihood - start.logLikelihood);
  return {
    coefficients,
    standardErrors: coefficients.map((_, index) => Math.sqrt(solve(information, unit(count, index))[index]!)),
    logLikelihoods: [start.logLikelihood, logLikelihood],
    likelihoodRatio,
    wald: dot(
      coefficients,
      information.map((row) => dot(row, coefficients)),
    ),
    score: dot(start.gradient, solve(start.information, start.gradient)),
    p: gammaTail(Math.max(0, likelihoodRatio) / 2, count / 2),
    concordance: concordance(
      durations.map(({time, event, covariates}) => ({time, event, risk: dot(covariates, coefficients)})),
    ),
  };
}

function check(durations: readonly CoxDuration[]): number {
  const count = durations[0]?.covariates.length ?? 0;
  if (count === 0) throw new RangeError(`covariates must be at least 1: ${count}`);
  for (const {time, covariates} of durations) {
    if (covariates.length !== count) throw new RangeError(`covariates must be ${count}: ${covariates.length}`);
    for (const value of [time, ...covariates]) {
      if (!Number.isFinite(value)) throw new RangeError(`time and covariates must be finite: ${value}`);
    }
  }
  return count;
}

/** Around their means, so that no exponential grows out of bounds. */
function centred(durations: readonly CoxDuration[], count: number): CoxDuration[] {
  const means = Array.from({length: count}, (_, index) => mean(durations.map(({covariates}) => covariates[index]!)));
  return durations.map((duration) => ({
    ...duration,
    covariates: duration.covariates.map((value, index) => value - means[index]!),
  }));
}

/** Newton's method, with half steps where a whole one overshoots; null when the top is nowhere or everywhere. */
function maximise(
  start: PartialLikelihood,
  likelihoodAt: (coefficients: readonly number[]) => PartialLikelihood,
  isEnough: (information: PartialLikelihood["information"]) => boolean,
): PartialLikelihood | null {
  let current = start;
  for (let round = 0; round < 50; round++) {
    if (!isEnough(current.information)) return null;
    const {coefficients, logLikelihood} = current;
    const step = solve(current.information, current.gradient);
    if (dot(step, current.gradient) < 1e-18) return current;
    for (let part = 1; part > 1e-6; part /= 2) {
      current = likelihoodAt(coefficients.map((value, index) => value + part * step[index]!));
      // Near the top rounding can make it look a little lower.
      if (current.logLikelihood >= logLikelihood - 1e-12 * Math.abs(logLikelihood)) break;
    }
  }
  return null;
}

/**
 * Whether each covariate tells something that the others do not: more than rounding, measured by its own variance.
 *
 * Nothing is left where others determine it, or where it is the same for all that could have ended; and where it sets
 * the first to end apart its coefficient has no largest value, and each step leaves less.
 */
function tells(information: PartialLikelihood["information"], variances: readonly number[]): boolean {
  const rows = information.map((row) => [...row]);
  for (const [index, top] of rows.entries()) {
    if (!(top[index]! > 1e-10 * variances[index]!)) return false;
    for (const row of rows.slice(index + 1)) {
      const factor = row[index]! / top[index]!;
      for (let column = index; column < row.length; column++) row[column]! -= factor * top[column]!;
    }
  }
  return true;
}

function unit(count: number, index: number): number[] {
  return Array.from({length: count}, (_, at) => (at === index ? 1 : 0));
}
