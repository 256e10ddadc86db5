import {mean, sum, sumOfSquares} from "../../statistics/mean.ts";
import {type PlacedBuurt, placeOf} from "./residents.ts";

/** Kinds of unit of which is known who lives there. */
export type AreaKind = "wijk" | "buurt" | "team";

/** What makes the need of one place like that of another. Help is not in it: it is settled before any result is seen. */
export const needFeatures = ["jong", "ouder", "oudst", "inkomen"] as const;

export type NeedFeature = (typeof needFeatures)[number];

/** What is known of who lives in a unit, as shares from 0 to 100; null: not known. */
export interface UnitNeed {
  readonly code: string;
  readonly shares: Readonly<Record<NeedFeature, number | null>>;
}

export interface MostAlike {
  /** Nearest first; empty: `why` says why. */
  readonly alike: readonly UnitNeed[];
  /** What they were compared on. */
  readonly features: readonly NeedFeature[];
  /** Of how many of the others something is missing, so that they could not be compared. */
  readonly left: number;
  readonly why: "te weinig" | "allemaal gelijk" | "onbekend" | null;
}

/** With fewer units, the own one included, the most alike are nearly all there are. */
export const fewestToChoose = 8;

const mostAlikes = 8;
const fewestAlikes = 4;

/** Below this many inhabitants one family changes the shares. */
const fewestInhabitants = 100;

const ages: Readonly<Record<Exclude<NeedFeature, "inkomen">, readonly string[]>> = {
  jong: ["0-3", "4-11", "12-17"],
  ouder: ["65-74"],
  oudst: ["75-84", "85+"],
};

/**
 * The need of each unit of a kind, from its buurten; units with few inhabitants are left out.
 *
 * The share of households with little money is that of the buurten for which it is known, by inhabitants.
 */
export function unitNeeds(buurten: readonly PlacedBuurt[], kind: AreaKind): UnitNeed[] {
  const byUnit = Map.groupBy(buurten, (buurt) => placeOf(buurt, kind));
  return [...byUnit].flatMap(([code, own]) => {
    const inhabitants = sum(own.map(inhabitantsOf));
    if (code === "onbekend" || inhabitants < fewestInhabitants) return [];
    const ageShare = (groups: readonly string[]) =>
      (100 * sum(own.flatMap(({residents}) => groups.map((group) => residents.get(group) ?? 0)))) / inhabitants;
    const known = own.filter(({income}) => income !== null);
    const base = sum(known.map(inhabitantsOf));
    const income = base > 0 ? sum(known.map((buurt) => buurt.income! * inhabitantsOf(buurt))) / base : null;
    return [
      {
        code,
        shares: {
          jong: ageShare(ages.jong),
          ouder: ageShare(ages.ouder),
          oudst: ageShare(ages.oudst),
          inkomen: income,
        },
      },
    ];
  });
}

function inhabitantsOf({residents}: PlacedBuurt): number {
  return sum([...residents.values()]);
}

/**
 * The units whose need is most like that of one, nearest first; at most half of them, and at most eight.
 *
 * The distance is the root of the mean of squared differences, each feature divided by its standard deviation over all
 * units, so that each weighs the same. What the unit itself does not know, or nearly nobody, does not count; who lacks
 * what counts is no candidate.
 */
export function mostAlike(units: readonly UnitNeed[], own: string): MostAlike {
  const mine = units.find(({code}) => code === own);
  const none = (why: MostAlike["why"]): MostAlike => ({alike: [], features: [], left: 0, why});
  if (mine === undefined) return none("onbekend");
  if (units.length < fewestToChoose) return none("te weinig");
  const known = needFeatures.filter((name) => {
    const having = units.filter(({shares}) => shares[name] !== null);
    return mine.shares[name] !== null && having.length >= fewestToChoose;
  });
  const scales = new Map(known.map((name) => [name, scaleOf(units, name)]));
  const features = known.filter((name) => scales.get(name)! > 0);
  if (features.length === 0) return none("allemaal gelijk");
  const others = units.filter(({code, shares}) => code !== own && features.every((name) => shares[name] !== null));
  const distanceTo = ({shares}: UnitNeed) =>
    Math.sqrt(mean(features.map((name) => ((shares[name]! - mine.shares[name]!) / scales.get(name)!) ** 2)));
  const ranked = others
    .map((unit) => ({unit, distance: distanceTo(unit)}))
    .sort((a, b) => a.distance - b.distance || (a.unit.code < b.unit.code ? -1 : 1));
  const count = Math.min(mostAlikes, Math.max(fewestAlikes, Math.ceil(others.length / 2)));
  return {
    alike: ranked.slice(0, count).map(({unit}) => unit),
    features,
    left: units.length - 1 - others.length,
    why: null,
  };
}

/** The standard deviation over the units that know it. */
function scaleOf(units: readonly UnitNeed[], name: NeedFeature): number {
  const values = units.flatMap(({shares}) => shares[name] ?? []);
  // Shares that are equal but for rounding are equal.
  const deviation = Math.sqrt(sumOfSquares(values) / (values.length - 1));
  return deviation > 1e-9 ? deviation : 0;
}
