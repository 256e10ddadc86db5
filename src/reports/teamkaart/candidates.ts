import {ask, askMany} from "../../analysis/ask.ts";
import {type ComparedUnit, type Comparison, compare} from "../../analysis/peers/compare.ts";
import {kindsFor, readerOfOthers} from "../../analysis/peers/others.ts";
import {findIndicator} from "../../indicators/catalogue.ts";
import {type Figure, figureOf, noFigure, totalOf} from "../figure.ts";
import {formatSpan} from "../format.ts";
import {expectedFigure} from "../spiegel/asked.ts";
import {questionFor, type View} from "../view.ts";
import {resultsView} from "../whole-year.ts";
import {type CardAsked, over} from "./card-view.ts";
import {figureHref} from "./change-rows.ts";
import type {TeamChange} from "./changes.ts";
import {figureWords, valueWords} from "./figure-words.ts";
import {type AskedAbout, indicatorOfQuestion} from "./question-name.ts";
import {type Aim, type Beside, countTopics, topics} from "./questions.ts";
import type {Side} from "./side.ts";

/** A question that could be asked. */
export interface Candidate {
  readonly about: AskedAbout;
  readonly aim: Aim;
  /** It is more than chance, or there is nothing to compare it with and it is asked of everybody. */
  readonly isNotable: boolean;
  /** By which it comes before others: about 1 is where chance seldom comes. */
  readonly weight: number;
  /** One line of figures. */
  readonly line: string;
  /** Where the figure stands; null: it stands nowhere else. */
  readonly href: string | null;
}

/** Set beside teams like it: what comes in, how it begins, how long it takes, how it ends. */
const compared = [
  "uitval",
  "volgens-plan",
  "herhaald-beroep",
  "langdurig",
  "afschaling",
  "opschaling",
  "licht-eerst",
  "via-huisarts",
  "eerste-deur",
  "verlengd",
  "te-laat-gestart",
  "nieuwe-clienten-per-1000",
  "clienten-per-1000",
] as const;

const chanceEnd = " Dit kan toeval zijn.";

/** All that a team could be asked now, in no order. */
export async function findCandidates(asked: CardAsked, changes: readonly TeamChange[]): Promise<readonly Candidate[]> {
  const [beside, counts] = await Promise.all([besideOthers(asked), fromCounts(asked)]);
  return [...fromChanges(asked, changes), ...beside, ...counts];
}

function fromChanges({sources, view}: CardAsked, changes: readonly TeamChange[]): Candidate[] {
  return changes.flatMap(({change, side, wet, now, before, isSure}): Candidate[] => {
    if (side === null) return [];
    const {indicator, year, score, isBetter} = change;
    const months = over(view, year.from, year.to, wet);
    return [
      {
        about: {kind: "cijfer", indicator: indicator.id, side, beside: "tijd", wet, from: year.from, to: year.to},
        aim: isBetter === true ? "goed" : aimOf(indicator.id, side),
        isNotable: isSure,
        weight: score / 2,
        line: `${wet === null ? "" : `${wet}: `}${figureWords(indicator, now)}. Een jaar eerder ${valueWords(indicator, before.value!)}.${isSure ? "" : chanceEnd}`,
        href: figureHref(sources, months, indicator.id),
      },
    ];
  });
}

async function besideOthers(asked: CardAsked): Promise<Candidate[]> {
  const {sources, view} = asked;
  if (!kindsFor(sources.reader, ["team"]).includes("team")) return [];
  return (
    await Promise.all(
      compared.map(async (id) => {
        const indicator = findIndicator(id, sources.database);
        const months = resultsView({...view, where: []}, sources.place, indicator.knownAfterMonths);
        const question = questionFor(months, id);
        const comparison = await compare(sources.database, question, "team", sources.reader);
        if (comparison.funnel !== null) return besideOf(asked, months, comparison);
        const all = await ask(sources.database, question, readerOfOthers(sources.reader));
        return besideAll(asked, months, comparison, totalOf(all));
      }),
    )
  ).flat();
}

function besideOf({sources, team}: CardAsked, months: View, comparison: Comparison): Candidate[] {
  const own = comparison.units.find(({code}) => code === team);
  const {funnel, indicator, way} = comparison;
  if (own === undefined || own.placed === null || funnel === null || own.row.value === null) return [];
  const {adjusted, verdict} = own.placed;
  const side: Side = adjusted >= funnel.middle ? "hoger" : "lager";
  const isNotable = verdict === "hoger" || verdict === "lager";
  const {direction} = indicator;
  const {from, to} = months;
  return [
    {
      about: {kind: "cijfer", indicator: indicator.id, side, beside: besideWhat(way), wet: null, from, to},
      aim: direction === side ? "goed" : aimOf(indicator.id, side),
      isNotable,
      weight: leanOf(own, funnel.middle, side),
      line: besideLine(own, comparison, months, isNotable),
      href: figureHref(sources, {...months, where: [{dimension: "team", value: team}]}, indicator.id),
    },
  ];
}

/**
 * Where there are too few teams to say what is usual: beside all of them together, of which is told which way they differ
 * and no number, as of two teams that would be the number of the other.
 */
function besideAll({sources, team}: CardAsked, months: View, {units, indicator}: Comparison, all: Figure): Candidate[] {
  const row = units.find(({code}) => code === team)?.row;
  const own = figureOf(row, noFigure);
  if (own.value === null || all.value === null || own.value === all.value) return [];
  const side: Side = own.value > all.value ? "hoger" : "lager";
  const {from, to} = months;
  const far = Math.abs(own.value - all.value) / Math.max(Math.abs(all.value), Number.EPSILON);
  return [
    {
      about: {kind: "cijfer", indicator: indicator.id, side, beside: "andere", wet: null, from, to},
      aim: indicator.direction === side ? "goed" : aimOf(indicator.id, side),
      isNotable: false,
      // Nothing says how much is much: a difference of a half counts as half of one that stands out.
      weight: Math.min(far, 1),
      line: `${figureWords(indicator, own)} in ${formatSpan(from, to)}. Bij alle teams samen is dat ${side === "hoger" ? "lager" : "hoger"}.${chanceEnd}`,
      href: figureHref(sources, {...months, where: [{dimension: "team", value: team}]}, indicator.id),
    },
  ];
}

/** How far from what was expected, where 1 is the limit that one in twenty passes by chance. */
function leanOf({placed}: ComparedUnit, middle: number, side: Side): number {
  const {adjusted, limits} = placed!;
  const room = Math.abs((side === "hoger" ? limits.high95 : limits.low95) - middle);
  const far = Math.abs(adjusted - middle);
  return room > 0 ? far / room : 0;
}

function besideLine(own: ComparedUnit, comparison: Comparison, {from, to}: View, isNotable: boolean): string {
  const {indicator, way} = comparison;
  const expected = expectedFigure(own, comparison);
  const figure = figureWords(indicator, figureOf(own.row, noFigure));
  const end = isNotable ? "" : chanceEnd;
  if (expected === null) return `${figure} in ${formatSpan(from, to)}.${end}`;
  const whose = way === null ? "Bij alle teams samen" : "Bij teams als dit";
  return `${figure} in ${formatSpan(from, to)}. ${whose}: ${valueWords(indicator, expected)}.${end}`;
}

async function fromCounts({sources, view}: CardAsked): Promise<Candidate[]> {
  const answers = await askMany(
    sources.database,
    countTopics.map(({indicator}) => questionFor(view, indicator)),
    sources.reader,
  );
  return countTopics.flatMap((topic, at): Candidate[] => {
    const {value} = totalOf(answers[at]!);
    if (value === null || value <= 0) return [];
    const {from, to} = view;
    const about: AskedAbout = {kind: "aantal", name: topic.name, wet: null, from, to};
    return [
      {
        about,
        aim: topic.aim,
        isNotable: false,
        weight: topic.indicator === "lopen-af" ? 0.95 : 0,
        line: countLine(topic.indicator, value, view),
        href: null,
      },
    ];
  });
}

function countLine(indicator: string, value: number, {from, to}: View): string {
  const figure = valueWords(findIndicator(indicator), value);
  return indicator === "lopen-af"
    ? `${figure} ${value === 1 ? "loopt" : "lopen"} binnen 8 weken af.`
    : `${figure} ${value === 1 ? "had" : "hadden"} hulp in ${formatSpan(from, to)}.`;
}

function aimOf(indicator: string, side: Side): Aim {
  return topics[indicator]?.lighter === side ? "lichter" : "anders";
}

function besideWhat(way: Comparison["way"]): Beside {
  return way === null ? "andere" : way.by === "behoefte" ? "behoefte" : "hulp";
}

/** The figure that a question is about, as the team may see it over some months. */
export function questionAbout({view}: CardAsked, about: AskedAbout) {
  return questionFor(over(view, about.from, about.to, about.wet), indicatorOfQuestion(about));
}
