import {z95} from "./normal-distribution.ts";
import {poissonInterval} from "./poisson-interval.ts";

/**
 * At which ratio of observed to expected a unit with so many observed events stands on the edge of its funnel.
 *
 * For a funnel of rates multiply by the rate of all units together. Fingertips draws its funnels so, along the number
 * of observed events; `funnelLimits` goes along the expected number.
 *
 * @param events  observed, more than 0
 * @param z       standard deviations; 1.96 for 95 %
 * @returns       `[low, high]`; 1 lies between them, and a ratio beyond them is more than chance
 * @throws RangeError  no events, or `z` below 0
 * @source  Fingertips (OHID), technical guidance; Garwood (1936) for the exact limits
 */
export function ratioFunnel(events: number, z = z95): [low: number, high: number] {
  if (!(events > 0)) throw new RangeError(`events must be positive: ${events}`);
  const [low, high] = poissonInterval(events, z);
  return [events / high, events / low];
}
