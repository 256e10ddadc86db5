import {UserError} from "../../errors.ts";
import {type Unit, unitDecimals} from "../../indicators/indicator.ts";

/** How people write a norm in the unit of a figure. */
interface NormWords {
  /** How it is asked for: "in procenten". */
  readonly inWords: string;
  readonly example: string;
  /** What one of what is written is in the unit of the figure: a euro is 100 cents. */
  readonly scale: number;
  /** The highest that can be; null: there is no end to it. */
  readonly most: {readonly value: number; readonly words: string} | null;
  /** What may stand behind the number. */
  readonly behind: RegExp;
}

const nothing = /^$/;

function count(inWords: string, behind: RegExp, example = "25"): NormWords {
  return {inWords, example, scale: 1, most: null, behind};
}

const norms: Readonly<Record<Unit, NormWords>> = {
  cent: {inWords: "in euro’s", example: "€ 1.250", scale: 100, most: null, behind: /^(?:euro)?$/i},
  "cent per uur": {
    inWords: "in euro’s per uur",
    example: "€ 62,50",
    scale: 100,
    most: null,
    behind: /^(?:euro)? ?(?:per uur)?$/i,
  },
  personen: count("in aantal mensen", /^(?:mensen|personen)?$/i),
  huishoudens: count("in aantal huishoudens", /^(?:huishoudens?)?$/i),
  trajecten: count("in aantal trajecten", /^(?:trajecten)?$/i),
  toewijzingen: count("in aantal toewijzingen", /^(?:toewijzingen)?$/i),
  aanbieders: count("in aantal aanbieders", /^(?:aanbieders?)?$/i),
  praktijken: count("in aantal praktijken", /^(?:praktijken|praktijk)?$/i),
  producten: count("in aantal producten", /^(?:producten|product)?$/i),
  "per 100 cliënten": count("per 100 cliënten", /^(?:per 100 cliënten)?$/i, "12,5"),
  "per 1000 cliënten": count("per 1.000 cliënten", /^(?:per 1\.?000 cliënten)?$/i, "12,5"),
  "per 1000 inwoners": count("per 1.000 inwoners", /^(?:per 1\.?000 inwoners)?$/i, "12,5"),
  "cliënten per medewerker": count("in cliënten per medewerker", /^(?:cliënten(?: per medewerker)?)?$/i, "12,5"),
  dagen: count("in dagen", /^(?:dagen|dag)?$/i, "42"),
  uren: count("in uren", /^(?:uren|uur)?$/i, "12,5"),
  aandeel: {
    inWords: "in procenten",
    example: "12,5 %",
    scale: 0.01,
    most: {value: 100, words: "100 %"},
    behind: /^%?$/,
  },
  hhi: {
    inWords: "van 0 tot en met 10.000",
    example: "1.800",
    scale: 1,
    most: {value: 10_000, words: "10.000"},
    behind: nothing,
  },
};

/** How a norm for a figure in this unit is asked for: "in procenten. Bijvoorbeeld: 12,5 %". */
export function normHint(unit: Unit): string {
  const {inWords, example} = norms[unit];
  return `${inWords}. Bijvoorbeeld: ${example}`;
}

/** More than any figure of a gemeente. */
const largest = 1e12;

/**
 * Reads a norm as people write it: "12,5 %", "€ 1.250", "42 dagen".
 *
 * @returns in the unit of the figure: 0.125, 125000, 42
 * @throws UserError  one Dutch line: it is no number, or none that this figure can have
 */
export function readNorm(text: string, unit: Unit): number {
  const {inWords, example, scale, most, behind} = norms[unit];
  const clean = text.replaceAll(/\s+/g, " ").trim();
  const asked = `Schrijf de grens als getal, ${inWords}. Bijvoorbeeld: ${example}`;
  if (clean === "") throw new UserError(`De grens ontbreekt. ${asked}`);
  const isMoney = unit === "cent" || unit === "cent per uur";
  const [, euro = "", number, rest = ""] = /^(€ ?)?(-?[\d.,]+) ?(.*)$/.exec(clean.replace("\u2212", "-")) ?? [];
  const value = number === undefined ? null : readDutch(number);
  if (value === null || (euro !== "" && !isMoney) || !behind.test(rest)) {
    throw new UserError(`'${clean.slice(0, 30)}' is geen grens die wij kunnen lezen. ${asked}`);
  }
  if (value < 0) throw new UserError(`De grens kan niet onder nul liggen. ${asked}`);
  if (most !== null && value > most.value) {
    throw new UserError(`De grens kan niet boven ${most.words} liggen. ${asked}`);
  }
  // A norm finer than the figure is shown would say that what looks the same is above it, or below.
  const decimals = unitDecimals[unit];
  const given = number!.split(",")[1]?.length ?? 0;
  if (given > decimals) {
    const words = decimals === 0 ? "zonder cijfers achter de komma" : `met hooguit ${decimals} achter de komma`;
    throw new UserError(`Dit cijfer tonen wij ${words}. Schrijf de grens ook zo. Bijvoorbeeld: ${example}`);
  }
  if (value > largest) throw new UserError(`Deze grens is te groot. ${asked}`);
  // Multiplied, 12,5 % would be 0.12500000000000003 for some shares; divided it is the number that is nearest.
  return scale < 1 ? value / Math.round(1 / scale) : Math.round(value * scale * 1e6) / 1e6;
}

/** "1.250,5" is 1250.5. A dot that separates no thousands may be meant as a comma or not, so it is not guessed. */
function readDutch(text: string): number | null {
  if (!/^-?(?:\d{1,15}|\d{1,3}(?:\.\d{3}){1,4})(?:,\d{1,6})?$/.test(text)) return null;
  return Number(text.replaceAll(".", "").replace(",", "."));
}
