/** The largest prime below 2²⁶: a product of two numbers below it is exact. */
export const prime = 67_108_859;

/** What, times `value`, is 1. By Euclid; `value` is not 0. */
export function inverseOf(value: number): number {
  let [high, low] = [prime, value];
  let [before, now] = [0, 1];
  while (low !== 1) {
    const times = Math.floor(high / low);
    [high, low] = [low, high - times * low];
    [before, now] = [now, before - times * now];
  }
  return now < 0 ? now + prime : now;
}
