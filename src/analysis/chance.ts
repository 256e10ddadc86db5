import type {Indicator} from "../indicators/indicator.ts";
import {byarInterval} from "../statistics/byar-interval.ts";
import {differenceInterval} from "../statistics/difference-interval.ts";
import {z95} from "../statistics/normal-distribution.ts";
import {wilsonInterval} from "../statistics/wilson-interval.ts";

/** What a figure is made of, as far as its reader may see it. */
export interface Counted {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** Between which bounds a figure would lie if the same year could be lived again; in the unit of the figure. */
export interface ChanceInterval {
  readonly low: number;
  readonly high: number;
  readonly method: ChanceMethod;
}

export type ChanceMethod = "wilson" | "byar" | "rangorde";

/**
 * The interval of 95 % that chance alone leaves around a figure.
 *
 * A share of people gets Wilson's. A count of people or what happened to them, also per so many inhabitants, gets
 * Byar's, exact below 10: the denominator is taken as known. Sums of money and volume, and shares of them, get none:
 * they are added up and hang on few large amounts, so that no count of events stands behind them. For a quantile see
 * askQuantileInterval().
 *
 * @returns null where there is no value or no such interval
 */
export function chanceInterval(indicator: Indicator, {value, numerator, denominator}: Counted): ChanceInterval | null {
  if (value === null || numerator === null || numerator < 0) return null;
  switch (chanceMethod(indicator)) {
    case "wilson": {
      if (!denominator) return null;
      const [low, high] = wilsonInterval(Math.min(numerator, denominator), denominator, z95);
      return {low: low * indicator.counting.per, high: high * indicator.counting.per, method: "wilson"};
    }
    case "byar": {
      const scale = indicator.counting.denominator === null ? 1 : indicator.counting.per / (denominator || Number.NaN);
      if (!Number.isFinite(scale)) return null;
      const [low, high] = byarInterval(numerator);
      return {low: low * scale, high: high * scale, method: "byar"};
    }
    default:
      return null;
  }
}

/** How the interval of an indicator is made; null: it has none. */
export function chanceMethod({counting, numeratorUnit, unit}: Indicator): ChanceMethod | null {
  if (counting.value === "quantile") return "rangorde";
  // What can happen to one person more than once is no share of people.
  if (counting.isShareOfPeople) return unit === "aandeel" ? "wilson" : null;
  const isCounted = ["facts", "persons"].includes(counting.numerator);
  const isOnKnownBase = counting.denominator === null || counting.denominator === "inhabitants";
  return isCounted && isOnKnownBase && numeratorUnit !== "cent" ? "byar" : null;
}

/**
 * Whether chance alone can explain that a figure is another than one of another period or place.
 *
 * Shares by Newcombe's interval for their difference. Of two counts, the part that the first has of both is laid
 * beside the part that its base would give it.
 *
 * @returns null where no interval tells
 * @source  Newcombe (1998); Przyborowski and Wilenski (1940), Biometrika 31: 313–323
 */
export function canBeChance(indicator: Indicator, first: Counted, second: Counted): boolean | null {
  if (chanceInterval(indicator, first) === null || chanceInterval(indicator, second) === null) return null;
  if (chanceMethod(indicator) === "wilson") {
    const [low, high] = differenceInterval(trialsOf(first), trialsOf(second));
    return low <= 0 && high >= 0;
  }
  const both = first.numerator! + second.numerator!;
  if (both === 0) return true;
  const base = (one: Counted) => (indicator.counting.denominator === null ? 1 : one.denominator!);
  const expected = base(first) / (base(first) + base(second));
  const [low, high] = wilsonInterval(first.numerator!, both, z95);
  return low <= expected && high >= expected;
}

function trialsOf({numerator, denominator}: Counted): {successes: number; trials: number} {
  return {successes: Math.min(numerator!, denominator!), trials: denominator!};
}
