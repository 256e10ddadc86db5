/**
 * Between which bounds a proportion lies, by Wilson's score method.
 *
 * Chosen because wijken have few trajecten: it keeps its coverage there, and never leaves 0–1.
 *
 * @param successes  count, 0 to `trials`
 * @param trials     count, at least 1
 * @param z          standard deviations; 1.96 for 95 %
 * @returns          `[low, high]`, proportions
 * @throws RangeError  a count outside its bounds
 * @source  Wilson (1927), JASA 22: 209–212
 */
export function wilsonInterval(successes: number, trials: number, z = 1.959964): [low: number, high: number] {
  if (!(trials >= 1)) throw new RangeError(`trials must be at least 1: ${trials}`);
  if (!(successes >= 0 && successes <= trials)) throw new RangeError(`successes not in 0–${trials}: ${successes}`);
  const proportion = successes / trials;
  const weight = z ** 2 / trials;
  const centre = (proportion + weight / 2) / (1 + weight);
  const margin = (z / (1 + weight)) * Math.sqrt((proportion * (1 - proportion)) / trials + weight / trials / 4);
  // Rounding can leave low just under 0 when successes is 0, and high just over 1.
  return [Math.max(0, centre - margin), Math.min(1, centre + margin)];
}

/**
 * Between which bounds the difference of two independent proportions lies (first minus second).
 *
 * Newcombe's hybrid of two Wilson intervals: unlike the usual formula it does not call a difference certain because
 * one of the two counts is zero.
 *
 * @returns  `[low, high]`, −1 to 1; chance alone can explain the difference when 0 lies between them
 * @source  Newcombe (1998), Statistics in Medicine 17: 873–890, method 10
 */
export function differenceInterval(
  first: {readonly successes: number; readonly trials: number},
  second: {readonly successes: number; readonly trials: number},
  z = 1.959964,
): [low: number, high: number] {
  const p = first.successes / first.trials;
  const q = second.successes / second.trials;
  const [pLow, pHigh] = wilsonInterval(first.successes, first.trials, z);
  const [qLow, qHigh] = wilsonInterval(second.successes, second.trials, z);
  return [p - q - Math.hypot(p - pLow, qHigh - q), p - q + Math.hypot(pHigh - p, q - qLow)];
}
