import type {Reader, ScopeDimension} from "../../access/reader.ts";
import {type UnitKind, unitKinds} from "../../analysis/peers/compare.ts";
import {
  type RuleAudience,
  type RulePeriod,
  type RuleSide,
  ruleAudiences,
  ruleSides,
  setsForAll,
} from "../../collaboration/signaalregel/rule.ts";
import {UserError} from "../../errors.ts";
import {findIndicator, indicatorsOf, isIndicator} from "../../indicators/catalogue.ts";
import type {Indicator} from "../../indicators/indicator.ts";
import type {Filter, Question} from "../../indicators/question.ts";
import {addMonths, type Month, monthOf} from "../../standards/calendar.ts";
import {compareDutch} from "../format.ts";
import {lastWholeMonth, type Place} from "../place/place.ts";
import type {Sources} from "../sources.ts";
import {kindWords} from "../spiegel/choices.ts";
import type {Query} from "../view.ts";

/** What a warning can be about: the whole gemeente, or one unit of a kind. */
export type RuleKind = "gemeente" | UnitKind;

/** What the form has been told so far. */
export interface RuleChoice {
  readonly kind: RuleKind;
  readonly indicator: Indicator;
  /** Code of the unit; null: not chosen yet, or the whole gemeente. */
  readonly unit: string | null;
  readonly wet: "Wmo" | "Jeugdwet" | null;
}

/** Kinds of which a reader sees each unit whole: his own, where he sees a part. */
export function ruleKindsFor({within}: Reader): readonly RuleKind[] {
  if (within.length === 0) return ["gemeente", ...unitKinds];
  const own = new Set<ScopeDimension>(within.map(({dimension}) => dimension));
  // Of a wijk he sees the buurten too.
  return unitKinds.filter((kind) =>
    kind === "buurt" ? own.has("wijk") : kind !== "verwijzer-praktijk" && own.has(kind as ScopeDimension),
  );
}

/**
 * Reads what a warning is about from a query string or a form.
 *
 * @throws UserError  one Dutch line: a figure, kind, unit or wet that is not there or not his
 */
export function readRuleChoice(query: Query, sources: Sources): RuleChoice {
  const {reader} = sources;
  const kinds = ruleKindsFor(reader);
  if (kinds.length === 0) {
    throw new UserError(
      "Bij uw rol kunt u nog geen waarschuwing maken. Vraag de beheerder om een team, wijk of aanbieder.",
    );
  }
  const kind = readKind(query.per, kinds);
  const indicator = readIndicator(query.cijfer, kind, sources);
  return {kind, indicator, unit: readUnit(query.wie, kind, sources), wet: readWet(query.wet)};
}

/**
 * The question of a warning as of today: of all that the reader may see of it, over the last 12 months that are over.
 *
 * @throws UserError  one Dutch line: the unit is not chosen yet
 */
export function ruleQuestion({kind, indicator, unit, wet}: RuleChoice, {place, reader}: Sources): Question {
  if (kind !== "gemeente" && unit === null) {
    throw new UserError(`Kies om ${whichWords(kind)} het gaat.`);
  }
  const chosen: Filter[] = [
    ...(kind === "gemeente" ? [] : [{dimension: kind, value: unit!}]),
    ...(wet === null ? [] : [{dimension: "wet", value: wet} as const]),
  ];
  // What else he sees a part of narrows it too, so that it is the figure that he sees.
  const rest = reader.within
    .filter(({dimension}) => !chosen.some((filter) => filter.dimension === dimension))
    .filter(({dimension}) => !(kind === "buurt" && dimension === "wijk"))
    .flatMap(({dimension, values}) => values.map((value) => ({dimension, value})));
  return {
    indicator: indicator.id,
    gemeenteCode: place.gemeenteCode,
    dimensions: [],
    grain: "totaal",
    ...rulePeriod(place, indicator),
    where: [...chosen, ...rest],
    knownOn: place.dataDate,
  };
}

/** "welk team", "welke wijk" */
export function whichWords(kind: UnitKind): string {
  return `${kind === "team" ? "welk" : "welke"} ${kindWords[kind].one}`;
}

/** The last 12 months of which the figure is known, or as many as there are. */
export function rulePeriod(place: Place, {knownAfterMonths}: Pick<Indicator, "knownAfterMonths">): RulePeriod {
  const known = addMonths(monthOf(place.dataDate), -knownAfterMonths - 1);
  const whole = lastWholeMonth(place, place.dataDate);
  const last = whole < known ? whole : known;
  const to: Month = last < place.firstMonth ? place.firstMonth : last;
  const from = addMonths(to, -11);
  return {from: from < place.firstMonth ? place.firstMonth : from, to};
}

/** The figures that one can be warned of, by name: one number for each unit of the kind. */
export function figuresFor(kind: RuleKind, {database}: Sources): readonly Indicator[] {
  return indicatorsOf(database)
    .filter((indicator) => isKnownBy(indicator, kind))
    .toSorted((a, b) => compareDutch(a.name, b.name));
}

/** The units of a kind that a reader may be warned of, by name. */
export function unitsFor(
  kind: RuleKind,
  sources: Sources,
): readonly {readonly value: string; readonly label: string}[] {
  if (kind === "gemeente") return [];
  const {names, reader} = sources;
  const own = reader.within.filter(({dimension}) => dimension === kind);
  return names
    .codesOf(kind)
    .filter((code) => own.every(({values}) => values.includes(code)))
    .map((code) => ({value: code, label: names.nameOf(kind, code)}))
    .toSorted((a, b) => compareDutch(a.label, b.label));
}

export function readSide(text: string | undefined): RuleSide {
  if (text === undefined || text === "") return "hoger";
  const side = ruleSides.find((one) => one === text);
  if (side !== undefined) return side;
  throw new UserError("Kies of het cijfer boven of onder de grens komt.");
}

/** @throws UserError  one line when it is neither; whether he may is for who keeps it */
export function readAudience(text: string | undefined): RuleAudience {
  if (text === undefined || text === "") return "mij";
  const audience = ruleAudiences.find((one) => one === text);
  if (audience !== undefined) return audience;
  throw new UserError("Kies bij 'Voor wie': voor mij, of voor allen.");
}

export function audiencesFor(reader: Reader): readonly RuleAudience[] {
  return setsForAll(reader) ? ruleAudiences : ["mij"];
}

function readKind(text: string | undefined, kinds: readonly RuleKind[]): RuleKind {
  if (text === undefined || text === "") return kinds[0]!;
  const found = kinds.find((kind) => kind === text);
  if (found !== undefined) return found;
  const options = kinds.map((kind) => `'${kind}'`).join(", ");
  throw new UserError(`Een waarschuwing per '${text.slice(0, 30)}' kan niet. Kies uit: ${options}.`);
}

/** What the form opens with, where that figure is known. */
const usual = "kosten-per-client";

function readIndicator(text: string | undefined, kind: RuleKind, sources: Sources): Indicator {
  const figures = figuresFor(kind, sources);
  if (text === undefined || text === "") return figures.find(({id}) => id === usual) ?? figures[0]!;
  if (!isIndicator(text, sources.database)) {
    throw new UserError(`Het cijfer '${text.slice(0, 40)}' staat niet in de catalogus. Kies er een uit de lijst.`);
  }
  const indicator = findIndicator(text, sources.database);
  if (isKnownBy(indicator, kind)) return indicator;
  const by = kind === "gemeente" ? "voor de hele gemeente als één getal" : `per ${kindWords[kind].one}`;
  throw new UserError(`${indicator.name} is er niet ${by}. Kies een ander cijfer.`);
}

/** A figure in parts is no one number, and some figures are not known by every kind of unit. */
function isKnownBy({parts, denominatorBy, counting}: Indicator, kind: RuleKind): boolean {
  if (parts.length > 0) return false;
  if (kind === "gemeente") return true;
  if (denominatorBy !== undefined && !denominatorBy.includes(kind)) return false;
  const isArea = kind === "wijk" || kind === "buurt" || kind === "team";
  return counting.denominator !== "inhabitants" || isArea;
}

function readUnit(text: string | undefined, kind: RuleKind, sources: Sources): string | null {
  if (kind === "gemeente" || text === undefined || text === "") {
    const [only, ...others] = unitsFor(kind, sources);
    return only !== undefined && others.length === 0 ? only.value : null;
  }
  if (unitsFor(kind, sources).some(({value}) => value === text)) return text;
  const {one} = kindWords[kind];
  const this_ = kind === "team" ? "Dit" : "Deze";
  throw new UserError(`${this_} ${one} kennen wij niet, of valt buiten wat u mag zien. Kies er een uit de lijst.`);
}

function readWet(text: string | undefined): RuleChoice["wet"] {
  if (text === undefined || text === "") return null;
  if (text === "Wmo" || text === "Jeugdwet") return text;
  throw new UserError("Kies bij 'Wet' Wmo of Jeugdwet.");
}
