import {sum} from "./mean.ts";
import {quantile} from "./quantile.ts";

/** How far a unit is from the target. */
export interface Score {
  /** In standard errors. */
  readonly z: number;
  /** The standard error, more than 0. */
  readonly error: number;
}

export interface Overdispersion {
  /** Mean square of the trimmed z-scores: about 1 when only chance is at work. Null without scores. */
  readonly phi: number | null;
  /** Variance between units beyond chance, in the square of the unit of the errors; 0 when they differ by no more. */
  readonly tau2: number;
}

/**
 * How much more units differ than chance makes them.
 *
 * @param scores   of all units
 * @param extreme  what is done with the extremes, so that the odd units do not set the standard: "winsorised" pulls
 *   them in to the quantile at `trim`, "truncated" leaves them out
 * @param trim     part at each end that counts as extreme, between 0 and 0.5
 * @throws RangeError  `trim` outside its bounds
 * @source  Spiegelhalter and others (2012), JRSS A 175: 1–47; DerSimonian and Laird (1986), Controlled Clinical
 *   Trials 7: 177–188, for tau2
 */
export function overdispersion(
  scores: readonly Score[],
  extreme: "winsorised" | "truncated",
  trim: number,
): Overdispersion {
  if (!(trim > 0 && trim < 0.5)) throw new RangeError(`trim must lie between 0 and 0.5: ${trim}`);
  const trimmed = extreme === "truncated" ? truncate(scores, trim) : winsorise(scores, trim);
  if (trimmed.length === 0) return {phi: null, tau2: 0};
  const phi = sum(trimmed.map(({z}) => z ** 2)) / trimmed.length;
  return {phi, tau2: varianceBetween(trimmed, phi)};
}

function winsorise(scores: readonly Score[], trim: number): Score[] {
  if (scores.length === 0) return [];
  const all = scores.map(({z}) => z);
  const low = quantile(all, trim);
  const high = quantile(all, 1 - trim);
  return scores.map(({z, error}) => ({z: Math.min(Math.max(z, low), high), error}));
}

function truncate(scores: readonly Score[], trim: number): Score[] {
  return scores.filter(({z}) => {
    const lower = scores.filter((other) => other.z < z).length;
    const equal = scores.filter((other) => other.z === z).length;
    const place = (lower + (equal + 1) / 2) / (scores.length + 1);
    return place >= trim && place < 1 - trim;
  });
}

/** By the method of moments, as in a meta-analysis with random effects. */
function varianceBetween(scores: readonly Score[], phi: number): number {
  const count = scores.length;
  if (count === 1) return 0;
  const weights = scores.map(({error}) => 1 / error ** 2);
  const total = sum(weights);
  const room = total - sum(weights.map((weight) => weight ** 2)) / total;
  return Math.max(0, (count * phi - (count - 1)) / room);
}
