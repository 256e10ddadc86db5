import {readFileSync} from "node:fs";
import type {Database} from "../database/database.ts";
import {type DataState, readDataState} from "../database/derive/state.ts";
import {UserError} from "../errors.ts";
import {catalogue, findIndicator, isIndicator, localIndicatorsOf} from "../indicators/catalogue.ts";
import type {Indicator} from "../indicators/indicator.ts";
import {
  type DimensionName,
  dimensionNames,
  type Filter,
  type PeriodGrain,
  periodGrains,
  type Question,
} from "../indicators/question.ts";
import {ageGroupCodes} from "../indicators/steps.ts";
import {type IsoDate, isIsoDate, isMonth, type Month, monthOf} from "../standards/calendar.ts";
import {nearest} from "../statistics/nearest.ts";
import {once} from "./answers.ts";

/** A question as a person types it; what is left out gets a default. */
export interface QuestionInput {
  readonly indicator: string;
  readonly gemeente?: string | undefined;
  /** Dimensions, and at most one of maand, kwartaal, jaar, totaal: "wet,jaar". */
  readonly per?: string | undefined;
  readonly van?: string | undefined;
  readonly tot?: string | undefined;
  /** "wijk=WK999901" */
  readonly waar?: readonly string[] | undefined;
  readonly bekendOp?: string | undefined;
}

export const noDataYet = "Er zijn nog geen gegevens. Lees ze in met: npx wijkbalans import MAP";

const extentSql = readFileSync(new URL("data-extent.sql", import.meta.url), "utf8");
const valuesSql = readFileSync(new URL("known-values.sql", import.meta.url), "utf8");

/**
 * Reads a question: the only gemeente there is, all months with data, as known on the date of the newest Bericht, a row
 * for each month, unless it says otherwise.
 *
 * @throws UserError  one Dutch line: what cannot be asked, and what was probably meant
 */
export async function readQuestion(database: Database, input: QuestionInput): Promise<Question> {
  checkIndicator(input.indicator, database);
  const indicator = findIndicator(input.indicator, database);
  const {dimensions, grain} = readPer(input.per ?? "", indicator);
  const state = await readDataState(database);
  const extent = await readExtent(database, state, input.gemeente);
  const {gemeenteCode} = extent;
  const from = readMonth("van", input.van) ?? extent.firstMonth;
  const to = readMonth("tot", input.tot) ?? extent.lastMonth;
  checkMonths(input, from, to);
  const where = await readFilters(database, state, gemeenteCode, indicator, input.waar ?? []);
  return {
    indicator: indicator.id,
    gemeenteCode,
    dimensions,
    grain,
    from,
    to,
    where,
    knownOn: readKnownOn(input.bekendOp) ?? extent.dataDate,
  };
}

/**
 * @param database  of the installation; left out: there is none yet
 * @throws UserError  one Dutch line when there is no such indicator, or when that of the gemeente is refused
 */
export function checkIndicator(id: string, database?: Database): void {
  if (isIndicator(id, database)) return;
  const local = database === undefined ? null : localIndicatorsOf(database);
  const refused = local?.refused.find((one) => one.id === id);
  if (refused !== undefined) throw new UserError(`Uw eigen cijfer '${id}' telt niet mee. ${refused.message}`);
  const ids = [...catalogue, ...(local?.indicators ?? [])].map((indicator) => indicator.id);
  throw new UserError(`Indicator '${short(id)}' bestaat niet.${meant(id, ids)} Zie 'indicators'.`);
}

function readPer(text: string, indicator: Indicator): {dimensions: DimensionName[]; grain: PeriodGrain} {
  const dimensions: DimensionName[] = [];
  const grains: PeriodGrain[] = [];
  for (const name of text.split(",").map((part) => part.trim())) {
    const grain = periodGrains.find((known) => known === name);
    if (name === "") continue;
    if (grain !== undefined) grains.push(grain);
    else dimensions.push(readDimension(name, indicator, [...dimensionNames, ...periodGrains]));
  }
  if (new Set(grains).size > 1) {
    throw new UserError(`Kies bij --per één periode: ${grains.join(" of ")}.`);
  }
  return {dimensions: [...new Set(dimensions)], grain: grains[0] ?? "maand"};
}

function readDimension(name: string, indicator: Indicator, candidates: readonly string[]): DimensionName {
  const dimension = dimensionNames.find((known) => known === name);
  if (dimension === undefined) {
    const hint = meant(name, candidates);
    throw new UserError(`Verdeling '${short(name)}' bestaat niet.${hint} Kies uit: ${candidates.join(", ")}.`);
  }
  if (dimension === "deel" && indicator.parts.length === 0) {
    throw new UserError(`Indicator '${indicator.id}' heeft geen delen. Laat 'deel' weg.`);
  }
  return dimension;
}

function readMonth(option: string, text: string | undefined): Month | null {
  if (text === undefined) return null;
  if (!isMonth(text)) throw new UserError(`--${option} '${short(text)}' is geen maand. Schrijf bijvoorbeeld 2025-01.`);
  return text;
}

function readKnownOn(text: string | undefined): IsoDate | null {
  if (text === undefined) return null;
  if (!isIsoDate(text)) {
    throw new UserError(`--bekend-op '${short(text)}' is geen datum. Schrijf bijvoorbeeld 2025-06-30.`);
  }
  return text;
}

interface Extent {
  readonly gemeenteCode: string;
  readonly firstMonth: Month;
  readonly lastMonth: Month;
  readonly dataDate: IsoDate;
}

async function readExtent(database: Database, state: DataState, gemeente: string | undefined): Promise<Extent> {
  const extents = await once(database, ["extent", state.dataVersion], () =>
    database.query<{gemeente_code: string; first_day: IsoDate; last_day: IsoDate}>(extentSql),
  );
  const {dataDate} = state;
  if (extents.length === 0 || dataDate === null) {
    throw new UserError(noDataYet);
  }
  const codes = extents.map((extent) => extent.gemeente_code);
  if (gemeente === undefined && codes.length > 1) {
    throw new UserError(`Er zijn gegevens van meer gemeenten: ${codes.join(", ")}. Kies er een met --gemeente.`);
  }
  const found = extents.find((extent) => extent.gemeente_code === (gemeente ?? codes[0]));
  if (found === undefined) {
    throw new UserError(`Van gemeente '${short(gemeente ?? "")}' zijn er geen gegevens. Wel van: ${codes.join(", ")}.`);
  }
  // A begin can be agreed for a day to come; no figure is known of a month that has not begun.
  const [lastMonth = ""] = [monthOf(found.last_day), monthOf(dataDate)].sort();
  const firstMonth = monthOf(found.first_day);
  return {gemeenteCode: found.gemeente_code, firstMonth, lastMonth, dataDate};
}

async function readFilters(
  database: Database,
  state: DataState,
  gemeenteCode: string,
  indicator: Indicator,
  texts: readonly string[],
): Promise<Filter[]> {
  const filters = texts.map((text) => {
    const split = text.indexOf("=");
    if (split < 1) {
      throw new UserError(`'${short(text)}' klopt niet. Schrijf --waar als verdeling=code, bijvoorbeeld wet=Wmo.`);
    }
    const dimension = readDimension(text.slice(0, split).trim(), indicator, dimensionNames);
    return {dimension, value: text.slice(split + 1).trim()};
  });
  if (filters.length === 0) return filters;
  const known = await once(database, ["values", state.dataVersion, gemeenteCode], () =>
    database.query<{dimension: string; code: string}>(valuesSql, {gemeente_code: gemeenteCode}),
  );
  for (const {dimension, value} of filters) {
    const codes = known.filter((row) => row.dimension === dimension).map(({code}) => code);
    checkValue(dimension, value, [...codes, ...fixedValues(dimension, indicator)]);
  }
  return filters;
}

/** Values that follow from the standards or from us, whether they occur or not. */
function fixedValues(dimension: DimensionName, indicator: Indicator): readonly string[] {
  switch (dimension) {
    case "wet":
      return ["Wmo", "Jeugdwet"];
    case "verwijzer":
      return ["01", "02", "03", "04", "05", "06", "08"];
    case "leeftijdsgroep":
      return [...ageGroupCodes, "onbekend"];
    case "geslacht":
      return ["0", "1", "2", "9", "onbekend"];
    case "deel":
      return indicator.parts;
    default:
      return ["onbekend"];
  }
}

function checkValue(dimension: DimensionName, value: string, codes: readonly string[]): void {
  if (codes.includes(value)) return;
  const some = [...new Set(codes)].sort();
  const list = some.length > 12 ? `${some.slice(0, 12).join(", ")}, …` : some.join(", ");
  throw new UserError(`Bij '${dimension}' is geen code '${short(value)}'.${meant(value, some)} Er zijn: ${list}.`);
}

function meant(typed: string, candidates: readonly string[]): string {
  const candidate = nearest(typed, candidates);
  return candidate === null ? "" : ` Bedoelde u '${candidate}'?`;
}

/** What was typed goes into a message, and a message is one line. */
function short(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

function checkMonths({van, tot}: QuestionInput, from: Month, to: Month): void {
  if (from <= to) return;
  if (tot === undefined) throw new UserError(`Na ${to} zijn er geen gegevens. Kies bij --van een eerdere maand.`);
  if (van === undefined) throw new UserError(`Voor ${from} zijn er geen gegevens. Kies bij --tot een latere maand.`);
  throw new UserError(`--tot ${to} ligt voor --van ${from}. Kies een latere maand.`);
}
