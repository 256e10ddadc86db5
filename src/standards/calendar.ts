/** A day as "2025-01-31". Sorts as text. */
export type IsoDate = string;

/** A calendar month as "2025-01". Sorts as text. */
export type Month = string;

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;

export function isIsoDate(text: string): boolean {
  if (!dayPattern.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export function isMonth(text: string): boolean {
  return monthPattern.test(text);
}

/** Days since 1970-01-01, as databases and column buffers hold a date. */
export function dayNumber(date: IsoDate): number {
  return dayNumberOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}

/** As `dayNumber`. Counted from 1 March of year 0, so that the leap day comes last; years below 100 are what they say. */
export function dayNumberOf(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

const knownDays = new Map<number, IsoDate>();

/** The other way. The same few thousand days come back all the time, and spelling one costs a microsecond. */
export function dayFromNumber(days: number): IsoDate {
  const known = knownDays.get(days);
  if (known !== undefined) return known;
  if (knownDays.size > 50_000) knownDays.clear();
  const text = new Date(days * 864e5).toISOString().slice(0, 10);
  knownDays.set(days, text);
  return text;
}

/** The number of a calendar month: consecutive, and comparable with others from here alone. Takes days since 1970-01-01. */
export function monthNumber(days: number): number {
  // As `dayNumberOf`, the other way: a year begins in March, so that every month but the last has its usual length.
  const fromEpoch = days + 719_468;
  const era = Math.floor(fromEpoch / 146_097);
  const dayOfEra = fromEpoch - era * 146_097;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  return (era * 400 + yearOfEra) * 12 + Math.floor((5 * dayOfYear + 2) / 153);
}

/** Whether a day lies more than so many whole years before another; both in days since 1970-01-01. */
export function isMoreThanYearsBefore(day: number, later: number, years: number): boolean {
  if (later - day <= years * 365) return false;
  const date = dayFromNumber(later);
  const sameDay = dayNumberOf(Number(date.slice(0, 4)) - years, Number(date.slice(5, 7)), Number(date.slice(8, 10)));
  return day < (date.endsWith("-02-29") ? sameDay - 1 : sameDay);
}

const dutchDay = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Amsterdam",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** Which day it is in the Netherlands, wherever the machine stands: rights and terms go by the day there. */
export function todayAt(now: Date): IsoDate {
  return dutchDay.format(now);
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return dayFromNumber(dayNumber(date) + days);
}

export function monthOf(date: IsoDate): Month {
  return date.slice(0, 7);
}

export function addMonths(month: Month, count: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}

/** Whole months from `from` to `to`; negative when `to` is earlier. */
export function monthsBetween(from: Month, to: Month): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
}

export function firstDay(month: Month): IsoDate {
  return `${month}-01`;
}

export function lastDay(month: Month): IsoDate {
  return addDays(firstDay(addMonths(month, 1)), -1);
}

/** Every month from `from` up to and including `to`. */
export function monthRange(from: Month, to: Month): Month[] {
  const months: Month[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}
