/**
 * A quantile by linear interpolation between the two nearest values.
 *
 * @param values  at least one, in any order
 * @param p       0 to 1; 0.5 is the median
 * @throws RangeError  no values, or `p` outside its bounds
 * @source  Hyndman and Fan (1996), type 7: the default of R, and of percentile_cont in SQL
 */
export function quantile(values: readonly number[], p: number): number {
  if (values.length === 0) throw new RangeError("a quantile needs at least one value");
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p not in 0–1: ${p}`);
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * p;
  const below = sorted[Math.floor(position)]!;
  const above = sorted[Math.ceil(position)]!;
  return below + (above - below) * (position - Math.floor(position));
}
