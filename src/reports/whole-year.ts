import {addMonths, lastDay, type Month} from "../standards/calendar.ts";
import {monthsPassed} from "./period.ts";
import type {Place} from "./place/place.ts";
import type {View} from "./view.ts";

/** A whole year to look at instead. */
export interface WholeYear {
  readonly label: string; // "2025"
  readonly href: string;
}

/**
 * The same over the last calendar year that was over: part of a year is shown only where each of its quarters and months can
 * be, so in a whole year less is hidden. Null where the view is a whole year already, or the data have none.
 *
 * @param hrefOf  where the page of a view stands
 */
export function wholeYearOf(view: View, place: Place, hrefOf: (view: View) => string): WholeYear | null {
  const year = isWhole(view) ? null : wholeYearView(view, place, 0);
  return year === null ? null : {label: year.from.slice(0, 4), href: hrefOf(year)};
}

/**
 * Over which months a part of the gemeente shows its results. What happens seldom would be hidden in most parts of a year,
 * so it is the last year of which all is known; the view itself where that is whole already, or the data have no such year.
 *
 * @param months  how many must have passed before the result is known
 */
export function resultsView(view: View, place: Place, months: number): View {
  const passed = monthsPassed(view, months);
  return isWhole(passed) ? passed : (wholeYearView(passed, place, months) ?? passed);
}

/** How a column says over which year it goes; null: over that of the page. */
export function ownYear(results: View, view: View): string | null {
  return isWhole(results) && results.from !== view.from ? results.from.slice(0, 4) : null;
}

function isWhole({from, to}: View): boolean {
  return from.endsWith("-01") && to.endsWith("-12");
}

function wholeYearView(view: View, place: Place, months: number): View | null {
  const last: Month = addMonths(`${view.to.slice(0, 4)}-12`, months);
  const year = Number(view.to.slice(0, 4)) - (lastDay(last) <= view.knownOn ? 0 : 1);
  return `${year}-01` < place.firstMonth ? null : {...view, from: `${year}-01`, to: `${year}-12`};
}
