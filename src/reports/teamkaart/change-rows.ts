import {kindsFor} from "../../analysis/peers/others.ts";
import {formatSpan} from "../format.ts";
import {proofHref} from "../proof-link.ts";
import {hrefWith} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import {comparableWith} from "../spiegel/choices.ts";
import {spiegelPath} from "../spiegel/paths.ts";
import {type View, viewQuery} from "../view.ts";
import {type CardAsked, over} from "./card-view.ts";
import type {TeamChange} from "./changes.ts";
import {figureWords, valueWords} from "./figure-words.ts";
import {topics} from "./questions.ts";

/** One change, as the card tells it. */
export interface ChangeRow {
  readonly finding: string;
  readonly href: string;
  /** "Jeugdwet: 67 van de 470 trajecten (14,3 %). Een jaar eerder 11,9 %." */
  readonly line: string;
  readonly chanceWords: string;
  readonly course: readonly (number | null)[];
}

export function changeRows(asked: CardAsked, changes: readonly TeamChange[]): ChangeRow[] {
  return changes.map((one): ChangeRow => {
    const {change, wet, now, before} = one;
    const {from, to} = change.year;
    return {
      finding: findingOf(one),
      href: figureHref(asked.sources, over(asked.view, from, to, wet), change.indicator.id),
      line: [
        `${wet === null ? "" : `${wet}: `}${figureWords(change.indicator, now)}.`,
        `Een jaar eerder ${valueWords(change.indicator, before.value!)}.`,
        ...allLine(one),
      ].join(" "),
      chanceWords: one.isSure ? "Waarschijnlijk geen toeval." : "Kan toeval zijn.",
      course: one.course,
    };
  });
}

function findingOf({change, side}: TeamChange): string {
  const {indicator} = change;
  if (side !== null) return topics[indicator.id]!.finding[side];
  return `${indicator.name}: bij ons ging het anders dan bij de andere teams`;
}

/** Of the others only which way they went, all together. */
function allLine({all}: TeamChange): string[] {
  if (all === null) return [];
  return [all === "gelijk" ? "Bij alle teams samen bleef het gelijk." : `Bij alle teams samen ging het ${all}.`];
}

/** The figure beside that of other teams, where it can be set beside them; else how it is counted. */
export function figureHref(sources: Sources, view: View, indicator: string): string {
  const isInMirror =
    kindsFor(sources.reader, ["team"]).includes("team") &&
    comparableWith("team", sources).some(({id}) => id === indicator);
  if (!isInMirror) return proofHref(view, indicator, sources);
  const [team] = view.where.flatMap(({dimension, value}) => (dimension === "team" ? [value] : []));
  const where = view.where.filter(({dimension}) => dimension !== "team");
  const query = new URLSearchParams(viewQuery({...view, where, splitBy: "wijk"}, sources.place));
  query.set("per", "team");
  query.set("cijfer", indicator);
  query.set("wie", team!);
  return hrefWith(spiegelPath, query.toString());
}

/** "okt 2025 t/m sep 2026, naast een jaar eerder": over which months the changes go. */
export function changesNote(changes: readonly TeamChange[]): string | null {
  const spans = [...new Set(changes.map(({change: {year}}) => formatSpan(year.from, year.to)))];
  if (spans.length === 0) return null;
  return spans.length === 1 ? `${spans[0]}, naast een jaar eerder.` : "Vier hele kwartalen, naast een jaar eerder.";
}
