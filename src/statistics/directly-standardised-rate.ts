import {byarInterval} from "./byar-interval.ts";
import {z95} from "./normal-distribution.ts";

/** One age band (or other part) of the people counted. */
export interface Stratum {
  /** At least 0. */
  readonly events: number;
  /** People among whom the events were counted; more than 0. */
  readonly population: number;
  /** People in this part of the standard population, or their share of it. */
  readonly standard: number;
  /**
   * Variance of the events, where one person can have several: the sum of the squares of each person's events. When
   * left out the events are independent, and the variance is their number.
   */
  readonly variance?: number;
}

export interface StandardisedRate {
  /** Events for each person of the standard population. */
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** With fewer events the rate is too unsure to be given. */
const fewestEvents = 10;

/**
 * The rate that people would have, were they divided over age (or else) as a standard population is.
 *
 * For comparing areas that are old with areas that are young. Limits by Dobson, on Byar's for the number of events.
 *
 * @param strata  one for each part of the standard population
 * @param z       standard deviations; 1.96 for 95 %
 * @returns       a rate for each person, with limits; null with fewer than 10 events
 * @throws RangeError  a negative number, a stratum without people, or no standard population at all
 * @source  Dobson and others (1991), Statistics in Medicine 10: 457–462
 */
export function directlyStandardisedRate(strata: readonly Stratum[], z = z95): StandardisedRate | null {
  let events = 0;
  let standard = 0;
  let expected = 0;
  let variance = 0;
  for (const stratum of strata) {
    check(stratum);
    const weight = stratum.standard / stratum.population;
    events += stratum.events;
    standard += stratum.standard;
    expected += weight * stratum.events;
    variance += weight ** 2 * (stratum.variance ?? stratum.events);
  }
  if (!(standard > 0)) throw new RangeError(`the standard population must be positive: ${standard}`);
  if (events < fewestEvents) return null;
  const rate = expected / standard;
  const scale = Math.sqrt(variance / events) / standard;
  const [low, high] = byarInterval(events, z);
  return {rate, low: Math.max(0, rate + scale * (low - events)), high: rate + scale * (high - events)};
}

function check({events, population, standard, variance}: Stratum): void {
  if (!(population > 0)) throw new RangeError(`population must be positive: ${population}`);
  if (!(events >= 0)) throw new RangeError(`events must not be negative: ${events}`);
  if (!(standard >= 0)) throw new RangeError(`standard must not be negative: ${standard}`);
  if (variance !== undefined && !(variance >= 0)) throw new RangeError(`variance must not be negative: ${variance}`);
}
