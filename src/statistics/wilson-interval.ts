/**
 * The Wilson score interval for a proportion.
 *
 * Preferred to the normal interval: most Buurten have few Cliënten, and this one keeps its coverage there.
 *
 * @param successes  count, 0 to `trials`
 * @param trials     count, at least 1
 * @param z          standard deviations; 1.96 for 95 %
 * @returns          `[low, high]`, proportions from 0 to 1
 * @throws RangeError  a count outside its bounds
 * @source  Wilson (1927), JASA 22: 209–212
 */
export function wilsonInterval(successes: number, trials: number, z = 1.96): [low: number, high: number] {
  if (!(trials >= 1)) throw new RangeError(`trials must be at least 1: ${trials}`);
  if (!(successes >= 0 && successes <= trials)) throw new RangeError(`successes not in 0–${trials}: ${successes}`);
  const p = successes / trials;
  const scale = 1 + z ** 2 / trials;
  const centre = (p + z ** 2 / (2 * trials)) / scale;
  const margin = (z / scale) * Math.sqrt((p * (1 - p)) / trials + (z / (2 * trials)) ** 2);
  // Rounding can leave low at -3e-17 when successes is 0.
  return [Math.max(0, centre - margin), Math.min(1, centre + margin)];
}
