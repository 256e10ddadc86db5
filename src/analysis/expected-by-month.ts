import {type Month, monthRange, monthsBetween} from "../standards/calendar.ts";
import {type Expected, expectedByOrigin, type Triangle, ultimateByOrigin} from "../statistics/run-off.ts";

/** Granted cents of one month of care that became known so many months after it. */
export interface KnownCents {
  readonly month: Month;
  readonly age: number;
  readonly cents: number;
}

/** Claims come in until 14 months after; what comes later still is a correction here and there. */
const lastAge = 24;

/**
 * What each month of care will come to, from how earlier months filled up.
 *
 * @param known  at least one
 * @param last   the month up to which it is known; care of a month after it was claimed ahead of time, and is left out
 * @returns      in cents, for each month from the first that is known of; the oldest counts as complete
 */
export function expectedByMonth(known: readonly KnownCents[], last: Month): Map<Month, Expected> {
  const {months, triangle} = triangleOf(known, last);
  const expected = expectedByOrigin(triangle);
  return new Map(months.map((month, index) => [month, expected[index]!]));
}

/** The same without bounds: what is still to come for each month, in cents. */
export function toComeByMonth(known: readonly KnownCents[], last: Month): Map<Month, number> {
  const {months, triangle} = triangleOf(known, last);
  const ultimate = ultimateByOrigin(triangle);
  return new Map(months.map((month, index) => [month, ultimate[index]! - triangle[index]!.at(-1)!]));
}

function triangleOf(known: readonly KnownCents[], last: Month): {months: Month[]; triangle: Triangle} {
  const first = known.map(({month}) => month).sort()[0]!;
  const months = monthRange(first, last);
  const ages = Math.min(lastAge, months.length - 1);
  const rows = months.map((month) => new Array<number>(Math.min(ages, monthsBetween(month, last)) + 1).fill(0));
  for (const {month, age, cents} of known) {
    const row = rows[monthsBetween(first, month)];
    if (row !== undefined) row[Math.min(age, row.length - 1)]! += cents;
  }
  return {months, triangle: rows.map(cumulate)};
}

function cumulate(row: readonly number[]): number[] {
  let total = 0;
  return row.map((cents) => {
    total += cents;
    return total;
  });
}
