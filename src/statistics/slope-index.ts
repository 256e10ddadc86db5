import {normalTail, z95} from "./normal-distribution.ts";
import {quantile} from "./quantile.ts";
import type {Random} from "./random.ts";

/** People of about the same rank, with a figure of theirs. */
export interface RankedGroup {
  /** More than 0. */
  readonly population: number;
  readonly value: number;
  /** 95 % limits of the value. */
  readonly low: number;
  readonly high: number;
}

export interface SlopeOptions {
  /** On which scale the errors of a value lie evenly on both sides: log for rates, logit for proportions. */
  readonly scale: "plain" | "log" | "logit";
  /** Draw the line on that scale too, so that it stays within what a rate or a proportion can be. */
  readonly fitsOnScale?: boolean;
  readonly random: Random;
  /** Standard deviations; 1.96 for 95 %, which is the default. */
  readonly z?: number;
  /** Draws for the limits, at least 1000; 100,000 when left out, which takes a tenth of a second. */
  readonly draws?: number;
}

export interface SlopeIndex {
  /** Slope index: the line at the highest rank less the line at the lowest, in the unit of the values. */
  readonly slope: number;
  readonly slopeLow: number;
  readonly slopeHigh: number;
  /** Relative index: the line at the highest rank over the line at the lowest; null where that is 0. */
  readonly relative: number | null;
  readonly relativeLow: number | null;
  readonly relativeHigh: number | null;
  /** The line at the lowest rank, in the unit of the values. */
  readonly start: number;
}

/**
 * The slope index and the relative index of inequality (SII, RII): how much a figure differs from one end of a ranking
 * to the other.
 *
 * A line through the groups, each in the middle of its part of the population and as heavy as that part. For the limits
 * all values are drawn again and again, each from its own errors.
 *
 * @param groups   at least two, ranked from lowest to highest
 * @param options  see there; the answer is the same for the same `random`
 * @returns        values on the plain scale, whatever the scale of the errors
 * @throws RangeError  fewer than two groups, a group without people, or a value or limit that its scale does not have
 * @source  Low and Low (2004), Journal of Public Health 26: 388–395
 */
export function slopeIndex(groups: readonly RankedGroup[], options: SlopeOptions): SlopeIndex {
  const {random, z = z95, draws = 100_000} = options;
  if (groups.length < 2) throw new RangeError(`a slope needs at least two groups: ${groups.length}`);
  if (!(draws >= 1000)) throw new RangeError(`draws must be at least 1000: ${draws}`);
  const points = groups.map((group) => pointOf(group, options));
  const endsOf = lineThrough(groups, options);

  const [start, end] = endsOf(points.map(({middle}) => middle));
  const slopes: number[] = [];
  const ratios: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const [low, high] = endsOf(points.map(({middle, error}) => middle + error * random.normal()));
    slopes.push(high - low);
    if (low !== 0) ratios.push(high / low);
  }
  const tail = normalTail(z);
  const [slopeLow, slopeHigh] = limitsOf(slopes, tail);
  const [relativeLow, relativeHigh] = start === 0 ? [null, null] : limitsOf(ratios, tail);
  const relative = start === 0 ? null : end / start;
  return {slope: end - start, slopeLow, slopeHigh, relative, relativeLow, relativeHigh, start};
}

function limitsOf(drawn: readonly number[], tail: number): [low: number, high: number] {
  // A typed array sorts numbers several times faster, and sorting what is sorted costs little.
  const sorted = [...Float64Array.from(drawn).sort()];
  return [quantile(sorted, tail), quantile(sorted, 1 - tail)];
}

const scales = {
  plain: {to: (value: number) => value, from: (value: number) => value},
  log: {to: Math.log, from: Math.exp},
  logit: {to: (value: number) => Math.log(value / (1 - value)), from: (value: number) => 1 / (1 + Math.exp(-value))},
};

/** The value and its standard error, on the scale. */
function pointOf({value, low, high}: RankedGroup, {scale}: SlopeOptions): {middle: number; error: number} {
  const [middle, from, to] = [value, low, high].map((one) => {
    const scaled = scales[scale].to(one);
    if (!Number.isFinite(scaled)) throw new RangeError(`not on the ${scale} scale: ${one}`);
    return scaled;
  });
  if (!(from! <= to!)) throw new RangeError(`low above high: ${low}, ${high}`);
  return {middle: middle!, error: (to! - from!) / (2 * z95)};
}

/** What gives the two ends of the line, on the plain scale, for values of the groups on the scale. */
function lineThrough(
  groups: readonly RankedGroup[],
  {scale, fitsOnScale = false}: SlopeOptions,
): (values: readonly number[]) => [start: number, end: number] {
  const {from} = scales[scale];
  const {shares, pulls} = weightsOf(groups);
  return (values) => {
    let mean = 0;
    let slope = 0;
    for (let index = 0; index < values.length; index++) {
      const value = fitsOnScale ? values[index]! : from(values[index]!);
      mean += shares[index]! * value;
      slope += pulls[index]! * value;
    }
    // The line passes through the mean in the middle of the population.
    const ends: [number, number] = [mean - slope / 2, mean + slope / 2];
    return fitsOnScale ? [from(ends[0]), from(ends[1])] : ends;
  };
}

/** Least squares: by how much each value adds to the mean, and to the slope from rank 0 to rank 1. */
function weightsOf(groups: readonly RankedGroup[]): {shares: number[]; pulls: number[]} {
  let total = 0;
  for (const {population} of groups) {
    if (!(population > 0)) throw new RangeError(`population must be positive: ${population}`);
    total += population;
  }
  const shares = groups.map(({population}) => population / total);
  let before = 0;
  const offsets = shares.map((share) => {
    before += share;
    return before - share / 2 - 0.5;
  });
  const spread = offsets.reduce((sum, offset, index) => sum + shares[index]! * offset ** 2, 0);
  return {shares, pulls: offsets.map((offset, index) => (shares[index]! * offset) / spread)};
}
