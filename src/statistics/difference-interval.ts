import {z95} from "./normal-distribution.ts";
import {wilsonInterval} from "./wilson-interval.ts";

/**
 * Between which bounds the difference of two independent proportions lies (first minus second).
 *
 * Newcombe's hybrid of two Wilson intervals: unlike the usual formula it does not call a difference certain because
 * one of the two counts is zero.
 *
 * @param z  standard deviations; 1.96 for 95 %
 * @returns  `[low, high]`, −1 to 1; chance alone can explain the difference when 0 lies between them
 * @throws RangeError  a count outside its bounds
 * @source  Newcombe (1998), Statistics in Medicine 17: 873–890, method 10
 */
export function differenceInterval(
  first: {readonly successes: number; readonly trials: number},
  second: {readonly successes: number; readonly trials: number},
  z = z95,
): [low: number, high: number] {
  const p = first.successes / first.trials;
  const q = second.successes / second.trials;
  const [pLow, pHigh] = wilsonInterval(first.successes, first.trials, z);
  const [qLow, qHigh] = wilsonInterval(second.successes, second.trials, z);
  return [p - q - Math.hypot(p - pLow, qHigh - q), p - q + Math.hypot(pHigh - p, q - qLow)];
}
