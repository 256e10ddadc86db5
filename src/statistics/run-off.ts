import {sum} from "./mean.ts";
import {nextQuantile} from "./quantile.ts";

/**
 * What was known of each origin (a month of care) at each age.
 *
 * A row for each origin, the oldest first; in it the sum known at age 0, 1, 2, …, cumulative, as far as that age has
 * been reached. Each row is as long as the one before it or one shorter. All ages of the oldest row make up the columns,
 * so it counts as complete.
 */
export type Triangle = readonly (readonly number[])[];

/** What is expected of one origin, in the unit of the triangle. */
export interface Expected {
  /** Known at its latest age. */
  readonly known: number;
  readonly ultimate: number;
  /** Bounds within which four out of five earlier estimates at the same age came true; null: too few of those. */
  readonly low: number | null;
  readonly high: number | null;
}

/** So many recent origins say how large an origin is nowadays: a year, so every season counts. */
const recentOrigins = 12;
/** Earlier estimates at the same age that are needed to speak of a spread. */
const estimatesForSpread = 6;
/** An earlier estimate can be judged once its origin is this complete. */
const completeEnough = 0.98;

/**
 * Chain ladder: by how much the known sum grows from each age to the next.
 *
 * @returns a volume-weighted factor for each step of age; Infinity from nothing to something, 1 from nothing to nothing
 * @source  Mack (1993), ASTIN Bulletin 23: 213–225, with alpha = 1
 */
export function developmentFactors(triangle: Triangle): number[] {
  const ages = Math.max(0, ...triangle.map((row) => row.length));
  const factors: number[] = [];
  for (let age = 0; age + 1 < ages; age++) {
    const reached = triangle.filter((row) => row.length > age + 1);
    const before = sum(reached.map((row) => row[age]!));
    const after = sum(reached.map((row) => row[age + 1]!));
    factors.push(before > 0 ? after / before : after > 0 ? Number.POSITIVE_INFINITY : 1);
  }
  return factors;
}

/**
 * What each origin will come to, with how wrong such estimates were before.
 *
 * What is known, plus what usually is still to come at that age of an origin of the usual size (Bornhuetter-Ferguson,
 * with the size of the last twelve origins together: Cape Cod). Chain ladder alone multiplies what is known, and of a
 * month of a few days old that is next to nothing.
 *
 * The bounds replay the past: each earlier month is estimated from what was known when it was as old as this one, and
 * laid beside what it came to.
 *
 * @returns one for each row of the triangle, in its order
 * @source  Bornhuetter and Ferguson (1972), PCAS 59: 181–195; Stanard (1985), PCAS 72: 124–148 (Cape Cod)
 */
export function expectedByOrigin(triangle: Triangle): Expected[] {
  const now = estimate(triangle);
  // The past takes by far the most of the time.
  const errors = pastErrors(triangle, now);
  return triangle.map((row, index) => {
    const {ultimate} = now[index]!;
    return {known: latest(row), ultimate, ...bounds(ultimate, errors.get(row.length) ?? [])};
  });
}

/** The same without bounds: what each origin will come to, in the order of the rows. */
export function ultimateByOrigin(triangle: Triangle): number[] {
  return estimate(triangle).map(({ultimate}) => ultimate);
}

interface Estimate {
  readonly ultimate: number;
  /** Of what an origin comes to, the part that is known at its age. */
  readonly share: number;
}

function estimate(triangle: Triangle): Estimate[] {
  const shares = sharesKnown(developmentFactors(triangle));
  const origins = triangle.map((row) => ({known: latest(row), share: shares[row.length - 1] ?? 1}));
  return origins.map(({known, share}, index) => {
    const recent = origins.slice(Math.max(0, index + 1 - recentOrigins), index + 1);
    const weight = sum(recent.map((origin) => origin.share));
    const usual = weight > 0 ? sum(recent.map((origin) => origin.known)) / weight : 0;
    return {ultimate: known + (1 - share) * usual, share};
  });
}

/** By the length of a row: what came true, as a share of what was estimated when rows were that long. */
function pastErrors(triangle: Triangle, now: readonly Estimate[]): Map<number, number[]> {
  const errors = new Map<number, number[]>();
  for (let ago = 1; triangle.length - ago >= recentOrigins; ago++) {
    const then = asOf(triangle, ago);
    for (const [index, {ultimate}] of estimate(then).entries()) {
      const became = now[index]!;
      if (became.share < completeEnough || ultimate <= 0) continue;
      const {length} = then[index]!;
      errors.set(length, [...(errors.get(length) ?? []), became.ultimate / ultimate]);
    }
  }
  return errors;
}

/** The triangle as it was so many steps of age ago. */
function asOf(triangle: Triangle, ago: number): Triangle {
  const origins = triangle.length - ago;
  return triangle.slice(0, origins).map((row, index) => row.slice(0, Math.min(row.length, origins - index)));
}

function bounds(ultimate: number, errors: readonly number[]): Pick<Expected, "low" | "high"> {
  if (errors.length < estimatesForSpread) return {low: null, high: null};
  return {
    low: ultimate * Math.min(1, nextQuantile(errors, 0.1)),
    high: ultimate * Math.max(1, nextQuantile(errors, 0.9)),
  };
}

/** At each age: one over the product of the factors that are still to come. */
function sharesKnown(factors: readonly number[]): number[] {
  const growth = [1];
  for (const factor of [...factors].reverse()) growth.unshift(growth[0]! * factor);
  return growth.map((times) => (times > 0 ? 1 / times : 1));
}

function latest(row: readonly number[]): number {
  return row.at(-1) ?? 0;
}
