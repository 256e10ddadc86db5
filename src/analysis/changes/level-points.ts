import type {Indicator} from "../../indicators/indicator.ts";
import type {LevelCourse, LevelScale} from "../../statistics/level-changes.ts";
import {chanceMethod} from "../chance.ts";
import type {DisclosedRow} from "../disclose.ts";

/** By what chance makes of it. */
export function scaleOf(indicator: Indicator): LevelScale {
  const method = chanceMethod(indicator);
  return method === "wilson" ? "proportion" : method === "byar" ? "count" : "amount";
}

/**
 * A quarter of a figure, and how much stands behind it, also where one quarter alone is too little for a figure.
 *
 * @returns null: nothing was counted, or it is not known yet
 */
export function pointOf(row: DisclosedRow | null, {counting}: Indicator, scale: LevelScale): LevelCourse[number] {
  if (row === null || row.numerator === null || row.reason === "nog niet bekend") return null;
  const {numerator, denominator, persons, value} = row;
  // Who is in care at the end of a quarter mostly still is at the end of the next: no four times as many.
  const part = counting.placing === "on-day" ? 1 : 0.25;
  if (counting.value === "quantile") {
    if (value === null) return null;
    const size = denominator ?? 0;
    return {numerator: value * size, denominator: size, size: size * part};
  }
  if (counting.value === "ratio" && denominator === null) return null;
  if (scale === "proportion") {
    return {numerator: Math.min(numerator, denominator!), denominator: denominator!, size: denominator! * part};
  }
  return {
    numerator,
    denominator: denominator ?? 1,
    size: (scale === "count" ? numerator : (persons ?? 0)) * part,
  };
}
