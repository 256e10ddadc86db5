/**
 * Of all that is told anew, at most this part is chance, on average; where nothing at all is going on, one delivery in
 * twenty tells anything. test/false-alarms.test.ts measures what it really is.
 */
export const mayBeFalse = 0.05;

/** What was told stays as long as chance gives it less often than this. */
export const stillTelling = 0.01;

/** A smaller part more or less is not worth anybody's time, however sure. */
const worthwhile = 0.1;

/** Whether a figure is so far from another that it is worth a look. */
export function isLarge(value: number, other: number): boolean {
  if (!(value >= 0 && other >= 0) || value === other) return false;
  return Math.max(value, other) >= (1 + worthwhile) * Math.min(value, other);
}

/** Who looks at the largest of some sixty figures of one unit finds one this far out by chance in one of sixteen times. */
export const hardlyChance = 0.001;
