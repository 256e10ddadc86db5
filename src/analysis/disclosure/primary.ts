/** When a few who add most to a sum are too easy to tell from it. */
export interface Dominance {
  /** So many of the largest … */
  readonly largest: number;
  /** … together above this share of the whole, from 0 to 1. */
  readonly share: number;
}

/** Whether a figure is about so few people that they can be recognised. Nobody at all is a real zero, and can be shown. */
export function isFew(persons: number, minimumPersons: number): boolean {
  return persons > 0 && persons < minimumPersons;
}

/**
 * Whether the largest contributors dominate a sum: the (n, k) rule.
 *
 * @param contributions  what each adds to the sum, none below 0
 * @throws RangeError  a negative contribution: shares of such a sum say nothing
 * @source  Hundepool et al. (2012), Statistical Disclosure Control, 4.2.2
 */
export function isDominated(contributions: readonly number[], {largest, share}: Dominance): boolean {
  const {sorted, sum} = ranked(contributions);
  return sum > 0 && added(sorted.slice(0, largest)) > share * sum;
}

/**
 * Whether the second largest contributor can tell the largest to within a share of it: the p % rule.
 *
 * @param share          from 0 to 1, and neither
 * @param known          how well others know the contributions beforehand, as a share from above `share` to 1: the pq rule
 * @throws RangeError    a share outside its bounds, or a negative contribution
 * @source  Hundepool et al. (2012), Statistical Disclosure Control, 4.2.2
 */
export function isToldWithin(contributions: readonly number[], share: number, known = 1): boolean {
  if (!(share > 0 && share < 1)) throw new RangeError(`share must be between 0 and 1: ${share}`);
  if (!(known > share && known <= 1)) throw new RangeError(`what is known must be above ${share}, at most 1: ${known}`);
  const {sorted, sum} = ranked(contributions);
  const [first = 0, second = 0] = sorted;
  return sum > 0 && sum - first - second < (share / known) * first;
}

function ranked(contributions: readonly number[]) {
  const negative = contributions.find((one) => !(one >= 0));
  if (negative !== undefined) throw new RangeError(`contribution must be at least 0: ${negative}`);
  return {sorted: [...contributions].sort((a, b) => b - a), sum: added(contributions)};
}

function added(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
