import {requireFinite} from "./finite.ts";
import type {Level} from "./nelson-rules.ts";

export interface EwmaPoint {
  readonly average: number;
  readonly lower: number;
  readonly upper: number;
  readonly isOutside: boolean;
}

/**
 * The exponentially weighted moving average of a series, with limits: small shifts, in the unit of the values.
 *
 * @param values  in order of time, finite
 * @param level   centre and standard deviation of a value when left alone
 * @param lambda  weight of the newest value, above 0 up to 1
 * @param limit   in standard deviations of the average; `ewmaRunLength` says how often chance passes it
 * @returns       one point for each value; limits widen as the average forgets its start
 * @throws RangeError  a value that is not finite, a sigma below 0, a limit that is not above 0, or `lambda` outside its bounds
 * @source  Roberts (1959), Technometrics 1: 239–250; Montgomery, Introduction to Statistical Quality Control, 9.2
 */
export function ewma(values: readonly number[], level: Level, lambda = 0.2, limit = 2.86): EwmaPoint[] {
  const {centre, sigma} = level;
  if (!(sigma >= 0 && lambda > 0 && lambda <= 1 && limit > 0 && Number.isFinite(centre + sigma + limit))) {
    throw new RangeError(`not a level, a weight and a limit: ${centre}, ${sigma}, ${lambda}, ${limit}`);
  }
  requireFinite(values);
  let average = centre;
  return values.map((value, index) => {
    average += lambda * (value - average);
    const share = (lambda / (2 - lambda)) * (1 - (1 - lambda) ** (2 * (index + 1)));
    const margin = limit * sigma * Math.sqrt(share);
    const [lower, upper] = [centre - margin, centre + margin];
    return {average, lower, upper, isOutside: average < lower || average > upper};
  });
}
