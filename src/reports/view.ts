import {UserError} from "../errors.ts";
import type {DimensionName, Filter, Question} from "../indicators/question.ts";
import {wijkOf} from "../standards/areas.ts";
import {addMonths, type IsoDate, isIsoDate, isMonth, lastDay, type Month, monthOf} from "../standards/calendar.ts";
import {formatDate, formatMonth} from "./format.ts";
import type {Names} from "./place/names.ts";
import {lastWholeMonth, type Place} from "./place/place.ts";

/** What a page shows: which part of the care, which months, split how, as known when. A URL holds exactly this. */
export interface View {
  readonly gemeenteCode: string;
  readonly from: Month;
  readonly to: Month;
  readonly splitBy: SplitName;
  readonly knownOn: IsoDate;
  readonly where: readonly Filter[];
}

export const splitNames = [
  "wijk",
  "buurt",
  "wet",
  "productgroep",
  "product",
  "aanbieder",
  "team",
  "verwijzer",
  "verwijzer-praktijk",
  "leeftijdsgroep",
] as const satisfies readonly DimensionName[];

export type SplitName = (typeof splitNames)[number];

/** Dimensions a view can be narrowed to, in the order in which a breadcrumb names them. */
export const filterNames = [
  "wet",
  "wijk",
  "buurt",
  "team",
  "productgroep",
  "product",
  "aanbieder",
  "verwijzer",
  "verwijzer-praktijk",
  "leeftijdsgroep",
] as const satisfies readonly DimensionName[];

const wetten: readonly string[] = ["Wmo", "Jeugdwet"];

export type FilterName = (typeof filterNames)[number];

/** Name by name what a query string says; unknown names are ignored, so a link from a mail programme still works. */
export type Query = Readonly<Record<string, string | undefined>>;

/** What can be chosen more than once; its values come as one text, a line for each. */
export const severalNames: ReadonlySet<string> = new Set(["met"]);

/**
 * Reads a view from a query string.
 *
 * @throws UserError  one Dutch line when a value cannot be shown; nothing is silently replaced
 */
export function parseView(query: Query, place: Place, names: Names): View {
  const knownOn = readKnownOn(query.op, place);
  const to = readMonth(query.tot, "Tot en met", place) ?? lastWholeMonth(place, knownOn);
  const from = readMonth(query.van, "Van", place) ?? defaultFrom(to, place);
  if (to > monthOf(knownOn)) {
    throw new UserError(
      `Op ${formatDate(knownOn)} was over ${formatMonth(to)} nog niets bekend. Kies bij 'Tot en met' een eerdere maand.`,
    );
  }
  if (from > to) throw new UserError(`Kies bij 'Tot en met' ${formatMonth(from)} of een latere maand.`);
  const where = readFilters(query, place, names);
  return {gemeenteCode: place.gemeenteCode, from, to, splitBy: readSplit(query.per, where), knownOn, where};
}

/** The view that a page opens with. */
export function defaultView(place: Place, names: Names): View {
  return parseView({}, place, names);
}

/** The query string that parseView reads back. What is the default is left out, so plain links stay plain. */
export function viewQuery(view: View, place: Place): string {
  const query = new URLSearchParams();
  const area = view.where.find((filter) => filter.dimension === "buurt" || filter.dimension === "wijk");
  if (area !== undefined) query.set("gebied", narrowestArea(view.where) ?? area.value);
  for (const {dimension, value} of view.where) {
    if (dimension !== "wijk" && dimension !== "buurt") query.set(dimension, value);
  }
  const to = lastWholeMonth(place, view.knownOn);
  if (view.to !== to) query.set("tot", view.to);
  if (view.from !== defaultFrom(view.to, place)) query.set("van", view.from);
  if (view.splitBy !== defaultSplit(view.where)) query.set("per", view.splitBy);
  if (view.knownOn !== place.dataDate) query.set("op", view.knownOn);
  return query.toString();
}

export function filterValue(view: View, dimension: FilterName): string | null {
  return view.where.find((filter) => filter.dimension === dimension)?.value ?? null;
}

/** The view one level deeper: narrowed to one value, split by what is below it. */
export function narrow(view: View, dimension: FilterName, value: string): View {
  const where = sortFilters([...view.where.filter((filter) => filter.dimension !== dimension), {dimension, value}]);
  return {...view, where, splitBy: below(dimension, where)};
}

/** The view without one filter and what hangs below it. */
export function widen(view: View, dimension: FilterName): View {
  const gone = dimension === "wijk" ? ["wijk", "buurt"] : [dimension];
  const where = view.where.filter((filter) => !gone.includes(filter.dimension));
  return {...view, where, splitBy: defaultSplit(where)};
}

/** The same view over other months or as known on another day. */
export function shiftMonths(view: View, months: number): View {
  return {...view, from: addMonths(view.from, months), to: addMonths(view.to, months)};
}

/** The view split as one would open it. */
export function withDefaultSplit(view: View): View {
  return {...view, splitBy: defaultSplit(view.where)};
}

/** The question of one indicator for this view. */
export function questionFor(
  view: View,
  indicator: string,
  options: {dimensions?: readonly DimensionName[]; grain?: Question["grain"]; where?: readonly Filter[]} = {},
): Question {
  return {
    indicator,
    gemeenteCode: view.gemeenteCode,
    dimensions: options.dimensions ?? [],
    grain: options.grain ?? "totaal",
    from: view.from,
    to: view.to,
    where: [...view.where, ...(options.where ?? [])],
    knownOn: view.knownOn,
  };
}

function defaultFrom(to: Month, place: Place): Month {
  const january = `${to.slice(0, 4)}-01`;
  return january < place.firstMonth ? place.firstMonth : january;
}

function defaultSplit(where: readonly Filter[]): SplitName {
  const last = where.filter((filter) => filter.dimension !== "wet").at(-1);
  return last === undefined ? "wijk" : below(last.dimension, where);
}

/** What one looks at next inside a value: the parts of it, else what it consists of. */
function below(dimension: DimensionName, where: readonly Filter[]): SplitName {
  const has = (name: DimensionName) => where.some((filter) => filter.dimension === name);
  const parts: Partial<Record<DimensionName, SplitName>> = {
    wijk: "buurt",
    productgroep: "product",
    verwijzer: "verwijzer-praktijk",
  };
  const order: SplitName[] = [parts[dimension] ?? "productgroep", "productgroep", "product", "aanbieder", "wijk"];
  return order.find((name) => name !== dimension && !has(name)) ?? "leeftijdsgroep";
}

function narrowestArea(where: readonly Filter[]): string | undefined {
  return (where.find((filter) => filter.dimension === "buurt") ?? where.find((filter) => filter.dimension === "wijk"))
    ?.value;
}

function sortFilters(where: readonly Filter[]): Filter[] {
  const rank = (filter: Filter) => filterNames.indexOf(filter.dimension as FilterName);
  return [...where].sort((a, b) => rank(a) - rank(b));
}

function readKnownOn(text: string | undefined, place: Place): IsoDate {
  if (text === undefined || text === "") return place.dataDate;
  if (!isIsoDate(text)) throw new UserError("Schrijf de datum bij 'Zoals bekend op' als 2026-01-31.");
  const first = `${place.firstMonth}-01`;
  if (text < first) throw new UserError(`Kies bij 'Zoals bekend op' een dag na ${formatDate(first)}.`);
  if (text > place.dataDate) {
    throw new UserError(
      `De gegevens gaan tot ${formatDate(place.dataDate)}. Kies bij 'Zoals bekend op' die dag of een eerdere.`,
    );
  }
  if (text !== place.dataDate && text !== lastDay(monthOf(text))) {
    const before = lastDay(addMonths(monthOf(text), -1));
    const days = [before, lastDay(monthOf(text))].filter((day) => day >= first && day <= place.dataDate);
    // From one day to the next it would show what came in of one person.
    throw new UserError(
      `Terugkijken kan per maand. Kies bij 'Zoals bekend op' ${days.map((day) => formatDate(day)).join(" of ")}.`,
    );
  }
  return text;
}

function readMonth(text: string | undefined, field: string, place: Place): Month | null {
  if (text === undefined || text === "") return null;
  if (!isMonth(text)) throw new UserError(`Schrijf de maand bij '${field}' als 2026-01.`);
  if (text < place.firstMonth || text > place.lastMonth) {
    throw new UserError(
      `Over ${formatMonth(text)} zijn er geen gegevens. Kies bij '${field}' een maand van ${formatMonth(place.firstMonth)} tot en met ${formatMonth(place.lastMonth)}.`,
    );
  }
  return text;
}

function readSplit(text: string | undefined, where: readonly Filter[]): SplitName {
  if (text === undefined || text === "") return defaultSplit(where);
  const found = splitNames.find((name) => name === text);
  if (found === undefined) {
    throw new UserError(`Verdelen per '${text.slice(0, 30)}' kan niet. Kies uit: ${splitNames.join(", ")}.`);
  }
  return found;
}

function readFilters(query: Query, place: Place, names: Names): Filter[] {
  const where: Filter[] = [];
  const area = query.gebied ?? "";
  if (area !== "" && area !== place.gemeenteCode) where.push(...readArea(area, names));
  for (const dimension of filterNames) {
    if (dimension === "wijk" || dimension === "buurt") continue;
    const value = query[dimension];
    if (value === undefined || value === "") continue;
    if (!/^[\p{L}\p{N} .,:;()&'/+_–-]{1,80}$/u.test(value))
      throw new UserError(`De keuze bij '${dimension}' klopt niet.`);
    // A code of the gemeente may be one that no reference file names; the wetten are known.
    if (dimension === "wet" && !wetten.includes(value)) throw new UserError("Kies bij 'Wet' Wmo of Jeugdwet.");
    where.push({dimension, value});
  }
  return sortFilters(where);
}

/** The same of a page of figures: there what an aanbieder did before it merged counts as its successor's. */
export function parseFigureView(query: Query, place: Place, names: Names): View {
  const view = parseView(query, place, names);
  const code = filterValue(view, "aanbieder");
  const successor = code === null ? null : names.successorOf(code, view.knownOn);
  if (code === null || successor === null) return view;
  const [old, now] = [code, successor].map((one) => names.nameOf("aanbieder", one));
  throw new UserError(`${old} is opgegaan in ${now}. De cijfers staan bij ${now}: kies die aanbieder.`);
}

function readArea(area: string, names: Names): Filter[] {
  if (names.codesOf("wijk").includes(area)) return [{dimension: "wijk", value: area}];
  if (names.codesOf("buurt").includes(area)) {
    return [
      {dimension: "wijk", value: wijkOf(area)},
      {dimension: "buurt", value: area},
    ];
  }
  throw new UserError(`Gebied '${area.slice(0, 20)}' is niet bekend. Kies een wijk of buurt uit de lijst.`);
}
