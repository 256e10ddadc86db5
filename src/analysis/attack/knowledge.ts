import type {Counting, Indicator} from "../../indicators/indicator.ts";
import type {DimensionName, Filter, PeriodGrain, Question} from "../../indicators/question.ts";
import {type Month, monthRange} from "../../standards/calendar.ts";
import type {DisclosedRow, DisclosedSeries} from "../disclose.ts";
import type {Published} from "../disclosure/attack.ts";
import type {Equation} from "../disclosure/cells.ts";
import {depthsWithin, pathsFor} from "../hiding/paths.ts";
import {windowsOf} from "../hiding/units.ts";

/** The part of the figures that is attacked: one indicator, split, over some months. */
export interface Target {
  readonly indicator: Indicator;
  readonly gemeenteCode: string;
  readonly knownOn: string;
  readonly from: Month;
  readonly to: Month;
  readonly dimensions: readonly DimensionName[];
  /** The part of an indicator that has parts. */
  readonly part: readonly Filter[];
}

/** The numbers of a row of an answer. */
export const numberNames = ["numerator", "denominator", "persons"] as const;

export type NumberName = (typeof numberNames)[number];

/** What a reader was told of one cell, whatever the question was. */
export interface KnownCell {
  readonly key: Readonly<Partial<Record<DimensionName, string>>>;
  readonly from: Month;
  readonly to: Month;
  readonly isHidden: boolean;
  readonly row: DisclosedRow;
}

/**
 * All that a reader would ask who wants to know more: each split and what it is a part of, by month, quarter, year and as
 * a total of every length from the first month on; and the same narrowed to one code after another.
 *
 * @param codes  of the first dimension; the split is asked again within each of them
 */
export function questionsOf(target: Target, codes: readonly string[]): Question[] {
  const {dimensions} = target;
  const months = monthRange(target.from, target.to);
  const splits = splitsOf(dimensions);
  const [first, ...others] = dimensions;
  const asked = splits.flatMap((split) => [
    ...(["maand", "kwartaal", "jaar"] as const).map((grain) => questionOf(target, split, grain)),
    ...months.slice(1).map((to) => ({...questionOf(target, split, "totaal"), to})),
  ]);
  const narrowed = codes.flatMap((value) =>
    (["maand", "totaal"] as const).map((grain) => ({
      ...questionOf(target, others, grain),
      where: [...target.part, {dimension: first!, value}],
    })),
  );
  return [...asked, ...narrowed];
}

/** The split itself, and every split that it is a finer one of: a wijk also within its team, and the team alone. */
export function splitsOf(dimensions: readonly DimensionName[]): DimensionName[][] {
  const paths = pathsFor({dimensions, where: []});
  const whole = depthsWithin(paths.map((path) => path.length)).map((depths) =>
    paths.flatMap((path, chain) => path.slice(0, depths[chain])),
  );
  const alone = [[], ...dimensions.map((one) => [one]), [...dimensions]];
  const byName = new Map([...whole, ...alone].map((split) => [nameOfSplit(split), split]));
  return [...byName.values()];
}

/** The finest split: what every other answer is a sum of. */
export function finestOf(dimensions: readonly DimensionName[]): DimensionName[] {
  return pathsFor({dimensions, where: []}).flat();
}

/** What the answers say together. Where one says what another hides, it is known. */
export function knownFrom(answers: readonly DisclosedSeries[]): KnownCell[] {
  const cells = new Map<string, KnownCell>();
  for (const {question, rows} of answers) {
    const windows = windowsOf(question.from, question.to, question.grain);
    for (const row of rows) {
      const {from, to} = windows.get(row.period)!;
      const narrowed = question.where.map(({dimension, value}) => [dimension, value]);
      const cell = {key: {...row.key, ...Object.fromEntries(narrowed)}, from, to, isHidden: row.isHidden, row};
      const name = nameOf(cell);
      const known = cells.get(name);
      if (known === undefined || known.isHidden) cells.set(name, cell);
    }
  }
  return [...cells.values()];
}

/** A system of sums with, for each cell of it, which known cell it is; null: it stands for a difference. */
export interface Sums {
  readonly published: Published;
  readonly cellOf: readonly (KnownCell | null)[];
}

/** How numbers of parts hang together with that of the whole. */
type Tie = "sum" | "union" | "last" | null;

/**
 * What hangs together with what, for one number of the rows; null: nothing follows from anything.
 *
 * People who are in two parts count once in the whole: of those a reader knows that the whole is at least each part and at
 * most all parts together.
 *
 * @param isLoose    whether people are taken to be in two parts of a split now and then
 * @param roundedTo  what the numbers were rounded to; 0: they are exact
 */
export function sumsOf(
  cells: readonly KnownCell[],
  {indicator, dimensions}: Target,
  number: NumberName,
  {isLoose, roundedTo}: {isLoose: boolean; roundedTo: number},
): Sums | null {
  const {overSplit, overTime} = tiesOf(indicator, dimensions, number, isLoose);
  if (overSplit === null && overTime === null) return null;
  const system = new System(cells.map((cell) => (cell.isHidden ? null : cell.row[number])));
  const finest = finestOf(dimensions).toSorted();
  const whole = nameOfSplit(finest);
  const bySpan = Map.groupBy(cells.keys(), (place) => spanOf(cells[place]!));
  const atoms = new Map(
    [...bySpan].map(([span, places]) => [
      span,
      places.filter((place) => nameOfSplit(keyNames(cells[place]!.key)) === whole),
    ]),
  );
  const months = Map.groupBy(
    [...cells.keys()].filter((place) => cells[place]!.from === cells[place]!.to),
    (place) => keyText(cells[place]!.key),
  );
  cells.forEach((cell, place) => {
    const names = keyNames(cell.key);
    if (nameOfSplit(names) !== whole) {
      const parts = (atoms.get(spanOf(cell)) ?? []).filter((atom) =>
        names.every((name) => cells[atom]!.key[name] === cell.key[name]),
      );
      system.tie(place, parts, overSplit);
    }
    if (cell.from !== cell.to) {
      const own = months.get(keyText(cell.key)) ?? [];
      const within = own.filter((month) => cells[month]!.from >= cell.from && cells[month]!.to <= cell.to);
      system.tie(
        place,
        overTime === "last" ? within.filter((month) => cells[month]!.to === cell.to) : within,
        overTime,
      );
    }
  });
  return {published: system.published(roundedTo), cellOf: [...cells, ...system.extra()]};
}

/** The numbers of an indicator that come from what was counted, each once: inhabitants are public already. */
export function numbersOf({counting}: Indicator): NumberName[] {
  const {numerator, denominator, persons} = counting;
  const hasDenominator = denominator !== null && denominator !== "inhabitants" && denominator !== "whole";
  const hasPersons = persons !== "distinct" || (numerator !== "persons" && denominator !== "persons");
  return numberNames.filter((name) => name === "numerator" || (name === "denominator" ? hasDenominator : hasPersons));
}

/** The number that says how many people a cell is about. */
export function peopleIn(indicator: Indicator): NumberName {
  if (numbersOf(indicator).includes("persons")) return "persons";
  return indicator.counting.denominator === "persons" ? "denominator" : "numerator";
}

/** Each person has one of each at a time. */
const ofPersons: ReadonlySet<DimensionName> = new Set(["team", "wijk", "buurt", "leeftijdsgroep", "geslacht"]);

function tiesOf(
  {counting}: Indicator,
  dimensions: readonly DimensionName[],
  number: NumberName,
  isLoose: boolean,
): {overSplit: Tie; overTime: Tie} {
  const kind = kindOf(counting, number);
  if (kind === null) return {overSplit: null, overTime: null};
  const isAtEnd = counting.placing === "at-end";
  const isOfPersons = kind === "people" && !isLoose && dimensions.every((name) => ofPersons.has(name));
  const overSplit = kind === "facts" || isOfPersons ? "sum" : "union";
  if (isAtEnd) return {overSplit, overTime: "last"};
  return {overSplit, overTime: kind === "facts" && counting.placing === "on-day" ? "sum" : "union"};
}

function kindOf({numerator, denominator, persons}: Counting, number: NumberName): "facts" | "people" | "items" | null {
  const counted = {numerator, denominator, persons: persons === "told" ? "facts" : "persons"}[number];
  switch (counted) {
    case "sum":
    case "amount":
    case "facts":
    case "within-norm":
      return "facts";
    case "persons":
    case "persons-with":
      return "people";
    case "items":
    case "items-with":
      return "items";
    default:
      return null;
  }
}

/** Cells and the sums between them, with cells added for differences that nobody publishes. */
class System {
  readonly #values: (number | null)[];
  readonly #equations: Equation[] = [];
  readonly #count: number;

  constructor(values: readonly (number | null)[]) {
    this.#values = [...values];
    this.#count = values.length;
  }

  tie(total: number, parts: readonly number[], tie: Tie): void {
    if (tie === null || (tie === "last" && parts.length !== 1)) return;
    if (tie !== "union" || parts.length < 2) {
      this.#equations.push({total, parts});
      return;
    }
    const together = this.#add();
    this.#equations.push({total: together, parts}, {total: together, parts: [total, this.#add()]});
    for (const part of parts) this.#equations.push({total, parts: [part, this.#add()]});
  }

  published(roundedTo: number): Published {
    const lowest = this.#values.some((value) => value !== null && value < 0) ? Number.NEGATIVE_INFINITY : 0;
    return {cells: this.#values.map((value) => ({value})), equations: this.#equations, lowest, roundedTo};
  }

  extra(): null[] {
    return new Array<null>(this.#values.length - this.#count).fill(null);
  }

  #add(): number {
    return this.#values.push(null) - 1;
  }
}

function questionOf(target: Target, dimensions: readonly DimensionName[], grain: PeriodGrain): Question {
  const {indicator, gemeenteCode, knownOn, from, to, part} = target;
  return {indicator: indicator.id, gemeenteCode, knownOn, from, to, dimensions, grain, where: part};
}

export function nameOf(cell: Pick<KnownCell, "key" | "from" | "to">): string {
  return `${spanOf(cell)} ${keyText(cell.key)}`;
}

function spanOf({from, to}: Pick<KnownCell, "from" | "to">): string {
  return `${from}/${to}`;
}

function keyText(key: KnownCell["key"]): string {
  return JSON.stringify(keyNames(key).map((name) => [name, key[name]]));
}

function keyNames(key: KnownCell["key"]): DimensionName[] {
  return (Object.keys(key) as DimensionName[]).filter((name) => name !== "deel").sort();
}

function nameOfSplit(split: readonly DimensionName[]): string {
  return [...split].sort().join(" ");
}
