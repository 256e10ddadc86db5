import {dayNumberOf} from "../../../standards/calendar.ts";
import {codeListOf, codesIn} from "../../../standards/istandaarden/code-lists.ts";
import type {MessageTable} from "../../../standards/istandaarden/message-table.ts";
import type {SimpleType, TextPattern} from "../../../standards/istandaarden/simple-types.ts";
import {daysIn, type LeafReader, type LeafValue} from "../values.ts";
import {blank, carriageReturn, digit, high, letter, lineFeed, sign} from "./byte-classes.ts";
import {createCodes} from "./code-table.ts";
import {knownText} from "./known-texts.ts";
import {decodeLeaf} from "./leaf-text.ts";

/**
 * Reads a leaf where it stands; `classes` is all that its bytes are. Undefined: not allowed, or in doubt.
 *
 * Each takes the usual way of writing by itself, and leaves what is odd to the reader of texts, so that no type is
 * defined twice.
 */
export type ByteReader = (bytes: Buffer, start: number, end: number, classes: number) => LeafValue | undefined;

/** What a text that nobody reads is said to be. */
const unread = "";

export function byteReader(type: SimpleType, table: MessageTable, reader: LeafReader, isRead: boolean): ByteReader {
  const readOdd = oddReader(reader);
  switch (type.kind) {
    case "integer":
      return integerReader(type.max, readOdd);
    case "date":
      return dateReader(readOdd);
    case "time":
      return timeReader(readOdd);
    case "code":
      return codeReader([...codesIn(codeListOf(type.list, table.wet), table.release)], readOdd);
    case "fixed":
      return codeReader([type.value], readOdd);
    case "text":
      return type.pattern === "version"
        ? versionReader(readOdd)
        : textReader(type.maxLength, type.pattern, isRead, readOdd);
  }
}

function oddReader(reader: LeafReader): ByteReader {
  return (bytes, start, end) => {
    const text = decodeLeaf(bytes, start, end);
    const value = text === null ? undefined : reader(text);
    // A date that no database can hold is refused with a finding, and those are not made here.
    return Number.isNaN(value) ? undefined : value;
  };
}

function integerReader(max: number, readOdd: ByteReader): ByteReader {
  return (bytes, start, end, classes) => {
    if (classes !== digit) return readOdd(bytes, start, end, classes);
    let value = 0;
    for (let at = start; at < end; at++) value = value * 10 + bytes[at]! - 48;
    return value <= max ? value : undefined;
  };
}

function dateReader(readOdd: ByteReader): ByteReader {
  return (bytes, start, end, classes) => {
    if (end - start !== 10 || bytes[start + 4] !== 45 || bytes[start + 7] !== 45) {
      return readOdd(bytes, start, end, classes);
    }
    const year = twoDigits(bytes, start) * 100 + twoDigits(bytes, start + 2);
    const month = twoDigits(bytes, start + 5);
    const day = twoDigits(bytes, start + 8);
    const isDay = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
    return isDay ? dayNumberOf(year, month, day) : readOdd(bytes, start, end, classes);
  };
}

function timeReader(readOdd: ByteReader): ByteReader {
  return (bytes, start, end, classes) => {
    if (end - start !== 8 || bytes[start + 2] !== 58 || bytes[start + 5] !== 58) {
      return readOdd(bytes, start, end, classes);
    }
    const hour = twoDigits(bytes, start);
    const minute = twoDigits(bytes, start + 3);
    const second = twoDigits(bytes, start + 6);
    const isTime = hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59;
    return isTime ? ((hour * 60 + minute) * 60 + second) * 1_000_000 : readOdd(bytes, start, end, classes);
  };
}

// So far below zero that no sum with it can be a part of a date or a time.
const noDigits = -1_000_000;

function twoDigits(bytes: Buffer, at: number): number {
  const tens = bytes[at]! - 48;
  const ones = bytes[at + 1]! - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : noDigits;
}

function codeReader(codes: readonly string[], readOdd: ByteReader): ByteReader {
  const find = createCodes(codes);
  return (bytes, start, end, classes) => find(bytes, start, end) ?? readOdd(bytes, start, end, classes);
}

/** "1.0.0" and its like, that every message has two of or more. */
function versionReader(readOdd: ByteReader): ByteReader {
  return (bytes, start, end, classes) => {
    const isShort = end - start === 5 && bytes[start + 1] === 46 && bytes[start + 3] === 46;
    const isVersion = isShort && isDigit(bytes[start]!) && isDigit(bytes[start + 2]!) && isDigit(bytes[start + 4]!);
    return isVersion ? knownText(bytes, start, end) : readOdd(bytes, start, end, classes);
  };
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

interface TextClasses {
  readonly allowed: number;
  /** At least one of these must be there. */
  readonly needed: number;
}

const visible = digit | letter | sign | high;

const textClasses: Readonly<Record<Exclude<TextPattern, "version">, TextClasses>> = {
  any: {allowed: visible | blank | lineFeed, needed: visible | blank | lineFeed},
  line: {allowed: visible | blank, needed: visible},
  prose: {allowed: visible | blank | lineFeed | carriageReturn, needed: visible},
  digits: {allowed: digit, needed: digit},
  digits4: {allowed: digit, needed: digit},
  digits8: {allowed: digit, needed: digit},
  digits9: {allowed: digit, needed: digit},
  alphanumeric: {allowed: digit | letter, needed: digit | letter},
  initials: {allowed: letter, needed: letter},
};

function textReader(
  maxLength: number,
  pattern: Exclude<TextPattern, "version">,
  isRead: boolean,
  readOdd: ByteReader,
): ByteReader {
  const {needed} = textClasses[pattern];
  // What is read becomes a string byte by byte; what is not need only be proven right.
  const allowed = textClasses[pattern].allowed & (isRead ? ~(high | carriageReturn) : ~0);
  const minLength = /^digits\d$/.test(pattern) ? maxLength : 1;
  return (bytes, start, end, classes) => {
    const length = end - start;
    // No text has more characters than bytes, so one that is short enough in bytes is short enough.
    const isUsual =
      (classes & ~allowed) === 0 && (classes & needed) !== 0 && length >= minLength && length <= maxLength;
    if (!isUsual) return readOdd(bytes, start, end, classes);
    return isRead ? knownText(bytes, start, end) : unread;
  };
}
