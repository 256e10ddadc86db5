import type {Audience, Reader} from "../src/access/reader.ts";
import {localAdministrator} from "../src/access/reader.ts";
import {ask} from "../src/analysis/ask.ts";
import {findDerived} from "../src/analysis/disclosure/attack.ts";
import {isRecognisable} from "../src/analysis/recognisable.ts";
import type {Database} from "../src/database/database.ts";
import {findIndicator} from "../src/indicators/catalogue.ts";
import {measure} from "../src/indicators/measure.ts";
import type {DimensionName, Question} from "../src/indicators/question.ts";
import type {SeriesRow} from "../src/indicators/series.ts";
import {type Month, monthRange} from "../src/standards/calendar.ts";

/** Everything that one reader asks of one indicator, and from what the answers are put together. */
export interface Campaign {
  readonly indicator: string;
  readonly audience: Audience;
  readonly base: Pick<Question, "gemeenteCode" | "from" | "to" | "knownOn">;
  /** The finest split: every answer is a sum of its cells by month. */
  readonly finest: readonly DimensionName[];
  readonly questions: readonly Partial<Question>[];
  /** Who ask, and lay together what they got; absent: one who may see all. */
  readonly parts?: readonly Reader["within"][];
}

/**
 * Asks all questions and tries, with all answers at once, to tell the small cells that they hide: by linear programme, over
 * the cells of the finest split by month.
 *
 * @returns the small cells that follow, as "period codes", and how many were hidden
 */
export async function attackAnswers(
  database: Database,
  {indicator, audience, base, finest, questions, parts: within = [[]]}: Campaign,
): Promise<{readonly derived: readonly string[]; readonly hidden: number}> {
  const reader = {...localAdministrator, audience};
  const whole: Question = {...base, indicator, dimensions: finest, grain: "maand", where: []};
  const atoms = await ask(database, whole, reader);
  const cells: {value: number | null; name: string; isSmall: boolean}[] = [];
  const equations: {total: number; parts: number[]}[] = [];
  const smallIn = async (question: Question) =>
    new Set((await measure(database, question)).rows.filter(isRecognisable).map((row) => nameOf(question, row)));
  const smallAtoms = await smallIn(whole);
  for (const row of atoms.rows) {
    const name = nameOf(whole, row);
    cells.push({value: row.numerator, name, isSmall: smallAtoms.has(name)});
  }
  for (const [own, part] of within.flatMap((seen) => questions.map((one) => [seen, one] as const))) {
    const question: Question = {...whole, dimensions: [], ...part};
    const small = await smallIn(question);
    for (const row of (await ask(database, question, {...reader, within: own})).rows) {
      const months = new Set(monthsOf(question, row.period));
      const parts = atoms.rows.flatMap((atom, place) => {
        const isIn =
          months.has(atom.period) &&
          question.dimensions.every((name) => atom.key[name] === row.key[name]) &&
          question.where.every(({dimension, value}) => atom.key[dimension] === value) &&
          own.every(({dimension, values}) => values.includes(atom.key[dimension] ?? ""));
        return isIn ? [place] : [];
      });
      const name = nameOf(question, row);
      equations.push({total: cells.length, parts});
      cells.push({value: row.numerator, name, isSmall: small.has(name)});
    }
  }
  const step = findIndicator(indicator).numeratorUnit === "cent" ? 10_000 : 5;
  const roundedTo = audience === "openbaar" ? step : 0;
  const derived = await findDerived({cells, equations, lowest: 0, roundedTo});
  return {
    derived: derived.filter((place) => cells[place]!.isSmall).map((place) => cells[place]!.name),
    hidden: cells.filter(({value}) => value === null).length,
  };
}

function nameOf({dimensions, where}: Question, {key, period}: Pick<SeriesRow, "key" | "period">): string {
  return [period, ...dimensions.map((name) => key[name]), ...where.map(({value}) => value)].join(" ");
}

function monthsOf({from, to, grain}: Question, period: string): Month[] {
  const months = monthRange(from, to);
  if (grain === "totaal") return months;
  if (grain !== "kwartaal") return months.filter((month) => month.startsWith(period));
  return months.filter((month) => `${month.slice(0, 4)}-K${Math.ceil(Number(month.slice(5)) / 3)}` === period);
}
