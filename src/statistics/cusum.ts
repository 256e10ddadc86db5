import {requireFinite} from "./finite.ts";
import type {Level} from "./nelson-rules.ts";

export interface CusumPoint {
  /** How far the values have run above the centre, less the slack, since they last did not; in standard deviations. */
  readonly above: number;
  /** The same for below; also at least 0. */
  readonly below: number;
  /** Values since the sum that signals was last 0: the shift probably began that long ago. Null without a signal. */
  readonly signalledAfter: number | null;
}

/**
 * The CUSUM of a series: small shifts that last, long before any one value is out of the ordinary.
 *
 * @param values  in order of time, finite
 * @param level   centre and standard deviation of the process when left alone; sigma above 0
 * @param k       slack, in standard deviations: half of the shift that matters
 * @param h       a sum above it signals, in standard deviations; `cusumRunLength` says how often by chance
 * @returns       one point for each value
 * @throws RangeError  a value that is not finite, or a sigma, `k` or `h` that is not above 0
 * @source  Page (1954), Biometrika 41: 100–115; Montgomery, Introduction to Statistical Quality Control, 9.1
 */
export function cusum(values: readonly number[], level: Level, k = 0.5, h = 5): CusumPoint[] {
  const {centre, sigma} = level;
  if (!(sigma > 0 && k > 0 && h > 0 && Number.isFinite(centre + sigma + k + h))) {
    throw new RangeError(`not a level, a slack and a limit: ${centre}, ${sigma}, ${k}, ${h}`);
  }
  requireFinite(values);
  let [above, below, sinceAbove, sinceBelow] = [0, 0, 0, 0];
  return values.map((value) => {
    const z = (value - centre) / sigma;
    above = Math.max(0, above + z - k);
    below = Math.max(0, below - z - k);
    sinceAbove = above > 0 ? sinceAbove + 1 : 0;
    sinceBelow = below > 0 ? sinceBelow + 1 : 0;
    return {above, below, signalledAfter: above > h ? sinceAbove : below > h ? sinceBelow : null};
  });
}
