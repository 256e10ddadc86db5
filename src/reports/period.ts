import {addMonths, type IsoDate, lastDay, type Month, monthOf, monthsBetween} from "../standards/calendar.ts";
import type {Place} from "./place/place.ts";
import {shiftMonths, type View} from "./view.ts";

/** The same day a year earlier; 29 February becomes the 28th. */
export function yearEarlier(date: IsoDate): IsoDate {
  const month = addMonths(monthOf(date), -12);
  const day = `${month}${date.slice(7)}`;
  const last = lastDay(month);
  return day > last ? last : day;
}

/**
 * The same view a year earlier, as it was known then: claims that were late then are late in it too, so that a
 * comparison does not lean on what had not come in yet. Null when the data do not go back that far.
 */
export function yearBefore(view: View, place: Place): View | null {
  const before = {...shiftMonths(view, -12), knownOn: yearEarlier(view.knownOn)};
  return before.from < place.firstMonth ? null : before;
}

/** As many months as the view has, no later than the view, and so early that a year has passed since. */
export function aYearPassed(view: View): View {
  return monthsPassed(view, 12);
}

/** The same for another number of months; none leaves the view as it is. */
export function monthsPassed(view: View, months: number): View {
  if (months === 0) return view;
  const newest = addMonths(monthOf(view.knownOn), -months - 1);
  return view.to <= newest ? view : shiftMonths(view, monthsBetween(view.to, newest));
}

/** The part of a view that lies within the data; a view that lies before them becomes their first month. */
export function withinData(view: View, place: Place): View {
  const to = view.to < place.firstMonth ? place.firstMonth : view.to;
  return {...view, from: view.from < place.firstMonth ? place.firstMonth : view.from, to};
}

/** From January of two years before: enough to see a season return. */
export function historyView(view: View, place: Place): View {
  const start: Month = `${Number(view.to.slice(0, 4)) - 2}-01`;
  return {...view, from: start < place.firstMonth ? place.firstMonth : start};
}
