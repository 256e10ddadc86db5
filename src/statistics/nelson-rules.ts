import {requireFinite} from "./finite.ts";
import {mean, sum, sumOfSquares} from "./mean.ts";

export type NelsonRule = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** Where the process lies when left alone. */
export interface Level {
  readonly centre: number;
  /** Standard deviation of a value; the limits lie at three of them. */
  readonly sigma: number;
}

/**
 * Which of Nelson's eight rules each value breaks, at the value that completes the pattern.
 *
 * 1 beyond three sigma; 2 nine in a row on one side; 3 six in a row that rise, or fall; 4 fourteen in a row that
 * alternate; 5 two of three beyond two sigma on one side; 6 four of five beyond one sigma on one side; 7 fifteen in a
 * row within one sigma; 8 eight in a row beyond one sigma, on either side.
 *
 * @param values  in order of time
 * @param level   default: mean and standard deviation of the values, for which at least two are needed
 * @returns       the broken rules for each value, ascending; of fewer than two values without a level, none
 * @throws RangeError  a value, centre or sigma that is not a finite number, or a sigma below 0
 * @source  Nelson (1984), Journal of Quality Technology 16: 237–239
 */
export function nelsonRules(values: readonly number[], level: Level | null = levelOf(values)): NelsonRule[][] {
  requireFinite(values);
  if (level === null) return values.map(() => []);
  const {centre, sigma} = level;
  if (!(Number.isFinite(centre) && Number.isFinite(sigma) && sigma >= 0)) {
    throw new RangeError(`not a centre and a sigma: ${centre}, ${sigma}`);
  }
  const distances = values.map((value) => value - centre);
  const steps = values.slice(1).map((value, index) => Math.sign(value - values[index]!));
  return values.map((_, index) => rules.filter((rule) => breaks[rule](distances, steps, index, sigma)));
}

const rules = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** Whether the values up to and including the one at `index` break a rule. */
type Break = (distances: readonly number[], steps: readonly number[], index: number, sigma: number) => boolean;

const breaks: Record<NelsonRule, Break> = {
  1: (distances, _, index, sigma) => Math.abs(distances[index]!) > 3 * sigma,
  2: (distances, _, index) => isOnOneSide(lastOf(distances, index, 9), 9),
  3: (_, steps, index) => isOnOneSide(lastOf(steps, index - 1, 5), 5),
  4: (_, steps, index) => {
    const turns = lastOf(steps, index - 1, 13);
    return turns.length === 13 && turns.every((step, at) => step !== 0 && (at === 0 || step === -turns[at - 1]!));
  },
  5: (distances, _, index, sigma) => distances.length >= 3 && areBeyond(lastOf(distances, index, 3), 2, 2 * sigma),
  6: (distances, _, index, sigma) => distances.length >= 5 && areBeyond(lastOf(distances, index, 5), 4, sigma),
  7: (distances, _, index, sigma) => {
    const last = lastOf(distances, index, 15);
    return last.length === 15 && last.every((distance) => Math.abs(distance) <= sigma);
  },
  8: (distances, _, index, sigma) => {
    const last = lastOf(distances, index, 8);
    return last.length === 8 && last.every((distance) => Math.abs(distance) > sigma);
  },
};

function levelOf(values: readonly number[]): Level | null {
  if (values.length < 2) return null;
  return {centre: mean(values), sigma: Math.sqrt(sumOfSquares(values) / (values.length - 1))};
}

/** At most `count` values, of which the one at `index` is the last. */
function lastOf(values: readonly number[], index: number, count: number): readonly number[] {
  return values.slice(Math.max(0, index + 1 - count), index + 1);
}

function isOnOneSide(values: readonly number[], count: number): boolean {
  return values.length === count && Math.abs(sum(values.map(Math.sign))) === count;
}

/** Whether the last value is beyond a distance, and so many with it on its side. */
function areBeyond(distances: readonly number[], count: number, distance: number): boolean {
  const side = Math.sign(distances.at(-1)!);
  const beyond = distances.map((value) => value * side > distance);
  return beyond.at(-1)! && beyond.filter(Boolean).length >= count;
}
