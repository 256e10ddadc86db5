import {requireFinite} from "./finite.ts";
import {mean, sumOfSquares} from "./mean.ts";

/**
 * Whether the mean level wandered, by how far the cumulated distances to the mean stray from 0.
 *
 * @returns  `statistic`, and with which probability chance alone gives it; null when all values are equal
 * @throws RangeError  no values, or a value that is not finite
 * @source  Ploberger and Krämer (1992), Econometrica 60: 271–285; Kolmogorov's distribution for the tail
 */
export function olsCusumTest(values: readonly number[]): {statistic: number; p: number} | null {
  requireFinite(values);
  const rss = sumOfSquares(values);
  if (rss === 0) return null;
  const scale = Math.sqrt(rss / (values.length - 1)) * Math.sqrt(values.length);
  const centre = mean(values);
  let [cumulated, statistic] = [0, 0];
  for (const value of values) {
    cumulated += value - centre;
    statistic = Math.max(statistic, Math.abs(cumulated) / scale);
  }
  return {statistic, p: kolmogorovTail(statistic)};
}

function kolmogorovTail(x: number): number {
  // The alternating series is slow near 0, where the answer is 1 to the last digit.
  if (x < 0.2) return 1;
  let tail = 0;
  for (let n = 1; n <= 100; n++) tail += 2 * (n % 2 === 1 ? 1 : -1) * Math.exp(-2 * n ** 2 * x ** 2);
  return Math.min(1, tail);
}
