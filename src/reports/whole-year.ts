import {lastDay} from "../standards/calendar.ts";
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
  const isWhole = view.from.endsWith("-01") && view.to.endsWith("-12");
  const ended = lastDay(`${view.to.slice(0, 4)}-12`) <= view.knownOn;
  const year = Number(view.to.slice(0, 4)) - (ended ? 0 : 1);
  if (isWhole || `${year}-01` < place.firstMonth) return null;
  return {label: String(year), href: hrefOf({...view, from: `${year}-01`, to: `${year}-12`})};
}
