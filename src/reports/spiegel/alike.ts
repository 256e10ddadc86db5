import {
  type AreaKind,
  fewestToChoose,
  type MostAlike,
  mostAlike,
  type NeedFeature,
  unitNeeds,
} from "../../analysis/peers/alike.ts";
import {readerOfOthers} from "../../analysis/peers/others.ts";
import {type IncomeName, readResidents} from "../../analysis/peers/residents.ts";
import {formatList, formatNumber} from "../format.ts";
import {hrefWith} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import {queryOf, type SpiegelAsked} from "./asked.ts";
import {kindWords} from "./choices.ts";
import {spiegelPath} from "./paths.ts";

/** Units whose people are most like those of the own one. */
export interface AlikeTable {
  readonly heading: string;
  /** On what the list rests, or why there is none. */
  readonly note: string;
  readonly heads: readonly string[];
  /** The own unit first, then the nearest first; empty: there is no list. */
  readonly rows: readonly AlikeRow[];
  /** The page with these units as the chosen group; null: there is no list. */
  readonly href: string | null;
}

export interface AlikeRow {
  readonly name: string;
  readonly isOwn: boolean;
  /** The page about this unit; null for the own one. */
  readonly href: string | null;
  /** In the order of the heads. */
  readonly cells: readonly string[];
}

/**
 * @returns null: the page is about all units, of such a unit nobody knows who live there, or the reader does not know the
 *   others by name
 */
export async function alikeTable(sources: Sources, asked: SpiegelAsked): Promise<AlikeTable | null> {
  const {database, reader, names} = sources;
  const {choice, view} = asked;
  const {kind, unit} = choice;
  if (unit === null || !isAreaKind(kind) || readerOfOthers(reader) !== reader) return null;
  const {buurten, income} = await readResidents(database, view);
  const known = new Set(names.codesOf(kind));
  const units = unitNeeds(buurten, kind).filter(({code}) => known.has(code));
  const {alike, features, left, why} = mostAlike(units, unit);
  const name = names.nameOf(kind, unit);
  const {many} = kindWords[kind];
  const none = (note: string): AlikeTable => ({heading: `Wie lijkt op ${name}`, note, heads: [], rows: [], href: null});
  if (why !== null) return none(whyNot(why, name, many, units.length));
  const own = units.find(({code}) => code === unit)!;
  const heads = features.map((feature) => headOf(feature, income));
  return {
    heading: `Deze ${formatNumber(alike.length)} ${many} lijken het meest op ${name}`,
    note: `Gekozen op wie er wonen, niet op de uitkomsten: ${formatList(heads.map((head) => head.toLowerCase()))}. Elk telt even zwaar.${leftWords(left, kind)}`,
    heads,
    rows: [own, ...alike].map(({code, shares}) => ({
      name: names.nameOf(kind, code),
      isOwn: code === unit,
      href: code === unit ? null : hrefWith(spiegelPath, queryOf(sources, asked, {unit: code})),
      cells: features.map((feature) => `${formatNumber(shares[feature]!, 1)}\u00a0%`),
    })),
    href: hrefWith(spiegelPath, queryOf(sources, asked, {group: alike.map(({code}) => code)})),
  };
}

function isAreaKind(kind: string): kind is AreaKind {
  return kind === "wijk" || kind === "buurt" || kind === "team";
}

function whyNot(why: NonNullable<MostAlike["why"]>, name: string, many: string, units: number): string {
  switch (why) {
    case "te weinig":
      return `Van ${formatNumber(units)} ${many} weten wij wie er wonen. Bij minder dan ${fewestToChoose} is bijna iedereen een gelijke: leg ze dan alle naast elkaar.`;
    case "allemaal gelijk":
      return `Alle ${many} zijn gelijk in leeftijd en inkomen. Er is dus niemand die er meer op lijkt.`;
    case "onbekend":
      return `Wij weten niet, of van te weinig mensen, wie er in ${name} wonen. Neem bevolking.csv in.`;
  }
}

function headOf(feature: NeedFeature, income: IncomeName | null): string {
  switch (feature) {
    case "jong":
      return "Jonger dan 18";
    case "ouder":
      return "65 t/m 74";
    case "oudst":
      return "75 en ouder";
    case "inkomen":
      return income === "pct_laag_inkomen" ? "Laag inkomen" : "Rond het sociaal minimum";
  }
}

function leftWords(left: number, kind: AreaKind): string {
  if (left === 0) return "";
  const {one, many} = kindWords[kind];
  return ` Van ${formatNumber(left)} ${left === 1 ? one : many} is niet alles bekend. ${left === 1 ? "Die doet" : "Die doen"} niet mee.`;
}
