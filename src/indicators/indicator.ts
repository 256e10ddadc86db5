import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";

/** A figure of the catalogue: what it means, for a reader, and how its facts become numbers, for measure(). */
export interface Indicator {
  /** As in URLs and commands: "clienten-per-1000". */
  readonly id: string;
  readonly name: string;
  /** The question it answers, as a council member would ask it. */
  readonly question: string;
  readonly why: string;
  readonly definition: string;
  /** What a reader could wrongly conclude. */
  readonly doesNotSay: readonly string[];
  readonly unit: Unit;
  /** What the numerator counts; of a median it is the sum. */
  readonly numeratorUnit: CountUnit;
  /** What the denominator counts; null: the figure is a count or a sum. */
  readonly denominatorUnit: CountUnit | null;
  /** Which way is better. "beide kanten": too low and too high are both bad; "onbekend": nobody can say. */
  readonly direction: "lager" | "hoger" | "beide kanten" | "onbekend";
  /** Of the five of the analysis model. */
  readonly dimension: "inrichting" | "professional" | "cliënt en kwaliteit" | "organisatie" | "inkoop";
  /** Who steers by it first. */
  readonly level: "bestuur" | "beleid" | "uitvoering";
  /** The law, standard or publication it rests on. */
  readonly source: string;
  /** The CBS figure it can be laid beside; null: there is none. */
  readonly counterpart: string | null;
  /** Who decides on the definition. */
  readonly owner: string;
  readonly version: number;
  readonly history: readonly Change[];
  /** The Berichten it is counted from: "323". */
  readonly messages: readonly string[];
  readonly counting: Counting;
  /** Values of the dimension `deel`: parts that cannot be put into one figure. Empty: the indicator has no parts. */
  readonly parts: readonly string[];
  /** Gives the facts: the text of the .sql file in the same folder. */
  readonly sql: string;
}

export interface Change {
  readonly version: number;
  readonly date: string;
  readonly change: string;
}

/** What a value is in. Cents also for cents per client or inhabitant; "aandeel" runs from 0 to 1. */
export type Unit = "cent" | "personen" | "trajecten" | "per 1000 inwoners" | "dagen" | "aandeel";

export type CountUnit = "cent" | "personen" | "inwoners" | "trajecten" | "dagen" | "wachttijden" | "declaratieregels";

/** How the facts that the SQL gives become a numerator, a denominator and a value. */
export interface Counting {
  /**
   * The periods a fact counts in: that of its `on_day`; each in which it runs; each at whose end it runs on; the one that
   * the fact names itself, in `period`, with its `on_day`.
   */
  readonly placing: "on-day" | "running" | "at-end" | "named";
  /** The column `numerator` summed, the facts counted, or their distinct clients. */
  readonly numerator: "sum" | "facts" | "persons";
  readonly denominator: "sum" | "facts" | "persons" | "inhabitants" | null;
  readonly value: "numerator" | "ratio" | "median";
  /** A ratio is given per so many. */
  readonly per: number;
  /** A denominator below this gives no value: chance would speak louder than care. 0: always a value. */
  readonly minimumBase: number;
  /** The numerator is a part of the people in the denominator, so a small numerator is as telling as a small cell. */
  readonly isShareOfPeople: boolean;
}

/** The base below which a rate of people is not given. */
export const minimumBase = 50;

export const sumOnDay: Counting = {
  placing: "on-day",
  numerator: "sum",
  denominator: null,
  value: "numerator",
  per: 1,
  minimumBase: 0,
  isShareOfPeople: false,
};

export const factsOnDay: Counting = {...sumOnDay, numerator: "facts"};

export const factsAtEnd: Counting = {...factsOnDay, placing: "at-end"};

export const personsInPeriod: Counting = {...sumOnDay, placing: "named", numerator: "persons"};

export const personsPerInhabitant: Counting = {
  ...personsInPeriod,
  denominator: "inhabitants",
  value: "ratio",
  per: 1000,
  minimumBase,
};

export const sumPerPerson: Counting = {...sumOnDay, denominator: "persons", value: "ratio"};

export const sumPerInhabitant: Counting = {...sumOnDay, denominator: "inhabitants", value: "ratio", minimumBase};

/** Median of the column `numerator`; its sum and the number of facts travel along. */
export const medianOnDay: Counting = {...sumOnDay, denominator: "facts", value: "median"};

/** Both columns summed and divided. */
export const shareOfSums: Counting = {...sumOnDay, denominator: "sum", value: "ratio"};

export const shareOfPeople: Counting = {...shareOfSums, minimumBase, isShareOfPeople: true};

/** The .sql file beside a module: `sqlBeside(import.meta.url)`. */
export function sqlBeside(moduleUrl: string): string {
  return readFileSync(fileURLToPath(moduleUrl).replace(/\.[jt]s$/, ".sql"), "utf8");
}
