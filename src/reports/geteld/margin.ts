import type {Indicator} from "../../indicators/indicator.ts";
import {differenceInterval, wilsonInterval} from "../../statistics/proportion.ts";
import type {Figure} from "../figure.ts";
import {formatPercent, formatSpan} from "../format.ts";
import type {View} from "../view.ts";

/** A share with its margin, beside that of the year before: may the difference be chance? */
export interface Margin {
  readonly finding: string;
  readonly note: string;
  readonly rows: readonly MarginRow[];
}

export interface MarginRow {
  readonly label: string;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** "309 van 2.176 trajecten". */
  readonly counts: string;
  readonly isNow: boolean;
}

export interface MarginSide {
  readonly figure: Figure;
  readonly view: Pick<View, "from" | "to">;
}

/** null for what is no share of people: a sum of euros has no margin of chance, nor what can happen to one often. */
export function marginOf(indicator: Indicator, now: MarginSide, before: MarginSide): Margin | null {
  if (!indicator.counting.isShareOfPeople || indicator.unit !== "aandeel") return null;
  const rows = [rowOf(before, false), rowOf(now, true)];
  const [first, second] = rows;
  if (first == null || second == null) return null;
  const [low, high] = differenceInterval(countsOf(now.figure), countsOf(before.figure));
  const year = formatSpan(before.view.from, before.view.to);
  const isChance = low <= 0 && high >= 0;
  return {
    finding: isChance ? `Het verschil met ${year} kan toeval zijn` : `Het verschil met ${year} is meer dan toeval`,
    note: `${indicator.name}, met de marge van 95 %. Bij kleine aantallen is de marge groot.`,
    rows: [first, second],
  };
}

function rowOf({figure, view}: MarginSide, isNow: boolean): MarginRow | null {
  if (figure.value === null || !figure.denominator || figure.numerator === null) return null;
  const {successes, trials} = countsOf(figure);
  const [low, high] = wilsonInterval(successes, trials);
  return {
    label: formatSpan(view.from, view.to),
    share: successes / trials,
    low,
    high,
    counts: `${formatPercent(low)} tot ${formatPercent(high)}`,
    isNow,
  };
}

function countsOf({numerator, denominator}: Figure): {successes: number; trials: number} {
  return {successes: Math.min(numerator ?? 0, denominator ?? 1), trials: denominator ?? 1};
}
