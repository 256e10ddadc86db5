import type {Reader} from "../src/access/reader.ts";
import {ask} from "../src/analysis/ask.ts";
import {isFew} from "../src/analysis/recognisable.ts";
import type {Database} from "../src/database/database.ts";
import {readDataState} from "../src/database/derive/state.ts";
import {catalogue} from "../src/indicators/catalogue.ts";
import {measureTogether} from "../src/indicators/measure.ts";
import type {DimensionName, Question} from "../src/indicators/question.ts";
import type {Series} from "../src/indicators/series.ts";

// Several figures can tell the same numbers: shares of the same people each tell how many these are. Who lays them beside
// each other reads a number wherever one of them shows it, and knows the few that none does by what they add up to.

/** A number that a figure tells of each part, and where it hides it. */
interface Told {
  readonly indicator: string;
  readonly numbers: ReadonlyMap<string, number>;
  /** Of how many people each of the numbers is. */
  readonly people: ReadonlyMap<string, number>;
  readonly hidden: ReadonlySet<string>;
  /** Whether it hides what they add up to. */
  readonly isSumHidden: boolean;
}

export interface SameNumbers {
  /** How often several figures told the same numbers and one of them hid some. */
  readonly families: number;
  /** What follows all the same, in words. */
  readonly derived: readonly string[];
}

/** Of every split and stretch of months: what several figures about the same numbers tell together. */
export async function attackSameNumbers(
  database: Database,
  reader: Reader,
  asked: Pick<Question, "gemeenteCode" | "knownOn">,
  splits: readonly DimensionName[],
  stretches: readonly (readonly [from: string, to: string])[],
): Promise<SameNumbers> {
  const derived: string[] = [];
  let families = 0;
  for (const split of splits) {
    for (const [from, to] of stretches) {
      const questions = catalogue
        .filter(({parts}) => parts.length === 0)
        .map(
          ({id}): Question => ({...asked, indicator: id, from, to, dimensions: [split], grain: "totaal", where: []}),
        );
      const told: Told[] = [];
      for (const series of await measureTogether(database, questions, await readDataState(database))) {
        told.push(...(await numbersOf(database, reader, series, split)));
      }
      for (const family of Map.groupBy(told, nameOfNumbers).values()) {
        if (new Set(family.map(({indicator}) => indicator)).size < 2) continue;
        if (family.every(({hidden}) => hidden.size === 0)) continue;
        families += 1;
        const [{numbers, people}] = family as [Told, ...Told[]];
        const unknown = [...numbers.keys()].filter((part) => family.every(({hidden}) => hidden.has(part)));
        const together = unknown.reduce((sum, part) => sum + people.get(part)!, 0);
        if (isFew(together) && family.some(({isSumHidden}) => !isSumHidden)) {
          derived.push(`${split} ${from} ${to}: ${unknown.join(", ")} of ${family.map(({indicator}) => indicator)}`);
        }
      }
    }
  }
  return {families, derived};
}

async function numbersOf(
  database: Database,
  reader: Reader,
  {question, rows}: Series,
  split: DimensionName,
): Promise<readonly Told[]> {
  const answer = await ask(database, question, reader);
  const whole = await ask(database, {...question, dimensions: []}, reader);
  const isSumHidden = whole.rows.some(({isHidden}) => isHidden);
  const hidden = new Set(answer.rows.flatMap(({key, isHidden}) => (isHidden ? [key[split]!] : [])));
  const numbersBy = (numberOf: (row: (typeof rows)[number]) => number | null) =>
    new Map(rows.flatMap((row) => (numberOf(row) ? [[row.key[split]!, numberOf(row)!] as const] : [])));
  const persons = numbersBy((row) => row.persons);
  return (
    [
      [numbersBy((row) => row.numerator), numbersBy((row) => row.numeratorPersons ?? row.persons)],
      [numbersBy((row) => row.denominator), persons],
      [persons, persons],
    ] as const
  ).flatMap(([numbers, people]) =>
    numbers.size > 2 ? [{indicator: question.indicator, numbers, people, hidden, isSumHidden}] : [],
  );
}

function nameOfNumbers({numbers}: Told): string {
  return JSON.stringify([...numbers].sort());
}
