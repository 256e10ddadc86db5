import {dot, solve} from "./linear-equations.ts";
import {mean, sum} from "./mean.ts";

/** A count, with what it was counted on and what is known of it. */
export interface PoissonRow {
  /** At least 0; need not be whole. */
  readonly events: number;
  /** More than 0: people, or events that were to be expected. */
  readonly exposure: number;
  /** As many for each row, in one order. */
  readonly covariates: readonly number[];
}

export interface PoissonFit {
  /** Logarithm of the events per unit of exposure where every covariate is 0. */
  readonly intercept: number;
  /** For each covariate: the logarithm of how many times as many events there are when it is one higher. */
  readonly coefficients: readonly number[];
  /** Of the intercept and then the coefficients; those of quasi-Poisson when multiplied by the root of `dispersion`. */
  readonly standardErrors: readonly number[];
  /** Events that the fit gives each row. */
  readonly fitted: readonly number[];
  /** Pearson's chi-square over the degrees of freedom: about 1 when chance explains what is left. Null without freedom. */
  readonly dispersion: number | null;
  readonly deviance: number;
  /** Without covariates: all rows with the same rate. */
  readonly nullDeviance: number;
}

/**
 * By how much what is known of a place or month makes its count higher or lower (Poisson regression with a log link).
 *
 * @param rows  each with the same number of covariates; none is a mean of all
 * @returns     null when no single answer is best: no events, or a covariate that others determine or that is the same
 *              for all
 * @throws RangeError  a number outside its bounds, or differing numbers of covariates
 * @source  McCullagh and Nelder (1989), Generalized Linear Models, ch. 6; the dispersion is that of ch. 6.2.4
 */
export function poissonRegression(rows: readonly PoissonRow[]): PoissonFit | null {
  const count = check(rows);
  if (!rows.some(({events}) => events > 0)) return null;
  const means = Array.from({length: count}, (_, at) => mean(rows.map(({covariates}) => covariates[at]!)));
  // Around their means and in their own unit, so that no covariate drowns the others.
  const scales = means.map((middle, at) =>
    Math.sqrt(mean(rows.map(({covariates}) => (covariates[at]! - middle) ** 2))),
  );
  if (scales.some((scale, at) => !(scale > 1e-12 * Math.abs(means[at]!)))) return null;
  const design = rows.map(({covariates}) => [1, ...covariates.map((value, at) => (value - means[at]!) / scales[at]!)]);
  const fit = maximise(rows, design);
  if (fit === null) return null;
  const {parameters, fitted, information, pearson} = fit;
  const coefficients = parameters.slice(1).map((value, at) => value / scales[at]!);
  // How the intercept and each coefficient follow from the parameters around the means.
  const contrasts = [
    [1, ...means.map((middle, at) => -middle / scales[at]!)],
    ...scales.map((scale, at) => parameters.map((_, index) => (index === at + 1 ? 1 / scale : 0))),
  ];
  const freedom = rows.length - parameters.length;
  const rate = sum(rows.map(({events}) => events)) / sum(rows.map(({exposure}) => exposure));
  return {
    intercept: dot(contrasts[0]!, parameters),
    coefficients,
    standardErrors: contrasts.map((contrast) => Math.sqrt(dot(contrast, solve(information, contrast)))),
    fitted,
    dispersion: freedom > 0 ? pearson / freedom : null,
    deviance: devianceOf(rows, fitted),
    nullDeviance: devianceOf(
      rows,
      rows.map(({exposure}) => exposure * rate),
    ),
  };
}

/** What the fit gives for exposure and covariates that need not be of its rows. */
export function expectedEvents({intercept, coefficients}: PoissonFit, row: Omit<PoissonRow, "events">): number {
  return row.exposure * Math.exp(intercept + dot(coefficients, row.covariates));
}

function check(rows: readonly PoissonRow[]): number {
  const count = rows[0]?.covariates.length ?? 0;
  for (const {events, exposure, covariates} of rows) {
    if (!(events >= 0 && Number.isFinite(events))) throw new RangeError(`events must not be negative: ${events}`);
    if (!(exposure > 0 && Number.isFinite(exposure))) throw new RangeError(`exposure must be positive: ${exposure}`);
    if (covariates.length !== count) throw new RangeError(`covariates must be ${count}: ${covariates.length}`);
    const wrong = covariates.find((value) => !Number.isFinite(value));
    if (wrong !== undefined) throw new RangeError(`covariates must be finite: ${wrong}`);
  }
  return count;
}

interface Maximum {
  readonly parameters: readonly number[];
  readonly fitted: readonly number[];
  /** Of the last step, so of the events fitted before it; as R has it, and the errors then agree to the last digits. */
  readonly information: readonly (readonly number[])[];
  /** Pearson's chi-square, with the weights of that step. */
  readonly pearson: number;
}

/** Newton's method, begun and ended as glm of R does; null when there is no single top. */
function maximise(rows: readonly PoissonRow[], design: readonly (readonly number[])[]): Maximum | null {
  const size = design[0]!.length;
  let before = rows.map(({events}) => events + 0.1);
  let deviance = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 50; round++) {
    const weights = before;
    const working = rows.map(({events, exposure}, at) => {
      const weight = weights[at]!;
      return Math.log(weight / exposure) + events / weight - 1;
    });
    const information = Array.from({length: size}, (_, a) =>
      Array.from({length: size}, (_, b) => sum(design.map((row, at) => weights[at]! * row[a]! * row[b]!))),
    );
    if (!isDefinite(information)) return null;
    const parameters = solve(
      information,
      Array.from({length: size}, (_, a) => sum(design.map((row, at) => weights[at]! * row[a]! * working[at]!))),
    );
    const fitted = rows.map(({exposure}, at) => exposure * Math.exp(dot(design[at]!, parameters)));
    const reached = devianceOf(rows, fitted);
    if (Math.abs(reached - deviance) < 1e-8 * (reached + 0.1)) {
      const pearson = sum(rows.map(({events}, at) => weights[at]! * (events / fitted[at]! - 1) ** 2));
      return {parameters, fitted, information, pearson};
    }
    deviance = reached;
    before = fitted;
  }
  return null;
}

function devianceOf(rows: readonly PoissonRow[], fitted: readonly number[]): number {
  return (
    2 *
    sum(
      rows.map(({events}, at) => {
        const from = fitted[at]!;
        return (events === 0 ? 0 : events * Math.log(events / from)) - (events - from);
      }),
    )
  );
}

/** Whether each covariate tells something that the others do not: more than rounding. */
function isDefinite(information: readonly (readonly number[])[]): boolean {
  const rows = information.map((row) => [...row]);
  for (const [index, top] of rows.entries()) {
    if (!(top[index]! > 1e-7 * information[index]![index]!)) return false;
    for (const row of rows.slice(index + 1)) {
      const factor = row[index]! / top[index]!;
      for (let column = index; column < row.length; column++) row[column]! -= factor * top[column]!;
    }
  }
  return true;
}
