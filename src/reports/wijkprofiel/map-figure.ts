import type {Unit} from "../../indicators/indicator.ts";
import {classOf, quantileClasses} from "../../statistics/quantile-classes.ts";
import type {Figure, Missing} from "../figure.ts";
import {compareDutch, formatNumber} from "../format.ts";
import type {Area, Areas} from "./areas.ts";
import type {Border} from "./borders.ts";
import {type Drawn, shownNumber, shownText} from "./drawn.ts";
import type {MapLevel} from "./profile-view.ts";

/** An area on the map, or a row of its table. */
export interface MapArea {
  readonly code: string;
  readonly name: string;
  readonly wijk: string;
  readonly border: Border | null;
  readonly figure: Figure;
  /** As it is shown: "104,2"; null: see `figure.missing`. */
  readonly text: string | null;
  readonly shade: Shade;
  readonly inhabitants: number | null;
}

/** The class, from 0; or why there is none. buiten: outside the part that the reader sees. */
export type Shade = number | "verborgen" | "onbekend" | "buiten";

/** A wijk as it can be chosen. */
export interface MapWijk {
  readonly code: string;
  readonly name: string;
  readonly border: Border | null;
  /** null: outside the part that the reader sees; it has no name then. */
  readonly href: string | null;
  /** What it is and has, for who cannot see it. */
  readonly label: string;
  readonly isChosen: boolean;
}

export interface LegendItem {
  readonly shade: Shade;
  /** Which of the five steps of colour; null: none. */
  readonly step: number | null;
  readonly words: string;
  /** "8 buurten". */
  readonly count: string;
}

export interface AreaMap {
  readonly level: MapLevel;
  /** At the level of the map. */
  readonly areas: readonly MapArea[];
  /** In Dutch order, those of the reader alone. */
  readonly wijkRows: readonly MapArea[];
  readonly wijken: readonly MapWijk[];
  readonly legend: readonly LegendItem[];
  /** The step of colour of each class. */
  readonly steps: readonly number[];
  readonly hasBorders: boolean;
}

export interface AreaMapInput {
  readonly areas: Areas;
  readonly level: MapLevel;
  readonly drawn: Drawn;
  readonly unit: Unit;
  /** At the level of the map, and of the wijken; by code. */
  readonly figures: ReadonlyMap<string, Figure>;
  readonly wijkFigures: ReadonlyMap<string, Figure>;
  readonly inhabitants: ReadonlyMap<string, number>;
  readonly absent: (code: string) => Figure;
  readonly isSeen: (area: Pick<Area, "code" | "kind">) => boolean;
  readonly nameOf: (kind: MapLevel, code: string) => string;
  readonly hrefOf: (wijk: string) => string;
  readonly chosen: string | null;
}

/** Which steps of the five are used for fewer classes: far enough apart to be told from each other. */
export const stepsOf: Readonly<Record<number, readonly number[]>> = {
  0: [],
  1: [3],
  2: [2, 4],
  3: [1, 3, 5],
  4: [1, 2, 4, 5],
  5: [1, 2, 3, 4, 5],
};

export function areaMap(input: AreaMapInput): AreaMap {
  const {areas, level, unit, figures, wijkFigures} = input;
  const units = level === "wijk" ? areas.wijken : areas.buurten;
  const shown = withoutShade(units, figures, input);
  const numbers = shown.flatMap(({figure}) => (figure.value === null ? [] : [shownNumber(figure.value, unit)]));
  const classes = quantileClasses(numbers, 5, unit === "cent" || unit === "dagen" ? 0 : 1);
  const shadeOf = ({figure, code}: MapArea): Shade => {
    if (code === "") return "buiten";
    if (figure.value !== null) return classOf(shownNumber(figure.value, unit), classes.edges);
    return figure.missing === "verborgen" ? "verborgen" : "onbekend";
  };
  const shaded = shown.map((area) => ({...area, shade: shadeOf(area)}));
  const wijkRows = level === "wijk" ? shaded : withoutShade(areas.wijken, wijkFigures, input);
  const steps = stepsOf[classes.counts.length]!;
  return {
    level,
    areas: shaded,
    wijkRows: wijkRows.filter(({code}) => code !== "").sort((a, b) => compareDutch(a.name, b.name)),
    wijken: areas.wijken.map((wijk) => mapWijk(wijk, wijkFigures, shaded, input)),
    legend: legendOf(shaded, classes, steps, numbers, input),
    steps,
    hasBorders: shaded.some(({border}) => border !== null),
  };
}

function withoutShade(units: readonly Area[], figures: ReadonlyMap<string, Figure>, input: AreaMapInput): MapArea[] {
  const known = units.map((area): MapArea => {
    if (!input.isSeen(area)) return {...outside, border: area.border};
    return rowOf(area, figures.get(area.code) ?? input.absent(area.code), input);
  });
  // What is counted in an area that this division does not have is shown in the table all the same.
  const codes = new Set(units.map(({code}) => code));
  const kind = units[0]?.kind ?? "wijk";
  const others = [...figures].flatMap(([code, figure]) => {
    if (codes.has(code) || code === "onbekend" || !input.isSeen({code, kind})) return [];
    const wijk = `WK${code.slice(2, 8)}`;
    return [rowOf({code, name: input.nameOf(kind, code), kind, wijk, border: null}, figure, input)];
  });
  return [...known, ...others];
}

function rowOf({code, name, wijk, border}: Area, figure: Figure, {unit, inhabitants}: AreaMapInput): MapArea {
  const text = figure.value === null ? null : shownText(shownNumber(figure.value, unit), unit);
  return {code, name, wijk, border, figure, text, shade: "onbekend", inhabitants: inhabitants.get(code) ?? null};
}

/** Of what lies outside the part of a reader he sees that it is there, and nothing else. */
const outside: MapArea = {
  code: "",
  name: "",
  wijk: "",
  border: null,
  figure: {value: null, numerator: null, denominator: null, missing: null},
  text: null,
  shade: "buiten",
  inhabitants: null,
};

function mapWijk(
  wijk: Area,
  figures: ReadonlyMap<string, Figure>,
  areas: readonly MapArea[],
  input: AreaMapInput,
): MapWijk {
  if (!input.isSeen(wijk)) {
    return {code: "", name: "", border: wijk.border, href: null, label: "", isChosen: false};
  }
  const {code, name, border} = wijk;
  const {text, figure} = rowOf(wijk, figures.get(code) ?? input.absent(code), input);
  const value = text === null ? missingWords(figure.missing) : input.drawn.words(text);
  return {
    code,
    name,
    border,
    href: input.hrefOf(code),
    label: `${name}: ${value}${input.level === "buurt" ? buurtWords(code, areas) : ""}`,
    isChosen: code === input.chosen,
  };
}

function buurtWords(wijk: string, areas: readonly MapArea[]): string {
  const own = areas.filter((area) => area.wijk === wijk);
  const known = own
    .filter(({text}) => text !== null)
    .sort((a, b) => (a.figure.value ?? 0) - (b.figure.value ?? 0))
    .map(({text}) => text!);
  const count = `${own.length} ${own.length === 1 ? "buurt" : "buurten"}`;
  if (known.length < 2) return `. ${count}`;
  return `. ${count}, van ${known[0]} tot ${known.at(-1)}`;
}

export function missingWords(missing: Missing | null): string {
  if (missing === "verborgen") return "verborgen";
  if (missing === "te weinig") return "te weinig om een cijfer te geven";
  return missing === "nog niet bekend" ? "nog niet bekend" : "geen cijfer";
}

function legendOf(
  areas: readonly MapArea[],
  {edges, counts}: {readonly edges: readonly number[]; readonly counts: readonly number[]},
  steps: readonly number[],
  numbers: readonly number[],
  {level, unit}: AreaMapInput,
): LegendItem[] {
  const decimals = edges.every(Number.isInteger) ? 0 : 1;
  const edgeText = (at: number) => formatNumber(edges[at]!, decimals);
  const classWords = (at: number): string => {
    if (edges.length === 0) return equalWords(numbers, unit);
    if (at === 0) return `minder dan ${edgeText(0)}`;
    return at === edges.length ? `${edgeText(at - 1)} en meer` : `${edgeText(at - 1)} tot ${edgeText(at)}`;
  };
  const classes = counts.map(
    (count, at): LegendItem => ({
      shade: at,
      step: steps[at]!,
      words: classWords(at),
      count: counted(count, level),
    }),
  );
  const rest = (["verborgen", "onbekend", "buiten"] as const).flatMap((shade): LegendItem[] => {
    const count = areas.filter((area) => area.shade === shade).length;
    return count === 0 ? [] : [{shade, step: null, words: restWords[shade], count: counted(count, level)}];
  });
  return [...classes, ...rest];
}

function equalWords(numbers: readonly number[], unit: Unit): string {
  return `${numbers.length > 1 ? "overal " : ""}${shownText(numbers[0]!, unit)}`;
}

const restWords = {verborgen: "verborgen", onbekend: "geen cijfer", buiten: "buiten uw deel"} as const;

function counted(count: number, level: MapLevel): string {
  if (count === 1) return `1\u00a0${level}`;
  return `${formatNumber(count)}\u00a0${level === "wijk" ? "wijken" : "buurten"}`;
}
