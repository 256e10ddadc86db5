import {byarInterval} from "./byar-interval.ts";
import {z95} from "./normal-distribution.ts";

/** The people of one age band (or other part) in an area, and what happened to their like elsewhere. */
export interface ReferenceStratum {
  readonly population: number;
  readonly referenceEvents: number;
  /** More than 0. */
  readonly referencePopulation: number;
}

export interface StandardisedRatio {
  /** Events that the area would have, were its people like those of the reference. */
  readonly expected: number;
  /** Observed over expected: 1 is like the reference. */
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

/**
 * How many events there were for each that was to be expected of people of the same ages (or else).
 *
 * Needs no ages of the events themselves, and so suits areas with few of them. Limits by Byar from 10 events, exact
 * below.
 *
 * @param observed  events in the area, at least 0
 * @param strata    one for each part of its people
 * @param z         standard deviations; 1.96 for 95 %
 * @returns         the ratio with limits; null where no events were to be expected
 * @throws RangeError  a negative number, or a reference without people
 * @source  Breslow and Day (1987), Statistical Methods in Cancer Research II, p. 65–72
 */
export function indirectlyStandardisedRatio(
  observed: number,
  strata: readonly ReferenceStratum[],
  z = z95,
): StandardisedRatio | null {
  const expected = expectedEvents(strata);
  const [low, high] = byarInterval(observed, z);
  if (expected === 0) return null;
  return {expected, ratio: observed / expected, low: low / expected, high: high / expected};
}

function expectedEvents(strata: readonly ReferenceStratum[]): number {
  let expected = 0;
  for (const {population, referenceEvents, referencePopulation} of strata) {
    if (!(population >= 0)) throw new RangeError(`population must not be negative: ${population}`);
    if (!(referenceEvents >= 0)) throw new RangeError(`referenceEvents must not be negative: ${referenceEvents}`);
    if (!(referencePopulation > 0))
      throw new RangeError(`referencePopulation must be positive: ${referencePopulation}`);
    expected += (population * referenceEvents) / referencePopulation;
  }
  return expected;
}
