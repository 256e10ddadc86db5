import {z95} from "./normal-distribution.ts";
import {poissonInterval} from "./poisson-interval.ts";

/** From so many events on Byar's formula is as good as exact. */
const enoughForByar = 10;

/**
 * The interval for a count of independent events: Byar's from 10 events, the exact one (chi-square) below.
 *
 * Divide it by what the events are counted on (people, expected events) for the interval of a rate or a ratio.
 *
 * @param events  at least 0; need not be whole
 * @param z       standard deviations; 1.96 for 95 %
 * @returns       `[low, high]`, in events
 * @throws RangeError  events or `z` below 0
 * @source  Breslow and Day (1987), Statistical Methods in Cancer Research II, p. 69; the switch at 10 is that of
 *   Fingertips (Office for Health Improvement and Disparities)
 */
export function byarInterval(events: number, z = z95): [low: number, high: number] {
  if (!(events >= enoughForByar)) return poissonInterval(events, z);
  const [low, high] = byarFormula(events, z);
  return [low ?? 0, high];
}

/**
 * Byar's formula for a count of any size.
 *
 * @param events  more than 0
 * @param z       standard deviations
 * @returns       `[low, high]`, in events; low is null where the formula fails, with few events and a large `z`
 * @throws RangeError  no events, or `z` below 0
 */
export function byarFormula(events: number, z: number): [low: number | null, high: number] {
  if (!(events > 0)) throw new RangeError(`events must be positive: ${events}`);
  if (!(z >= 0)) throw new RangeError(`z must not be negative: ${z}`);
  const next = events + 1;
  const lowRoot = 1 - 1 / (9 * events) - z / (3 * Math.sqrt(events));
  const highRoot = 1 - 1 / (9 * next) + z / (3 * Math.sqrt(next));
  return [lowRoot < 0 ? null : events * lowRoot ** 3, next * highRoot ** 3];
}
