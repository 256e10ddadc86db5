import {type ControlChart, type ControlChartOptions, controlChart} from "./control-chart.ts";
import {requireFinite} from "./finite.ts";
import {mean, sum} from "./mean.ts";

/** A period in which several values were measured. */
export interface Subgroup {
  /** How many values, at least 1. */
  readonly size: number;
  readonly mean: number;
  /** Standard deviation of the values; null of one value. */
  readonly sd: number | null;
}

/**
 * An X̄ chart: the mean of the values of each period.
 *
 * @returns  a period of one value has no limits
 * @throws RangeError  a period without values, a mean or spread that is not finite, or no spread to count from
 * @source  Montgomery, Introduction to Statistical Quality Control, 6.3 (6.29 to 6.31)
 */
export function xbarChart(subgroups: readonly Subgroup[], options?: ControlChartOptions): ControlChart {
  check(subgroups);
  return controlChart(
    subgroups,
    (part, base) => {
      const ofBase = base.map((index) => part[index]!);
      const centre = sum(ofBase.map((group) => group.size * group.mean)) / sum(ofBase.map(({size}) => size));
      const spread = spreadWithin(part, ofBase);
      const limit = (sigmas: number) =>
        part.map(({size}) => (size > 1 ? centre + (sigmas * spread) / (expectedShare(size) * Math.sqrt(size)) : null));
      return {values: part.map((group) => group.mean), centre, lower: limit(-3), upper: limit(3)};
    },
    options,
  );
}

/**
 * An S chart: the standard deviation of the values of each period.
 *
 * @returns  a period of one value has no value and no limits
 * @throws RangeError  a period without values, a mean or spread that is not finite, or no spread to count from
 * @source  Montgomery, Introduction to Statistical Quality Control, 6.3
 */
export function sChart(subgroups: readonly Subgroup[], options?: ControlChartOptions): ControlChart {
  check(subgroups);
  return controlChart(
    subgroups,
    (part, base) => {
      const centre = spreadWithin(
        part,
        base.map((index) => part[index]!),
      );
      const limit = (sigmas: number) =>
        part.map(({size}) => {
          if (size < 2) return null;
          const share = expectedShare(size);
          return centre * Math.max(0, 1 + (sigmas * Math.sqrt(1 - share ** 2)) / share);
        });
      return {values: part.map(({sd}) => sd), centre, lower: limit(-3), upper: limit(3)};
    },
    options,
  );
}

function check(subgroups: readonly Subgroup[]): void {
  for (const {size, mean, sd} of subgroups) {
    requireFinite([mean, sd ?? 0]);
    if (!(Number.isInteger(size) && size >= 1)) throw new RangeError(`size must be a whole number from 1: ${size}`);
  }
}

/** The standard deviation within a period: the mean of equal periods, else pooled by their size. */
function spreadWithin(part: readonly Subgroup[], base: readonly Subgroup[]): number {
  const spreads = base.flatMap(({size, sd}) => (sd === null ? [] : [{freedom: size - 1, sd}]));
  if (spreads.length === 0) throw new RangeError(`no spread to count from in periods: ${base.length}`);
  const isEqual = part.every(({size}) => size === part[0]!.size);
  if (isEqual) return mean(spreads.map(({sd}) => sd));
  return Math.sqrt(sum(spreads.map(({freedom, sd}) => freedom * sd ** 2)) / sum(spreads.map(({freedom}) => freedom)));
}

/** c4: the standard deviation of so many normal values is expected to be this share of sigma. */
function expectedShare(size: number): number {
  // Γ(n/2) / Γ((n−1)/2), from n = 2 upwards.
  let ratio = 1 / Math.sqrt(Math.PI);
  for (let n = 2; n < size; n++) ratio = (n - 1) / 2 / ratio;
  return Math.sqrt(2 / (size - 1)) * ratio;
}
