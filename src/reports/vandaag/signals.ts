import type {Reader} from "../../access/reader.ts";
import {askMany} from "../../analysis/ask.ts";
import {readLevels} from "../../analysis/changes/read-levels.ts";
import {unitKinds} from "../../analysis/peers/compare.ts";
import {kindsFor} from "../../analysis/peers/others.ts";
import type {SignalPlace, SignalRule} from "../../analysis/signals/signal.ts";
import {readSignals, type ToldSignal} from "../../collaboration/signaal/signaal.ts";
import {toMoment} from "../../database/moment.ts";
import {findIndicator, isIndicator} from "../../indicators/catalogue.ts";
import type {Indicator} from "../../indicators/indicator.ts";
import {hrefWith} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import {spiegelPath} from "../spiegel/paths.ts";
import {ceilingWords} from "./ceiling-words.ts";
import {firstQuestion} from "./first-question.ts";
import {normWords} from "./norm-words.ts";
import {peerWords} from "./peer-words.ts";
import {trendWords} from "./trend-words.ts";
import {type SignalInput, type SignalWords, stakeWords} from "./words.ts";

/** Something that stands out, in words and figures that its reader may see. */
export interface SignalItem {
  /** Name of the signal. */
  readonly signaal: string;
  /** When it was first told: "2026-11-27 08:00:00", UTC. */
  readonly eerstOp: string;
  readonly rule: SignalRule;
  /** The finding. */
  readonly title: string;
  /** How much it is, since when, and whether it may be chance. */
  readonly line: string;
  /** How many people and euros it is about. */
  readonly stake: string;
  readonly question: string;
  readonly href: string;
  /** For a small line; empty: there is none. */
  readonly course: readonly (number | null)[];
  /** By which signals are put in order. */
  readonly cents: number;
}

/**
 * What stands out in the part of the gemeente that a reader sees, most euros first.
 *
 * Which signals there are was found in the figures of all; what is told of one is asked again in the reader's own rights, and
 * what is hidden from him is left out.
 */
export async function signalsFor(sources: Sources): Promise<readonly SignalItem[]> {
  const {database, reader, place} = sources;
  const told = (await readSignals(database, place.gemeenteCode)).filter(
    ({place: at, question}) => sees(sources, at) && isIndicator(question.indicator, database),
  );
  const items = await Promise.all(told.map((signal) => itemOf(sources, signal, reader)));
  return items.filter((item) => item !== null).sort((a, b) => b.cents - a.cents);
}

/** Whether a unit is wholly within what a reader sees. */
function sees({reader, names}: Sources, {kind, unit, wet}: SignalPlace): boolean {
  const {within} = reader;
  if (within.length === 0) return true;
  if (kind === "gemeente" || within.some(({dimension}) => dimension === "product")) return false;
  const wetten = within.find(({dimension}) => dimension === "wet")?.values;
  if (wetten !== undefined && (wet === null || !wetten.includes(wet))) return false;
  return kindsFor(reader, unitKinds).includes(kind) && names.codesOf(kind).includes(unit);
}

async function itemOf(sources: Sources, signal: ToldSignal, reader: Reader): Promise<SignalItem | null> {
  const {database} = sources;
  const {question, name, rule, since} = signal;
  const indicator = findIndicator(question.indicator, database);
  const input: SignalInput = {sources, signal, indicator};
  const words = await wordsOf(input, reader);
  if (words === null) return null;
  const [own, costs] = await askMany(database, [question, {...question, indicator: "kosten"}], reader);
  const persons = own!.rows[0]?.persons ?? null;
  const cents = costs!.rows[0]?.value ?? null;
  return {
    signaal: name,
    eerstOp: toMoment(since),
    rule,
    ...words,
    stake: stakeWords(persons, indicator.id === "kosten" ? null : cents),
    question: firstQuestion(rule, indicator),
    href: hrefOf(signal, indicator),
    cents: cents ?? 0,
  };
}

async function wordsOf(input: SignalInput, reader: Reader): Promise<SignalWords | null> {
  const {sources, signal} = input;
  const {question} = signal;
  switch (signal.rule) {
    case "trendbreuk": {
      const levels = await readLevels(sources.database, question, reader);
      return levels === null ? null : trendWords(input, levels);
    }
    case "afwijking":
      return peerWords(input);
    case "plafond":
      return ceilingWords(input);
    case "norm":
      return normWords(input);
  }
}

/** The figure in the mirror, where it has like ones; else how it was counted. */
function hrefOf({question, place: {kind, unit, wet}}: ToldSignal, {id}: Indicator): string {
  const query = new URLSearchParams({van: question.from, tot: question.to});
  if (wet !== null) query.set("wet", wet);
  if (kind === "gemeente") return hrefWith(`/geteld/${id}`, query.toString());
  if (id === "gebruik-budgetplafond" || id === "kosten" || id === "instroom") {
    query.set(kind === "wijk" || kind === "buurt" ? "gebied" : kind, unit);
    return hrefWith(`/geteld/${id}`, query.toString());
  }
  query.set("per", kind);
  query.set("cijfer", id);
  query.set("wie", unit);
  return hrefWith(spiegelPath, query.toString());
}
