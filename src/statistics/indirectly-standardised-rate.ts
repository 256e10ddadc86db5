import {indirectlyStandardisedRatio, type ReferenceStratum} from "./indirectly-standardised-ratio.ts";
import {z95} from "./normal-distribution.ts";

export interface IndirectRate {
  /** Events for each person of the reference, all ages together. */
  readonly referenceRate: number;
  /** The same for the area, were its people of the same ages. */
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The indirectly standardised ratio as a rate: times the rate of the reference.
 *
 * @param observed  events in the area, at least 0
 * @param strata    one for each part of its people
 * @param z         standard deviations; 1.96 for 95 %
 * @returns         a rate for each person, with limits; null where no events were to be expected
 * @throws RangeError  a negative number, or a reference without people
 * @source  see `indirectlyStandardisedRatio`
 */
export function indirectlyStandardisedRate(
  observed: number,
  strata: readonly ReferenceStratum[],
  z = z95,
): IndirectRate | null {
  const standardised = indirectlyStandardisedRatio(observed, strata, z);
  if (standardised === null) return null;
  const events = strata.reduce((sum, stratum) => sum + stratum.referenceEvents, 0);
  const people = strata.reduce((sum, stratum) => sum + stratum.referencePopulation, 0);
  const referenceRate = events / people;
  const {ratio, low, high} = standardised;
  return {referenceRate, rate: ratio * referenceRate, low: low * referenceRate, high: high * referenceRate};
}
