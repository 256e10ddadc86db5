import {type Random, randomStream} from "../statistics/random.ts";
import type {Buurt} from "./areas.ts";
import {type Day, type MonthIndex, monthNumber, monthStart, workday, yearOfMonth} from "./days.ts";
import {
  daysBefore,
  growth,
  type Hulpvorm,
  hulpvormen,
  needCalibration,
  population,
  season,
  type Wet,
} from "./parameters.ts";
import {yearlyDeathRisk} from "./population.ts";
import {beginTraject} from "./trajecten.ts";
import {teamOf, type World} from "./world.ts";

/** Decides who comes to need help, and of which kind. */
export interface NeedModel {
  /** People already in care when the world begins. */
  fillBefore(): void;
  /** New needs of a month. */
  live(month: MonthIndex): void;
}

const oldest = 110;
const wetten: readonly Wet[] = ["Wmo", "Jeugdwet"];
// Their care is with an aanbieder that gives shelter, often in another place.
const away = new Set(["pleegzorg", "gezinshuis", "verblijf met behandeling", "gesloten jeugdhulp", "beschermd wonen"]);
const changedByTeam = new Set(["begeleiding", "ambulante begeleiding", "ambulante behandeling"]);

export function createNeed(world: World, teamCount: number): NeedModel {
  const {population: people, clients, agenda, stories} = world;
  const random = randomStream(world.options.seed, "need");
  const rates = wetten.map((wet) => ({wet, tables: ratesFor(hulpvormen.filter((one) => one.wet === wet))}));
  const last = people.count;

  function factorOf(wet: Wet, person: number, buurt: Buurt): number {
    const factor = buurt.need[wet] * people.frailty(person);
    return wet === "Jeugdwet" && isEager(person, buurt) ? factor * (1 + 0.3 * (stories.praktijk.factor - 1)) : factor;
  }

  function isEager(person: number, buurt: Buurt): boolean {
    return world.verwijzers.praktijkOf(buurt.wijk, people.home(person)) === world.verwijzers.eager;
  }

  function begin(person: number, hulpvorm: Hulpvorm, day: Day, until: Day | null): void {
    const client = clients.findOrMake(person, away.has(hulpvorm.naam) && random.chance(0.35));
    if (client.trajecten.some((one) => one.hulpvorm === hulpvorm)) return;
    let durationFactor = 1;
    if (until === null && day >= stories.team.day && changedByTeam.has(hulpvorm.naam)) {
      const team = teamOf(world, client.buurt.wijk.number, teamCount);
      if (team === stories.team.teamNumber - 1) {
        if (!random.chance(stories.team.intake)) return;
        durationFactor = stories.team.duration;
      }
    }
    beginTraject(world, {client, hulpvorm, day, until, durationFactor});
  }

  return {
    fillBefore() {
      for (let person = 0; person < last; person++) {
        const age = people.age(person, world.firstDay);
        const buurt = people.buurt(person);
        for (const {wet, tables} of rates) {
          const table = tables[tableOf(people.isFemale(person), people.livesAlone(person))];
          const factor = factorOf(wet, person, buurt);
          if (table.stock[age] === 0) continue;
          for (const [index, hulpvorm] of table.hulpvormen.entries()) {
            if (!random.chance(Math.min(0.9, table.stocks[index][age] * factor * needCalibration[wet].stock))) continue;
            const days = lengthBiased(hulpvorm, random);
            const elapsed = days * random.uniform();
            const since = elapsed < daysBefore ? elapsed : daysBefore * random.uniform();
            const until = Math.round(world.firstDay + Math.max(3, days - elapsed));
            const asked = workday(Math.round(world.firstDay - since - 60));
            agenda.plan(asked, () => begin(person, hulpvorm, asked, until));
          }
        }
      }
    },
    live(month) {
      const first = monthStart(month);
      const days = monthStart(month + 1) - first;
      const years = yearOfMonth(month) - 2022;
      const level = rates.map(
        ({wet}) =>
          (needCalibration[wet].intake * season[wet][monthNumber(month) - 1] * (1 + growth[wet]) ** years) / 12,
      );
      for (let person = 0; person < people.count; person++) {
        if (!people.isPresent(person)) continue;
        const age = Math.min(oldest, Math.max(0, people.age(person, first)));
        const row = tableOf(people.isFemale(person), people.livesAlone(person));
        for (const [index, {wet, tables}] of rates.entries()) {
          const table = tables[row];
          const total = table.total[age];
          if (total === 0) continue;
          const risk = total * level[index] * factorOf(wet, person, people.buurt(person));
          if (!random.chance(Math.min(0.5, risk))) continue;
          const hulpvorm = table.hulpvormen[random.weighted(table.incidence.map((column) => column[age]))];
          const day = first + random.integer(0, days - 1);
          agenda.plan(day, () => begin(person, hulpvorm, day, null));
        }
      }
    },
  };
}

/** By age: how many have the help, and how many come to need it in a year, each kind and all together. */
interface Rates {
  readonly hulpvormen: readonly Hulpvorm[];
  readonly stocks: readonly Float64Array[];
  readonly stock: Float64Array;
  readonly incidence: readonly Float64Array[];
  readonly total: Float64Array;
}

function tableOf(isFemale: boolean, livesAlone: boolean): number {
  return (isFemale ? 1 : 0) + (livesAlone ? 2 : 0);
}

/** A table for men and women, living with others and alone. */
function ratesFor(kinds: readonly Hulpvorm[]): Rates[] {
  return [0, 1, 2, 3].map((row) => {
    const stocks = kinds.map((kind) => columnOf((age) => stockAt(kind, age, row)));
    const incidence = kinds.map((kind, index) => {
      const [median, sigma] = kind.months;
      const meanYears = (median * Math.exp(sigma ** 2 / 2)) / 12;
      // Whoever dies or moves leaves before the care would have ended, and another takes the place.
      const leaving = (age: number) =>
        yearlyDeathRisk(age, (row & 1) !== 0) * population.deathInCare + population.moves;
      return columnOf((age) => stocks[index][age] * (1 / meanYears + leaving(age)));
    });
    const sumOf = (columns: readonly Float64Array[]) =>
      columnOf((age) => columns.reduce((sum, column) => sum + column[age], 0));
    return {hulpvormen: kinds, stocks, stock: sumOf(stocks), incidence, total: sumOf(incidence)};
  });
}

function columnOf(value: (age: number) => number): Float64Array {
  return Float64Array.from({length: oldest + 1}, (_, age) => value(age));
}

function stockAt({stock, female, alone}: Hulpvorm, age: number, row: number): number {
  let perThousand = 0;
  for (const [from, rate] of stock) if (age >= from) perThousand = rate;
  const isFemale = (row & 1) !== 0;
  const livesAlone = (row & 2) !== 0;
  // About half is a woman, and from 18 on a quarter lives alone.
  const bySex = (2 * (isFemale ? female : 1)) / (1 + female);
  const byHome = (livesAlone ? alone : 1) / (1 + 0.25 * (alone - 1));
  return (perThousand / 1000) * bySex * (age >= 18 ? byHome : 1);
}

/** Days of care of someone who is in care on a given day: the long ones are met more often. */
function lengthBiased({months: [median, sigma]}: Hulpvorm, random: Random): number {
  return random.logNormal(median * Math.exp(sigma ** 2), sigma) * 30.44;
}
