import {askMany} from "../../analysis/ask.ts";
import {passesNorm} from "../../collaboration/signaalregel/rule.ts";
import {rulesOf} from "../../collaboration/signaalregel/rules.ts";
import {normWords as limitWords} from "../waarschuwingen/words.ts";
import {aboutWords, figureAfterName, inSentence, nameOf, type SignalInput, type SignalWords} from "./words.ts";

/** A figure that passed a norm; null: nobody set it for this reader, or he cannot be told. */
export async function normWords({sources, signal, indicator}: SignalInput): Promise<SignalWords | null> {
  const {database, reader, place} = sources;
  const rule = (await rulesOf(database, place.gemeenteCode, reader)).find(
    ({number}) => `norm:${number}` === signal.name,
  );
  if (rule === undefined) return null;
  const [series] = await askMany(database, [signal.question], reader);
  const value = series!.rows[0]?.value ?? null;
  if (value === null || !passesNorm(rule, value)) return null;
  const whose = rule.userId === reader.id ? "De grens stelde u zelf." : `De grens is van ${rule.name}.`;
  return {
    title: `${nameOf(sources, signal.place)}: ${inSentence(indicator.name)} ${figureAfterName(indicator)(value)}, ${limitWords(rule, indicator)}`,
    line: [`${aboutWords(signal)}.`, whose, ...(rule.why === "" ? [] : [`Waarom: ${rule.why}`])].join(" "),
    course: [],
  };
}
