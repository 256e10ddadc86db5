import {falseDiscoveryRates} from "../../statistics/false-discovery.ts";

/**
 * Of all of a kind that is told anew, at most this part is chance, on average. bench/false-alarms.ts counts how many
 * false ones there are where nothing is going on.
 */
export const mayBeFalse = 0.05;

/**
 * Of each of what was looked at, the part of false ones among all of its kind that are at least as telling; teams, of which
 * there are few, do not drown among aanbieders.
 */
export function ratesByKind(found: readonly {readonly kind: string; readonly chance: number}[]): number[] {
  const rates = new Array<number>(found.length);
  const places = Map.groupBy(
    found.map((_, at) => at),
    (at) => found[at]!.kind,
  );
  for (const ofKind of places.values()) {
    const own = falseDiscoveryRates(ofKind.map((at) => found[at]!.chance));
    ofKind.forEach((at, place) => {
      rates[at] = own[place]!;
    });
  }
  return rates;
}

/** What was told stays as long as chance gives it less often than this. */
export const stillTelling = 0.01;

/** A smaller part more or less is not worth anybody's time, however sure. */
const worthwhile = 0.1;

/** Whether a figure is so far from another that it is worth a look. */
export function isLarge(value: number, other: number): boolean {
  if (!(value >= 0 && other >= 0) || value === other) return false;
  return Math.max(value, other) >= (1 + worthwhile) * Math.min(value, other);
}

/** Who looks at the largest of some sixty figures of one unit finds one this far out by chance in one of sixteen times. */
export const hardlyChance = 0.001;
