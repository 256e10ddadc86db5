import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import type {IsoDate} from "../standards/calendar.ts";
import type {DimensionName} from "./question.ts";

export const directions = ["lager", "hoger", "beide kanten", "onbekend"] as const;

/** The five of the analysis model. */
export const analysisDimensions = [
  "inrichting",
  "professional",
  "cliënt en kwaliteit",
  "organisatie",
  "inkoop",
] as const;

/** Four depths of the same figures. */
export const levels = ["raad", "bestuur", "team", "professional"] as const;

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
  /** What the numerator counts; of a quantile it is the sum, of an hhi what the largest has. */
  readonly numeratorUnit: CountUnit;
  /** What the denominator counts; null: the figure is a count or a sum. */
  readonly denominatorUnit: CountUnit | null;
  /** Which way is better. "beide kanten": too low and too high are both bad; "onbekend": nobody can say. */
  readonly direction: (typeof directions)[number];
  /** Of the five of the analysis model. */
  readonly dimension: (typeof analysisDimensions)[number];
  /** Who steers by it first. */
  readonly level: (typeof levels)[number];
  /** The law, standard or publication it rests on. */
  readonly source: string;
  /** The CBS figure it can be laid beside; null: there is none. */
  readonly counterpart: string | null;
  /** Who decides on the definition. */
  readonly owner: string;
  /** Who looks whether the definition still holds, not being the owner alone. */
  readonly checker: string;
  /** The day by which the checker looks at it again. */
  readonly nextReview: IsoDate;
  readonly version: number;
  readonly history: readonly Change[];
  /** The Berichten it is counted from: "323"; empty: it is counted from tables that the gemeente gave beside them. */
  readonly messages: readonly string[];
  /**
   * On which of its days the help that a fact is about belongs to a period: there its Berichten are looked for. month: that
   * of the care; assigned: the first day it was assigned; valid: each day that its Toewijzing holds.
   */
  readonly moment: "begin" | "end" | "running" | "at-end" | "month" | "assigned" | "valid";
  /** So many months after a month its figure is known: 12 for what may happen within a year. */
  readonly knownAfterMonths: number;
  readonly counting: Counting;
  /** Values of the dimension `deel`: parts that cannot be put into one figure. Empty: the indicator has no parts. */
  readonly parts: readonly string[];
  /** The dimensions by which the denominator is known, where it is not by all: by another there is no figure. */
  readonly denominatorBy?: readonly DimensionName[];
  /** Gives the facts: the text of the .sql file in the same folder. */
  readonly sql: string;
  /** A gemeente added it itself; absent: it is one of ours. */
  readonly isLocal?: true;
}

export interface Change {
  readonly version: number;
  readonly date: IsoDate;
  readonly change: string;
}

/**
 * What a value is in, with the decimals that a reader is given. Cents also for cents per client or inhabitant; "aandeel"
 * runs from 0 to 1; "hhi" from 0 to 10,000, where 10,000 is all with one.
 */
export const unitDecimals = {
  cent: 0,
  "cent per uur": 2,
  personen: 0,
  huishoudens: 0,
  trajecten: 0,
  toewijzingen: 0,
  aanbieders: 0,
  praktijken: 0,
  producten: 0,
  "per 100 cliënten": 1,
  "per 1000 cliënten": 1,
  "per 1000 inwoners": 1,
  "cliënten per medewerker": 1,
  dagen: 0,
  uren: 1,
  aandeel: 1,
  hhi: 0,
} as const;

export type Unit = keyof typeof unitDecimals;

export const units = Object.keys(unitDecimals) as readonly Unit[];

export const countUnits = [
  "cent",
  "personen",
  "huishoudens",
  "inwoners",
  "trajecten",
  "toewijzingen",
  "aanbieders",
  "praktijken",
  "producten",
  "dagen",
  "uren",
  "medewerkers",
  "wachttijden",
  "wachtenden",
  "plaatsen",
  "berichten",
  "verzoeken",
  "declaraties",
  "declaratieregels",
  "antwoorden",
  "vragenlijsten",
] as const;

export type CountUnit = (typeof countUnits)[number];

/** How the facts that the SQL gives become a numerator, a denominator and a value. */
export interface Counting {
  /**
   * The periods a fact counts in: that of its `on_day`; each in which it runs; each at whose end it runs on; the one that
   * the fact names itself, in `period`, with its `on_day`.
   */
  readonly placing: "on-day" | "running" | "at-end" | "named";
  /**
   * What is counted of the facts in a cell:
   * - sum: the column `numerator`, summed
   * - facts: the facts; persons: their distinct clients; items: the distinct values of their column `item`, which holds
   *   what is counted beside people (an aanbieder, a practice, a household), null where there is none
   * - persons-with, items-with: the same, of the facts with a numerator above 0
   * - within-norm: the facts with a numerator of at most `norm`
   * - largest: the numerator of the `largest` items that have most of it
   */
  readonly numerator: "sum" | "facts" | "persons" | "items" | "persons-with" | "items-with" | "within-norm" | "largest";
  /**
   * sum: the column `denominator`, summed to a whole number; amount: the same, with its decimals (7,4 fte); whole: the
   * numerator of all items, and no item counts that has none of it; null: the figure is a count or a sum.
   */
  readonly denominator: "sum" | "amount" | "facts" | "persons" | "items" | "inhabitants" | "whole" | null;
  /**
   * hhi is the Herfindahl–Hirschman index: the squared shares of all items in the whole, from 0 to 10,000, in whole points.
   */
  readonly value: "numerator" | "ratio" | "quantile" | "hhi";
  /** A ratio is given per so many. */
  readonly per: number;
  /** A denominator below this gives no value: chance would speak louder than care. 0: always a value. */
  readonly minimumBase: number;
  /** The numerator is a part of the people in the denominator, so a small numerator is as telling as a small cell. */
  readonly isShareOfPeople: boolean;
  /**
   * The numerator is a part of what the facts hold (lines, Berichten): of it too the door is told how many people have any.
   * It is no share of people, for one person can have many.
   */
  readonly isShareOfFacts: boolean;
  /**
   * Who is in a cell, for the door: the distinct clients of its facts; or, where someone told us counts and no clients
   * (answers to a questionnaire), the sum of the column `people`.
   */
  readonly persons: "distinct" | "told";
  /** 0.5 for the median; null: the value is no quantile. */
  readonly quantile: number | null;
  /** null: the numerator knows no norm. */
  readonly norm: number | null;
  /** null: the numerator is not about the largest items. */
  readonly largest: number | null;
  /** Only inhabitants of these leeftijdsgroepen are in the denominator; null: all. */
  readonly inhabitantAges: readonly string[] | null;
}

/** Whether the door is told how many people are in the numerator, beside how many there are. */
export function tellsPart({isShareOfPeople, isShareOfFacts}: Counting): boolean {
  return isShareOfPeople || isShareOfFacts;
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
  isShareOfFacts: false,
  persons: "distinct",
  quantile: null,
  norm: null,
  largest: null,
  inhabitantAges: null,
};

export const factsOnDay: Counting = {...sumOnDay, numerator: "facts"};

export const factsAtEnd: Counting = {...factsOnDay, placing: "at-end"};

export const personsInPeriod: Counting = {...sumOnDay, placing: "named", numerator: "persons"};

export const itemsOnDay: Counting = {...sumOnDay, numerator: "items"};

export const personsPerInhabitant: Counting = {
  ...personsInPeriod,
  denominator: "inhabitants",
  value: "ratio",
  per: 1000,
  minimumBase,
};

export const sumPerPerson: Counting = {...sumOnDay, denominator: "persons", value: "ratio"};

/** Facts with a numerator of 0 say who could have had one; whoever has one is told to the door. */
export const sumPer100Persons: Counting = {...sumPerPerson, per: 100, minimumBase, isShareOfPeople: true};

export const sumPerInhabitant: Counting = {...sumOnDay, denominator: "inhabitants", value: "ratio", minimumBase};

/** Quantile of the column `numerator`; its sum and the number of facts travel along. */
export function quantileOnDay(quantile: number): Counting {
  return {...sumOnDay, denominator: "facts", value: "quantile", quantile};
}

export const medianOnDay: Counting = quantileOnDay(0.5);

/** Both columns summed and divided. */
export const shareOfSums: Counting = {...sumOnDay, denominator: "sum", value: "ratio"};

/** Of which a few lines or Berichten tell of a few people. */
export const shareOfFacts: Counting = {...shareOfSums, isShareOfFacts: true};

export const shareOfPeople: Counting = {...shareOfSums, minimumBase, isShareOfPeople: true};

/** The distinct people with a numerator, of all distinct people: whoever has three facts counts once. */
export const shareOfPersons: Counting = {
  ...shareOfPeople,
  placing: "named",
  numerator: "persons-with",
  denominator: "persons",
};

/** The distinct items, as households, with a numerator, of all items. */
export const shareOfItems: Counting = {...shareOfPersons, numerator: "items-with", denominator: "items"};

/** The facts about people of which the numerator is at most a norm, of all facts. */
export function shareWithin(norm: number): Counting {
  return {...shareOfPeople, numerator: "within-norm", denominator: "facts", norm};
}

/** A share of people of whom someone told us counts: `numerator` of `denominator` answered so, and `people` answered. */
export const shareOfTold: Counting = {...shareOfPeople, persons: "told"};

/** The part of the numerator that the largest items have. */
export function shareOfLargest(largest: number): Counting {
  return {...sumOnDay, numerator: "largest", denominator: "whole", value: "ratio", largest};
}

/** How much of the numerator is with few items; what the largest has and the whole travel along. */
export const concentration: Counting = {...shareOfLargest(1), value: "hhi"};

/** The .sql file beside a module: `sqlBeside(import.meta.url)`. */
export function sqlBeside(moduleUrl: string): string {
  return readFileSync(fileURLToPath(moduleUrl).replace(/\.[jt]s$/, ".sql"), "utf8");
}
