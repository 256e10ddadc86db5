import {requireFinite} from "./finite.ts";
import {mean, sum, sumOfSquares} from "./mean.ts";

export interface ChangePoints {
  /** How many values come before each change, ascending; empty when one level fits best. */
  readonly changes: readonly number[];
  /** The best set of changes for each number of them, from 0, with how well it fits. */
  readonly byCount: readonly Fit[];
}

export interface Fit {
  readonly changes: readonly number[];
  /** The sum of squared distances to the mean of each stretch. */
  readonly rss: number;
  /** Schwarz's criterion: the lower, the better. Null when the stretches fit to the last digit. */
  readonly bic: number | null;
}

/**
 * When the mean level of a series changed, and how often: the set of changes with the lowest BIC.
 *
 * @param values  in order of time, finite
 * @param least   fewest values between two changes, at least 1; default 15 % of the series, and two
 * @returns       of a series too short for two stretches, no changes
 * @throws RangeError  no values, a value that is not finite, or `least` below 1
 * @source  Bai and Perron (2003), Journal of Applied Econometrics 18: 1–22; Zeileis et al. (2003) for the BIC
 */
export function changePoints(
  values: readonly number[],
  least = Math.max(2, Math.floor(0.15 * values.length)),
): ChangePoints {
  requireFinite(values);
  if (!(Number.isInteger(least) && least >= 1)) throw new RangeError(`least must be a whole number from 1: ${least}`);
  const most = Math.max(0, Math.ceil(values.length / least) - 2);
  const byCount = bestChanges(values, least, most).map((changes): Fit => {
    const starts = [0, ...changes];
    const rss = sum(starts.map((start, at) => sumOfSquares(values.slice(start, starts[at + 1]))));
    return {changes, rss, bic: bicOf(rss, values.length, changes.length)};
  });
  // A fit without any rest needs no further change.
  const best = byCount.reduce((lowest, fit) => ((fit.bic ?? -Infinity) < (lowest.bic ?? -Infinity) ? fit : lowest));
  return {changes: best.changes, byCount};
}

/** For each number of changes up to `most`, the places that leave the least spread within the stretches. */
function bestChanges(values: readonly number[], shortest: number, most: number): number[][] {
  const cost = stretchCosts(values);
  const count = values.length;
  // best[end]: the least spread of the first `end` values in one stretch more each round; last[end]: where it began.
  let best = Array.from({length: count + 1}, (_, end) => cost(0, end));
  const lasts: number[][] = [];
  const sets: number[][] = [[]];
  for (let changes = 1; changes <= most; changes++) {
    const next = new Array<number>(count + 1).fill(Number.POSITIVE_INFINITY);
    const last = new Array<number>(count + 1).fill(0);
    for (let end = (changes + 1) * shortest; end <= count; end++) {
      for (let start = changes * shortest; start <= end - shortest; start++) {
        const spreadTotal = best[start]! + cost(start, end);
        if (spreadTotal < next[end]!) [next[end], last[end]] = [spreadTotal, start];
      }
    }
    lasts.push(last);
    best = next;
    sets.push(traceBack(lasts, count));
  }
  return sets;
}

function traceBack(lasts: readonly (readonly number[])[], count: number): number[] {
  const changes: number[] = [];
  for (let round = lasts.length - 1, end = count; round >= 0; round--) {
    end = lasts[round]![end]!;
    changes.unshift(end);
  }
  return changes;
}

/**
 * The spread of any stretch in one step, less the squares of all its values: over a whole series these add up to the
 * same whatever the stretches.
 */
function stretchCosts(values: readonly number[]): (start: number, end: number) => number {
  const centre = mean(values);
  const sums = [0];
  for (const value of values) sums.push(sums.at(-1)! + (value - centre));
  return (start, end) => -((sums[end]! - sums[start]!) ** 2) / (end - start);
}

function bicOf(rss: number, count: number, changes: number): number | null {
  if (rss === 0) return null;
  const parameters = 2 * (changes + 1); // a mean for each stretch, each change, and the spread
  return count * (Math.log(rss / count) + 1 + Math.log(2 * Math.PI)) + Math.log(count) * parameters;
}
