import {sum} from "./mean.ts";
import {z95} from "./normal-distribution.ts";

export interface Shrinkage {
  /** The mean over the units, towards which each is drawn. */
  readonly overall: number;
  /** Standard deviation between the units, beyond what chance explains; 0 when chance explains all. */
  readonly spread: number;
  /** One for each unit, in its order. */
  readonly units: readonly ShrunkUnit[];
}

export interface ShrunkUnit {
  /** As measured; null when nothing was. */
  readonly raw: number | null;
  readonly estimate: number;
  /** 95 %; null when no unit had an event, or every one had nothing else: then chance cannot be told. */
  readonly low: number | null;
  readonly high: number | null;
  /** How much of the estimate is the unit's own figure, 0 to 1; the rest is the overall mean. */
  readonly weight: number;
}

/**
 * Proportions of small units, each drawn towards the mean of all, the more so the less of it was seen.
 *
 * Of the smallest teams, some are always on top and some at the bottom by chance alone. What is expected of a unit is
 * a mean of its own figure and that of all (beta-binomial), and how much of each follows from how units differ.
 *
 * @param units  counts; a unit without trials is given the overall mean
 * @returns      proportions; null with fewer than four units that have trials: too few to know how units differ
 * @throws RangeError  a count outside its bounds
 * @source  Morris (1983), JASA 78: 47–55; Kleinman (1973), JASA 68: 46–54 for the beta-binomial
 */
export function shrinkProportions(
  units: readonly {readonly successes: number; readonly trials: number}[],
): Shrinkage | null {
  for (const {successes, trials} of units) {
    if (!(successes >= 0 && trials >= successes && Number.isFinite(trials))) {
      throw new RangeError(`successes not in 0–${trials}: ${successes}`);
    }
  }
  const all = sum(units.map(({trials}) => trials));
  const pooled = sum(units.map(({successes}) => successes)) / all;
  // Over all − 1: with one trial each, units would seem to differ because their own mean was taken off.
  const whole = (pooled * (1 - pooled) * all) / (all - 1);
  return shrink(
    // Between units it differs, so within one it varies less: a proportion cannot do both to the full.
    units.map(({successes, trials}) => ({
      raw: trials === 0 ? null : successes / trials,
      varianceAt: (between) => (whole - between) / trials,
    })),
    whole * (1 - 1e-9),
    {
      relativeVariance: (estimate) => (estimate * (1 - estimate)) / whole,
      interval: (estimate, deviation) => {
        const margin = (z95 * deviation) / (estimate * (1 - estimate));
        const odds = (shift: number) => (estimate / (1 - estimate)) * Math.exp(shift);
        return [odds(-margin) / (1 + odds(-margin)), 1 / (1 + 1 / odds(margin))];
      },
    },
  );
}

/**
 * Events per unit of exposure in small units, each drawn towards the mean of all (gamma-Poisson).
 *
 * @param units  events at least 0; a unit without exposure is given the overall mean
 * @returns      events per unit of exposure; null with fewer than four units that have exposure
 * @throws RangeError  a count or exposure below 0, or events without exposure
 * @source  Morris (1983), JASA 78: 47–55; Marshall (1991), Applied Statistics 40: 283–294
 */
export function shrinkRates(units: readonly {readonly events: number; readonly exposure: number}[]): Shrinkage | null {
  for (const {events, exposure} of units) {
    if (!(events >= 0 && exposure >= 0 && (exposure > 0 || events === 0) && Number.isFinite(events + exposure))) {
      throw new RangeError(`not a count of events and an exposure: ${events}, ${exposure}`);
    }
  }
  const pooled = sum(units.map(({events}) => events)) / sum(units.map(({exposure}) => exposure));
  return shrink(
    units.map(({events, exposure}) => ({
      raw: exposure === 0 ? null : events / exposure,
      varianceAt: () => pooled / exposure,
    })),
    Number.POSITIVE_INFINITY,
    {
      relativeVariance: (estimate) => estimate / pooled,
      interval: (estimate, deviation) => {
        const factor = Math.exp((z95 * deviation) / estimate);
        return [estimate / factor, estimate * factor];
      },
    },
  );
}

/**
 * Means of small units, each drawn towards the mean of all (normal-normal; James-Stein when all are as uncertain).
 *
 * @param units  mean, and its standard error above 0
 * @returns      in the unit of the means; null with fewer than four units
 * @throws RangeError  a mean that is not finite, or a standard error that is not above 0
 * @source  Morris (1983), JASA 78: 47–55; Efron and Morris (1975), JASA 70: 311–319
 */
export function shrinkMeans(
  units: readonly {readonly mean: number; readonly standardError: number}[],
): Shrinkage | null {
  for (const {mean, standardError} of units) {
    if (!(Number.isFinite(mean) && standardError > 0 && Number.isFinite(standardError))) {
      throw new RangeError(`not a mean and a standard error: ${mean}, ${standardError}`);
    }
  }
  return shrink(
    units.map(({mean, standardError}) => ({raw: mean, varianceAt: () => standardError ** 2})),
    Number.POSITIVE_INFINITY,
    {
      relativeVariance: () => 1,
      interval: (estimate, deviation) => [estimate - z95 * deviation, estimate + z95 * deviation],
    },
  );
}

interface Unit {
  readonly raw: number | null;
  /** How much the raw figure varies by chance, when units differ by this variance between them. */
  readonly varianceAt: (between: number) => number;
}

interface Scale {
  /** How much chance varies at an estimate, against at the overall mean. */
  readonly relativeVariance: (estimate: number) => number;
  readonly interval: (estimate: number, deviation: number) => [low: number, high: number];
}

function shrink(units: readonly Unit[], highest: number, {relativeVariance, interval}: Scale): Shrinkage | null {
  const measured = units.flatMap(({raw, varianceAt}) => (raw === null ? [] : [{raw, varianceAt}]));
  const count = measured.length;
  if (count < 4) return null;
  const nothingVaries = measured.every(({varianceAt}) => varianceAt(0) === 0);
  if (nothingVaries) {
    const overall = measured[0]!.raw;
    return {
      overall,
      spread: 0,
      units: units.map(({raw}) => ({raw, estimate: overall, low: null, high: null, weight: 0})),
    };
  }
  const between = varianceBetween(measured, highest);
  const {overall, precision} = weightedMean(measured, between);
  const meanVariance =
    sum(measured.map(({varianceAt}) => varianceAt(between) / (varianceAt(between) + between))) / precision;
  return {
    overall,
    spread: Math.sqrt(between),
    units: units.map(({raw, varianceAt}): ShrunkUnit => {
      if (raw === null) {
        const [low, high] = interval(overall, Math.sqrt(between + 1 / precision));
        return {raw, estimate: overall, low, high, weight: 0};
      }
      const own = varianceAt(between);
      // Less than all by (k − 3)/(k − 1): how units differ is itself an estimate, and this is without bias.
      const pull = (((count - 3) / (count - 1)) * own) / (own + between);
      const estimate = raw + pull * (overall - raw);
      const variance =
        own * relativeVariance(estimate) * (1 - pull) +
        pull ** 2 / precision +
        (2 / (count - 3)) * pull ** 2 * ((meanVariance + between) / (own + between)) * (raw - overall) ** 2;
      const [low, high] = interval(estimate, Math.sqrt(variance));
      return {raw, estimate, low, high, weight: 1 - pull};
    }),
  };
}

type Measured = Unit & {readonly raw: number};

/** The variance between units at which their distances to the mean are as large as they should be. */
function varianceBetween(units: readonly Measured[], highest: number): number {
  // Falls as the variance between units rises.
  const excess = (between: number) => {
    const {overall} = weightedMean(units, between);
    const distances = units.map(({raw, varianceAt}) => (raw - overall) ** 2 / (varianceAt(between) + between));
    return sum(distances) - (units.length - 1);
  };
  // With one trial each it is 0 whatever the variance, up to rounding.
  if (excess(0) <= 1e-9) return 0;
  let [low, high] = [0, Math.min(highest, units[0]!.varianceAt(0))];
  while (high < highest && excess(high) > 0) [low, high] = [high, Math.min(highest, 2 * high)];
  for (let halving = 0; halving < 100 && high - low > 1e-15 * high; halving++) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return high;
}

function weightedMean(units: readonly Measured[], between: number): {overall: number; precision: number} {
  const weights = units.map(({varianceAt}) => 1 / (varianceAt(between) + between));
  const precision = sum(weights);
  return {overall: sum(units.map(({raw}, index) => weights[index]! * raw)) / precision, precision};
}
