import {dayNumberOf} from "../../standards/calendar.ts";
import {codeListOf, codesIn} from "../../standards/istandaarden/code-lists.ts";
import type {Release, Wet} from "../../standards/istandaarden/release.ts";
import type {SimpleType, TextPattern} from "../../standards/istandaarden/simple-types.ts";

/** What a leaf holds: text, a whole number, a date in days since 1970, a time in microseconds since midnight. */
export type LeafValue = string | number;

/** Reads the text of a leaf; undefined when the type does not allow it. NaN is a date that no database can hold. */
export type LeafReader = (text: string) => LeafValue | undefined;

export function leafReader(type: SimpleType, wet: Wet, release: Release): LeafReader {
  switch (type.kind) {
    case "text":
      return textReader(type.maxLength, type.pattern);
    case "code": {
      const codes = codesIn(codeListOf(type.list, wet), release);
      return (text) => (codes.has(text) ? text : undefined);
    }
    case "integer":
      return (text) => readInteger(text, type.max);
    case "date":
      return readDate;
    case "time":
      return readTime;
    case "fixed":
      return (text) => ((type.isInteger ? collapse(text) : text) === type.value ? type.value : undefined);
  }
}

// `.` in a pattern of a schema excludes line ends, and its \s is these four blanks alone.
const patterns: Readonly<Record<TextPattern, (text: string) => boolean>> = {
  any: (text) => text !== "",
  line: (text) => /[^ \t]/.test(text) && !/[\n\r]/.test(text),
  prose: (text) => /[^ \t\n\r]/.test(text),
  digits: (text) => /^[0-9]+$/.test(text),
  digits4: (text) => /^[0-9]{4}$/.test(text),
  digits8: (text) => /^[0-9]{8}$/.test(text),
  digits9: (text) => /^[0-9]{9}$/.test(text),
  alphanumeric: (text) => /^[a-zA-Z0-9]+$/.test(text),
  initials: (text) => /^[a-zA-ZÀ-ỳ]+$/.test(text),
  version: (text) => /^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$/.test(text),
};

function textReader(maxLength: number, pattern: TextPattern): LeafReader {
  const matches = patterns[pattern];
  return (text) => (isWithin(text, maxLength) && matches(text) ? text : undefined);
}

/** Length counts code points: a letter outside the basic plane is two units of a string and one of a type. */
function isWithin(text: string, maxLength: number): boolean {
  if (text.length <= maxLength) return true;
  if (text.length > maxLength * 2) return false;
  let length = 0;
  for (const _ of text) length++;
  return length <= maxLength;
}

function readInteger(text: string, max: number): number | undefined {
  const value = plainDigits(text) ?? signedDigits(text);
  return value !== undefined && value <= max ? value : undefined;
}

function plainDigits(text: string): number | undefined {
  const length = text.length;
  if (length === 0 || length > 15) return undefined;
  let value = 0;
  for (let i = 0; i < length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

/** "+5", " 5 ", "-0" and "000…07" are whole numbers too. */
function signedDigits(text: string): number | undefined {
  const match = /^([+-]?)0*([0-9]{1,15})$/.exec(collapse(text));
  if (match === null) return undefined;
  const value = Number(match[2]);
  return match[1] === "-" && value !== 0 ? undefined : value;
}

function readDate(text: string): number | undefined {
  if (text.length === 10 && text.charCodeAt(4) === 45 && text.charCodeAt(7) === 45) {
    const year = digitsAt(text, 0, 4);
    const month = digitsAt(text, 5, 2);
    const day = digitsAt(text, 8, 2);
    if (year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)) {
      return dayNumberOf(year, month, day);
    }
  }
  return readOddDate(collapse(text));
}

/** Blanks around it, and years of more than four figures or before the era. */
function readOddDate(text: string): number | undefined {
  const match = /^(-?)([0-9]{4,})-([0-9]{2})-([0-9]{2})$/.exec(text);
  if (match === null) return undefined;
  const [, sign = "", yearText = ""] = match;
  const year = Number(yearText);
  const month = Number(match[3]);
  const day = Number(match[4]);
  if (year === 0 || (yearText.length > 4 && yearText.startsWith("0")) || !(year <= 2 ** 53)) return undefined;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return sign === "" && year <= 9999 ? dayNumberOf(year, month, day) : Number.NaN;
}

function readTime(text: string): number | undefined {
  const match = /^([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]+))?$/.exec(collapse(text));
  if (match === null) return undefined;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const fraction = Number(`${match[4] ?? ""}000000`.slice(0, 6));
  const isEndOfDay = hour === 24 && minute === 0 && second === 0 && !/[1-9]/.test(match[4] ?? "");
  if (!isEndOfDay && (hour > 23 || minute > 59 || second > 59)) return undefined;
  return ((hour * 60 + minute) * 60 + second) * 1_000_000 + fraction;
}

/**
 * Without the blanks around it: those of XML, not those of JavaScript, that has many more.
 *
 * By hand, because a pattern that looks for blanks at the end tries every place, and a sender may write a million.
 */
function collapse(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

/** -1 or less when one is no digit. */
function digitsAt(text: string, start: number, count: number): number {
  let value = 0;
  for (let i = start; i < start + count; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

export function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
