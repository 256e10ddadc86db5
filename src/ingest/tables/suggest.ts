import {type ColumnContent, contentOf} from "./column-content.ts";
import {type TableField, type TableKind, tableFields, tableKinds} from "./fields.ts";
import type {Choice, Koppeling} from "./koppeling.ts";
import {readValue, spell} from "./read-value.ts";
import type {Cell, Sheet} from "./sheet.ts";

/** Which column a field seems to be, how sure that is (0 to 1), and why. */
export interface Suggestion {
  readonly field: TableField;
  readonly column: string;
  readonly choice: Choice;
  readonly score: number;
  readonly reason: string;
}

export interface Proposal {
  readonly kind: TableKind;
  /** The best column for each field that has one, in the order of the fields. */
  readonly suggestions: readonly Suggestion[];
  readonly missing: readonly TableField[];
  readonly unusedColumns: readonly string[];
}

/** Below this a column is not proposed: choosing it is for a person. */
const leastScore = 0.45;

/** Proposes how to read a sheet, from the names of its columns and what stands in them. */
export function propose(sheet: Sheet, kind: TableKind | null = null): Proposal {
  const contents = sheet.header.map((name, index) => contentOf(name, sheet, index));
  const kinds = kind === null ? tableKinds : [kind];
  const proposals = kinds.map((one) => proposeAs(one, contents));
  return proposals.reduce((best, other) => (worth(other) > worth(best) ? other : best));
}

/** A proposal as a koppeling, to be read over before it is used. */
export function koppelingOf({kind, suggestions}: Proposal, bron: string): Koppeling {
  const kolommen = Object.fromEntries(suggestions.map(({field, choice}) => [field.name, choice]));
  return {versie: 1, bron, soort: kind, kolommen};
}

/** How a column is read as a field, for who chooses the column. */
export function choiceFor(field: TableField, sheet: Sheet, column: string): Choice {
  return choiceOf(field, contentOf(column, sheet, sheet.header.indexOf(column)));
}

/** A kind fits when its required fields are there and little is left over. */
function worth({suggestions, missing, unusedColumns}: Proposal): number {
  const sure = suggestions.reduce((sum, {score}) => sum + score, 0);
  return sure - 1.5 * missing.length - 0.25 * unusedColumns.length;
}

function proposeAs(kind: TableKind, contents: readonly ColumnContent[]): Proposal {
  const all = tableFields[kind].flatMap((field) =>
    contents.flatMap((content) => {
      const suggestion = suggestionOf(field, content);
      return suggestion === null ? [] : [suggestion];
    }),
  );
  const taken = new Set<string>();
  const chosen = new Map<string, Suggestion>();
  for (const one of all.sort((a, b) => b.score - a.score)) {
    if (chosen.has(one.field.name) || taken.has(one.column)) continue;
    chosen.set(one.field.name, one);
    taken.add(one.column);
  }
  return {
    kind,
    suggestions: tableFields[kind].flatMap(({name}) => chosen.get(name) ?? []),
    missing: tableFields[kind].filter(({name, isRequired}) => isRequired && !chosen.has(name)),
    unusedColumns: contents.map(({name}) => name).filter((name) => name !== "" && !taken.has(name)),
  };
}

function suggestionOf(field: TableField, content: ColumnContent): Suggestion | null {
  const name = nameScore(field, content.name);
  const choice = choiceOf(field, content);
  const fits = fitOf(field, choice, content);
  const telling = fits.share >= 0.95 && isTelling(field, content);
  const score = scoreOf(name, fits, telling);
  if (score < leastScore) return null;
  return {field, column: content.name, choice, score, reason: reasonOf(name, fits, telling, field)};
}

/** How much of what is in a column the field can read; null: the column is empty. */
interface Fit {
  readonly share: number;
  readonly isEmpty: boolean;
}

function scoreOf(name: number, {share, isEmpty}: Fit, telling: boolean): number {
  if (isEmpty) return name * 0.8;
  // A name that the content belies says nothing.
  if (share < 0.5) return name * 0.3;
  return Math.max(name * 0.75 + share * 0.25 * (name > 0 ? 1 : 0), telling ? 0.6 : 0) - (1 - share) * 0.2;
}

/** Contents that hardly anything else has: a Bsn passes the elfproef once in eleven numbers, a column of them never. */
function isTelling(field: TableField, {values}: ColumnContent): boolean {
  if (values.length < 3) return false;
  if (field.type === "bsn" || field.type === "buurt" || field.type === "wijk") return true;
  if (field.type === "postcode") return values.every((value) => /^\d{4}\s?[A-Z]{2}$/i.test(String(value)));
  if (field.name === "wet") return true;
  return field.name === "product_code" && values.every((value) => /^\d\d[0-9A-Z]{3}$/.test(String(value)));
}

function reasonOf(name: number, {share, isEmpty}: Fit, telling: boolean, field: TableField): string {
  const called = name >= 1 ? "de naam zegt het" : name > 0 ? "de naam lijkt erop" : "";
  if (isEmpty) return `${called}; de kolom is leeg`;
  const percent = `${Math.round(share * 100)} %`;
  const content = share >= 0.995 ? `alle waarden passen` : `${percent} van de waarden past`;
  const why = telling && field.type === "bsn" ? "elk nummer klopt met de elfproef" : content;
  return called === "" ? why : `${called}; ${why}`;
}

/** 1: it bears one of the names; less the further it is from them. */
export function nameScore({words}: TableField, column: string): number {
  const bare = bareName(column);
  if (bare === "") return 0;
  const names = words.map(bareName);
  const at = names.indexOf(bare);
  if (at >= 0) return 1 - at * 0.01;
  const tokens = tokensOf(column);
  const partly = words.map((word) => overlap(tokensOf(word), tokens));
  return Math.max(0, ...partly) * 0.85;
}

function bareName(text: string): string {
  // "BESCHIKTEVOORZIENING.DATUMSTART" and "toewijzing/datumStart": the last part is the name.
  const own = text.split(/[./:]/).at(-1) ?? text;
  return own
    .normalize("NFD")
    .replaceAll(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}

function tokensOf(text: string): string[] {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((token) => token.length > 1 && !fillers.has(token));
}

const fillers = new Set(["de", "het", "een", "van", "op", "code", "nummer", "nr"]);

/** Share of the words of both that they have in common. */
function overlap(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return 0;
  const common = left.filter((token) => right.includes(token)).length;
  const share = (2 * common) / (left.length + right.length);
  return share > 0.6 ? share : 0;
}

function choiceOf(field: TableField, content: ColumnContent): Choice {
  const {name, dateFormat, decimal} = content;
  switch (field.type) {
    case "datum":
    case "moment":
    case "geboortedatum":
      return dateFormat === null || dateFormat === "jjjj-mm-dd" ? {kolom: name} : {kolom: name, datum: dateFormat};
    case "bedrag": {
      const isCents = /cent/i.test(name);
      return {kolom: name, bedrag: isCents ? "cent" : "euro", ...(decimal === "." ? {decimaal: "."} : {})};
    }
    case "code":
    case "keuze":
      return withWords(field, content);
    default:
      return {kolom: name};
  }
}

/** Words of theirs that our lists do not have and that we know all the same. */
function withWords(field: TableField, {name, distinct}: ColumnContent): Choice {
  const waarden: Record<string, string> = {};
  for (const value of distinct) {
    const ours = otherWords[field.name]?.[spell(String(value))];
    if (ours !== undefined) waarden[String(value)] = ours;
  }
  return Object.keys(waarden).length === 0 ? {kolom: name} : {kolom: name, waarden};
}

const otherWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  geslacht: {m: "1", man: "1", jongen: "1", v: "2", vrouw: "2", meisje: "2", x: "0", o: "0"},
  eenheid: {
    min: "01",
    minuten: "01",
    uren: "04",
    u: "04",
    etmalen: "14",
    dagdeel: "16",
    dagdelen: "16",
    stuk: "84",
    stuks: "84",
    euro: "83",
    euros: "83",
  },
  frequentie: {dag: "1", week: "2", maand: "4", totaal: "6", "per toewijzing": "6", dagelijks: "1", wekelijks: "2"},
  verwijzer_type: {
    "zelfverwijzer / geen verwijzer": "06",
    zelfverwijzer: "06",
    gi: "04",
    specialist: "05",
    rechter: "08",
  },
};

function fitOf(field: TableField, choice: Choice, content: ColumnContent): Fit {
  const {values} = content;
  if (values.length === 0) return {share: 1, isEmpty: true};
  const right = values.filter((value) => reads(field, choice, value)).length;
  return {share: right / values.length, isEmpty: false};
}

function reads(field: TableField, choice: Choice, value: Cell): boolean {
  // Of a code it is not known yet of which wet it is: one of the two will do.
  return (["Wmo", "Jeugdwet"] as const).some((wet) => {
    const read = readValue(field, choice, value, wet);
    return read !== null && typeof read !== "object";
  });
}
