import {randomStream} from "../statistics/random.ts";
import {type Day, monthEnd, monthOf, monthStart, yearOf, yearStart} from "./days.ts";
import {createDeclaraties} from "./declaraties.ts";
import {endAll} from "./ending.ts";
import {createNeed} from "./need.ts";
import {areas as areaTuning, lastYear, teams} from "./parameters.ts";
import {countPeople, type PeopleCount} from "./people-count.ts";
import {tellStories} from "./story-events.ts";
import {noSuite, type Suite} from "./suite/suite.ts";
import {makeWorld, type World, type WorldOptions} from "./world.ts";

export interface Outcome {
  readonly world: World;
  readonly teamCount: number;
  /** The inhabitants on each 1 January. */
  readonly people: readonly PeopleCount[];
  /** Who waits, on the last day of each quarter. */
  readonly queues: readonly Queue[];
  /** Lines in all 323s. */
  readonly prestaties: number;
}

export interface Queue {
  readonly day: Day;
  readonly agb: string;
  readonly product: string;
  readonly waiting: number;
  readonly days: number;
}

export interface Watcher {
  /** After each day, with the share of the days that has passed. Awaited: so a slow disk holds the world up. */
  day(share: number): Promise<void> | undefined;
}

/** Lets Heuveldam live from its first year to its last day. The same options give the same Berichten, byte for byte. */
export async function simulate(
  options: WorldOptions,
  deliver: (path: string, text: string) => void,
  watcher: Watcher,
  suite: Suite = noSuite,
): Promise<Outcome> {
  const world = makeWorld(options, deliver, suite);
  const teamCount = teamCountFor(options.inwoners);
  const need = createNeed(world, teamCount);
  const declaraties = createDeclaraties(world, randomStream(options.seed, "declaraties"));
  const {agenda, population, clients, truth} = world;
  const people: PeopleCount[] = [];
  const queues: Queue[] = [];

  need.fillBefore();
  // Who asked for help in the months before, comes into care in the first.
  for (let month = monthOf(world.firstDay) - monthsAhead; month < monthOf(world.firstDay); month++) need.live(month);
  tellStories(world);
  const begin = agenda.today;
  for (let day = begin; day <= world.lastDay; day++) {
    const month = monthOf(day);
    if (day >= world.firstDay && day === monthStart(month)) {
      if (day === yearStart(yearOf(day))) people.push(countPeople(population, day));
      population.live(month, (person) => clients.find(person) !== undefined, {
        died: (person, on) => leave(world, person, on, {wmo: "02", jeugd: "02"}),
        movedAway: (person, on) => leave(world, person, on, {wmo: "31", jeugd: "35"}),
      });
      need.live(month);
      declaraties.planClaims(month);
    }
    agenda.live(day);
    if (day >= world.firstDay && day === monthEnd(month)) {
      declaraties.collect(month);
      if (month % 3 === 2) queues.push(...queuesOn(world, day));
      if (month % 12 === 11 || yearOf(day) === lastYear) truth.snapshot(day);
    }
    await watcher.day((day - begin) / (world.lastDay - begin));
  }
  return {world, teamCount, people, queues, prestaties: declaraties.lines};
}

const monthsAhead = 3;

export function teamCountFor(inwoners: number): number {
  return Math.max(2, Math.round(teams.count * (inwoners / areaTuning.inwonersReference) ** teams.growth));
}

function leave(world: World, person: number, day: Day, reden: {wmo: string; jeugd: string}): void {
  const client = world.clients.find(person);
  if (client !== undefined) world.agenda.plan(day, () => endAll(world, client, day, reden));
}

function queuesOn(world: World, day: Day): Queue[] {
  const queues = new Map<string, {agb: string; product: string; waiting: number; days: number}>();
  for (const {aanbieder, product, toegewezenOp, ingang} of world.waiting) {
    const key = `${aanbieder.agb} ${product.code}`;
    const queue = queues.get(key) ?? {agb: aanbieder.agb, product: product.code, waiting: 0, days: 0};
    queue.waiting++;
    queue.days += Math.max(0, day - Math.max(toegewezenOp, ingang));
    queues.set(key, queue);
  }
  return [...queues].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, queue]) => ({day, ...queue}));
}
