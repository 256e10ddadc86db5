import {askMany} from "../../analysis/ask.ts";
import {readCompleteness} from "../../analysis/completeness.ts";
import {findIndicator} from "../../indicators/catalogue.ts";
import type {Unit} from "../../indicators/indicator.ts";
import type {Filter, Question} from "../../indicators/question.ts";
import {addMonths, type Month, monthRange} from "../../standards/calendar.ts";
import {type Figure, figuresByCode, figuresByCodeAndPeriod, figuresByPeriod, noFigure, totalOf} from "../figure.ts";
import {formatDays, formatNumber} from "../format.ts";
import {proofHref} from "../proof-link.ts";
import type {Sources} from "../sources.ts";
import {filterValue, questionFor, type View} from "../view.ts";
import {ownYear, resultsView} from "../whole-year.ts";
import {comparedWords} from "./compared-words.ts";
import {shownNumber, shownText} from "./drawn.ts";
import {type Expected, expectedOf} from "./expected.ts";
import {chanceVerdict} from "./finding.ts";
import {narrowedTo} from "./profile-view.ts";

/** A figure of one wijk beside that of the gemeente. */
export interface MeasureRow {
  readonly id: MeasureId;
  readonly label: string;
  /** Small, beside the label: "van elke 1.000 inwoners"; with the year where that is another than of the page. */
  readonly unit: string;
  readonly own: Figure;
  readonly gemeente: Figure;
  readonly ownText: string | null;
  readonly gemeenteText: string | null;
  /** "hoger", "kan toeval zijn"; '' where nothing can be compared. */
  readonly words: string;
  /** null: of such a figure, or here, nothing is to be expected. */
  readonly expected: Expected | null;
  /** Three years by quarter; null: only the figure itself is told. */
  readonly course: {readonly own: readonly (number | null)[]; readonly gemeente: readonly (number | null)[]} | null;
  readonly proofHref: string;
}

export type MeasureId = (typeof measures)[number]["id"];

interface Measure {
  readonly id: string;
  readonly indicator: string;
  readonly label: string;
  readonly unit: string;
  readonly where: readonly Filter[];
  /** The wet that it is about; null: that of the page. */
  readonly wet: "Wmo" | "Jeugdwet" | null;
  /** As of what is drawn. */
  readonly yearly: number | null;
  readonly hasCourse: boolean;
  /** Whether the mirror says what was to be expected. */
  readonly hasExpected: boolean;
}

const measures = [
  {
    id: "wmo",
    indicator: "clienten-per-1000",
    label: "Mensen met Wmo-hulp",
    unit: "van elke 1.000 inwoners",
    where: [],
    wet: "Wmo",
    yearly: null,
    hasCourse: true,
    hasExpected: true,
  },
  {
    id: "jeugd",
    indicator: "jeugdigen-met-jeugdhulp",
    label: "Jongeren met jeugdhulp",
    unit: "van elke 100 jongeren tot 23 jaar",
    where: [],
    wet: "Jeugdwet",
    yearly: null,
    hasCourse: true,
    hasExpected: true,
  },
  {
    id: "kosten",
    indicator: "kosten-per-inwoner",
    label: "Kosten per inwoner",
    unit: "euro",
    where: [],
    wet: null,
    yearly: null,
    hasCourse: true,
    hasExpected: false,
  },
  {
    id: "wachttijd",
    indicator: "wachttijd",
    label: "Wachten tot de start",
    unit: "dagen, de helft wacht langer",
    where: [{dimension: "deel", value: "tot-start"}],
    wet: null,
    yearly: 0,
    hasCourse: false,
    hasExpected: false,
  },
  {
    id: "terug",
    indicator: "herhaald-beroep",
    label: "Komt binnen een jaar terug",
    unit: "van elke 100 beëindigde trajecten",
    where: [],
    wet: null,
    yearly: 12,
    hasCourse: false,
    hasExpected: true,
  },
  {
    id: "uitval",
    indicator: "uitval",
    label: "Hulp stopt te vroeg",
    unit: "van elke 100 beëindigde trajecten",
    where: [],
    wet: null,
    yearly: 0,
    hasCourse: false,
    hasExpected: true,
  },
  {
    id: "aanbieders",
    indicator: "actieve-aanbieders",
    label: "Aanbieders die er hulp geven",
    unit: "aantal",
    where: [],
    wet: null,
    yearly: null,
    hasCourse: false,
    hasExpected: false,
  },
] as const satisfies readonly Measure[];

/** From this share on a quarter of costs is drawn: what is still to come must not look like a fall. */
const drawnFrom = 0.95;

/**
 * The figures of one wijk. Each is asked for all wijken together, so that the page of one wijk and that of another hide the
 * same, and the second costs nothing.
 *
 * @param view      of the whole gemeente, without wijk
 * @param isWhole   whether the figures beside it are of more than this wijk
 */
export async function readMeasures(
  sources: Sources,
  view: View,
  wijk: string,
  isWhole: boolean,
): Promise<readonly MeasureRow[]> {
  const wet = filterValue(view, "wet");
  const asked = measures.filter((measure) => wet === null || measure.wet === null || measure.wet === wet);
  const quarters = quartersBefore(view, sources.place.firstMonth);
  const questions = asked.flatMap((measure) => questionsOf(measure, view, sources, quarters));
  const [series, complete, expected] = await Promise.all([
    askMany(sources.database, questions, sources.reader),
    completeQuarters(sources, view, quarters),
    Promise.all(
      asked.map((measure) =>
        measure.hasExpected ? expectedOf(sources, viewOf(measure, view, sources), measure.indicator, wijk) : null,
      ),
    ),
  ]);
  let at = 0;
  return asked.map((measure, index): MeasureRow => {
    const [split, total] = [series[at++]!, series[at++]!];
    const {unit} = findIndicator(measure.indicator);
    const own = figuresByCode(split, "wijk").get(wijk) ?? noFigure;
    const gemeente = totalOf(total);
    const measured = viewOf(measure, view, sources);
    const year = measure.yearly === null ? null : ownYear(measured, view);
    const course = (figures: ReadonlyMap<string, Figure> | undefined) =>
      quarters.map((quarter) => {
        if (measure.id === "kosten" && !complete.has(quarter)) return null;
        return figures?.get(quarter)?.value ?? null;
      });
    const courses = measure.hasCourse && quarters.length > 0 ? [series[at++]!, series[at++]!] : null;
    return {
      id: measure.id,
      label: measure.label,
      unit: year === null ? measure.unit : `${measure.unit}, ${year}`,
      own,
      gemeente,
      ownText: textOf(own, unit),
      gemeenteText: textOf(gemeente, unit),
      words: isWhole && measure.id !== "aanbieders" ? wordsOf(own, gemeente, unit) : "",
      expected: expected[index]!,
      course:
        courses === null
          ? null
          : {
              own: course(figuresByCodeAndPeriod(courses[0]!, "wijk").get(wijk)),
              gemeente: isWhole ? course(figuresByPeriod(courses[1]!)) : [],
            },
      proofHref: proofHref(narrowedTo(measured, wijk), measure.indicator, sources),
    };
  });
}

function questionsOf(measure: Measure, view: View, sources: Sources, quarters: readonly string[]): Question[] {
  const measured = viewOf(measure, view, sources);
  const {indicator, where} = measure;
  const now = [
    questionFor(measured, indicator, {dimensions: ["wijk"], where}),
    questionFor(measured, indicator, {where}),
  ];
  if (!measure.hasCourse || quarters.length === 0) return now;
  const from = firstMonthOf(quarters[0]!);
  const over = {...measured, from, to: addMonths(firstMonthOf(quarters.at(-1)!), 2)};
  return [
    ...now,
    questionFor(over, indicator, {dimensions: ["wijk"], where, grain: "kwartaal"}),
    questionFor(over, indicator, {where, grain: "kwartaal"}),
  ];
}

function viewOf({wet, yearly}: Measure, view: View, {place}: Sources): View {
  const own = yearly === null ? view : resultsView(view, place, yearly);
  // Jeugdhulp is of the Jeugdwet by itself.
  if (wet !== "Wmo" || filterValue(view, "wet") !== null) return own;
  return {...own, where: [{dimension: "wet", value: "Wmo"}, ...own.where]};
}

function textOf({value}: Figure, unit: Unit): string | null {
  return value === null ? null : shownText(shownNumber(value, unit), unit);
}

function wordsOf(own: Figure, gemeente: Figure, unit: Unit): string {
  if (own.value === null || gemeente.value === null) return "";
  if (unit === "dagen") {
    const days = Math.round(own.value) - Math.round(gemeente.value);
    return days === 0 ? "even lang" : `${formatDays(Math.abs(days))} ${days > 0 ? "langer" : "korter"}`;
  }
  const verdict = chanceVerdict(own, gemeente, unit);
  if (verdict === "toeval") return "het verschil kan toeval zijn";
  return comparedWords(own.value, gemeente.value);
}

/** "2024-K1": the whole quarters of three years, up to the last month of the view. */
function quartersBefore({to}: View, firstMonth: Month): string[] {
  const last = addMonths(to, 1);
  const end = addMonths(last, -((Number(last.slice(5)) - 1) % 3) - 1);
  const start = addMonths(end, -35);
  return monthRange(start, end)
    .filter((month) => (Number(month.slice(5)) - 1) % 3 === 0 && month >= firstMonth)
    .map((month) => `${month.slice(0, 4)}-K${(Number(month.slice(5)) + 2) / 3}`);
}

function firstMonthOf(quarter: string): Month {
  return `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, "0")}`;
}

async function completeQuarters(
  {database, reader}: Sources,
  view: View,
  quarters: readonly string[],
): Promise<ReadonlySet<string>> {
  const question = {gemeenteCode: view.gemeenteCode, wet: filterValue(view, "wet"), knownOn: view.knownOn};
  const months = await readCompleteness(database, question, reader);
  return new Set(
    quarters.filter((quarter) => {
      const first = firstMonthOf(quarter);
      // What it cannot tell of the oldest months is complete.
      return monthRange(first, addMonths(first, 2)).every((month) => (months.get(month)?.share ?? 1) >= drawnFrom);
    }),
  );
}

/** How much of the costs of the view is in, 0 to 1; null: that cannot be said. */
export async function completeShare({database, reader}: Sources, view: View): Promise<number | null> {
  const question = {gemeenteCode: view.gemeenteCode, wet: filterValue(view, "wet"), knownOn: view.knownOn};
  const months = await readCompleteness(database, question, reader);
  let known = 0;
  let expected = 0;
  for (const month of monthRange(view.from, view.to)) {
    const one = months.get(month);
    known += one?.known ?? 0;
    expected += one?.expected ?? one?.known ?? 0;
  }
  return expected > 0 ? Math.min(1, known / expected) : null;
}

/** "Mensen met Wmo-hulp: 104 van elke 1.000 inwoners". */
export function measureWords({label, unit, ownText}: MeasureRow): string {
  return `${label}: ${ownText} ${unit}`;
}

export function inhabitantWords(count: number): string {
  return `${formatNumber(count)}\u00a0inwoners`;
}
