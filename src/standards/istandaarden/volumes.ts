import {monthNumber} from "../calendar.ts";

/** Days since 1970-01-01, both inclusive. */
export interface Days {
  readonly begin: number;
  readonly end: number;
}

/**
 * The most that may be claimed for one ProductPeriode of an effort-based Toewijzing per week.
 *
 * The day of delivery decides the month, so a week that lies in two months counts in both; `mostEffortInToewijzing` keeps
 * the whole within bounds.
 *
 * @param period       the ProductPeriode, within the Toewijzing
 * @param weekVolume   volume for each week
 * @returns            volume in the same unit
 * @source  IV076 and IV077 of iWmo and iJw 3.2
 */
export function mostEffortInPeriod(period: Days, weekVolume: number): number {
  return weeksTouched(period) * weekVolume;
}

/**
 * The most that may be claimed over a whole effort-based Toewijzing per week: each week it touches, once.
 *
 * @source  IV077
 */
export function mostEffortInToewijzing(toewijzing: Days, weekVolume: number): number {
  return weeksTouched(toewijzing) * weekVolume;
}

/**
 * The most that may be claimed for one ProductPeriode of an output-based Toewijzing per week.
 *
 * A week counts where its Sunday lies. The last week of the Toewijzing, when it ends before its Sunday, counts where
 * the last Sunday of the Toewijzing lies.
 *
 * @param period      the ProductPeriode, within the Toewijzing
 * @param weekVolume  volume for each week
 * @param toewijzing  first and last day of the Toewijzing
 * @returns           volume in the same unit
 * @source  IV076 and IV077 of iWmo and iJw 3.2
 */
export function mostOutputInPeriod(period: Days, weekVolume: number, toewijzing: Days): number {
  const lastSunday = toewijzing.end - daysSinceSunday(toewijzing.end);
  const hasLastWeek = lastSunday !== toewijzing.end && lastSunday >= period.begin && lastSunday <= period.end;
  return (sundays(period) + (hasLastWeek ? 1 : 0)) * weekVolume;
}

/**
 * The most that may be claimed for a day, week or month that the Toewijzing covers in part only: all of it.
 *
 * @param frequentie  WMO757: "1" per day, "2" per week, "4" per month
 * @returns           volume in the same unit, for an effort-based Toewijzing; output is by agreement
 * @source  IV078
 */
export function mostEffortByFrequentie(period: Days, volume: number, frequentie: "1" | "2" | "4"): number {
  if (frequentie === "1") return (period.end - period.begin + 1) * volume;
  if (frequentie === "2") return mostEffortInPeriod(period, volume);
  return (monthNumber(period.end) - monthNumber(period.begin) + 1) * volume;
}

/**
 * Whole hours of all minutes in a ProductPeriode: half an hour counts as one, and less than one as one.
 *
 * @param minutes  all that was delivered, more than 0; 0 gives 0
 * @source  IV079
 */
export function hoursOfMinutes(minutes: number): number {
  return minutes === 0 ? 0 : Math.max(1, Math.floor((minutes + 30) / 60));
}

/**
 * Cents for minutes at a tarief per hour, rounded once.
 *
 * @source  IV081 and TR346
 */
export function centsOfMinutes(minutes: number, hourTariefInCents: number): number {
  return Math.floor((minutes * hourTariefInCents + 30) / 60);
}

/** Cents per minute as a Prestatie shows a tarief per hour. */
export function minuteTarief(hourTariefInCents: number): number {
  return Math.floor((hourTariefInCents + 30) / 60);
}

/**
 * Whether an amount is volume times tarief.
 *
 * For minutes the tarief may be that of an hour, rounded; then any amount that some such tarief gives is right.
 *
 * @param eenheid  WJ756, not "83"
 * @source  IV081 and TR346
 */
export function isAmountOfVolume(cents: number, eenheid: string, volume: number, tariefInCents: number): boolean {
  if (cents === volume * tariefInCents) return true;
  if (eenheid !== "01" || volume === 0) return false;
  // What an hour may cost to give this amount, and to be shown as this tarief: some whole number must do both.
  const lowest = Math.max(Math.ceil((60 * cents - 30) / volume), 60 * tariefInCents - 30);
  const highest = Math.min(Math.ceil((60 * cents + 30) / volume) - 1, 60 * tariefInCents + 29);
  return Math.max(0, lowest) <= highest;
}

/** Weeks from Monday to Sunday of which at least one day lies in the period. */
function weeksTouched({begin, end}: Days): number {
  return end < begin ? 0 : weekNumber(end) - weekNumber(begin) + 1;
}

function sundays({begin, end}: Days): number {
  return end < begin ? 0 : Math.floor((end + firstSunday) / 7) - Math.floor((begin - 1 + firstSunday) / 7);
}

// 1970-01-01 was a Thursday: day -3 a Monday, day 3 a Sunday.
const firstSunday = 4;

function weekNumber(day: number): number {
  return Math.floor((day + 3) / 7);
}

function daysSinceSunday(day: number): number {
  return (((day + firstSunday) % 7) + 7) % 7;
}
