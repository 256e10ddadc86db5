import type {ProblemFilter} from "../../analysis/quality/problem-filter.ts";
import {UserError} from "../../errors.ts";
import {isMonth, type Month, monthRange} from "../../standards/calendar.ts";
import {compareDutch, formatDateShort, formatMonth} from "../format.ts";
import type {Names} from "../place/names.ts";
import {lastWholeMonth, type Place} from "../place/place.ts";
import {
  type Field,
  hrefWith,
  knownOnField,
  type QuestionLine,
  type Word,
  wetField,
  wetWords,
} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import {filterValue, parseView, type Query, type View} from "../view.ts";

/** What a page about the quality of the data shows. A URL holds exactly this. */
export interface QualityView {
  /** Which day, wet and aanbieder; its months are those over which ledger and Berichten are laid beside each other. */
  readonly view: View;
  /** Of the Bericht that would mend it; null: all. */
  readonly soort: string | null;
  /** The month it is about; null: all. */
  readonly month: Month | null;
}

const soorten: Readonly<Record<string, string>> = {
  "301": "Toewijzing (301)",
  "307": "Stop (307)",
  "323": "Declaratie (323)",
};

/**
 * Reads a view of the quality of the data from a query string.
 *
 * @throws UserError  one Dutch line when a value cannot be shown
 */
export function parseQualityView(query: Query, {place, names}: Sources): QualityView {
  const view = parseView({op: query.op, wet: query.wet, aanbieder: query.aanbieder}, place, names);
  const soort = query.bericht === undefined || query.bericht === "" ? null : query.bericht;
  if (soort !== null && soorten[soort] === undefined) {
    throw new UserError(`Kies bij 'Bericht' een van deze: ${Object.keys(soorten).join(", ")}.`);
  }
  const month = query.maand === undefined || query.maand === "" ? null : query.maand;
  if (month !== null && !isMonth(month)) throw new UserError("Schrijf de maand bij 'Over de maand' als 2026-01.");
  return {view, soort, month};
}

export function filterOf({view, soort, month}: QualityView, controle: string | null = null): ProblemFilter {
  return {
    gemeenteCode: view.gemeenteCode,
    knownOn: view.knownOn,
    controle,
    wet: filterValue(view, "wet"),
    aanbieder: filterValue(view, "aanbieder"),
    soort,
    month,
  };
}

/** The query string that parseQualityView reads back, without what is the default. */
export function qualityQuery({view, soort, month}: QualityView, place: Place): string {
  const query = new URLSearchParams();
  for (const {dimension, value} of view.where) query.set(dimension, value);
  if (soort !== null) query.set("bericht", soort);
  if (month !== null) query.set("maand", month);
  if (view.knownOn !== place.dataDate) query.set("op", view.knownOn);
  return query.toString();
}

export function qualityHref(path: string, view: QualityView, place: Place): string {
  return hrefWith(path, qualityQuery(view, place));
}

export interface QualityQuestionInput {
  readonly view: QualityView;
  readonly sources: Sources;
  readonly subject: string;
  readonly action: string;
  /** The page is about one aanbieder already. */
  readonly hasAanbieder: boolean;
}

export function qualityQuestion({view, sources, subject, action, hasAanbieder}: QualityQuestionInput): QuestionLine {
  const {place, names} = sources;
  const fields: Field[] = [wetField(view.view)];
  if (!hasAanbieder) fields.push(aanbiederField(view.view, names));
  fields.push(berichtField(view), monthField(view, place), knownOnField(view.view, place));
  return {
    words: words({view, sources, subject, action, hasAanbieder}),
    fields,
    carried: [],
    widenings: widenings(view, sources, action),
    action,
  };
}

function words({view: asked, sources, subject, hasAanbieder}: QualityQuestionInput): Word[] {
  const {view, soort, month} = asked;
  const {place, names} = sources;
  const choice = (text: string): Word => ({text, isChoice: true});
  const plain = (text: string): Word => ({text, isChoice: false});
  const aanbieder = filterValue(view, "aanbieder");
  const line = [plain("U ziet "), choice(subject), plain(" voor "), choice(place.area), plain(", ")];
  if (!hasAanbieder) {
    const name = aanbieder === null ? "alle aanbieders" : names.nameOf("aanbieder", aanbieder);
    line.push(choice(name), plain(", "));
  }
  line.push(choice(wetWords(view)));
  if (soort !== null) line.push(plain(", bericht "), choice(soort));
  if (month !== null) line.push(plain(", over "), choice(formatMonth(month)));
  line.push(plain(", zoals bekend op "), choice(formatDateShort(view.knownOn)));
  return line;
}

function widenings(view: QualityView, {place, names}: Sources, action: string): QuestionLine["widenings"] {
  const without = (changed: QualityView) => qualityHref(action, changed, place);
  const found: {label: string; href: string}[] = [];
  const aanbieder = filterValue(view.view, "aanbieder");
  if (aanbieder !== null) {
    const where = view.view.where.filter(({dimension}) => dimension !== "aanbieder");
    found.push({
      label: `Zonder ${names.nameOf("aanbieder", aanbieder)}`,
      href: without({...view, view: {...view.view, where}}),
    });
  }
  if (view.soort !== null) found.push({label: "Alle berichten", href: without({...view, soort: null})});
  if (view.month !== null) found.push({label: "Alle maanden", href: without({...view, month: null})});
  return found;
}

export function aanbiederField(view: View, names: Names): Field {
  const chosen = filterValue(view, "aanbieder") ?? "";
  const options = [...names.codesOf("aanbieder")]
    .map((value) => ({value, label: names.nameOf("aanbieder", value), isChosen: value === chosen}))
    .sort((a, b) => compareDutch(a.label, b.label));
  const all = {value: "", label: "Alle aanbieders", isChosen: chosen === ""};
  return {name: "aanbieder", label: "Aanbieder", options: [all, ...options]};
}

function berichtField({soort}: QualityView): Field {
  const options = Object.entries(soorten).map(([value, label]) => ({value, label, isChosen: value === soort}));
  const all = {value: "", label: "Alle berichten", isChosen: soort === null};
  return {name: "bericht", label: "Bericht", options: [all, ...options]};
}

function monthField({view, month}: QualityView, place: Place): Field {
  const options = monthRange(place.firstMonth, lastWholeMonth(place, view.knownOn))
    .reverse()
    .map((value) => ({value, label: formatMonth(value), isChosen: value === month}));
  const all = {value: "", label: "Alle maanden", isChosen: month === null};
  return {name: "maand", label: "Over de maand", options: [all, ...options]};
}
