import {requireFinite} from "./finite.ts";
import {sumOfSquares} from "./mean.ts";

export interface BreakTest {
  /** The largest F statistic over all places where the level could have changed. */
  readonly supF: number;
  /** How many values come before that place. */
  readonly at: number;
  /** With which probability chance alone gives such a statistic; an approximation, good below 0.2. */
  readonly p: number;
}

/**
 * Whether the mean level changed at all, once, at a moment that nobody named beforehand.
 *
 * @param values   in order of time, finite
 * @param trimmed  share of the values at either end among which no change is looked for, above 0 and below a half
 * @returns        null of fewer than three values, or when a level on each side fits to the last digit
 * @throws RangeError  a value that is not finite, or `trimmed` outside its bounds
 * @source  Andrews (1993), Econometrica 61: 821–856; DeLong (1981) for the tail, as given by Estrella (2003)
 */
export function breakTest(values: readonly number[], trimmed = 0.15): BreakTest | null {
  requireFinite(values);
  if (!(trimmed > 0 && trimmed < 0.5)) throw new RangeError(`trimmed not between 0 and a half: ${trimmed}`);
  const count = values.length;
  if (count < 3) return null;
  const whole = sumOfSquares(values);
  let [supF, place] = [Number.NEGATIVE_INFINITY, 0];
  for (let at = Math.max(1, Math.floor(trimmed * count)); at <= Math.floor((1 - trimmed) * count); at++) {
    const halves = sumOfSquares(values.slice(0, at)) + sumOfSquares(values.slice(at));
    if (halves === 0) return null;
    const f = (whole - halves) / (halves / (count - 2));
    if (f > supF) [supF, place] = [f, at];
  }
  return {supF, at: place, p: supFTail(supF, trimmed)};
}

function supFTail(supF: number, trimmed: number): number {
  if (supF <= 1) return 1;
  const width = 2 * Math.log((1 - trimmed) / trimmed);
  const tail = Math.sqrt(supF / (2 * Math.PI)) * Math.exp(-supF / 2) * ((1 - 1 / supF) * width + 2 / supF);
  return Math.min(1, tail);
}
