import {areaKind} from "../../standards/areas.ts";
import {isBsn} from "../../standards/bsn.ts";
import {dayFromNumber, isIsoDate} from "../../standards/calendar.ts";
import {codeListOf} from "../../standards/istandaarden/code-lists.ts";
import type {Wet} from "../../standards/istandaarden/release.ts";
import {expectedChoice} from "../reference/cells/expected-choice.ts";
import type {TableField} from "./fields.ts";
import type {Choice, DateFormat} from "./koppeling.ts";
import type {Cell} from "./sheet.ts";

/** What a cell means to us: dates as "2025-01-31", amounts in cents; null is empty. */
export type FieldValue = string | number | null;

/** What should have stood there. Never what did: a column that shifted may hold a Bsn. */
export interface Expected {
  readonly expected: string;
}

/** @param wet  of the row; null while that is being read itself */
export function readValue(field: TableField, choice: Choice, cell: Cell, wet: Wet | null): FieldValue | Expected {
  const translated = translate(field, choice, cell);
  if (translated === null) return null;
  if (typeof translated === "string" && /^[=+@]/.test(translated)) return {expected: "een waarde, geen formule"};
  return readers[field.type]({field, choice, cell: translated, wet});
}

function translate(field: TableField, choice: Choice, cell: Cell): Cell {
  if ("vast" in choice) return choice.vast === "" ? null : choice.vast;
  if (cell === null) return null;
  const spelled = spell(String(cell));
  for (const [theirs, ours] of Object.entries(choice.waarden ?? {})) {
    if (spell(theirs) === spelled) return ours === "" ? null : ours;
  }
  for (const [ours, theirs] of Object.entries(field.choices ?? {})) {
    if (spell(ours) === spelled || theirs.includes(spelled)) return ours;
  }
  return cell;
}

/** Words as they are compared: without capitals and double spaces. */
export function spell(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, " ");
}

interface Reading {
  readonly field: TableField;
  readonly choice: Choice;
  readonly cell: string | number;
  readonly wet: Wet | null;
}

const readers: Readonly<Record<TableField["type"], (reading: Reading) => FieldValue | Expected>> = {
  // A spreadsheet takes the zeros in front of a number away.
  bsn: ({cell}) => check(digits(cell, 9), isBsn, "een burgerservicenummer dat klopt met de elfproef"),
  agb: ({cell}) => check(digits(cell, 8), (text) => /^\d{8}$/.test(text), "een AGB-code van 8 cijfers"),
  wet: ({cell, field}) => readWet(String(cell), field),
  nummer: ({cell}) => readWhole(cell, "een nummer"),
  aantal: ({cell}) => readWhole(cell, "een heel aantal"),
  tekst: ({cell}) => String(cell).slice(0, 200),
  datum: ({cell, choice}) => readDate(cell, choice),
  moment: ({cell, choice}) => readMoment(cell, choice),
  geboortedatum: ({cell, choice}) => (/^(18|19|20)\d\d$/.test(String(cell)) ? `${cell}-01-01` : readDate(cell, choice)),
  bedrag: ({cell, choice}) => readCents(cell, choice),
  code: readCode,
  keuze: ({cell, field: {choices}}) =>
    check(String(cell), (text) => Object.hasOwn(choices ?? {}, text), expectedChoice(choices ?? {}, String(cell))),
  productcode: ({cell}) =>
    check(String(cell).toUpperCase(), (text) => /^[0-9A-Z]{5}$/.test(text), "een productcode van 5 tekens als 02A03"),
  // An address abroad has no buurt of ours; it does not make the row wrong.
  postcode: ({cell}) => {
    const code = String(cell).replaceAll(/\s/g, "").toUpperCase();
    if (/^[1-9]\d{3}[A-Z]{2}$/.test(code)) return code;
    return code.length <= 10 ? null : {expected: "een postcode als 9999AB"};
  },
  wijk: ({cell}) => check(String(cell), (code) => areaKind(code) === "wijk", "een wijkcode als WK999901"),
  buurt: ({cell}) => check(String(cell), (code) => areaKind(code) === "buurt", "een buurtcode als BU99990101"),
  taakveld: ({cell}) => check(String(cell), (code) => /^\d\.\d{1,3}[a-z]?$/.test(code), "een taakveld als 6.791"),
  jaar: ({cell}) => between(readWhole(cell, "een jaar"), 1990, 2200, "een jaar als 2025"),
  maand: ({cell}) => between(readWhole(cell, "een maand"), 1, 12, "een maand van 1 tot en met 12"),
};

function check(text: string, isRight: (text: string) => boolean, expected: string): string | Expected {
  return isRight(text) ? text : {expected};
}

function digits(cell: string | number, length: number): string {
  return String(cell).replaceAll(/[\s.]/g, "").padStart(length, "0");
}

function readWet(text: string, {isRequired}: TableField): Wet | Expected | null {
  const spelled = spell(text);
  if (!isRequired && (spelled.startsWith("participatie") || spelled === "pw")) return null;
  if (spelled.startsWith("wmo") || spelled.startsWith("wet maatschappelijke")) return "Wmo";
  if (spelled.startsWith("jeugd") || spelled === "jw") return "Jeugdwet";
  return {expected: "Wmo of Jeugdwet"};
}

function readWhole(cell: string | number, what: string): number | Expected {
  // Not three zeros: 10.000 can mean ten thousand, and is not read as ten.
  const text = String(cell).replace(/[.,]0{1,2}$/, "");
  const value = Number(text);
  return /^-?\d{1,9}$/.test(text) ? value : {expected: `${what} zonder punten of komma's`};
}

function between(value: number | Expected, least: number, most: number, expected: string): number | Expected {
  return typeof value === "number" && value >= least && value <= most ? value : {expected};
}

/** A code of the list, with or without the zero in front; or its Dutch name in the list. */
function readCode({cell, field, wet}: Reading): string | Expected {
  const {labels} = codeListOf(field.list!, wet ?? "Wmo");
  const text = String(cell);
  const code = [text, text.padStart(2, "0"), text.replace(/^0/, "")].find((one) => Object.hasOwn(labels, one));
  if (code !== undefined) return code;
  const named = Object.entries(labels).find(([, label]) => spell(label) === spell(text));
  return named?.[0] ?? {expected: `een code of naam uit lijst ${codeListOf(field.list!, wet ?? "Wmo").name}`};
}

function readDate(cell: string | number, choice: Choice): string | Expected {
  const date = dateOf(cell, formatOf(choice));
  // A year that nobody lived in is a day and a month that changed places, or another number.
  if (date !== null && date >= "1880-01-01" && date < "2200-01-01") return date;
  return {expected: `een datum als ${examples[formatOf(choice)]}`};
}

/** "2025-01-31 09:30:00"; without a time it is the beginning of the day. */
function readMoment(cell: string | number, choice: Choice): string | Expected {
  const [, day = "", time = ""] = /^(\S+?)[ T](\d{1,2}:\d{2}(?::\d{2})?)/.exec(String(cell)) ?? [];
  const date = readDate(day === "" ? cell : day, choice);
  if (typeof date !== "string") return date;
  const [hours = "0", minutes = "0", seconds = "0"] = time.split(":");
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return {expected: "een tijd als 13:45:00"};
  return `${date} ${[hours || "0", minutes, seconds].map((part) => part.padStart(2, "0")).join(":")}`;
}

export function dateOf(cell: string | number, format: DateFormat): string | null {
  const text = String(cell).replace(/[ T]00:00(:00)?(\.0+)?$/, "");
  if (isIsoDate(text)) return text;
  if (format === "jjjj-mm-dd") return null;
  if (format === "excel") return excelDate(Number(cell));
  const parts =
    format === "jjjjmmdd" ? /^(\d{4})(\d\d)(\d\d)$/.exec(text) : /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  if (parts === null) return null;
  const [, first = "", second = "", third = ""] = parts;
  const [year, month, day] =
    format === "jjjjmmdd"
      ? [first, second, third]
      : format === "mm-dd-jjjj"
        ? [third, first, second]
        : [third, second, first];
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isIsoDate(date) ? date : null;
}

/** Excel counts days from 1900 and thinks that year had a leap day. */
function excelDate(serial: number): string | null {
  return Number.isFinite(serial) && serial > 366 && serial < 110_000
    ? dayFromNumber(Math.floor(serial) - 25_569)
    : null;
}

function formatOf(choice: Choice): DateFormat {
  return ("kolom" in choice ? choice.datum : undefined) ?? "jjjj-mm-dd";
}

const examples: Readonly<Record<DateFormat, string>> = {
  "jjjj-mm-dd": "2025-01-31",
  "dd-mm-jjjj": "31-01-2025",
  "mm-dd-jjjj": "01-31-2025",
  jjjjmmdd: "20250131",
  excel: "45688 (zoals Excel dagen telt)",
};

function readCents(cell: string | number, choice: Choice): number | Expected {
  const {bedrag = "euro", decimaal = ","} = "kolom" in choice ? choice : {};
  const amount = typeof cell === "number" ? cell : amountOf(cell, decimaal);
  if (amount === null || !Number.isFinite(amount)) {
    return {expected: decimaal === "," ? "een bedrag als 1.234,56" : "een bedrag als 1,234.56"};
  }
  const cents = Math.round(bedrag === "euro" ? amount * 100 : amount);
  return Math.abs(cents) <= 1e13 ? cents : {expected: "een bedrag"};
}

const withComma = /^-?(\d+|\d{1,3}(\.\d{3})+)(,\d{1,2})?-?$/;
const withPoint = /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d{1,2})?-?$/;

/** Thousands stand in threes or not at all: "1.23" with a decimal comma is no amount. */
export function amountOf(text: string, decimal: "," | "."): number | null {
  const shape = decimal === "," ? withComma : withPoint;
  const bare = text.replaceAll(/[€\s]|EUR/g, "");
  if (!shape.test(bare)) return null;
  const value = Number(
    bare
      .replaceAll("-", "")
      .replaceAll(decimal === "," ? "." : ",", "")
      .replace(",", "."),
  );
  return bare.includes("-") ? -value : value;
}
