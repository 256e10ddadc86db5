import {compare} from "../../analysis/peers/compare.ts";
import {expectedFigure} from "../spiegel/asked.ts";
import {verdictWords} from "../spiegel/words.ts";
import {aboutWords, figureAfterName, inSentence, nameOf, type SignalInput, type SignalWords} from "./words.ts";

/** A figure that is not what was to be expected; null: its reader cannot be told. */
export async function peerWords({sources, signal, indicator}: SignalInput): Promise<SignalWords | null> {
  const {kind, unit} = signal.place;
  if (kind === "gemeente") return null;
  const where = signal.question.where.filter(({dimension}) => dimension !== kind);
  const comparison = await compare(sources.database, {...signal.question, where}, kind, sources.reader);
  const own = comparison.units.find(({code}) => code === unit);
  if (own === undefined || own.row.value === null || own.placed === null) return null;
  const format = figureAfterName(indicator);
  const expected = expectedFigure(own, comparison);
  const than = comparison.way === null ? "de andere" : "verwacht";
  return {
    title: `${nameOf(sources, signal.place)}: ${inSentence(indicator.name)} ${format(own.row.value)}${
      expected === null ? "" : `, ${than} ${format(expected)}`
    }`,
    line: `${aboutWords(signal)}. Dat is ${verdictWords(signal.side, comparison)}. Wat de oorzaak is, zegt het niet.`,
    course: [],
  };
}
