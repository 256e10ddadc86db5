import {dayFromNumber, dayNumber, dayNumberOf, type IsoDate} from "./calendar.ts";

/**
 * The days in a year that do not count for a term, in order.
 *
 * Those of the Algemene termijnenwet: Good Friday and Liberation Day do not count, whatever an office does on them. So
 * nobody is called late who may have been in time.
 *
 * @param year  1970 or later; the law has had these days since 1990
 * @source      Algemene termijnenwet, article 3; Koningsdag is 27 April since 2014 (before: 30 April), a day earlier on a
 *              Sunday
 */
export function holidays(year: number): IsoDate[] {
  const easter = easterSunday(year);
  const fromEaster = [-2, 1, 39, 50]; // Goede Vrijdag, Tweede Paasdag, Hemelvaart, Tweede Pinksterdag
  const days = [
    dayNumberOf(year, 1, 1),
    ...fromEaster.map((days) => easter + days),
    kingsDay(year),
    dayNumberOf(year, 5, 5),
    dayNumberOf(year, 12, 25),
    dayNumberOf(year, 12, 26),
  ];
  return [...new Set(days)].sort((a, b) => a - b).map(dayFromNumber);
}

/** A working day and how many there were from the first day up to and including it. */
export interface CountedDay {
  readonly day: IsoDate;
  readonly number: number;
}

/** Every day from `from` up to and including `to`, with the working days counted so far. */
export function countWorkingDays(from: IsoDate, to: IsoDate): CountedDay[] {
  const closed = new Set<IsoDate>();
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    for (const day of holidays(year)) closed.add(day);
  }
  const days: CountedDay[] = [];
  let number = 0;
  for (let at = dayNumber(from); at <= dayNumber(to); at++) {
    const day = dayFromNumber(at);
    if (!isWeekend(at) && !closed.has(day)) number++;
    days.push({day, number});
  }
  return days;
}

// 1970-01-01 was a Thursday.
function isWeekend(day: number): boolean {
  return (day + 3) % 7 >= 5;
}

function kingsDay(year: number): number {
  const day = dayNumberOf(year, 4, year < 2014 ? 30 : 27);
  if ((day + 3) % 7 !== 6) return day;
  return year < 1980 ? day + 1 : day - 1;
}

/**
 * The day of Easter in the Gregorian calendar, in days since 1970-01-01.
 *
 * @source  the anonymous method of Meeus, Astronomical Algorithms (1991), chapter 8
 */
function easterSunday(year: number): number {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const shift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * a + century - Math.floor(century / 4) - shift + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((a + 11 * epact + 22 * weekday) / 451);
  const fromMarch = epact + weekday - 7 * late + 114;
  return dayNumberOf(year, Math.floor(fromMarch / 31), (fromMarch % 31) + 1);
}
