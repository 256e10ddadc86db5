import type {CountUnit, Unit} from "../../indicators/indicator.ts";
import {formatDays, formatEuros, formatNumber, formatPercent} from "../format.ts";

/** How a value in this unit is written. */
export function formatOf(unit: Unit): (value: number) => string {
  return formats[unit];
}

/** What a count in this unit counts, in the plural: "trajecten". */
export function nounOf(unit: CountUnit | null): string {
  return unit === null ? "" : nouns[unit];
}

const formats: Readonly<Record<Unit, (value: number) => string>> = {
  cent: formatEuros,
  personen: (value) => `${formatNumber(value)}\u00a0mensen`,
  trajecten: (value) => `${formatNumber(value)}\u00a0trajecten`,
  "per 1000 inwoners": (value) => `${formatNumber(value, 1)} per\u00a01.000\u00a0inwoners`,
  dagen: formatDays,
  aandeel: (value) => formatPercent(value),
};

const nouns: Readonly<Record<CountUnit, string>> = {
  cent: "euro",
  personen: "mensen",
  inwoners: "inwoners",
  trajecten: "trajecten",
  dagen: "dagen",
  wachttijden: "wachttijden",
  declaratieregels: "regels",
};
