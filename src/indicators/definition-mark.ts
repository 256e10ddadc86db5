import {createHash} from "node:crypto";
import {composeCells} from "./compose.ts";
import type {Indicator} from "./indicator.ts";
import type {DimensionName, Question} from "./question.ts";

/** Which definition a figure was counted by. Where the marks of two figures differ, they can differ by their definition. */
export interface DefinitionStamp {
  readonly version: number;
  /** 12 hexadecimal digits over how it is counted. */
  readonly mark: string;
}

// By indicator, so that what a gemeente wrote itself is marked as well, when it is asked for.
const stamps = new WeakMap<Indicator, DefinitionStamp>();

export function definitionStamp(indicator: Indicator): DefinitionStamp {
  const known = stamps.get(indicator) ?? {version: indicator.version, mark: definitionMark(indicator)};
  stamps.set(indicator, known);
  return known;
}

/**
 * A mark over all that a figure is counted by: its SQL with every step below it and every split, and what is made of it.
 *
 * Layout and comments of the SQL, and the words for readers, do not count.
 */
export function definitionMark(indicator: Indicator): string {
  const {counting, parts, unit, numeratorUnit, denominatorUnit, denominatorBy = null} = indicator;
  // What a counting does not know is no part of it: another kind may bring a word that others leave empty.
  const told = Object.entries(counting).filter(([, value]) => value !== null && value !== false);
  const text = JSON.stringify([
    tokensOf(composeCells(indicator, markedQuestion).sql),
    told.sort(([a], [b]) => (a < b ? -1 : 1)),
    parts,
    unit,
    numeratorUnit,
    denominatorUnit,
    denominatorBy,
  ]);
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

// Written out, so that a split that comes later changes no mark of a figure that it does not change.
const markedSplits: readonly DimensionName[] = [
  "wet",
  "productgroep",
  "product",
  "aanbieder",
  "wijk",
  "buurt",
  "team",
  "verwijzer",
  "verwijzer-praktijk",
  "leeftijdsgroep",
  "geslacht",
];

const markedQuestion: Question = {
  indicator: "",
  gemeenteCode: "",
  dimensions: markedSplits,
  grain: "maand",
  from: "2025-01",
  to: "2025-01",
  where: [],
  knownOn: "2025-01-31",
};

const token = /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*'|"(?:[^"]|"")*"|[\w$.]+|\S/g;

/** The words and signs of a query, without comments and whatever stands between them. */
function tokensOf(sql: string): string {
  const tokens = sql.match(token) ?? [];
  return tokens.filter((one) => !one.startsWith("--") && !one.startsWith("/*")).join(" ");
}
