import {sum} from "./mean.ts";
import {normalTail, z95} from "./normal-distribution.ts";
import {studentQuantile} from "./student-distribution.ts";

export interface MeanInterval {
  readonly mean: number;
  /** Of the values, as an estimate from a sample; null: of one value it is not known. */
  readonly standardDeviation: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The mean of a sample, with the interval that Student's t-distribution gives.
 *
 * @param values  at least one
 * @param z       as many standard deviations as a normal distribution would need; 1.96 for 95 %
 * @returns       in the unit of the values; limits are null when there is one value
 * @throws RangeError  no values, or one that is no number
 * @source  Student (1908), Biometrika 6: 1–25
 */
export function meanInterval(values: readonly number[], z = z95): MeanInterval {
  if (values.length === 0) throw new RangeError("a mean needs at least one value");
  const wrong = values.find((value) => !Number.isFinite(value));
  if (wrong !== undefined) throw new RangeError(`not a number: ${wrong}`);
  const mean = sum(values) / values.length;
  if (values.length === 1) return {mean, standardDeviation: null, low: null, high: null};
  const degrees = values.length - 1;
  const standardDeviation = Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / degrees);
  const margin = (studentQuantile(1 - 2 * normalTail(z), degrees) * standardDeviation) / Math.sqrt(values.length);
  return {mean, standardDeviation, low: mean - margin, high: mean + margin};
}
