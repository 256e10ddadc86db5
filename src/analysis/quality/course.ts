import {readFileSync} from "node:fs";
import type {Reader} from "../../access/reader.ts";
import type {Database, Parameters} from "../../database/database.ts";
import {readDataState} from "../../database/derive/state.ts";
import {addMonths, type Month, monthOf, monthRange} from "../../standards/calendar.ts";
import {once} from "../answers.ts";
import {type DisclosedCount, discloseCounts} from "../disclose-counts.ts";
import {ownAanbieders} from "../scope.ts";
import {askedOf, type Codes, countSql, hideRows, keyOf, levelsOf} from "./hidden-problems.ts";
import {allProblems, filterParameters, type ProblemFilter} from "./problem-filter.ts";
import type {ProblemKey} from "./problem-groups.ts";

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

const problemSql = readFileSync(new URL("course.sql", import.meta.url), "utf8").trimEnd();

const sumSql = (sleutel: string) => `with problem_in_month as (
${problemSql}
)
select
  month as maand,
  ${sleutel} as sleutel,
  cast(sum(is_open) as bigint) as open,
  cast(coalesce(sum(case when is_open = 1 then cents end), 0) as bigint) as cents,
  cast(count(distinct case when is_open = 1 then persoon end) as bigint) as personen,
  cast(sum(1 - is_open) as bigint) as hersteld,
  cast(coalesce(sum(case when is_open = 0 then cents end), 0) as bigint) as hersteld_cents,
  cast(count(distinct case when is_open = 0 then persoon end) as bigint) as hersteld_personen
from problem_in_month
group by 1, 2
order by 1, 2`;

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
    database.query(sumSql(per === "" ? "cast('' as varchar)" : per), coursesParameters(filter, own)),
  );
  const hidden = await findHiddenCourses(database, filter, per === "" ? [] : [per], own);
  const last = monthOf(filter.knownOn);
  const months = monthRange(addMonths(last, 1 - monthsBack), last);
  const courses = new Map<string, Course>();
  for (const key of new Set(rows.map((row) => String(row.sleutel)))) {
    const byMonth = new Map(rows.filter((row) => row.sleutel === key).map((row) => [String(row.maand), row]));
    const codes = per === "" ? {} : {[per]: key};
    const take = (count: string, cents: string, persons: string, isOpen: boolean) =>
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
        {tells: ({month}) => hidden(month, isOpen, codes)},
      );
    courses.set(key, {
      key,
      open: take("open", "cents", "personen", true),
      mended: take("hersteld", "hersteld_cents", "hersteld_personen", false),
    });
  }
  return courses;
}

/** A course looks at no kind of Bericht and no month of its own. */
function coursesParameters(filter: ProblemFilter, own: readonly string[] | null): Parameters {
  const {soort: _, maand: __, ...parameters} = filterParameters(filter, own);
  return parameters;
}

/** Whether a month is hidden: as the groups of what was open on its last day, and what was mended in it in the same way. */
export async function findHiddenCourses(
  database: Database,
  filter: ProblemFilter,
  by: readonly ProblemKey[],
  own: readonly string[] | null,
): Promise<(month: Month, isOpen: boolean, codes: Codes) => boolean> {
  const {dataVersion} = await readDataState(database);
  const {gemeenteCode, knownOn} = filter;
  const asked = {...filter, soort: null, month: null};
  const levels = levelsOf(asked, by, own);
  const hidden = await once(database, ["hidden courses", dataVersion, gemeenteCode, knownOn, levels], async () => {
    const unit = "month || ' ' || cast(is_open as varchar)";
    const sql = `with problem_in_month as (\n${problemSql}\n),\n${countSql("problem_in_month", unit, levels)}`;
    return hideRows(await database.query(sql, coursesParameters(allProblems(gemeenteCode, knownOn), null)), levels);
  });
  const narrowed = askedOf(asked, own);
  return (month, isOpen, codes) =>
    narrowed.some((one) => hidden.has(`${month} ${isOpen ? 1 : 0}`, keyOf({...one, ...codes}, levels)));
}
