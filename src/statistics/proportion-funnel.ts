import {z95} from "./normal-distribution.ts";

/**
 * Between which limits the proportion of a unit of a certain size lies, if only chance sets it apart from the whole.
 *
 * The normal approximation, as Fingertips draws its funnels; cut off at 0 and 1. `funnelLimits` can add overdispersion.
 *
 * @param average  proportion of all units together, 0 to 1
 * @param trials   size of the unit, more than 0
 * @param z        standard deviations; 1.96 for 95 %
 * @returns        `[low, high]`, proportions from 0 to 1
 * @throws RangeError  an argument outside its bounds
 * @source  Spiegelhalter (2005), Statistics in Medicine 24: 1185–1202, A.1
 */
export function proportionFunnel(average: number, trials: number, z = z95): [low: number, high: number] {
  if (!(average >= 0 && average <= 1)) throw new RangeError(`average not in 0–1: ${average}`);
  if (!(trials > 0)) throw new RangeError(`trials must be positive: ${trials}`);
  if (!(z >= 0)) throw new RangeError(`z must not be negative: ${z}`);
  const margin = z * Math.sqrt((average * (1 - average)) / trials);
  return [Math.max(0, average - margin), Math.min(1, average + margin)];
}
