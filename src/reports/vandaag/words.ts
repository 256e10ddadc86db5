import type {SignalPlace} from "../../analysis/signals/signal.ts";
import type {ToldSignal} from "../../collaboration/signaal/signaal.ts";
import type {Indicator} from "../../indicators/indicator.ts";
import {formatEurosRounded, formatNumber, formatSpan} from "../format.ts";
import type {Sources} from "../sources.ts";
import {formatOf} from "../units.ts";

/** What the words of a signal are made from. */
export interface SignalInput {
  readonly sources: Sources;
  readonly signal: ToldSignal;
  readonly indicator: Indicator;
}

export interface SignalWords {
  readonly title: string;
  readonly line: string;
  readonly course: readonly (number | null)[];
}

/** "Wijkteam Noord", "Heuveldam". */
export function nameOf({names, place}: Sources, {kind, unit}: Pick<SignalPlace, "kind" | "unit">): string {
  return kind === "gemeente" ? place.name : names.nameOf(kind, unit);
}

/** "Jeugdwet, okt 2025 t/m sep 2026". */
export function aboutWords({question, place: {wet}}: ToldSignal): string {
  const span = formatSpan(question.from, question.to);
  return wet === null ? span : `${wet}, ${span}`;
}

/** A name within a sentence: only an abbreviation keeps its capitals. */
export function inSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? `${name[0]!.toLowerCase()}${name.slice(1)}` : name;
}

/** How a value is written after the name of its figure: what that says already ("per 1.000 inwoners") is left out. */
export function figureAfterName({name, unit}: Indicator): (value: number) => string {
  const format = formatOf(unit);
  return (value) => {
    const text = format(value);
    const [, number, rest] = /^(\S+) (per\s.*)$/.exec(text) ?? [];
    return number !== undefined && name.includes(rest!.replaceAll("\u00a0", " ")) ? number : text;
  };
}

/** "212 mensen, € 1,2 mln": what is not known or hidden is left out. */
export function stakeWords(persons: number | null, cents: number | null): string {
  return [
    ...(persons === null || persons === 0 ? [] : [`${formatNumber(persons)} mensen`]),
    ...(cents === null || cents === 0 ? [] : [formatEurosRounded(cents)]),
  ].join(", ");
}
