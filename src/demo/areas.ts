import type {Random} from "../statistics/random.ts";
import {cutGemeente, drawBorders, outlineOf, type Point} from "./borders.ts";
import {buurtName, emptyBuurtNames, streetName, wijkNames} from "./names.ts";
import {areas, gemeente, incomeEffect, type Wet} from "./parameters.ts";
import type {Stories} from "./stories.ts";

export interface Areas {
  readonly code: string; // GM9999
  readonly border: readonly Point[];
  readonly wijken: readonly Wijk[];
  readonly buurten: readonly Buurt[];
}

export interface Wijk {
  readonly number: number; // from 0
  readonly code: string; // WK999901
  readonly naam: string;
  readonly border: readonly Point[];
  /** How old its people are, against the gemeente: above 0 older. */
  readonly ageing: number;
}

export interface Buurt {
  readonly number: number; // from 0, over the whole gemeente
  readonly code: string; // BU99990101
  readonly naam: string;
  readonly wijk: Wijk;
  readonly border: readonly Point[];
  readonly homes: number;
  readonly km2: number;
  /** Percentage of households around the social minimum. */
  readonly socialMinimum: number;
  /** How much more care than elsewhere, age apart. */
  readonly need: Readonly<Record<Wet, number>>;
  readonly postcodes: readonly string[];
}

export interface Address {
  readonly postcode: string;
  readonly straat: string;
  readonly huisnummer: number;
}

const homesPerPostcode = 24;
// Dutch postcodes were never given letters that begin with these.
const unusedLetters = "QUYFOI";

/** Wijken and buurten in numbers that fit the inhabitants, each with its own people, income and postcodes. */
export function makeAreas(inwoners: number, homes: number, stories: Stories, random: Random): Areas {
  const scale = inwoners / areas.inwonersReference;
  const wijkCount = Math.min(60, Math.max(3, Math.round(areas.wijken * scale ** areas.wijkenGrowth)));
  const plans = planBuurten(wijkCount, homes, stories, random);
  const parts = cutGemeente(
    plans.map((buurten) => buurten.map((buurt) => buurt.km2)),
    random,
  );
  const rings = drawBorders(parts.flat());
  const postcodes = postcodeSupply();

  const wijken: Wijk[] = [];
  const buurten: Buurt[] = [];
  for (const [wijkNumber, plan] of plans.entries()) {
    const first = buurten.length;
    const ringsHere = rings.slice(first, first + plan.length);
    const wijk: Wijk = {
      number: wijkNumber,
      code: `WK${gemeente.code}${twoDigits(wijkNumber + 1)}`,
      naam: wijkNames[wijkNumber] ?? `${wijkNames[wijkNumber % wijkNames.length]} ${Math.floor(wijkNumber / 30) + 1}`,
      border: outlineOf(ringsHere),
      ageing: random.normal() * 0.3,
    };
    wijken.push(wijk);
    const wijkLevel = Math.exp(areas.socialMinimum.wijkSpread * random.normal());
    postcodes.nextArea();
    for (const [index, {homes: homesHere, km2, naam}] of plan.entries()) {
      const level = wijkLevel * Math.exp(areas.socialMinimum.buurtSpread * random.normal());
      const socialMinimum = Math.min(18, Math.max(1, areas.socialMinimum.mean * level * 0.92));
      buurten.push({
        number: buurten.length,
        code: `BU${gemeente.code}${twoDigits(wijkNumber + 1)}${twoDigits(index + 1)}`,
        naam,
        wijk,
        border: ringsHere[index],
        homes: homesHere,
        km2,
        socialMinimum,
        need: {
          Wmo:
            needFactor("Wmo", socialMinimum) *
            (wijkNumber === stories.heavyWijk.wijkNumber - 1 ? stories.heavyWijk.factor : 1),
          Jeugdwet: needFactor("Jeugdwet", socialMinimum),
        },
        postcodes: postcodes.take(Math.max(1, Math.ceil(homesHere / homesPerPostcode))),
      });
    }
  }
  return {code: `GM${gemeente.code}`, border: outlineOf(rings), wijken, buurten};
}

interface BuurtPlan {
  readonly naam: string;
  readonly homes: number;
  readonly km2: number;
}

function planBuurten(wijkCount: number, homes: number, stories: Stories, random: Random): BuurtPlan[][] {
  const names = nameSupply();
  const weights = Array.from({length: wijkCount}, (_, wijk) => {
    const count = Math.max(2, Math.round(areas.buurtenPerWijk + random.normal() * 1.2) + (wijk === 0 ? 1 : 0));
    return Array.from({length: count}, () => random.logNormal(1, 0.45));
  });
  const total = weights.flat().reduce((sum, weight) => sum + weight, 0);
  return weights.map((buurten, wijk) => {
    const plans = buurten.map((weight) => {
      const share = weight / total;
      return {
        naam: names(),
        homes: Math.max(8, Math.round(homes * share)),
        km2: 0.3 + 14 * share * random.logNormal(1, 0.4),
      };
    });
    if (wijk === wijkCount - 1) {
      plans.push({naam: "Veerhuizen", homes: stories.smallBuurt.homes, km2: 0.8});
    } else if (wijk % 2 === 1 || random.chance(areas.emptyBuurten)) {
      const naam = emptyBuurtNames[wijk % emptyBuurtNames.length];
      plans.push({naam: wijk < 12 ? naam : `${naam} ${wijk + 1}`, homes: random.integer(0, 9), km2: 1.1});
    }
    return plans;
  });
}

function needFactor(wet: Wet, socialMinimum: number): number {
  return 1 + incomeEffect[wet] * (socialMinimum - areas.socialMinimum.mean);
}

/** Where home `home` of the buurt stands. Two homes never share an address. */
export function addressOf(buurt: Buurt, home: number): Address {
  const index = Math.floor(home / homesPerPostcode) % buurt.postcodes.length;
  const round = Math.floor(home / (homesPerPostcode * buurt.postcodes.length));
  const huisnummer = 1 + (home % homesPerPostcode) + round * homesPerPostcode;
  return {postcode: buurt.postcodes[index], straat: streetName(buurt.number * 11 + Math.floor(index / 2)), huisnummer};
}

function postcodeSupply() {
  let number = 1301;
  let letters = 0;
  const next = () => {
    if (letters >= unusedLetters.length * 26) nextArea();
    const first = unusedLetters[Math.floor(letters / 26)];
    const second = String.fromCharCode(65 + (letters % 26));
    letters++;
    return `${number}${first}${second}`;
  };
  const nextArea = () => {
    number++;
    letters = 0;
  };
  return {nextArea, take: (count: number) => Array.from({length: count}, next)};
}

function nameSupply(): () => string {
  const used = new Set<string>();
  let number = 0;
  return () => {
    for (;;) {
      const name = buurtName(number++);
      if (!used.has(name)) {
        used.add(name);
        return name;
      }
    }
  };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
