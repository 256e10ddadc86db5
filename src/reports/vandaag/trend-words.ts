import type {ShownChange} from "../../analysis/changes/change.ts";
import {isLarge} from "../../analysis/signals/telling.ts";
import {aboutWords, figureAfterName, inSentence, nameOf, type SignalInput, type SignalWords} from "./words.ts";

/** A figure that went another way than that of the others; null: over the whole year there is little to see of it. */
export function trendWords(
  {sources, signal, indicator}: SignalInput,
  {now, before, course}: ShownChange,
): SignalWords | null {
  if (!isLarge(now, before)) return null;
  const format = figureAfterName(indicator);
  const others =
    now > before === (signal.side === "hoger")
      ? "Bij de andere ging dat niet zo."
      : "Bij de andere veranderde het meer.";
  return {
    title: `${nameOf(sources, signal.place)}: ${inSentence(indicator.name)} ${format(now)}, was ${format(before)}`,
    line: `${aboutWords(signal)}. ${others} Dat is waarschijnlijk geen toeval.`,
    course,
  };
}
