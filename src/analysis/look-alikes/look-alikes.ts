import {sumOfSquares} from "../../statistics/mean.ts";
import type {Iv3Year, National} from "./national.ts";

/** What gemeenten can be alike in. The last is a choice of policy, the others are need. */
export const features = {
  inwoners: {name: "Inwoners", unit: "", weight: 1, digits: 0},
  ouderen: {name: "65 en ouder", unit: "%", weight: 2, digits: 1},
  jongeren: {name: "Onder 15 jaar", unit: "%", weight: 1, digits: 1},
  minimum: {name: "Rond sociaal minimum", unit: "%", weight: 2, digits: 1},
  alleen: {name: "Woont alleen", unit: "%", weight: 1, digits: 1},
  stedelijkheid: {name: "Stedelijkheid", unit: "", weight: 1, digits: 0},
  voorkant: {name: "Lasten aan de voorkant", unit: "%", weight: 1, digits: 0},
} as const;

export type Feature = keyof typeof features;

export const featureNames = Object.keys(features) as readonly Feature[];

export type Weights = Readonly<Record<Feature, number>>;

export type FeatureValues = Readonly<Record<Feature, number | null>>;

export const usualWeights: Weights = Object.fromEntries(
  featureNames.map((name) => [name, features[name].weight]),
) as Record<Feature, number>;

export interface Peer {
  readonly code: string;
  readonly distance: number;
  readonly values: FeatureValues;
  /** What was compared without, as one of the two has no value. */
  readonly without: readonly Feature[];
}

/** The features of each gemeente that there was in a year. */
export function featuresOf(national: National, jaar: number): Map<string, FeatureValues> {
  const iv3 = nearestIv3(national, jaar);
  return new Map(
    [...(national.kenmerken.get(jaar) ?? [])].map(([code, own]) => [
      code,
      {
        inwoners: own.aantal_inwoners ?? null,
        ouderen: own.pct_65_plus ?? null,
        jongeren: own.pct_0_14 ?? null,
        minimum: own.pct_sociaal_minimum ?? null,
        alleen: own.pct_eenpersoonshuishoudens ?? null,
        stedelijkheid: own.stedelijkheid ?? null,
        voorkant: frontShare(iv3, code),
      },
    ]),
  );
}

/** The accounts nearest to a year, else the budget: what was spent tells more than what was meant. */
export function nearestIv3({iv3}: National, jaar: number): Iv3Year | null {
  const ranked = [...iv3.values()].sort(
    (a, b) =>
      Number(a.soort === "begroting") - Number(b.soort === "begroting") ||
      Math.abs(a.jaar - jaar) - Math.abs(b.jaar - jaar) ||
      a.jaar - b.jaar,
  );
  return ranked[0] ?? null;
}

/** Which part of what goes to Wmo and youth is spent before an individual provision. */
function frontShare(iv3: Iv3Year | null, code: string): number | null {
  const sums = iv3?.byCode.get(code)?.sums;
  const [front, wmo, jeugd] = [sums?.voorkant?.lasten, sums?.wmo?.lasten, sums?.jeugd?.lasten];
  if (front == null || wmo == null || jeugd == null) return null;
  const total = front + wmo + jeugd;
  return total > 0 ? (100 * front) / total : null;
}

/**
 * The gemeenten most alike, nearest first; never the own one.
 *
 * The distance is the root of the weighted mean of squared differences, each feature divided by its standard deviation over
 * all gemeenten; of inhabitants the logarithm counts. Where one of the two has no value the rest counts, and it is said;
 * who shares less than half of the weight is no candidate.
 *
 * @param count  how many
 */
export function lookAlikes(
  all: ReadonlyMap<string, FeatureValues>,
  own: string,
  weights: Weights,
  count: number,
): Peer[] {
  const scales = scalesOf(all);
  const mine = all.get(own);
  if (mine === undefined) return [];
  const peers: Peer[] = [];
  for (const [code, values] of all) {
    if (code === own) continue;
    const distance = distanceBetween(mine, values, weights, scales);
    if (distance !== null) peers.push({code, values, ...distance});
  }
  return peers.sort((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1)).slice(0, count);
}

export type Scales = Readonly<Record<Feature, number | null>>;

/** The standard deviation of each feature over all gemeenten; null: nothing differs, or too few have it. */
export function scalesOf(all: ReadonlyMap<string, FeatureValues>): Scales {
  const scaleOf = (name: Feature) => {
    const values = [...all.values()].flatMap((one) => onScale(name, one[name]) ?? []);
    if (values.length < 3) return null;
    const sd = Math.sqrt(sumOfSquares(values) / (values.length - 1));
    return sd > 0 ? sd : null;
  };
  return Object.fromEntries(featureNames.map((name) => [name, scaleOf(name)])) as Record<Feature, number | null>;
}

/** Null: they share less than half of what counts. */
export function distanceBetween(
  a: FeatureValues,
  b: FeatureValues,
  weights: Weights,
  scales: Scales,
): {distance: number; without: Feature[]} | null {
  let [total, shared, squares] = [0, 0, 0];
  const without: Feature[] = [];
  for (const name of featureNames) {
    const [weight, scale] = [weights[name], scales[name]];
    // What nobody has, or all have alike, tells nobody from another.
    if (weight <= 0 || scale === null) continue;
    total += weight;
    const [left, right] = [onScale(name, a[name]), onScale(name, b[name])];
    if (left === null || right === null) {
      without.push(name);
      continue;
    }
    shared += weight;
    squares += weight * ((left - right) / scale) ** 2;
  }
  return shared > 0 && shared * 2 >= total ? {distance: Math.sqrt(squares / shared), without} : null;
}

function onScale(name: Feature, value: number | null): number | null {
  if (value === null || name !== "inwoners") return value;
  return value > 0 ? Math.log(value) : null;
}
