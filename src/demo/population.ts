import type {Random} from "../statistics/random.ts";
import type {Areas, Buurt} from "./areas.ts";
import {type Day, type MonthIndex, monthEnd, monthStart} from "./days.ts";
import {needSpread, population} from "./parameters.ts";

/** A person is a number: an index in these columns. Who died or moved away stays in them, and is not `present`. */
export interface Population {
  readonly count: number;
  birth(person: number): Day;
  isFemale(person: number): boolean;
  isPresent(person: number): boolean;
  livesAlone(person: number): boolean;
  /** How much this person needs, against others of the same age. */
  frailty(person: number): number;
  home(person: number): number;
  buurt(person: number): Buurt;
  /** Number of the home within its buurt. */
  homeNumber(person: number): number;
  age(person: number, day: Day): number;
  readonly homes: number;
  buurtOfHome(home: number): Buurt;
  membersOf(home: number): number;
}

export interface LivingPopulation extends Population {
  /** Lets a month pass: births, deaths, and people who move away and others who come to live there. */
  live(month: MonthIndex, inCare: (person: number) => boolean, events: PopulationEvents): void;
}

export interface PopulationEvents {
  died(person: number, day: Day): void;
  movedAway(person: number, day: Day): void;
}

const personsPerHome = 2.105;

export function homesFor(inwoners: number): number {
  return Math.round(inwoners / personsPerHome);
}

/** Fills every home of every buurt. */
export function makePopulation(areas: Areas, firstDay: Day, random: Random): LivingPopulation {
  let capacity = Math.ceil(areas.buurten.reduce((sum, buurt) => sum + buurt.homes, 0) * personsPerHome * 1.3) + 1000;
  let births = new Int32Array(capacity);
  let homes = new Int32Array(capacity);
  let flags = new Uint8Array(capacity); // 1 female, 2 present
  let frailties = new Float32Array(capacity);
  let count = 0;

  const homeBuurt: Buurt[] = [];
  const homeNumbers: number[] = [];
  for (const buurt of areas.buurten) {
    for (let home = 0; home < buurt.homes; home++) {
      homeBuurt.push(buurt);
      homeNumbers.push(home);
    }
  }
  const members = new Uint8Array(homeBuurt.length);

  function add(home: number, birth: Day, female: boolean): void {
    if (count === capacity) grow();
    births[count] = birth;
    homes[count] = home;
    flags[count] = (female ? 1 : 0) | 2;
    frailties[count] = random.logNormal(Math.exp(-(needSpread ** 2) / 2), needSpread);
    members[home]++;
    count++;
  }

  function grow(): void {
    capacity = Math.ceil(capacity * 1.3);
    births = copyInto(new Int32Array(capacity), births);
    homes = copyInto(new Int32Array(capacity), homes);
    flags = copyInto(new Uint8Array(capacity), flags);
    frailties = copyInto(new Float32Array(capacity), frailties);
  }

  function fill(home: number, day: Day): void {
    for (const person of drawHousehold(homeBuurt[home].wijk.ageing, random)) {
      add(home, day - Math.floor(person.age * 365.25) - 1, person.female);
    }
  }

  for (let home = 0; home < homeBuurt.length; home++) fill(home, firstDay);

  const leave = (person: number) => {
    flags[person] &= ~2;
    members[homes[person]]--;
  };

  return {
    get count() {
      return count;
    },
    birth: (person) => births[person],
    isFemale: (person) => (flags[person] & 1) !== 0,
    isPresent: (person) => (flags[person] & 2) !== 0,
    livesAlone: (person) => members[homes[person]] === 1,
    frailty: (person) => frailties[person],
    home: (person) => homes[person],
    buurt: (person) => homeBuurt[homes[person]],
    homeNumber: (person) => homeNumbers[homes[person]],
    age: (person, day) => Math.floor((day - births[person]) / 365.25),
    homes: homeBuurt.length,
    buurtOfHome: (home) => homeBuurt[home],
    membersOf: (home) => members[home],
    live(month, inCare, events) {
      const days = monthEnd(month) - monthStart(month) + 1;
      const someDay = () => monthStart(month) + Math.floor(random.uniform() * days);
      const moving = new Set<number>();
      const expected = (homeBuurt.length * population.moves) / 12;
      for (let left = Math.round(expected + random.uniform() - 0.5); left > 0; left--) {
        moving.add(random.integer(0, homeBuurt.length - 1));
      }
      const dead: number[] = [];
      const parents: number[] = [];
      const moved: number[] = [];
      for (let person = 0; person < count; person++) {
        if ((flags[person] & 2) === 0) continue;
        const age = (monthStart(month) - births[person]) / 365.25;
        const female = (flags[person] & 1) !== 0;
        if (moving.has(homes[person])) moved.push(person);
        else if (age > 40 && random.chance(deathRisk(age, female) * (inCare(person) ? population.deathInCare : 1))) {
          dead.push(person);
        } else if (female && age >= 22 && age < 40 && random.chance(population.birthsPerWoman / 12))
          parents.push(person);
      }
      for (const person of dead) {
        leave(person);
        events.died(person, someDay());
      }
      for (const parent of parents) add(homes[parent], someDay(), random.chance(0.487));
      for (const person of moved) {
        leave(person);
        events.movedAway(person, someDay());
      }
      for (const home of moving) fill(home, monthStart(month));
      // A home whose last person died is lived in again before long.
      for (const person of dead) if (members[homes[person]] === 0) fill(homes[person], monthEnd(month));
    },
  };
}

interface DrawnPerson {
  readonly age: number;
  readonly female: boolean;
}

/** One household, so that all of them together have the ages of the gemeente. */
function drawHousehold(ageing: number, random: Random): DrawnPerson[] {
  const kind = random.weighted(householdWeights);
  const older = Math.exp(ageing);
  const woman = (age: number) => ({age: Math.max(0, age), female: true});
  const man = (age: number) => ({age: Math.max(0, age), female: false});
  const someone = (age: number) => ({age: Math.max(0, age), female: random.chance(0.5)});
  switch (households[kind]) {
    case "alone": {
      const band = random.weighted([16, 20, 27, 16 * older, 15 * older, 8 * older]);
      const age = drawBetween([18, 30, 50, 65, 75, 85], [30, 50, 65, 75, 85, 99], band, random);
      const female = random.chance(band >= 3 ? 0.68 : 0.46);
      return [{age, female}];
    }
    case "couple": {
      const band = random.weighted([8, 37, 36 * older, 22 * older, 5 * older]);
      const age = drawBetween([22, 45, 65, 75, 85], [45, 65, 75, 85, 93], band, random);
      return [man(age), random.chance(0.96) ? woman(age - 2 + 3 * random.normal()) : man(age)];
    }
    case "family": {
      const mother = 25 + 30 * random.uniform();
      const children = 1 + random.weighted([32, 48, 15, 5]);
      const result: DrawnPerson[] = [woman(mother), man(mother + 2 + 3 * random.normal())];
      return addChildren(result, mother, children, someone, random);
    }
    default: {
      const mother = 25 + 30 * random.uniform();
      const parent = random.chance(0.84) ? woman(mother) : man(mother + 2);
      return addChildren([parent], mother, 1 + random.weighted([55, 35, 10]), someone, random);
    }
  }
}

const households = ["alone", "couple", "family", "one parent"] as const;
const householdWeights = [population.singleHouseholds, 0.3, 0.275, 0.075];

function addChildren(
  household: DrawnPerson[],
  mother: number,
  count: number,
  someone: (age: number) => DrawnPerson,
  random: Random,
): DrawnPerson[] {
  for (let child = 0; child < count; child++) {
    const age = mother - (23 + 14 * random.uniform());
    // Most have left home by 24.
    if (age >= 0 && age < 25) household.push(someone(age));
  }
  return household;
}

function drawBetween(from: readonly number[], to: readonly number[], band: number, random: Random): number {
  return from[band] + (to[band] - from[band]) * random.uniform();
}

/** Gompertz: the risk to die in a year. */
export function yearlyDeathRisk(age: number, female: boolean): number {
  return Math.min(1, population.deathAt80 * 2 ** ((age - 80) / population.deathDoublingAge) * (female ? 0.8 : 1.25));
}

/** In one month. Nobody grows older than 108. */
function deathRisk(age: number, female: boolean): number {
  return age > 108 ? 1 : yearlyDeathRisk(age, female) / 12;
}

function copyInto<T extends Int32Array | Uint8Array | Float32Array>(target: T, source: T): T {
  target.set(source);
  return target;
}
