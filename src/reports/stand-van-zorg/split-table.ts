import {
  type Figure,
  figuresByCode,
  figuresByCodeAndPeriod,
  type Missing,
  noFigure,
  totalOf,
  zeroFigure,
} from "../figure.ts";
import {compareDutch, formatPercent} from "../format.ts";
import type {Outlook} from "../outlook.ts";
import type {Provenance} from "../provenance.ts";
import {areaName, hrefWith, splitWords, usefulSplits} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import {narrow, type SplitName, type View, viewQuery} from "../view.ts";
import {ownYear, type WholeYear, wholeYearOf} from "../whole-year.ts";
import {type Change, relativeChange} from "./change.ts";
import {differenceWords} from "./differences.ts";
import {type Answers, resultViews} from "./questions.ts";

/** Cost and result beside each other for each part: wijk, product, aanbieder, … */
export interface SplitTable {
  readonly finding: string;
  /** Whether results differ between the parts by more than chance; else what is missing to tell them apart. */
  readonly note: string | null;
  /** Head of the first column: "Wijk". */
  readonly head: string;
  readonly tabs: readonly {readonly label: string; readonly href: string; readonly isCurrent: boolean}[];
  readonly rows: readonly SplitRow[];
  readonly total: SplitRow;
  /** For who sees one aanbieder, wijk or team: between what the results of the others lie; null: that is not told. */
  readonly others: OthersRow | null;
  /** The year that the columns of results go over, where that is another than that of the page. */
  readonly years: {readonly ended: string | null; readonly returning: string | null};
  /** Rows that are not shown, and the page that shows them. */
  readonly more: {readonly count: number; readonly href: string} | null;
  readonly hasHidden: boolean;
  /** Where less is hidden; null: nothing is, or nowhere. */
  readonly wholeYear: WholeYear | null;
  readonly hasTooFew: boolean;
  /** A person who was in two parts counts in both, and once in the total. */
  readonly overlapWords: string;
  readonly provenance: Provenance;
}

export interface OthersRow {
  readonly head: string;
  /** "18–24", the middle half; null: of too few others it is known. */
  readonly waiting: string | null;
  readonly early: string | null;
  readonly returning: string | null;
}

export interface SplitRow {
  readonly code: string;
  readonly name: string;
  readonly href: string | null;
  readonly costs: Figure;
  /** Costs as a share of the largest part, 0 to 1. */
  readonly bar: number;
  readonly growth: Change | null;
  /** Why there is no growth: hidden now or then, no year before in the data, or no costs then. */
  readonly growthMissing: Missing | "nieuw" | null;
  readonly people: Figure;
  readonly waiting: Figure;
  readonly early: Figure;
  readonly returning: Figure;
  readonly spark: readonly (number | null)[];
  /** Nothing of it may be shown. */
  readonly isAllHidden: boolean;
}

const shownRows = 20;

export interface SplitTableInput {
  readonly answers: Answers;
  readonly view: View;
  readonly sources: Sources;
  readonly months: readonly string[];
  readonly outlook: Outlook;
  readonly provenance: Provenance;
  readonly path: string;
  readonly showsAll: boolean;
  readonly others: OthersRow | null;
}

export function splitTable(input: SplitTableInput): SplitTable {
  const {view, sources, path, showsAll} = input;
  const {place, names} = sources;
  const {yearly, yearlyReturned} = resultViews(view, place);
  const ended = ownYear(yearly, view);
  const rows = splitRows(input);
  const total = totalRow(input);
  const shown = showsAll ? rows : rows.slice(0, shownRows);
  const hasHidden = [...shown, total].some((row) => figuresOf(row).some((figure) => figure.missing === "verborgen"));
  const query = viewQuery(view, place);
  const word = splitWords[view.splitBy];
  return {
    finding: finding(rows, total, view.splitBy),
    note: noteOf(rows, total, input, ended),
    head: word[0]!.toUpperCase() + word.slice(1),
    tabs: usefulSplits(view).map((splitBy) => ({
      label: `Per ${splitWords[splitBy]}`,
      href: hrefWith(path, viewQuery({...view, splitBy}, place)),
      isCurrent: splitBy === view.splitBy,
    })),
    rows: shown,
    total,
    others: input.others,
    years: {ended, returning: ownYear(yearlyReturned, view)},
    more:
      shown.length < rows.length
        ? {count: rows.length - shown.length, href: hrefWith(path, `${query}${query === "" ? "" : "&"}alles=1`)}
        : null,
    hasHidden,
    wholeYear: hasHidden ? wholeYearOf(view, place, (year) => hrefWith(path, viewQuery(year, place))) : null,
    hasTooFew: [...shown, total].some((row) => figuresOf(row).some((figure) => figure.missing === "te weinig")),
    overlapWords: overlapWords(view, areaName(view, place, names)),
    provenance: input.provenance,
  };
}

function splitRows({answers, view, sources, months, outlook, path}: SplitTableInput): SplitRow[] {
  const dimension = view.splitBy;
  const costs = figuresByCode(answers.kostenSplit, dimension);
  const before = answers.kostenSplitBefore === undefined ? null : figuresByCode(answers.kostenSplitBefore, dimension);
  const people = figuresByCode(answers.clientenSplit, dimension);
  const waiting = figuresByCode(answers.wachttijdSplit, dimension);
  const early = figuresByCode(answers.uitvalSplit, dimension);
  const returning = figuresByCode(answers.herhaaldBeroepSplit, dimension);
  const byMonth = figuresByCodeAndPeriod(answers.kostenSplitPerMaand, dimension);
  const codes = new Set([...costs.keys(), ...people.keys()]);
  const largest = Math.max(1, ...[...costs.values()].map((figure) => figure.value ?? 0));
  const rows = [...codes].map((code): SplitRow => {
    const own = costs.get(code) ?? zeroFigure;
    return {
      code,
      name: sources.names.nameOf(dimension, code),
      href: rowHref(view, sources, path, code),
      costs: own,
      bar: Math.max(0, (own.value ?? 0) / largest),
      ...growthOf(own, before === null ? null : (before.get(code) ?? zeroFigure)),
      people: people.get(code) ?? zeroFigure,
      waiting: waiting.get(code) ?? noFigure,
      early: early.get(code) ?? noFigure,
      returning: returning.get(code) ?? noFigure,
      spark: sparkOf(byMonth.get(code), months, outlook),
      isAllHidden: own.missing === "verborgen" && people.get(code)?.missing === "verborgen",
    };
  });
  // Ages have an order of their own.
  if (dimension === "leeftijdsgroep") return rows.sort((a, b) => compareDutch(a.code, b.code));
  return rows.sort((a, b) => order(b) - order(a) || compareDutch(a.name, b.name));
}

function totalRow({answers, view, sources, months, outlook}: SplitTableInput): SplitRow {
  const costs = totalOf(answers.kosten, zeroFigure);
  const byMonth = new Map(answers.kostenPerMaand.rows.map((row) => [row.period, {value: row.value}]));
  return {
    code: "totaal",
    name: areaName(view, sources.place, sources.names),
    href: null,
    costs,
    bar: 0,
    ...growthOf(costs, answers.kostenBefore === undefined ? null : totalOf(answers.kostenBefore, zeroFigure)),
    people: totalOf(answers.clienten, zeroFigure),
    waiting: totalOf(answers.wachttijdYear),
    early: totalOf(answers.uitvalYear),
    returning: totalOf(answers.herhaaldBeroepYear),
    spark: sparkOf(byMonth, months, outlook),
    isAllHidden: false,
  };
}

function growthOf(now: Figure, before: Figure | null): Pick<SplitRow, "growth" | "growthMissing"> {
  const growth = relativeChange(now, before, false);
  if (growth !== null) return {growth, growthMissing: null};
  if (now.missing === "verborgen" || before?.missing === "verborgen") return {growth, growthMissing: "verborgen"};
  const isNew = before !== null && before.value === 0 && now.value !== 0;
  return {growth, growthMissing: isNew ? "nieuw" : "geen"};
}

/** The largest first; what is hidden last, so that its place says nothing about its size. */
function order(row: SplitRow): number {
  if (row.isAllHidden) return Number.NEGATIVE_INFINITY;
  return row.costs.value ?? -1;
}

function rowHref(view: View, {place}: Sources, path: string, code: string): string | null {
  if (code === "onbekend" || code.includes(":") || code === "generiek") return null;
  return hrefWith(path, viewQuery(narrow(view, view.splitBy, code), place));
}

/** What each month is expected to cost in the end: what is not yet in must not look like a fall. */
function sparkOf(
  byMonth: ReadonlyMap<string, {readonly value: number | null}> | undefined,
  months: readonly string[],
  outlook: Outlook,
): (number | null)[] {
  if (byMonth === undefined) return months.map(() => null);
  return months.map((month) => {
    const granted = byMonth.has(month) ? byMonth.get(month)!.value : 0;
    const whole = outlook.months.get(month);
    if (granted === null || !whole?.granted || whole.value === null) return granted;
    return granted * (whole.value / whole.granted);
  });
}

function figuresOf(row: SplitRow): Figure[] {
  return [row.costs, row.people, row.waiting, row.early, row.returning];
}

/** What the table shows at a glance: where most of the money goes. Whether results differ, the note says, with chance. */
function finding(rows: readonly SplitRow[], total: SplitRow, splitBy: SplitName): string {
  const [top] = rows
    .filter((row) => row.code !== "onbekend" && row.costs.value !== null)
    .sort((a, b) => order(b) - order(a));
  if (top === undefined || total.costs.value === null || total.costs.value <= 0) {
    return `Kosten en resultaat per ${splitWords[splitBy]}`;
  }
  const share = formatPercent((top.costs.value ?? 0) / total.costs.value, 0);
  return `${mostMoneyWords(splitBy, top.name)}: ${share} van het geld`;
}

function mostMoneyWords(splitBy: SplitName, name: string): string {
  switch (splitBy) {
    case "aanbieder":
    case "wet":
      return `Naar ${splitBy === "wet" ? "de " : ""}${name} gaat het meest`;
    case "leeftijdsgroep":
      return `Naar mensen van ${name} gaat het meest`;
    case "verwijzer":
      return `Via ${name[0]!.toLowerCase()}${name.slice(1)} loopt het meest`;
    case "verwijzer-praktijk":
      return `Via ${name} loopt het meest`;
    default:
      return `${name} kost het meest`;
  }
}

function noteOf(
  rows: readonly SplitRow[],
  total: SplitRow,
  {view, sources}: SplitTableInput,
  year: string | null,
): string | null {
  if (view.splitBy === "wijk" && rows.every((row) => row.code === "onbekend")) {
    return sources.names.codesOf("wijk").length === 0
      ? "Er zijn nog geen wijken ingelezen. Neem gebied.csv en postcode.csv in, dan ziet u hier de wijken."
      : "Van niemand is de wijk bekend. Kijk of postcode.csv is ingelezen.";
  }
  const words = differenceWords(rows, total, view.splitBy);
  return words === null || year === null ? words : `${words} Dit gaat over ${year}, het laatste hele jaar.`;
}

function overlapWords(view: View, area: string): string {
  const places: Partial<Record<SplitName, string>> = {
    wijk: "Wie in twee wijken woonde, telt in beide wijken en één keer in",
    buurt: "Wie in twee buurten woonde, telt in beide buurten en één keer in",
    wet: "Wie hulp kreeg uit beide wetten, telt in beide en één keer in",
    productgroep: "Wie hulp kreeg uit twee groepen, telt in beide en één keer in",
    product: "Wie twee soorten hulp kreeg, telt bij beide en één keer in",
    aanbieder: "Wie hulp kreeg van twee aanbieders, telt bij beide en één keer in",
    leeftijdsgroep: "Wie van de ene groep in de andere kwam, telt in beide en één keer in",
    team: "Wie bij twee teams hoorde, telt bij beide en één keer in",
    verwijzer: "Wie via twee verwijzers hulp kreeg, telt bij beide en één keer in",
    "verwijzer-praktijk": "Wie via twee praktijken hulp kreeg, telt bij beide en één keer in",
  };
  const words = places[view.splitBy];
  return words === undefined ? "" : `${words} ${area}.`;
}
