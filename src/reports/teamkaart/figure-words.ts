import type {Indicator} from "../../indicators/indicator.ts";
import type {Figure} from "../figure.ts";
import {formatEurosRounded, formatNumber, formatPercent} from "../format.ts";
import {formatOf, nounOf} from "../units.ts";

/** A figure of which there is a value, with the people or trajecten behind it: "67 van de 470 trajecten (14,3 %)". */
export function figureWords({unit, counting, numeratorUnit, denominatorUnit}: Indicator, figure: Figure): string {
  const {value, numerator, denominator} = figure;
  if (value === null) return figure.missing ?? "geen";
  if (unit === "aandeel" && counting.isShareOfPeople && numerator !== null && denominator !== null) {
    const whole = counting.denominator === "inhabitants" ? "inwoners" : nounOf(denominatorUnit);
    return `${formatNumber(numerator)} van de ${formatNumber(denominator)} ${whole} (${formatPercent(value)})`;
  }
  if (unit === "cent" && counting.value === "numerator") return formatEurosRounded(value);
  if (unit === "cent")
    return `${formatOf(unit)(value)} per ${counting.denominator === "inhabitants" ? "inwoner" : "persoon"}`;
  if (counting.denominator === "inhabitants" && numerator !== null) {
    return `${formatNumber(numerator)} ${nounOf(numeratorUnit)}, ${formatOf(unit)(value)}`;
  }
  if (counting.value === "quantile" && denominator !== null) {
    return `${formatOf(unit)(value)} of langer, bij de helft van ${formatNumber(denominator)} ${nounOf(denominatorUnit)}`;
  }
  return formatOf(unit)(value);
}

/** The same without what stands behind it. */
export function valueWords({unit, counting}: Indicator, value: number): string {
  return unit === "cent" && counting.value === "numerator" ? formatEurosRounded(value) : formatOf(unit)(value);
}
