import {differenceInterval} from "../../statistics/difference-interval.ts";
import type {Figure} from "../figure.ts";
import {formatList} from "../format.ts";
import type {SplitName} from "../view.ts";

/** A part of the care with its two results. */
export interface ResultRow {
  readonly code: string;
  readonly name: string;
  readonly early: Figure;
  readonly returning: Figure;
}

/**
 * Limits of 99.8 %, as in a funnel plot: a dozen parts are looked at together, and at 95 % one of them in twenty would
 * stand out by chance.
 */
const funnelZ = 3.09;

/** Fewer than this many left to compare with says nothing. */
const smallestRest = 50;

/**
 * Splits whose parts may be set beside each other. Aanbieders, teams and verwijzers have clients of their own kind;
 * they are compared with their like, elsewhere.
 */
const plurals: Partial<Record<SplitName, string>> = {wijk: "wijken", buurt: "buurten"};

/** Where help goes better or worse than in the rest, by more than chance; null where that cannot be asked. */
export function differenceWords(rows: readonly ResultRow[], total: ResultRow, splitBy: SplitName): string | null {
  if (plurals[splitBy] === undefined) return null;
  const named = rows.filter((row) => row.code !== "onbekend");
  const early = sidesOf(named, total, (row) => row.early);
  const returning = sidesOf(named, total, (row) => row.returning);
  if (Math.max(early.compared, returning.compared) < 2) return null;
  const sentences = [
    placeSentence(early.lower, (isOne) => `stopt hulp minder vaak te vroeg dan ${elsewhere(isOne)}`),
    placeSentence(early.higher, (isOne) => `stopt hulp vaker te vroeg dan ${elsewhere(isOne)}`),
    placeSentence(returning.lower, (isOne) => `komen mensen minder vaak terug dan ${elsewhere(isOne)}`),
    placeSentence(returning.higher, (isOne) => `komen mensen vaker terug dan ${elsewhere(isOne)}`),
  ].filter((sentence) => sentence !== null);
  if (sentences.length === 0) return `De verschillen in resultaat tussen deze ${plurals[splitBy]} kunnen toeval zijn.`;
  return `${sentences.join(" ")} Dat is meer dan toeval. Het zegt niet wat de oorzaak is.`;
}

interface Sides {
  readonly lower: readonly string[];
  readonly higher: readonly string[];
  readonly compared: number;
}

/** Each part against all the others together. */
function sidesOf(rows: readonly ResultRow[], total: ResultRow, figureOf: (row: ResultRow) => Figure): Sides {
  const whole = countsOf(figureOf(total));
  const lower: string[] = [];
  const higher: string[] = [];
  let compared = 0;
  for (const row of rows) {
    const own = countsOf(figureOf(row));
    if (whole === null || own === null) continue;
    const rest = {successes: whole.successes - own.successes, trials: whole.trials - own.trials};
    if (rest.trials < smallestRest || rest.successes < 0 || rest.successes > rest.trials) continue;
    compared += 1;
    const [low, high] = differenceInterval(own, rest, funnelZ);
    if (low > 0) higher.push(row.name);
    if (high < 0) lower.push(row.name);
  }
  return {lower, higher, compared};
}

function countsOf({value, numerator, denominator}: Figure): {successes: number; trials: number} | null {
  if (value === null || numerator === null || denominator === null || denominator < 1) return null;
  return {successes: numerator, trials: denominator};
}

function placeSentence(names: readonly string[], words: (isOne: boolean) => string): string | null {
  return names.length === 0 ? null : `In ${formatList(names)} ${words(names.length === 1)}.`;
}

function elsewhere(isOne: boolean): string {
  return isOne ? "in de rest" : "elders";
}
