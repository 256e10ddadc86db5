import {mean} from "./mean.ts";

/** From each value to the next, without sign: one fewer than there are values. */
export function movingRanges(values: readonly number[]): number[] {
  return values.slice(1).map((value, index) => Math.abs(value - values[index]!));
}

/**
 * The mean of the moving ranges, without those that are themselves out of the ordinary: a jump in level is one large
 * range and would widen the limits that should show it.
 *
 * @returns  null when there is no range: fewer than two values
 * @source  Nelson (1982), Journal of Quality Technology 14: 172–173 (the limit of 3.267 times the mean)
 */
export function averageMovingRange(values: readonly number[], screened = true): number | null {
  const ranges = movingRanges(values);
  if (ranges.length === 0) return null;
  const average = mean(ranges);
  const ordinary = screened ? ranges.filter((range) => range < 3.267 * average) : ranges;
  // All values equal: no range lies under a limit of 0, and the average is 0.
  return ordinary.length === 0 ? average : mean(ordinary);
}
