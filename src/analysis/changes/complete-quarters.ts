import {publicReader, type Reader} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import type {Indicator} from "../../indicators/indicator.ts";
import {addMonths, type IsoDate, type Month, monthOf} from "../../standards/calendar.ts";
import {completeFrom, readCompleteness} from "../completeness.ts";

export interface Quarter {
  readonly name: string; // "2025-K1"
  readonly from: Month;
  readonly to: Month;
}

/** Who looks at how complete the months are, to find what stands out: nobody. */
const watcher: Reader = {...publicReader, id: "signalen", name: "signalen", audience: "intern"};

/** The first month of which there are costs; null: there is none. */
export async function firstMonthOf(database: Database, gemeenteCode: string, knownOn: IsoDate): Promise<Month | null> {
  const months = await readCompleteness(database, {gemeenteCode, wet: null, knownOn}, watcher);
  return [...months.keys()].sort()[0] ?? null;
}

/** The last month of which the costs are complete; null: there is none. */
export async function completeMonth(database: Database, gemeenteCode: string, knownOn: IsoDate): Promise<Month | null> {
  const months = await readCompleteness(database, {gemeenteCode, wet: null, knownOn}, watcher);
  const complete = [...months].filter(([, {share}]) => share !== null && share >= completeFrom).map(([month]) => month);
  return complete.sort().at(-1) ?? null;
}

/**
 * The last month of which a figure is whole: what is counted from claims when those are in, the rest a month after it, and
 * later where time has to pass.
 */
export async function lastMonthOf(
  database: Database,
  {messages, knownAfterMonths}: Indicator,
  gemeenteCode: string,
  knownOn: IsoDate,
): Promise<Month | null> {
  const complete = await completeMonth(database, gemeenteCode, knownOn);
  if (complete === null) return null;
  const told = addMonths(monthOf(knownOn), -2);
  const last = messages.includes("323") || told < complete ? complete : told;
  const passed = addMonths(monthOf(knownOn), -1 - knownAfterMonths);
  return passed < last ? passed : last;
}

/** The last whole quarters up to a month, oldest first, none from before `first`. */
export function quartersUpTo(last: Month, first: Month, most: number): readonly Quarter[] {
  const next = addMonths(last, 1);
  // A quarter ends with March, June, September or December.
  let end = addMonths(next, -((Number(next.slice(5)) - 1) % 3) - 1);
  const quarters: Quarter[] = [];
  while (quarters.length < most && addMonths(end, -2) >= first) {
    const from = addMonths(end, -2);
    quarters.unshift({name: quarterOf(end), from, to: end});
    end = addMonths(from, -1);
  }
  return quarters;
}

/** "2025-K1", of a month in it. */
export function quarterOf(month: Month): string {
  return `${month.slice(0, 4)}-K${Math.ceil(Number(month.slice(5)) / 3)}`;
}
