import type {PeriodGrain} from "../../indicators/question.ts";
import {type IsoDate, lastDay, type Month, monthRange} from "../../standards/calendar.ts";

/** A stretch of the calendar of which it is decided once whether a cell is shown: "2025-03", "2025-K1" or "2025". */
export type Unit = string;

/**
 * The whole years, quarters and months that a window consists of, as few as can be. A year or quarter that was not over
 * yet is told by its months: tomorrow it would be another figure, and the difference would be a month.
 */
export function unitsOf(from: Month, to: Month, knownOn: IsoDate): Unit[] {
  const units: Unit[] = [];
  const months = monthRange(from, to);
  for (let place = 0; place < months.length; ) {
    const {unit, count} = largestAt(months, place, knownOn);
    units.push(unit);
    place += count;
  }
  return units;
}

export function quarterOf(month: Month): Unit {
  return `${month.slice(0, 4)}-K${Math.ceil(Number(month.slice(5)) / 3)}`;
}

/** The months of a question that each of its periods consists of: the first and the last. */
export function windowsOf(from: Month, to: Month, grain: PeriodGrain): ReadonlyMap<string, {from: Month; to: Month}> {
  const windows = new Map<string, {from: Month; to: Month}>();
  for (const month of monthRange(from, to)) {
    const label = {maand: month, kwartaal: quarterOf(month), jaar: month.slice(0, 4), totaal: "totaal"}[grain];
    windows.set(label, {from: windows.get(label)?.from ?? month, to: month});
  }
  return windows;
}

function largestAt(months: readonly Month[], place: number, knownOn: IsoDate): {unit: Unit; count: number} {
  const month = months[place]!;
  const isWhole = (count: number) => {
    const last = months[place + count - 1];
    return last !== undefined && lastDay(last) <= knownOn;
  };
  if (month.endsWith("-01") && isWhole(12)) return {unit: month.slice(0, 4), count: 12};
  if (Number(month.slice(5)) % 3 === 1 && isWhole(3)) return {unit: quarterOf(month), count: 3};
  return {unit: month, count: 1};
}
