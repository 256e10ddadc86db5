import type {Change, PlaceKind} from "../../analysis/changes/change.ts";
import {findChanges} from "../../analysis/changes/find-changes.ts";
import {findImproved} from "../../analysis/changes/improved.ts";
import {readLevels} from "../../analysis/changes/read-levels.ts";
import {unitKinds} from "../../analysis/peers/compare.ts";
import {kindsFor} from "../../analysis/peers/others.ts";
import {questionAt} from "../../analysis/signals/signal.ts";
import {hardlyChance} from "../../analysis/signals/telling.ts";
import {formatSpan} from "../format.ts";
import {hrefWith} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import {figureAfterName, inSentence, nameOf} from "./words.ts";

/** How a figure went from one year to the next, for a line of a list. */
export interface ChangeLine {
  readonly title: string;
  readonly line: string;
  readonly href: string;
  readonly course: readonly (number | null)[];
}

const shown = 3;

/** What changed most in the one team, wijk or aanbieder that a reader sees, chance or not; empty: he sees more. */
export async function ownChanges(sources: Sources): Promise<readonly ChangeLine[]> {
  const {database, reader, place, names} = sources;
  const part = reader.within.find(({dimension}) => ["team", "wijk", "aanbieder"].includes(dimension));
  if (part === undefined || !kindsFor(reader, unitKinds).includes(part.dimension as never)) return [];
  const kind = part.dimension as PlaceKind & ("team" | "wijk" | "aanbieder");
  const own = names.codesOf(kind);
  const asked = {gemeenteCode: place.gemeenteCode, kind, knownOn: place.dataDate};
  const changes = (await findChanges(database, asked)).filter(({unit}) => own.includes(unit));
  const seen = new Set<string>();
  const lines: ChangeLine[] = [];
  for (const change of changes) {
    if (lines.length === shown) break;
    // Two laws of one figure, or one figure of two of his units, are one subject.
    if (seen.has(change.indicator.id)) continue;
    const line = await lineOf(sources, change, own.length > 1);
    if (line === null) continue;
    seen.add(change.indicator.id);
    lines.push(line);
  }
  return lines;
}

/** Who did better than before, of the units that a reader sees. */
export async function improvedLines(sources: Sources, most: number): Promise<readonly ChangeLine[]> {
  const {database, reader, place, names} = sources;
  const kinds: readonly PlaceKind[] = kindsFor(reader, unitKinds);
  const improved = await findImproved(database, {gemeenteCode: place.gemeenteCode, knownOn: place.dataDate});
  const lines: ChangeLine[] = [];
  for (const change of improved) {
    if (lines.length === most) break;
    const {kind, unit} = change;
    if (!kinds.includes(kind) || (kind !== "gemeente" && !names.codesOf(kind).includes(unit))) continue;
    const line = await lineOf(sources, change, true);
    if (line !== null) lines.push(line);
  }
  return lines;
}

/** null: it is hidden from this reader. */
async function lineOf(sources: Sources, change: Change, isNamed: boolean): Promise<ChangeLine | null> {
  const {database, reader, place} = sources;
  const {indicator, year, wet, chance, unit, kind} = change;
  const asked = {indicator: indicator.id, gemeenteCode: place.gemeenteCode, ...year, knownOn: place.dataDate};
  const question = questionAt(asked, change);
  const levels = await readLevels(database, question, reader);
  if (levels === null) return null;
  const format = figureAfterName(indicator);
  const isChance = chance > hardlyChance;
  const query = new URLSearchParams({wet});
  if (kind !== "gemeente") {
    query.set("per", kind);
    query.set("cijfer", indicator.id);
    query.set("wie", unit);
  }
  return {
    title: `${isNamed ? `${nameOf(sources, change)}: ${inSentence(indicator.name)}` : indicator.name} ${format(levels.now)}`,
    line: `${wet}, ${formatSpan(year.from, year.to)}. Een jaar eerder: ${format(levels.before)}. ${
      isChance ? "Kan toeval zijn." : "Waarschijnlijk geen toeval."
    }`,
    href: hrefWith(kind === "gemeente" ? `/geteld/${indicator.id}` : "/cijfers/spiegel", query.toString()),
    course: levels.course,
  };
}
