import {dot, solve} from "./linear-equations.ts";
import {mean, sum} from "./mean.ts";

export interface LeastSquares {
  /** The constant first, then one for each column. */
  readonly coefficients: readonly number[];
  /** Share of the spread that the columns explain, 0 to 1. */
  readonly rSquared: number;
  /** Standard deviation of what is left, in the unit of the values. */
  readonly residualSd: number;
  predict(columns: readonly number[]): number;
}

/**
 * Ordinary least squares with a constant, by the normal equations of centred columns.
 *
 * @param rows    for each observation its columns, all equally many
 * @param values  for each observation the value to explain
 * @returns       null: too few observations, or columns that say the same
 */
export function leastSquares(rows: readonly (readonly number[])[], values: readonly number[]): LeastSquares | null {
  const count = rows[0]?.length ?? 0;
  if (rows.length < count + 2) return null;
  const centres = Array.from({length: count}, (_, at) => mean(rows.map((row) => row[at]!)));
  const middle = mean(values);
  const centred = rows.map((row) => row.map((value, at) => value - centres[at]!));
  const matrix = centres.map((_, a) => centres.map((_, b) => sum(centred.map((row) => row[a]! * row[b]!))));
  // One column that is a multiple of another leaves a pivot of rounding alone.
  if (matrix.some((row, at) => !(row[at]! > 1e-12))) return null;
  const right = centres.map((_, a) => sum(centred.map((row, at) => row[a]! * (values[at]! - middle))));
  let slopes: number[];
  try {
    slopes = solve(matrix, right);
  } catch {
    return null;
  }
  if (!slopes.every(Number.isFinite)) return null;
  const constant = middle - dot(slopes, centres);
  const predict = (columns: readonly number[]) => constant + dot(slopes, columns);
  const residual = sum(rows.map((row, at) => (values[at]! - predict(row)) ** 2));
  const total = sum(values.map((value) => (value - middle) ** 2));
  return {
    coefficients: [constant, ...slopes],
    rSquared: total > 0 ? Math.max(0, 1 - residual / total) : 0,
    residualSd: Math.sqrt(residual / (rows.length - count - 1)),
    predict,
  };
}
