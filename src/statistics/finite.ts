/** @throws RangeError  one of the values is no number, or not a finite one */
export function requireFinite(values: readonly number[]): void {
  for (const value of values) if (!Number.isFinite(value)) throw new RangeError(`value must be finite: ${value}`);
}
