import {addMonths, type IsoDate, lastDay, type Month, monthOf} from "../../standards/calendar.ts";
import {lastWholeMonth} from "../place/place.ts";
import type {Sources} from "../sources.ts";
import {parseFigureView, type View} from "../view.ts";

/** What a card is made of. */
export interface CardAsked {
  readonly sources: Sources;
  /** Code of the team. */
  readonly team: string;
  readonly today: IsoDate;
  /** The team's figures as they were known when the month began. */
  readonly view: View;
}

/**
 * A card is the same all month: who printed it on Monday asks the same questions on Friday. So it shows what was known at
 * the end of the month before, or later where no more is known.
 */
export function askCard(sources: Sources, team: string, today: IsoDate): CardAsked {
  const view = parseFigureView({op: knownOn(sources, today)}, sources.place, sources.names);
  return {sources, team, today, view: {...view, where: [{dimension: "team", value: team}], splitBy: "team"}};
}

function knownOn({place}: Sources, today: IsoDate): IsoDate {
  const {dataDate, firstMonth} = place;
  const before = lastDay(addMonths(monthOf(today), -1));
  if (before >= dataDate) return dataDate;
  // A gemeente whose data have just begun.
  return lastWholeMonth(place, before) < firstMonth ? dataDate : before;
}

export function wetFilter(wet: string | null): {dimension: "wet"; value: string}[] {
  return wet === "Wmo" || wet === "Jeugdwet" ? [{dimension: "wet", value: wet}] : [];
}

/** The card's view over other months, of one wet or of both. */
export function over(view: View, from: Month, to: Month, wet: string | null): View {
  return {...view, from, to, where: [...wetFilter(wet), ...view.where.filter(({dimension}) => dimension !== "wet")]};
}
