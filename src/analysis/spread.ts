/** How the values of others lie, without a name: a quarter of them is at most `low`, half at most `middle`. */
export interface Spread {
  readonly others: number;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** With fewer others than this, one could tell whose value it is. */
export const fewestOthers = 8;

/** Null: there are too few. */
export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length < fewestOthers) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.ceil(part * sorted.length) - 1]!;
  return {others: values.length, low: at(0.25), middle: at(0.5), high: at(0.75)};
}
