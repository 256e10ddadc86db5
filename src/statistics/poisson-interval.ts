import {gammaQuantile} from "./gamma-distribution.ts";
import {normalTail, z95} from "./normal-distribution.ts";

/**
 * The exact interval for a count of independent events, from chi-square.
 *
 * Exact means that it covers at least as often as it says; for small counts more often.
 *
 * @param events  at least 0; an expected number need not be whole
 * @param z       standard deviations; 1.96 for 95 %
 * @returns       `[low, high]`, in events
 * @throws RangeError  events or `z` below 0
 * @source  Garwood (1936), Biometrika 28: 437–442
 */
export function poissonInterval(events: number, z = z95): [low: number, high: number] {
  if (!(events >= 0)) throw new RangeError(`events must not be negative: ${events}`);
  const tail = normalTail(z);
  return [events === 0 ? 0 : gammaQuantile(tail, events), gammaQuantile(1 - tail, events + 1)];
}
