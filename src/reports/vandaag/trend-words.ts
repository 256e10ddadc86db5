import type {ShownChange} from "../../analysis/changes/change.ts";
import {formatOf} from "../units.ts";
import {aboutWords, inSentence, nameOf, type SignalInput, type SignalWords} from "./words.ts";

/** A figure that went another way than that of the others. */
export function trendWords({sources, signal, indicator}: SignalInput, {now, before, course}: ShownChange): SignalWords {
  const format = formatOf(indicator.unit);
  const name = nameOf(sources, signal.place);
  const others =
    signal.place.kind === "gemeente"
      ? "Dat ging het jaar ervoor anders."
      : now > before === (signal.side === "hoger")
        ? "Bij de andere ging dat niet zo."
        : "Bij de andere veranderde het meer.";
  return {
    title: `${name}: ${inSentence(indicator.name)} ${format(now)}, was ${format(before)}`,
    line: `${aboutWords(signal)}. ${others} Dat is waarschijnlijk geen toeval.`,
    course,
  };
}
