import {readFileSync} from "node:fs";
import type {Database} from "../../database/database.ts";
import {addDays, addMonths, firstDay, type IsoDate, type Month, monthOf} from "../../standards/calendar.ts";

const sql = readFileSync(new URL("declaraties-per-month.sql", import.meta.url), "utf8");

/** An aanbieder that usually sends Declaraties each month and did not yet this month. */
export interface Missing {
  readonly wet: string;
  readonly aanbieder: string;
  readonly name: string;
  /** Berichten in a usual month: the middle of the months with any. */
  readonly usual: number;
  /** By this day it had sent its first in each of the months before. */
  readonly expectedBy: IsoDate;
  readonly isLate: boolean;
  readonly lastSent: IsoDate;
}

export interface MissingReport {
  readonly month: Month;
  readonly missing: readonly Missing[];
  /** Aanbieders that usually send, and did. */
  readonly present: number;
}

const monthsLookedAt = 6;
/** Who sent in so many of those months sends usually. */
const monthsUsual = 4;

type CountRow = {
  wet: string;
  aanbieder: string;
  maand: string;
  berichten: number;
  eerste: string;
  laatste: string;
};

/** Who usually sends Declaraties (323) and did not yet in the month of `today`. */
export async function missingDeclaraties(
  database: Database,
  today: IsoDate,
  nameOf: (aanbieder: string) => string,
): Promise<MissingReport> {
  const month = monthOf(today);
  const rows = await database.query<CountRow>(sql, {van: firstDay(addMonths(month, -monthsLookedAt))});
  const bySender = [...Map.groupBy(rows, ({wet, aanbieder}) => `${wet} ${aanbieder}`).values()];
  const usual = bySender.filter((sent) => sent.filter(({maand}) => monthOf(maand) < month).length >= monthsUsual);
  const missing = usual.filter((sent) => !sent.some(({maand}) => monthOf(maand) === month));
  return {
    month,
    present: usual.length - missing.length,
    missing: missing
      .map((sent) => missingOf(sent, month, today, nameOf))
      .sort((a, b) => Number(b.isLate) - Number(a.isLate) || b.usual - a.usual || (a.name < b.name ? -1 : 1)),
  };
}

function missingOf(
  sent: readonly CountRow[],
  month: Month,
  today: IsoDate,
  nameOf: (aanbieder: string) => string,
): Missing {
  const {wet, aanbieder} = sent[0]!;
  const counts = sent.map(({berichten}) => berichten).sort((a, b) => a - b);
  const latestDay = Math.max(...sent.map(({eerste}) => Number(eerste.slice(8, 10))));
  const expectedBy = withinMonth(month, latestDay);
  return {
    wet,
    aanbieder,
    name: nameOf(aanbieder),
    usual: counts[Math.floor((counts.length - 1) / 2)]!,
    expectedBy,
    isLate: expectedBy < today,
    lastSent: sent
      .map(({laatste}) => laatste)
      .sort()
      .at(-1)!,
  };
}

/** The 31st of a short month is its last day. */
function withinMonth(month: Month, day: number): IsoDate {
  const date = addDays(firstDay(month), day - 1);
  return monthOf(date) === month ? date : addDays(firstDay(addMonths(month, 1)), -1);
}
