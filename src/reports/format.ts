import type {IsoDate, Month} from "../standards/calendar.ts";

// All that a reader sees of numbers and dates is written here, so a page, a file and a mail say the same.

const hardSpace = "\u00a0";
const minus = "\u2212";

const shortMonths = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
const longMonths = [
  "januari",
  "februari",
  "maart",
  "april",
  "mei",
  "juni",
  "juli",
  "augustus",
  "september",
  "oktober",
  "november",
  "december",
];

const formatters = [0, 1, 2, 3].map(
  (digits) => new Intl.NumberFormat("nl-NL", {minimumFractionDigits: digits, maximumFractionDigits: digits}),
);

/** 12345 becomes "12.345"; a negative number gets a true minus. */
export function formatNumber(value: number, digits: 0 | 1 | 2 | 3 = 0): string {
  const text = formatters[digits]!.format(Math.abs(value));
  return value < 0 && /[1-9]/.test(text) ? `${minus}${text}` : text;
}

/** 0.142 becomes "14,2 %". */
export function formatPercent(share: number, digits: 0 | 1 | 2 = 1): string {
  return `${formatNumber(share * 100, digits)}${hardSpace}%`;
}

/** 0.072 becomes "+7,2 %", -0.031 "−3,1 %". */
export function formatSignedPercent(share: number, digits: 0 | 1 | 2 = 1): string {
  return `${sign(share * 100, digits)}${formatPercent(Math.abs(share), digits)}`;
}

/** 4 becomes "+4", -4 "−4", 0 "0". */
export function formatSigned(value: number, digits: 0 | 1 | 2 = 0): string {
  return `${sign(value, digits)}${formatNumber(Math.abs(value), digits)}`;
}

/** 18700000 cents becomes "€ 187.000": whole euros, for tables. */
export function formatEuros(cents: number): string {
  return `${cents <= -50 ? `${minus}${hardSpace}` : ""}€${hardSpace}${formatNumber(Math.abs(cents) / 100)}`;
}

/** For sentences: "€ 1,2 mln", "€ 187.000", "€ 4.300". */
export function formatEurosRounded(cents: number): string {
  const {value, unit} = splitEuros(Math.abs(cents));
  return `${cents < 0 ? `${minus}${hardSpace}` : ""}${value}${unit === "" ? "" : `${hardSpace}${unit}`}`;
}

/** The figure of a KPI and its small unit: {value: "€ 37,1", unit: "mln"}. */
export function splitEuros(cents: number): {value: string; unit: string} {
  const euros = cents / 100;
  const size = Math.abs(euros);
  if (size >= 999_500) return {value: `€${hardSpace}${formatNumber(euros / 1e6, 1)}`, unit: "mln"};
  const step = size >= 10_000 ? 1000 : size >= 1000 ? 100 : 1;
  return {value: `€${hardSpace}${formatNumber(Math.round(euros / step) * step)}`, unit: ""};
}

/** "31 dagen", "1 dag". */
export function formatDays(days: number): string {
  const whole = Math.round(days);
  return `${formatNumber(whole)}${hardSpace}${Math.abs(whole) === 1 ? "dag" : "dagen"}`;
}

/** "+4 dagen". */
export function formatSignedDays(days: number): string {
  const whole = Math.round(days);
  return `${formatSigned(whole)}${hardSpace}${Math.abs(whole) === 1 ? "dag" : "dagen"}`;
}

/** "12 oktober 2026". */
export function formatDate(date: IsoDate): string {
  return `${Number(date.slice(8, 10))}${hardSpace}${longMonths[monthIndex(date)]}${hardSpace}${date.slice(0, 4)}`;
}

/** "12 okt 2026". */
export function formatDateShort(date: IsoDate): string {
  return `${Number(date.slice(8, 10))}${hardSpace}${shortMonths[monthIndex(date)]}${hardSpace}${date.slice(0, 4)}`;
}

/** "jan 2026". */
export function formatMonth(month: Month): string {
  return `${shortMonths[monthIndex(month)]}${hardSpace}${month.slice(0, 4)}`;
}

/** "januari 2026". */
export function formatMonthLong(month: Month): string {
  return `${longMonths[monthIndex(month)]}${hardSpace}${month.slice(0, 4)}`;
}

/** "maart". */
export function formatMonthName(month: Month): string {
  return longMonths[monthIndex(month)]!;
}

/** "jan t/m sep 2026", "2025" for a whole year, "jan 2026" for one month, "nov 2025 t/m jan 2026". */
export function formatSpan(from: Month, to: Month): string {
  if (from === to) return formatMonth(from);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  if (sameYear && from.endsWith("-01") && to.endsWith("-12")) return from.slice(0, 4);
  const start = sameYear ? shortMonths[monthIndex(from)] : formatMonth(from);
  return `${start}${sameYear ? hardSpace : " "}t/m${hardSpace}${formatMonth(to)}`;
}

/** "27 nov 2026, 09.14" in the time of the Netherlands; given as the database keeps it: "2026-11-27 08:14:05", UTC. */
export function formatMoment(moment: string): string {
  const parts = new Map(
    momentFormatter.formatToParts(new Date(`${moment.replace(" ", "T")}Z`)).map(({type, value}) => [type, value]),
  );
  const date = `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}`;
  return `${formatDateShort(date)}, ${parts.get("hour")}.${parts.get("minute")}`;
}

const momentFormatter = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Amsterdam",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** "2 min 08", "14 s", "0,3 s", "1 u 05". */
export function formatDuration(seconds: number): string {
  if (seconds < 9.95) return `${formatNumber(seconds, 1)}${hardSpace}s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole}${hardSpace}s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}${hardSpace}min${hardSpace}${String(whole % 60).padStart(2, "0")}`;
  return `${Math.floor(minutes / 60)}${hardSpace}u${hardSpace}${String(minutes % 60).padStart(2, "0")}`;
}

/** "14,2 GB", "3,1 MB", "12 kB". */
export function formatBytes(bytes: number): string {
  if (bytes >= 1e9) return `${formatNumber(bytes / 1e9, 1)}${hardSpace}GB`;
  if (bytes >= 1e6) return `${formatNumber(bytes / 1e6, 1)}${hardSpace}MB`;
  return `${formatNumber(Math.ceil(bytes / 1e3))}${hardSpace}kB`;
}

/** A list in a sentence: "a, b en c". */
export function formatList(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} en ${items.at(-1)}`;
}

/** Dutch text in Dutch order; sorting by code point would put "IJ" and "é" wrong. */
export function compareDutch(a: string, b: string): number {
  return collator.compare(a, b);
}

const collator = new Intl.Collator("nl", {numeric: true});

function monthIndex(text: string): number {
  return Number(text.slice(5, 7)) - 1;
}

function sign(value: number, digits: number): string {
  if (Math.abs(value) < 0.5 * 10 ** -digits) return "";
  return value < 0 ? minus : "+";
}
