import {type CountUnit, type Unit, unitDecimals} from "../indicators/indicator.ts";
import {formatDays, formatEuros, formatNumber, formatPercent} from "./format.ts";

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
  "cent per uur": (value) => `€\u00a0${formatNumber(value / 100, 2)} per\u00a0uur`,
  personen: counted("mensen"),
  huishoudens: counted("huishoudens", "huishouden"),
  trajecten: counted("trajecten"),
  toewijzingen: counted("toewijzingen"),
  aanbieders: counted("aanbieders", "aanbieder"),
  praktijken: counted("praktijken", "praktijk"),
  producten: counted("producten", "product"),
  "per 100 cliënten": rate("per 100 cliënten", "per\u00a0100\u00a0cliënten"),
  "per 1000 cliënten": rate("per 1000 cliënten", "per\u00a01.000\u00a0cliënten"),
  "per 1000 inwoners": rate("per 1000 inwoners", "per\u00a01.000\u00a0inwoners"),
  "cliënten per medewerker": rate("cliënten per medewerker", "cliënten per\u00a0medewerker"),
  dagen: formatDays,
  uren: (value) => `${formatNumber(value, 1)}\u00a0uur`,
  aandeel: (value) => formatPercent(value),
  hhi: (value) => `HHI\u00a0${formatNumber(value)}`,
};

function rate(unit: Unit, words: string): (value: number) => string {
  return (value) => `${formatNumber(value, unitDecimals[unit])} ${words}`;
}

function counted(many: string, one = many): (value: number) => string {
  return (value) => `${formatNumber(value)}\u00a0${value === 1 ? one : many}`;
}

const nouns: Readonly<Record<CountUnit, string>> = {
  cent: "euro",
  personen: "mensen",
  huishoudens: "huishoudens",
  inwoners: "inwoners",
  trajecten: "trajecten",
  toewijzingen: "toewijzingen",
  aanbieders: "aanbieders",
  praktijken: "praktijken",
  producten: "producten",
  dagen: "dagen",
  uren: "uren",
  medewerkers: "medewerkers",
  wachttijden: "wachttijden",
  wachtenden: "wachtenden",
  plaatsen: "plaatsen",
  berichten: "berichten",
  verzoeken: "verzoeken",
  declaraties: "declaraties",
  declaratieregels: "regels",
  antwoorden: "antwoorden",
  vragenlijsten: "vragenlijsten",
};
