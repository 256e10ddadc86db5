import {gammaTail} from "./gamma-distribution.ts";

/** So many standard deviations on either side hold 95 % of a normal distribution. */
export const z95 = 1.959963984540054;
/** The same for 99.8 %. */
export const z998 = 3.090232306167813;

/**
 * With which probability a standard normal number lies above `z`: 0.025 for 1.96.
 *
 * @param z  standard deviations, at least 0
 * @throws RangeError  `z` below 0
 */
export function normalTail(z: number): number {
  if (!(z >= 0)) throw new RangeError(`z must not be negative: ${z}`);
  return gammaTail(z ** 2 / 2, 0.5) / 2;
}
