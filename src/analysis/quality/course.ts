import {readFileSync} from "node:fs";
import type {Reader} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {readDataState} from "../../database/derive/state.ts";
import {addMonths, type Month, monthOf, monthRange} from "../../standards/calendar.ts";
import {once} from "../answers.ts";
import {type DisclosedCount, discloseCounts} from "../disclose-counts.ts";
import {ownAanbieders} from "../scope.ts";
import {filterParameters, type ProblemFilter} from "./problem-filter.ts";

/** What was open at the end of a month, or was mended in it. */
export interface MonthProblems {
  readonly month: Month;
  readonly count: number;
  readonly cents: number;
  readonly persons: number;
}

export type DisclosedMonthProblems = DisclosedCount<MonthProblems, "count" | "cents" | "persons">;

export interface Course {
  /** "nooit-gestart", an AGB-code, or "" for all together. */
  readonly key: string;
  readonly open: readonly DisclosedMonthProblems[];
  readonly mended: readonly DisclosedMonthProblems[];
}

const sql = readFileSync(new URL("course.sql", import.meta.url), "utf8");

/** So many months a course goes back, the one of `knownOn` included. */
const monthsBack = 12;

/**
 * What was open at each month's end and what was mended in each month, over twelve months; the last runs to `knownOn`.
 *
 * Mended is what was open and no longer is: nobody ticks it off.
 *
 * @throws UserError  the reader may not ask about this gemeente; nothing was counted
 */
export async function readCourses(
  database: Database,
  filter: ProblemFilter,
  per: "controle" | "aanbieder" | "",
  reader: Reader,
): Promise<ReadonlyMap<string, Course>> {
  const own = await ownAanbieders(database, filter, reader, "Datakwaliteit");
  const {dataVersion} = await readDataState(database);
  const rows = await once(database, ["course", dataVersion, filter, per, own], () =>
    database.query(sql, {...filterParameters(filter, own), per}),
  );
  const last = monthOf(filter.knownOn);
  const months = monthRange(addMonths(last, 1 - monthsBack), last);
  const courses = new Map<string, Course>();
  for (const key of new Set(rows.map((row) => String(row.sleutel)))) {
    const byMonth = new Map(rows.filter((row) => row.sleutel === key).map((row) => [String(row.maand), row]));
    const take = (count: string, cents: string, persons: string) =>
      discloseCounts(
        months.map((month): MonthProblems => {
          const row = byMonth.get(month);
          return {
            month,
            count: Number(row?.[count] ?? 0),
            cents: Number(row?.[cents] ?? 0),
            persons: Number(row?.[persons] ?? 0),
          };
        }),
        {money: ["cents"], counts: ["count", "persons"]},
        reader,
      );
    courses.set(key, {
      key,
      open: take("open", "cents", "personen"),
      mended: take("hersteld", "hersteld_cents", "hersteld_personen"),
    });
  }
  return courses;
}
