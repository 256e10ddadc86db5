/** Fewer people than this are recognisable. */
export const minimumPersons = 10;

/**
 * Whether a cell tells about too few people: 1 to 9; or, where the figure is a share of people, 1 to 9 in the numerator or
 * all but 1 to 9, for then their outcome would be known. Nobody at all is a real zero.
 */
export function isRecognisable(cell: PeopleInCell): boolean {
  return groupsOf(cell).some(isFew);
}

export interface PeopleInCell {
  readonly persons: number;
  /** Of those, in the numerator; null when the figure is not a share of people. */
  readonly numeratorPersons: number | null;
}

/** The groups of people that a cell tells about: all, and of a share of people those in the numerator and the others. */
export function groupsOf({persons, numeratorPersons}: PeopleInCell): readonly number[] {
  return numeratorPersons === null ? [persons] : [persons, numeratorPersons, persons - numeratorPersons];
}

export function isFew(persons: number): boolean {
  return persons > 0 && persons < minimumPersons;
}

/** How everybody is told a count of people or Berichten: to the nearest five. */
export function toFive(count: number): number {
  return Math.round(count / 5) * 5;
}

/** Of an amount: what the person with most of it has, and what all have, each without its sign. */
export interface PersonInAmount {
  readonly largest: number;
  readonly gross: number;
}

/** More than this share of an amount is nearly all of it: who reads the amount knows what that person costs. */
export const dominantShare = 0.85;

/** Whether one person has nearly all of an amount, however many others are in it. */
export function isOfOnePerson({largest, gross}: PersonInAmount): boolean {
  return largest > dominantShare * gross;
}
