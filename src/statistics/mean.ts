/**
 * The mean, in two passes: of values that are all equal it is that value to the last bit, so none of them lies above
 * or below it.
 *
 * @param values  at least one
 * @throws RangeError  no values
 */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError("a mean needs at least one value");
  const first = sum(values) / values.length;
  return first + sum(values.map((value) => value - first)) / values.length;
}

/**
 * The sum, with what each addition rounds off kept and added at the end: 0.1 ten times is 1.
 *
 * @source  Neumaier (1974), ZAMM 54: 39–51
 */
export function sum(values: readonly number[]): number {
  let [total, rest] = [0, 0];
  for (const value of values) {
    const next = total + value;
    rest += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + rest;
}

/** The sum of squared distances to the mean. */
export function sumOfSquares(values: readonly number[]): number {
  const centre = mean(values);
  return sum(values.map((value) => (value - centre) ** 2));
}
