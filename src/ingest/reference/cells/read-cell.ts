import type {ColumnType, Value} from "../../../database/database.ts";
import type {ColumnWords} from "../../../database/reference/table-words.ts";
import {areaKind} from "../../../standards/areas.ts";
import {isBsn} from "../../../standards/bsn.ts";
import {cellText, type SheetCell} from "../../sheet/sheet.ts";
import {readDay, readDayNumber} from "./dates.ts";
import {expectedChoice} from "./expected-choice.ts";
import {type NumberStyle, readNumber} from "./numbers.ts";
import {simpleName} from "./simple-name.ts";

/** What is known of a column before its cells are read. */
export interface CellColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly words: ColumnWords;
  readonly style: NumberStyle;
  /** The amounts stand in euros and become cents. */
  readonly isEuro: boolean;
}

export type CellReading =
  | {readonly value: Exclude<Value, object>; readonly doubt?: Doubt}
  /** What should have stood there. */
  | {readonly expected: string};

/** A value that we could read, in a way that someone must agree with. */
export type Doubt = "getal als datum" | "nul weg" | "afgerond";

/** The value of a cell by its column; null when it is empty. */
export function readCell(column: CellColumn, cell: SheetCell): CellReading {
  const text = cellText(cell);
  if (text === "") return {value: null};
  if (isSheetError(text)) return {expected: "een waarde; hier staat een fout van het rekenblad"};
  if (/^[=@]/.test(text)) return {expected: "een waarde; hier staat een formule. Plak de uitkomst"};
  switch (column.type) {
    case "integer":
    case "bigint":
      return readWhole(column, cell, text);
    case "double":
      return readDecimal(column, cell, text);
    case "date":
      return readDate(cell, text);
    default:
      return readText(column, cell, text);
  }
}

function isSheetError(text: string): boolean {
  return /^#(N\/[AB]|DIV\/0!|DEEL\/0!|REF!|VERW!|NAME\?|NAAM\?|VALUE!|WAARDE!|NUM!|GETAL!|NULL!|LEEG!|SPILL!)$/.test(
    text,
  );
}

const wholeExample = "een geheel getal als 1250, zonder punten";

function readWhole({name, type, words, style, isEuro}: CellColumn, cell: SheetCell, text: string): CellReading {
  if (isDay(cell)) return {expected: `${wholeExample}; hier staat een datum`};
  const read = typeof cell === "number" ? cell : readNumber(text, style);
  if (typeof read === "string") return {expected: isEuro ? "een bedrag als 12,50" : wholeExample};
  const exact = isEuro ? read * 100 : read;
  const value = Math.round(exact);
  const isWhole = Math.abs(exact - value) < 1e-6;
  if (!isEuro && !isWhole) return {expected: wholeExample};
  const limit = type === "integer" ? 2 ** 31 - 1 : Number.MAX_SAFE_INTEGER;
  if (Math.abs(value) > limit) return {expected: wholeExample};
  if (words.isPositive && value < 0) return {expected: "een getal vanaf 0"};
  const bounds = wholeBounds[name];
  if (bounds !== undefined && (value < bounds[0] || value > bounds[1])) {
    return {expected: `een getal van ${bounds[0]} tot en met ${bounds[1]}`};
  }
  return isWhole ? {value} : {value, doubt: "afgerond"};
}

const wholeBounds: Readonly<Record<string, readonly [number, number]>> = {
  jaar: [1900, 2200],
  kwartaal: [1, 4],
  maand: [1, 12],
  leeftijd_van: [0, 130],
  leeftijd_tot: [0, 130],
};

function readDecimal({words, style}: CellColumn, cell: SheetCell, text: string): CellReading {
  // Of one point or comma in a column of decimals nothing else can be meant, unless it shows that it groups.
  const read = typeof cell === "number" ? cell : readNumber(text, style ?? (text.includes(",") ? "," : "."));
  if (typeof read === "string" || isDay(cell)) return {expected: "een getal als 12,5"};
  return words.isPositive && read < 0 ? {expected: "een getal vanaf 0"} : {value: read};
}

function readDate(cell: SheetCell, text: string): CellReading {
  if (isDay(cell)) return {value: text};
  const day = readDay(text);
  if (day !== null) return {value: day};
  const counted = readDayNumber(text);
  return counted === null ? {expected: "een datum als 2025-01-31"} : {value: counted, doubt: "getal als datum"};
}

function readText({name, words}: CellColumn, cell: SheetCell, text: string): CellReading {
  if (isDay(cell)) return {expected: "tekst; hier staat een datum. Maak van de cel eerst tekst"};
  if (/^\d{9}$/.test(text) && isBsn(text)) return {expected: "geen Bsn. Haal personen uit dit bestand"};
  if (words.choices !== undefined) return readChoice(words.choices, text);
  if (words.codeLength !== undefined) return readCode(words, words.codeLength, text);
  const area = areaColumns[name];
  if (area !== undefined) return readArea(area, text);
  return name === "postcode" ? readPostcode(text) : {value: text};
}

function readChoice(choices: Readonly<Record<string, readonly string[]>>, text: string): CellReading {
  const typed = simpleName(text);
  const found = Object.entries(choices).find(([value, others]) =>
    [value, ...others].some((spelling) => simpleName(spelling) === typed),
  );
  return found === undefined ? {expected: expectedChoice(choices, text)} : {value: found[0]};
}

/** A sheet drops the zero before a number: 1019 was 01019. */
function readCode({isDigits}: ColumnWords, length: number, text: string): CellReading {
  const missing = length - text.length;
  if (/^\d+$/.test(text) && missing > 0 && missing <= Math.ceil(length / 3) && (isDigits || missing === 1)) {
    return {value: text.padStart(length, "0"), doubt: "nul weg"};
  }
  if (!isDigits || (/^\d+$/.test(text) && missing === 0)) return {value: text};
  return {expected: length === 8 ? "een AGB-code van 8 cijfers" : `een code van ${length} cijfers`};
}

const areaColumns: Readonly<Record<string, {kinds: readonly string[]; expected: string}>> = {
  gemeente_code: {kinds: ["gemeente"], expected: "een gemeentecode als GM9999"},
  wijk_code: {kinds: ["wijk"], expected: "een wijkcode als WK999901"},
  buurt_code: {kinds: ["buurt"], expected: "een buurtcode als BU99990101"},
  gebied_code: {kinds: ["gemeente", "wijk", "buurt"], expected: "een code als GM9999, WK999901 of BU99990101"},
};

function readArea({kinds, expected}: {kinds: readonly string[]; expected: string}, text: string): CellReading {
  const code = text.toUpperCase();
  const kind = areaKind(code);
  return kind !== null && kinds.includes(kind) ? {value: code} : {expected};
}

function readPostcode(text: string): CellReading {
  const postcode = text.replaceAll(/\s/g, "").toUpperCase();
  return /^\d{4}[A-Z]{2}$/.test(postcode) ? {value: postcode} : {expected: "een postcode als 9999AB"};
}

function isDay(cell: SheetCell): boolean {
  return typeof cell === "object" && cell !== null;
}
