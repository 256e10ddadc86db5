/**
 * Of each of many tests done together: the share of false ones among all that are at least as telling.
 *
 * Who takes all with at most 0.05 is, on average, wrong about at most one in twenty of what he takes; and where nothing at
 * all is going on he takes anything in one of twenty times.
 *
 * @param chances  of each test, how often chance alone gives as much: 0 to 1
 * @returns in the order of `chances`, 0 to 1
 * @throws RangeError  a chance outside its bounds
 * @source  Benjamini and Hochberg (1995), JRSS B 57: 289–300; p.adjust(method = "BH") of R
 */
export function falseDiscoveryRates(chances: readonly number[]): number[] {
  for (const chance of chances) if (!(chance >= 0 && chance <= 1)) throw new RangeError(`not a chance: ${chance}`);
  const order = chances.map((_, at) => at).sort((a, b) => chances[b]! - chances[a]!);
  const rates = new Array<number>(chances.length);
  let lowest = 1;
  order.forEach((at, place) => {
    lowest = Math.min(lowest, (chances[at]! * chances.length) / (chances.length - place));
    rates[at] = lowest;
  });
  return rates;
}
