import {dayNumber} from "../standards/calendar.ts";
import {type Random, randomStream} from "../statistics/random.ts";
import {type Aanbieder, type Aanbieders, makeAanbieders} from "./aanbieders.ts";
import {type Agenda, createAgenda} from "./agenda.ts";
import {type Areas, makeAreas} from "./areas.ts";
import {makeBsnSupply} from "./bsn-supply.ts";
import {type Clients, createClients} from "./clients.ts";
import {type Day, monthOf, yearStart} from "./days.ts";
import {daysBefore, lastDay, lastYear, type Product} from "./parameters.ts";
import {homesFor, type LivingPopulation, makePopulation} from "./population.ts";
import {createPost, type Post} from "./post.ts";
import {makePrices, type Prices} from "./prices.ts";
import {planNoStories, planStories, type Stories} from "./stories.ts";
import type {Suite} from "./suite/suite.ts";
import type {Toewijzing} from "./toewijzingen.ts";
import {createTruth, type Truth} from "./truth.ts";
import {makeVerwijzers, type Verwijzers} from "./verwijzers.ts";

export interface WorldOptions {
  readonly inwoners: number;
  readonly jaren: number;
  readonly seed: number;
  /** Whether what is planted for each analysis to find happens; left out: it does. */
  readonly hasStories?: boolean;
}

/** All that is true in Heuveldam at a moment. */
export interface World {
  readonly options: WorldOptions;
  readonly firstYear: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly stories: Stories;
  readonly areas: Areas;
  readonly population: LivingPopulation;
  readonly aanbieders: Aanbieders;
  readonly verwijzers: Verwijzers;
  readonly prices: Prices;
  readonly clients: Clients;
  readonly agenda: Agenda;
  readonly post: Post;
  readonly suite: Suite;
  readonly truth: Truth;
  readonly random: Random;
  readonly hasTestNumbers: boolean;
  /** Toewijzingen under which care is given, or was until this month. */
  readonly inCare: Toewijzing[];
  /** Toewijzingen for which care is still to begin. */
  readonly waiting: Set<Toewijzing>;
  candidates(product: Product): readonly Aanbieder[];
  /** A number for a toewijzing; also of a beschikking. */
  nextNumber(): number;
  /** A reference of an aanbieder. */
  nextReference(): string;
}

export function makeWorld(options: WorldOptions, deliver: (path: string, text: string) => void, suite: Suite): World {
  const {inwoners, jaren, seed} = options;
  const firstYear = lastYear - jaren + 1;
  const firstDay = yearStart(firstYear);
  const end = dayNumber(lastDay);
  const stories = (options.hasStories ?? true) ? planStories(firstYear) : planNoStories(firstYear);
  const stream = (label: string) => randomStream(seed, label);
  const areas = makeAreas(inwoners, homesFor(inwoners), stories, stream("areas"));
  const population = makePopulation(areas, firstDay, stream("population"));
  const aanbieders = makeAanbieders(inwoners, stories, stream("aanbieders"));
  const bsns = makeBsnSupply(inwoners * (0.12 + 0.035 * jaren));
  const agenda = createAgenda(firstDay - daysBefore - 400, end);
  const byProduct = new Map<string, Aanbieder[]>();
  let numbers = 100_000;
  let references = 0;
  return {
    options,
    firstYear,
    firstDay,
    lastDay: end,
    stories,
    areas,
    population,
    aanbieders,
    verwijzers: makeVerwijzers(areas, inwoners, stories.praktijk.praktijkNumber),
    prices: makePrices(stories),
    clients: createClients(population, bsns, agenda),
    agenda,
    post: createPost(agenda, stream("post"), deliver, suite.refused),
    suite,
    truth: createTruth(monthOf(firstDay), monthOf(end)),
    random: stream("life"),
    hasTestNumbers: bsns.areTestNumbers,
    inCare: [],
    waiting: new Set(),
    candidates(product) {
      // A code that was replaced is still offered by those who offered the old one.
      const code = product.code === stories.movedProduct?.to ? stories.movedProduct.from : product.code;
      const known = byProduct.get(`${product.wet} ${code}`);
      if (known !== undefined) return known;
      const found = aanbieders.all.filter((one) => one.wet === product.wet && one.products.has(code));
      byProduct.set(`${product.wet} ${code}`, found);
      return found;
    },
    nextNumber: () => ++numbers,
    nextReference: () => `REF${String(++references).padStart(8, "0")}`,
  };
}

/** The wijkteam of a wijk, from 0: neighbours share one. */
export function teamOf(world: World, wijkNumber: number, teamCount: number): number {
  return Math.floor((wijkNumber * teamCount) / world.areas.wijken.length);
}
