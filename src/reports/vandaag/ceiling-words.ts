import {askMany} from "../../analysis/ask.ts";
import {formatMonthName, formatPercent} from "../format.ts";
import {aboutWords, nameOf, type SignalInput, type SignalWords} from "./words.ts";

/** What is spent faster than was agreed for the year; null: its reader cannot be told. */
export async function ceilingWords({sources, signal, indicator}: SignalInput): Promise<SignalWords | null> {
  const [series] = await askMany(sources.database, [signal.question], sources.reader);
  const pace = series!.rows[0]?.value ?? null;
  if (pace === null || !(pace > 0)) return null;
  const {to} = signal.question;
  const year = to.slice(0, 4);
  const months = Number(to.slice(5));
  const used = (pace * months) / 12;
  const what = indicator.id === "gebruik-begroting" ? `de begroting van ${year}` : `het budgetplafond van ${year}`;
  const name = nameOf(sources, signal.place);
  const full = Math.ceil(12 / pace);
  const month = full > 12 ? null : formatMonthName(`${year}-${String(full).padStart(2, "0")}`);
  return {
    title:
      used >= 1
        ? `${name}: ${what} is op`
        : month === null
          ? `${name}: ${what} is bijna op`
          : `${name}: in dit tempo is ${what} op in ${month}`,
    line: `${aboutWords(signal)}. Tot nu toe is ${formatPercent(used, 0)} gebruikt, in ${months} van de 12 maanden.`,
    course: [],
  };
}
