import {askMany} from "../../analysis/ask.ts";
import {readerOfOthers} from "../../analysis/peers/others.ts";
import {fewestOthers} from "../../analysis/spread.ts";
import {findIndicator} from "../../indicators/catalogue.ts";
import type {Indicator} from "../../indicators/indicator.ts";
import type {Filter} from "../../indicators/question.ts";
import {quantile} from "../../statistics/quantile.ts";
import {wilsonInterval} from "../../statistics/wilson-interval.ts";
import {type Figure, figuresByCode, noFigure} from "../figure.ts";
import {formatNumber, formatSpan} from "../format.ts";
import {proofHref} from "../proof-link.ts";
import {hrefWith} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import {questionFor, type View} from "../view.ts";
import {resultsView} from "../whole-year.ts";
import {queryOf, type SpiegelAsked} from "./asked.ts";
import {isOther, othersWords} from "./choices.ts";
import {spiegelPath} from "./paths.ts";

/** Cost and quality of one beside its like: a figure never stands alone. */
export interface BesideTable {
  readonly heading: string;
  readonly note: string;
  readonly ownName: string;
  readonly rows: readonly BesideRow[];
}

export interface BesideRow {
  readonly about: string;
  readonly name: string;
  readonly unit: Indicator["unit"];
  readonly own: Figure;
  /** 95 %; null: not known of such a figure. */
  readonly interval: readonly [low: number, high: number] | null;
  /** Of the others; null: too few of them have a figure. */
  readonly others: {
    readonly low: number;
    readonly middle: number;
    readonly high: number;
    readonly count: number;
  } | null;
  readonly words: string;
  /** "2025": the last year of which it is known. */
  readonly year: string;
  /** The same figure in the mirror. */
  readonly href: string;
}

interface Measure {
  readonly about: string;
  readonly indicator: string;
  readonly where?: readonly Filter[];
  readonly kinds?: readonly string[];
}

const measures: readonly Measure[] = [
  {about: "Geld", indicator: "kosten-per-client"},
  {about: "Tijd", indicator: "wachttijd", where: [{dimension: "deel", value: "tot-start"}]},
  {about: "Tijd", indicator: "doorlooptijd"},
  {about: "Kwaliteit", indicator: "uitval"},
  {about: "Kwaliteit", indicator: "tevredenheid", kinds: ["aanbieder"]},
  {about: "Kwaliteit", indicator: "doelrealisatie", kinds: ["aanbieder"]},
  {about: "Blijvend effect", indicator: "herhaald-beroep"},
];

/** @returns null: the page is about all units */
export async function besideTable(sources: Sources, asked: SpiegelAsked): Promise<BesideTable | null> {
  const {database, reader, place, names} = sources;
  const {choice, view} = asked;
  const {kind, unit} = choice;
  if (unit === null || kind === "verwijzer-praktijk") return null;
  const chosen = measures.filter(({kinds}) => kinds === undefined || kinds.includes(kind));
  const questions = chosen.map(({indicator, where = []}) =>
    questionFor(periodOf(view, findIndicator(indicator), place), indicator, {dimensions: [kind], where}),
  );
  const whole = readerOfOthers(reader);
  const [own, all] = await Promise.all([askMany(database, questions, reader), askMany(database, questions, whole)]);
  const rows = chosen.map((measure, index) => {
    const figure = figuresByCode(own[index]!, kind).get(unit) ?? noFigure;
    const values = [...figuresByCode(all[index]!, kind)].flatMap(([code, {value}]) =>
      value === null || !isOther(code, choice) ? [] : [value],
    );
    const over = questions[index]!;
    return {
      ...rowOf(measure, figure, values),
      year:
        over.from.endsWith("-01") && over.to.endsWith("-12") ? over.from.slice(0, 4) : formatSpan(over.from, over.to),
      href: hrefOf(measure),
    };
  });
  const known = rows.filter((row) => row.own.value !== null);
  return {
    heading: `Kosten en kwaliteit van ${names.nameOf(kind, unit)} naast elkaar`,
    note: `${rows.some(({others}) => others !== null) ? `Grijze balk: 8 van de 10 ${othersWords(choice)}. Streep: het midden. ` : ""}Ruit: ${names.nameOf(kind, unit)}${known.some(({interval}) => interval !== null) ? ", met 95 % onzekerheid" : ""}.`,
    ownName: names.nameOf(kind, unit),
    rows,
  };

  /** In the mirror where it can be compared there, else how it is counted. */
  function hrefOf({indicator: id}: Measure): string {
    const indicator = findIndicator(id, database);
    return indicator.parts.length > 0
      ? proofHref(view, id, sources)
      : hrefWith(spiegelPath, queryOf(sources, asked, {indicator}));
  }
}

function periodOf(view: View, {knownAfterMonths}: Indicator, place: Sources["place"]): View {
  return resultsView(view, place, knownAfterMonths);
}

function rowOf(
  {about, indicator: id}: Measure,
  own: Figure,
  values: readonly number[],
): Omit<BesideRow, "year" | "href"> {
  const indicator = findIndicator(id);
  const {name, unit, counting} = indicator;
  const isPart = counting.isShareOfPeople && own.numerator !== null && own.denominator !== null && own.denominator > 0;
  const interval = isPart ? wilsonInterval(Math.min(own.numerator!, own.denominator!), own.denominator!) : null;
  const others =
    values.length < fewestOthers
      ? null
      : {low: quantile(values, 0.1), middle: quantile(values, 0.5), high: quantile(values, 0.9), count: values.length};
  return {about, name, unit, own, interval, others, words: wordsOf(own, interval, others)};
}

function wordsOf({value}: Figure, interval: BesideRow["interval"], others: BesideRow["others"]): string {
  if (value === null) return "";
  if (others === null) return `te weinig andere: minder dan ${formatNumber(fewestOthers)}`;
  const side = value > others.middle ? "hoger" : value < others.middle ? "lager" : null;
  if (side === null) return "in het midden";
  if (interval !== null && interval[0] <= others.middle && others.middle <= interval[1])
    return `${side}, kan toeval zijn`;
  return `${side} dan het midden`;
}
