import {quantile} from "./quantile.ts";

/**
 * What was known of each origin (a month of care) at each age.
 *
 * A row for each origin, the oldest first; in it the sum known at age 0, 1, 2, …, cumulative, as far as that age has
 * been reached. All ages of the oldest row make up the columns, so it counts as complete.
 */
export type Triangle = readonly (readonly number[])[];

/** What is expected of one origin, in the unit of the triangle. */
export interface Expected {
  /** Known at its latest age. */
  readonly known: number;
  readonly ultimate: number;
  /** Bounds that four out of five earlier origins stayed within; null: too few of those. */
  readonly low: number | null;
  readonly high: number | null;
}

/** Earlier origins that are needed to speak of a spread, and how complete each has to be to count. */
const originsForSpread = 6;
const completeEnough = 0.98;

/**
 * Chain ladder: by how much the known sum grows from each age to the next.
 *
 * @returns a volume-weighted factor for each step of age; 1 where nothing was known yet
 * @source  Mack (1993), ASTIN Bulletin 23: 213–225, with alpha = 1
 */
export function developmentFactors(triangle: Triangle): number[] {
  const ages = Math.max(0, ...triangle.map((row) => row.length));
  const factors: number[] = [];
  for (let age = 0; age + 1 < ages; age++) {
    const reached = triangle.filter((row) => row.length > age + 1);
    const before = sum(reached.map((row) => row[age]!));
    const after = sum(reached.map((row) => row[age + 1]!));
    factors.push(before > 0 ? after / before : 1);
  }
  return factors;
}

/**
 * What each origin will come to, with the spread of the past around it.
 *
 * The point is the chain-ladder estimate. The bounds come from how much of their end earlier origins had reached at the
 * same age: the origin is divided by the 90 % and 10 % quantile of those shares. They hold no error of the factors
 * themselves, so on a short history they are somewhat too narrow.
 *
 * @returns one for each row of the triangle, in its order
 */
export function expectedByOrigin(triangle: Triangle): Expected[] {
  const growth = growthToEnd(developmentFactors(triangle));
  const ultimates = triangle.map((row) => latest(row) * (growth[row.length - 1] ?? 1));
  const isComplete = triangle.map((row) => 1 / (growth[row.length - 1] ?? 1) >= completeEnough);
  return triangle.map((row, index) => {
    const known = latest(row);
    const ultimate = ultimates[index]!;
    const shares = triangle.flatMap((other, origin) => {
      const hasMore = other.length > row.length && isComplete[origin]! && ultimates[origin]! > 0;
      return hasMore ? [other[row.length - 1]! / ultimates[origin]!] : [];
    });
    return {known, ultimate, ...bounds(known, ultimate, shares)};
  });
}

function bounds(known: number, ultimate: number, shares: readonly number[]): Pick<Expected, "low" | "high"> {
  if (shares.length < originsForSpread) return {low: null, high: null};
  const most = quantile(shares, 0.9);
  const least = quantile(shares, 0.1);
  if (least <= 0) return {low: null, high: null};
  return {low: Math.min(ultimate, known / most), high: Math.max(ultimate, known / least)};
}

/** From each age to the last: the product of the factors that are still to come. */
function growthToEnd(factors: readonly number[]): number[] {
  const growth = [1];
  for (const factor of [...factors].reverse()) growth.unshift(growth[0]! * factor);
  return growth;
}

function latest(row: readonly number[]): number {
  return row.at(-1) ?? 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
