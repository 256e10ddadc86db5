import {compare} from "../../analysis/peers/compare.ts";
import {kindsFor} from "../../analysis/peers/others.ts";
import {hrefWith} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import {expectedFigure} from "../spiegel/asked.ts";
import {spiegelPath} from "../spiegel/paths.ts";
import {verdictWords} from "../spiegel/words.ts";
import {questionFor, type View, viewQuery} from "../view.ts";
import {shownNumber, shownText} from "./drawn.ts";

/** What was to be expected of a wijk, from who live there or which kinds of help they have. */
export interface Expected {
  readonly text: string;
  /** "hoger dan verwacht" */
  readonly words: string;
  /** The same figure of this wijk in the mirror. */
  readonly href: string;
}

/**
 * @param view  of the whole gemeente, over the months of the figure
 * @returns     null: it is not corrected for anything, too few wijken have a figure, or this one is hidden
 */
export async function expectedOf(
  sources: Sources,
  view: View,
  indicator: string,
  wijk: string,
): Promise<Expected | null> {
  const {database, reader, place} = sources;
  if (!kindsFor(reader, ["wijk"]).includes("wijk")) return null;
  const comparison = await compare(database, questionFor(view, indicator), "wijk", reader);
  const own = comparison.units.find(({code}) => code === wijk);
  if (own === undefined || own.placed === null || comparison.way === null) return null;
  const figure = expectedFigure(own, comparison);
  if (figure === null) return null;
  const {unit} = comparison.indicator;
  const query = new URLSearchParams(viewQuery({...view, splitBy: "wijk"}, place));
  // The mirror opens on other months of its own.
  for (const [name, value] of Object.entries({
    per: "wijk",
    cijfer: indicator,
    wie: wijk,
    van: view.from,
    tot: view.to,
  })) {
    query.set(name, value);
  }
  return {
    text: shownText(shownNumber(figure, unit), unit),
    words: verdictWords(own.placed.verdict, comparison),
    href: hrefWith(spiegelPath, query.toString()),
  };
}
