/**
 * A quantile by linear interpolation between the two nearest values.
 *
 * @param values  at least one, in any order
 * @param p       0 to 1; 0.5 is the median
 * @throws RangeError  no values, or `p` outside its bounds
 * @source  Hyndman and Fan (1996), type 7: the default of R, and of percentile_cont in SQL
 */
export function quantile(values: readonly number[], p: number): number {
  return at(values, p, (values.length - 1) * p);
}

/**
 * Below what the next value of the same kind will lie, with probability `p`: wider than `quantile` when there are few.
 *
 * @param values  at least one, in any order
 * @param p       0 to 1; what lies beyond the values is not guessed at
 * @throws RangeError  no values, or `p` outside its bounds
 * @source  Hyndman and Fan (1996), type 6: of n + 1 values each is as likely to be the last
 */
export function nextQuantile(values: readonly number[], p: number): number {
  const position = (values.length + 1) * p - 1;
  return at(values, p, Math.min(Math.max(position, 0), values.length - 1));
}

function at(values: readonly number[], p: number, position: number): number {
  if (values.length === 0) throw new RangeError("a quantile needs at least one value");
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p not in 0–1: ${p}`);
  const sorted = [...values].sort((a, b) => a - b);
  const below = sorted[Math.floor(position)]!;
  const above = sorted[Math.ceil(position)]!;
  return below + (above - below) * (position - Math.floor(position));
}
