import type {ScopeDimension} from "../../access/reader.ts";
import {type QuestionKind, type Screen, type ScreenName, screenOf} from "../../access/screens.ts";

/** What a screen asks the data, as the table of rights names it. */
export const kindWords: Readonly<Record<QuestionKind, string>> = {
  cijfers: "Cijfers van de catalogus",
  berichten: "Berichten één voor één",
  tellingen: "Tellingen van de berichten",
  werklijst: "Toewijzingen één voor één, op nummer",
  uitleg: "Uitleg",
  inrichting: "Hoe het systeem draait",
  originelen: "Geleverde bestanden, met namen erin",
};

const partWords: Readonly<Record<ScopeDimension, string>> = {
  team: "team",
  wijk: "wijk",
  aanbieder: "aanbieder",
  wet: "wet",
  product: "product",
};

/** To which parts of the gemeente a screen can be narrowed. */
export function narrowWords(name: ScreenName): string {
  const {narrowsTo}: Screen = screenOf(name);
  return narrowsTo.length === 0 ? "nee, alleen het geheel" : narrowsTo.map((part) => partWords[part]).join(", ");
}
