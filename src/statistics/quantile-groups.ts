/**
 * Into which of so many groups of about the same size each value falls: 1 holds the lowest.
 *
 * Equal values share the lowest of their ranks, and so a group. For 1 to hold the highest, negate the values.
 *
 * @param values  null: not known, and in no group
 * @param groups  10 for tenths
 * @returns       1 to `groups`, in the order of the values; null for all when there are fewer values than groups
 * @throws RangeError  fewer than 1 group, or a value that is no number
 * @source  OHID, Technical Guide: Assigning Deprivation Categories
 */
export function quantileGroups(values: readonly (number | null)[], groups: number): (number | null)[] {
  if (!(Number.isInteger(groups) && groups >= 1)) throw new RangeError(`groups must be a whole number: ${groups}`);
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  const wrong = sorted.find((value) => !Number.isFinite(value));
  if (wrong !== undefined) throw new RangeError(`not a number: ${wrong}`);
  if (sorted.length < groups) return values.map(() => null);
  const ranks = new Map<number, number>();
  for (const [index, value] of sorted.entries()) if (!ranks.has(value)) ranks.set(value, index + 1);
  return values.map((value) => (value === null ? null : groupOf(ranks.get(value)!, sorted.length, groups)));
}

/** Counted from the top, so that where the values do not divide evenly the lower groups hold more. */
function groupOf(rank: number, count: number, groups: number): number {
  return groups + 1 - Math.ceil(((count + 1 - rank) * groups) / count);
}
