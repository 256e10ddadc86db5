import {differenceInterval} from "../../statistics/difference-interval.ts";
import type {Figure} from "../figure.ts";
import {formatPercent, formatSignedDays, formatSignedPercent} from "../format.ts";

/** How a figure differs from the year before, in words. */
export interface Change {
  /** "+7,2 %". */
  readonly text: string;
  /** The same as a number: a share of the year before, or days. */
  readonly amount: number;
  /** Goes against what was meant, so it is drawn in ochre. */
  readonly isAttention: boolean;
  readonly direction: "meer" | "minder" | "gelijk";
}

/** The change of a sum or a count, relative to the year before. */
export function relativeChange(now: Figure, before: Figure | null, isMoreAttention: boolean): Change | null {
  if (now.value === null || before === null || before.value === null || before.value <= 0) return null;
  const share = now.value / before.value - 1;
  const direction = share >= 0.005 ? "meer" : share <= -0.005 ? "minder" : "gelijk";
  return {
    text: formatSignedPercent(share),
    amount: share,
    isAttention: isMoreAttention && direction === "meer",
    direction,
  };
}

/** The change of a number of days. */
export function daysChange(now: Figure, before: Figure | null): Change | null {
  if (now.value === null || before === null || before.value === null) return null;
  const days = Math.round(now.value) - Math.round(before.value);
  const direction = days > 0 ? "meer" : days < 0 ? "minder" : "gelijk";
  return {
    text: days === 0 ? "gelijk" : formatSignedDays(days),
    amount: days,
    isAttention: direction === "meer",
    direction,
  };
}

/** What a difference of two shares says: chance alone may be enough to explain it. */
export type ShareVerdict = "toeval" | "meer" | "minder" | "onbekend";

export function shareVerdict(now: Figure, before: Figure | null): ShareVerdict {
  const first = countsOf(now);
  const second = before === null ? null : countsOf(before);
  if (first === null || second === null) return "onbekend";
  const [low, high] = differenceInterval(first, second);
  return low > 0 ? "meer" : high < 0 ? "minder" : "toeval";
}

/** "(was 13,9 %)", or why that is not known. */
export function wasWords(before: Figure | null): string {
  if (before === null || before.value === null) return "";
  return `(was\u00a0${formatPercent(before.value)})`;
}

function countsOf({value, numerator, denominator}: Figure): {successes: number; trials: number} | null {
  if (value === null || numerator === null || denominator === null || denominator < 1) return null;
  return {successes: Math.min(numerator, denominator), trials: denominator};
}
