import {readFileSync} from "node:fs";
import type {Reader} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {readDataState} from "../../database/derive/state.ts";
import type {IsoDate} from "../../standards/calendar.ts";
import {once} from "../answers.ts";
import {type DisclosedCount, discloseCounts} from "../disclose-counts.ts";
import {ownAanbieders} from "../scope.ts";
import {gemeenteControles} from "./catalogue.ts";
import {findHiddenProblems} from "./hidden-problems.ts";
import {allProblems, filterParameters, type ProblemFilter} from "./problem-filter.ts";

/** What problems can be grouped by: columns of gebrek, and who can mend it ("gemeente" or an AGB-code). */
export type ProblemKey = "controle" | "eigenaar" | "aanbieder" | "soort" | "maand" | "wet" | "product_code";

/** Open problems together: how many, about how much money, since when. */
export interface ProblemGroup {
  readonly key: Readonly<Partial<Record<ProblemKey, string>>>;
  readonly count: number;
  readonly cents: number;
  /** Of those, of which nobody can say how much money is at stake. */
  readonly withoutAmount: number;
  readonly persons: number;
  readonly aanbieders: number;
  /** The day on which the oldest could be seen. */
  readonly since: IsoDate;
}

export type DisclosedProblemGroup = DisclosedCount<ProblemGroup, "count" | "cents" | "withoutAmount" | "persons">;

const openSql = readFileSync(new URL("open-problems.sql", import.meta.url), "utf8").trimEnd();

/**
 * Open problems by one or more keys.
 *
 * @returns a row for each group that has problems, the most money first and what is hidden last
 * @throws UserError  the reader may not ask about this gemeente; nothing was counted
 */
export async function readProblemGroups(
  database: Database,
  filter: ProblemFilter,
  by: readonly ProblemKey[],
  reader: Reader,
): Promise<readonly DisclosedProblemGroup[]> {
  const own = await ownAanbieders(database, filter, reader, "Datakwaliteit");
  const {dataVersion} = await readDataState(database);
  const hidden = await findHiddenProblems(database, filter, by, own);
  // Which groups there are among all tells nothing of what the filter leaves.
  const shown = hidden.isTooFine ? allProblems(filter.gemeenteCode, filter.knownOn) : filter;
  const groups = await once(database, ["problems", dataVersion, shown, by, own], async () => {
    const rows = await database.query(groupSql(by), filterParameters(shown, own));
    return rows.map(
      (row): ProblemGroup => ({
        key: Object.fromEntries(by.map((name) => [name, String(row[name] ?? "onbekend")])),
        count: Number(row.aantal),
        cents: Number(row.cents ?? 0),
        withoutAmount: Number(row.zonder_bedrag),
        persons: Number(row.personen),
        aanbieders: Number(row.aanbieders),
        since: String(row.sinds),
      }),
    );
  });
  const disclosed = discloseCounts(
    [...groups, ...hidden.empty.map(emptyGroup)],
    {money: ["cents"], counts: ["count", "withoutAmount", "persons"]},
    reader,
    {tells: ({key}) => hidden.has(key)},
  );
  // Sorted by what is shown: its place among others would tell what is hidden.
  return [...disclosed].sort(
    (a, b) => (b.cents ?? -1) - (a.cents ?? -1) || (b.count ?? -1) - (a.count ?? -1) || compare(a.key, b.key),
  );
}

/** Seen to be hidden, like any other. */
function emptyGroup(key: ProblemGroup["key"]): ProblemGroup {
  return {key, count: 0, cents: 0, withoutAmount: 0, persons: 0, aanbieders: 0, since: ""};
}

const gemeentes = gemeenteControles.map((id) => `'${id}'`);

function groupSql(by: readonly ProblemKey[]): string {
  const keys = by.map((name) => `  ${name},\n`).join("");
  const grouped = by.length === 0 ? "" : `\ngroup by ${by.join(", ")}`;
  return `with open_problem as (
${openSql}
),
owned as (
  select
    open_problem.*,
    case when controle in (${gemeentes.join(", ")}) then 'gemeente' else aanbieder end as eigenaar
  from open_problem
)
select
${keys}  cast(count(*) as bigint) as aantal,
  cast(sum(cents) as bigint) as cents,
  cast(count(*) - count(cents) as bigint) as zonder_bedrag,
  cast(count(distinct persoon) as bigint) as personen,
  cast(count(distinct aanbieder) as bigint) as aanbieders,
  min(sinds) as sinds
from owned${grouped}
having count(*) > 0`;
}

function compare(a: ProblemGroup["key"], b: ProblemGroup["key"]): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
