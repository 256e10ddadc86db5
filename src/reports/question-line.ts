import {wijkOf} from "../standards/areas.ts";
import {lastDay, monthOf, monthRange} from "../standards/calendar.ts";
import {formatDateShort, formatMonth, formatSpan} from "./format.ts";
import type {Names} from "./place/names.ts";
import type {Place} from "./place/place.ts";
import {type FilterName, filterValue, type SplitName, type View, viewQuery, widen} from "./view.ts";

/** The question of a page in words, and the form that changes it. It also heads files and mails. */
export interface QuestionLine {
  readonly words: readonly Word[];
  readonly fields: readonly Field[];
  /** Narrowing that has no field of its own; travels along with the form. */
  readonly carried: readonly {readonly name: string; readonly value: string}[];
  /** Ways to take one narrowing away. */
  readonly widenings: readonly {readonly label: string; readonly href: string}[];
  readonly action: string;
}

export interface Word {
  readonly text: string;
  readonly isChoice: boolean;
}

/** A choice of one, or of several. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
  /** What is to be known to choose several; absent: one is chosen. */
  readonly several?: string;
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly isChosen: boolean;
}

/** How a split is called in "per wijk" and in "Verdeeld per". */
export const splitWords: Readonly<Record<SplitName, string>> = {
  wijk: "wijk",
  buurt: "buurt",
  wet: "wet",
  productgroep: "productgroep",
  product: "product",
  aanbieder: "aanbieder",
  team: "team",
  verwijzer: "verwijzer",
  "verwijzer-praktijk": "praktijk",
  leeftijdsgroep: "leeftijd",
};

/** The splits that say something in a view: not the one it is narrowed to, and parts only inside their whole. */
export function usefulSplits(view: View): SplitName[] {
  const has = (name: FilterName) => filterValue(view, name) !== null;
  const splits: SplitName[] = [has("wijk") ? "buurt" : "wijk", has("productgroep") ? "product" : "productgroep"];
  splits.push("aanbieder", "team", has("verwijzer") ? "verwijzer-praktijk" : "verwijzer", "wet", "leeftijdsgroep");
  const useful = splits.filter((name) => !has(name as FilterName));
  return useful.includes(view.splitBy) ? useful : [...useful, view.splitBy];
}

export interface QuestionLineInput {
  readonly view: View;
  readonly place: Place;
  readonly names: Names;
  /** What is shown: "kosten en resultaat". */
  readonly subject: string;
  readonly action: string;
  readonly hasSplit: boolean;
}

export function questionLine({view, place, names, subject, action, hasSplit}: QuestionLineInput): QuestionLine {
  const others = view.where.filter(({dimension}) => !["wet", "wijk", "buurt"].includes(dimension));
  return {
    words: questionWords(view, place, names, subject, hasSplit),
    fields: [
      areaField(view, place, names),
      wetField(view),
      monthField("van", "Van", view.from, place),
      monthField("tot", "Tot en met", view.to, place),
      ...(hasSplit ? [splitField(view)] : []),
      knownOnField(view, place),
    ],
    carried: others.map(({dimension, value}) => ({name: dimension, value})),
    widenings: others.map(({dimension, value}) => ({
      label: `Zonder ${names.nameOf(dimension, value)}`,
      href: hrefWith(action, viewQuery(widen(view, dimension as FilterName), place)),
    })),
    action,
  };
}

/** The question as plain text. */
export function questionText(line: QuestionLine): string {
  return line.words.map((word) => word.text).join("");
}

export function hrefWith(path: string, query: string): string {
  return query === "" ? path : `${path}?${query}`;
}

/** The name of the area a view is about. */
export function areaName(view: View, place: Place, names: Names): string {
  const buurt = filterValue(view, "buurt");
  if (buurt !== null) return names.nameOf("buurt", buurt);
  const wijk = filterValue(view, "wijk");
  return wijk === null ? place.area : names.nameOf("wijk", wijk);
}

export function wetWords(view: View): string {
  return filterValue(view, "wet") ?? "Wmo en Jeugd";
}

function questionWords(view: View, place: Place, names: Names, subject: string, hasSplit: boolean): Word[] {
  const choice = (text: string): Word => ({text, isChoice: true});
  const plain = (text: string): Word => ({text, isChoice: false});
  const words = [plain("U ziet "), choice(subject), plain(" voor "), choice(areaName(view, place, names)), plain(", ")];
  words.push(choice(wetWords(view)));
  for (const {dimension, value} of view.where) {
    if (["wet", "wijk", "buurt"].includes(dimension)) continue;
    words.push(plain(`, ${splitWords[dimension as SplitName]} `), choice(names.nameOf(dimension, value)));
  }
  words.push(plain(", van "), choice(formatSpan(view.from, view.to)));
  if (hasSplit) words.push(plain(", per "), choice(splitWords[view.splitBy]));
  words.push(plain(", zoals bekend op "), choice(formatDateShort(view.knownOn)));
  return words;
}

function areaField(view: View, place: Place, names: Names): Field {
  const chosen = filterValue(view, "buurt") ?? filterValue(view, "wijk") ?? place.gemeenteCode;
  const wijk = filterValue(view, "wijk");
  const options = [{value: place.gemeenteCode, label: place.area, isChosen: chosen === place.gemeenteCode}];
  for (const code of names.codesOf("wijk")) {
    options.push({value: code, label: names.nameOf("wijk", code), isChosen: chosen === code});
    if (code !== wijk) continue;
    for (const buurt of names.codesOf("buurt")) {
      if (wijkOf(buurt) !== code) continue;
      options.push({value: buurt, label: `\u2003${names.nameOf("buurt", buurt)}`, isChosen: chosen === buurt});
    }
  }
  return {name: "gebied", label: "Gebied", options};
}

export function wetField(view: View): Field {
  const chosen = filterValue(view, "wet") ?? "";
  const options = [
    {value: "", label: "Wmo en Jeugd"},
    {value: "Wmo", label: "Wmo"},
    {value: "Jeugdwet", label: "Jeugdwet"},
  ].map((option) => ({...option, isChosen: option.value === chosen}));
  return {name: "wet", label: "Wet", options};
}

export function monthField(name: string, label: string, chosen: string, place: Place): Field {
  const options = monthRange(place.firstMonth, place.lastMonth).map((month) => ({
    value: month,
    label: formatMonth(month),
    isChosen: month === chosen,
  }));
  return {name, label, options};
}

/** As known now, or at the end of a month. */
export function knownOnField({knownOn}: View, {firstMonth, dataDate}: Place): Field {
  const ends = monthRange(firstMonth, monthOf(dataDate))
    .map(lastDay)
    .filter((day) => day < dataDate);
  const options = [dataDate, ...ends.reverse()].map((day) => ({
    value: day,
    label: day === dataDate ? `${formatDateShort(day)} (nu)` : formatDateShort(day),
    isChosen: day === knownOn,
  }));
  return {name: "op", label: "Zoals bekend op", options};
}

function splitField(view: View): Field {
  const options = usefulSplits(view).map((name) => ({
    value: name,
    label: splitWords[name][0]!.toUpperCase() + splitWords[name].slice(1),
    isChosen: name === view.splitBy,
  }));
  return {name: "per", label: "Verdeeld per", options};
}
