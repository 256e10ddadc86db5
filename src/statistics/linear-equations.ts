/**
 * Solves a system of linear equations by Gaussian elimination with partial pivoting.
 *
 * @param matrix  square, `n` rows of `n`
 * @param right   `n` values
 * @throws RangeError  the matrix is singular
 */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index]!]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    }
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const top = rows[column]!;
    if (!(Math.abs(top[column]!) > 0)) throw new RangeError(`matrix is singular in column: ${column}`);
    for (let row = column + 1; row < size; row++) {
      const factor = rows[row]![column]! / top[column]!;
      for (let at = column; at <= size; at++) rows[row]![at]! -= factor * top[at]!;
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    const known = rows[row]!.slice(row + 1, size).reduce(
      (total, value, at) => total + value * solution[row + 1 + at]!,
      0,
    );
    solution[row] = (rows[row]![size]! - known) / rows[row]![row]!;
  }
  return solution;
}

export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((total, value, index) => total + value * b[index]!, 0);
}
