import type {Day} from "./days.ts";
import type {Population} from "./population.ts";

/** First ages of the classes: they fit the age groups of the indicators, and those of the CBS as near as that allows. */
export const ageClasses = [0, 4, 12, 15, 18, 23, 25, 45, 65, 75, 85] as const;
export const oldestAge = 120;

export interface PeopleCount {
  readonly day: Day;
  /** By number of the buurt, then men and women, then class of age. */
  readonly byBuurt: readonly (readonly [men: readonly number[], women: readonly number[]])[];
  /** By number of the buurt: households, and those of one person. */
  readonly households: readonly (readonly [all: number, single: number])[];
}

export function countPeople(population: Population, day: Day): PeopleCount {
  const byBuurt: [number[], number[]][] = [];
  const households: [number, number][] = [];
  const emptyClasses = () => ageClasses.map(() => 0);
  for (let home = 0; home < population.homes; home++) {
    const {number} = population.buurtOfHome(home);
    byBuurt[number] ??= [emptyClasses(), emptyClasses()];
    households[number] ??= [0, 0];
    households[number][0]++;
    if (population.membersOf(home) === 1) households[number][1]++;
  }
  for (let person = 0; person < population.count; person++) {
    if (!population.isPresent(person)) continue;
    const age = population.age(person, day);
    const ageClass = ageClasses.findLastIndex((from) => age >= from);
    byBuurt[population.buurt(person).number][population.isFemale(person) ? 1 : 0][Math.max(0, ageClass)]++;
  }
  return {day, byBuurt, households};
}
