import type {Unit} from "../indicators/indicator.ts";
import {quantile} from "../statistics/quantile.ts";

/** The figure of one over the years, in the band where its like were. */
export interface Course {
  readonly heading: string;
  readonly note: string;
  readonly years: readonly CourseYear[];
  readonly unit: Unit;
  readonly ownName: string;
}

export interface CourseYear {
  readonly year: string;
  /** null: hidden, too few, or not known. */
  readonly own: number | null;
  /** null: too few of the others have a figure. */
  readonly others: Band | null;
}

/** Where the others were: a tenth below the first, half below the middle. */
export interface Band {
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
}

/**
 * @param fewest  with fewer values there is no band
 */
export function bandOf(values: readonly number[], fewest: number): Band | null {
  if (values.length < fewest) return null;
  const at = (part: number) => quantile(values, part);
  return {p10: at(0.1), p25: at(0.25), p50: at(0.5), p75: at(0.75), p90: at(0.9)};
}
