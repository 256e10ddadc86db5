import {dayFromNumber, dayNumber, type IsoDate} from "../standards/calendar.ts";

/** A day as days since 1970-01-01: what the simulation reckons in. */
export type Day = number;

/** A calendar month as months since January 1970. */
export type MonthIndex = number;

const firstCached = dayNumber("1890-01-01");
const isoDates: string[] = [];

/** "2025-01-31". Kept, since every Bericht holds dozens of dates. */
export function isoDate(day: Day): IsoDate {
  const index = day - firstCached;
  const known = isoDates[index];
  if (known !== undefined) return known;
  const made = dayFromNumber(day);
  if (index >= 0) isoDates[index] = made;
  return made;
}

export function yearOf(day: Day): number {
  return Number(isoDate(day).slice(0, 4));
}

export function monthOf(day: Day): MonthIndex {
  const text = isoDate(day);
  return (Number(text.slice(0, 4)) - 1970) * 12 + Number(text.slice(5, 7)) - 1;
}

/** 1 to 12. */
export function monthNumber(month: MonthIndex): number {
  return (month % 12) + 1;
}

export function yearOfMonth(month: MonthIndex): number {
  return 1970 + Math.floor(month / 12);
}

/** "2025-01". */
export function monthText(month: MonthIndex): string {
  return `${yearOfMonth(month)}-${String(monthNumber(month)).padStart(2, "0")}`;
}

export function monthStart(month: MonthIndex): Day {
  return Math.round(Date.UTC(yearOfMonth(month), month % 12, 1) / 864e5);
}

export function monthEnd(month: MonthIndex): Day {
  return monthStart(month + 1) - 1;
}

export function yearStart(year: number): Day {
  return monthStart((year - 1970) * 12);
}

export function monthIndex(year: number, month: number): MonthIndex {
  return (year - 1970) * 12 + month - 1;
}

/** This day when offices are open, else the first day after it that they are. */
export function workday(day: Day): Day {
  let open = day;
  while (isClosed(open)) open++;
  return open;
}

export function addWorkdays(day: Day, count: number): Day {
  let result = day;
  for (let left = count; left > 0; left--) result = workday(result + 1);
  return workday(result);
}

/** Number of calendar weeks, Monday to Sunday, that the days touch. */
export function weeksTouched(from: Day, to: Day): number {
  return Math.floor((to + 3) / 7) - Math.floor((from + 3) / 7) + 1;
}

function isClosed(day: Day): boolean {
  const weekday = (day + 3) % 7; // 0 is Monday: 1970-01-01 was a Thursday
  if (weekday >= 5) return true;
  const date = isoDate(day).slice(5);
  return date === "01-01" || date === "04-27" || date === "12-25" || date === "12-26";
}
