import {readFileSync} from "node:fs";
import type {Database, Row} from "../../database/database.ts";
import {readDataState} from "../../database/derive/state.ts";
import {once} from "../answers.ts";
import {type CountCell, type HiddenCounts, hideCounts} from "../hiding/hidden-counts.ts";
import {type CellKey, nameOfKey} from "../hiding/paths.ts";
import {gemeenteControles} from "./catalogue.ts";
import {allProblems, filterParameters, type ProblemFilter} from "./problem-filter.ts";
import type {ProblemKey} from "./problem-groups.ts";

/**
 * By what problems are told, from the outside in. Who mends them says more than it seems: those of the gemeente are some of
 * the controles, and those of an aanbieder the others of that aanbieder.
 */
const chains = [["wie", "controle"], ["aanbieder"], ["wet"], ["soort"], ["maand"], ["product_code"]] as const;

type Level = (typeof chains)[number][number];

export type Codes = Readonly<Partial<Record<ProblemKey, string>>>;

/** Which groups of problems are hidden, in whatever list they stand. */
export interface HiddenProblems {
  has(codes: Codes): boolean;
  /** Groups without a problem that must not be seen to be empty. */
  readonly empty: readonly Codes[];
  /** Everything is hidden, and so is which groups there are. */
  readonly isTooFine: boolean;
}

/**
 * Of more things at once nothing is told: nearly every group would be about few people, and to find those that are not takes
 * longer than a reader waits.
 */
const mostPaths = 3;

const openSql = readFileSync(new URL("open-problems.sql", import.meta.url), "utf8").trimEnd();

/**
 * Decides which groups of open problems are hidden: those about few people, and those that would tell them, whatever is
 * asked beside them. So it is decided on all that is open, and not on what the filter leaves.
 *
 * @param own  the AGB-codes that a reader may see; null: all
 */
export async function findHiddenProblems(
  database: Database,
  filter: ProblemFilter,
  by: readonly ProblemKey[],
  own: readonly string[] | null,
): Promise<HiddenProblems> {
  const {dataVersion} = await readDataState(database);
  const {gemeenteCode, knownOn} = filter;
  const levels = levelsOf(filter, by, own);
  if (levels.length > mostPaths) {
    return {has: () => true, empty: [], isTooFine: true};
  }
  const hidden = await once(database, ["hidden problems", dataVersion, gemeenteCode, knownOn, levels], async () => {
    const sql = `with open_problem as (\n${openSql}\n),\n${countSql("open_problem", "cast('' as varchar)", levels)}`;
    const rows = await database.query(sql, filterParameters(allProblems(gemeenteCode, knownOn), null));
    return hideRows(rows, levels);
  });
  const asked = askedOf(filter, own);
  return {
    has: (codes) => asked.some((one) => hidden.has("", keyOf({...one, ...codes}, levels))),
    empty: hidden.emptyIn("").flatMap((key) => codesOf(key, levels, by, asked)),
    isTooFine: false,
  };
}

/** For each path how deep it is told: none where nothing is asked of it. */
type Levels = readonly (readonly Level[])[];

export function levelsOf(filter: ProblemFilter, by: readonly ProblemKey[], own: readonly string[] | null): Levels {
  const named = new Set<Level>();
  for (const key of by) {
    if (key === "eigenaar") named.add("wie").add("aanbieder");
    else named.add(key);
  }
  if (filter.controle !== null) named.add("controle");
  if (filter.aanbieder !== null || own !== null) named.add("aanbieder");
  if (filter.wet !== null) named.add("wet");
  if (filter.soort !== null) named.add("soort");
  if (filter.month !== null) named.add("maand");
  return chains.flatMap((chain: readonly Level[]) => {
    const depth = chain.findLastIndex((level) => named.has(level)) + 1;
    return depth === 0 ? [] : [chain.slice(0, depth)];
  });
}

/**
 * Counts what is told of problems at every depth of the paths; what stands for all together is null.
 *
 * @param from  with the columns of gebrek
 * @param unit  what tells the units apart
 */
export function countSql(from: string, unit: string, levels: Levels): string {
  const columns = levels.flat();
  const grouped = ["eenheid", ...(columns.length === 0 ? [] : [`cube (${columns.join(", ")})`])];
  return `told as (
  select
    ${unit} as eenheid,
    ${columns.map((column) => `${expressions[column]} as ${column},\n    `).join("")}persoon,
    cents
  from ${from}
)
select
  eenheid,
  ${columns.map((column) => `${column},\n  `).join("")}cast(coalesce(sum(cents), 0) as bigint) as cents,
  cast(count(distinct persoon) as bigint) as personen,
  cast(count(distinct case when cents <> 0 then persoon end) as bigint) as met_bedrag
from told
group by ${grouped.join(", ")}
having count(*) > 0`;
}

const expressions: Readonly<Record<Level, string>> = {
  wie: `case when controle in (${gemeenteControles.map((id) => `'${id}'`).join(", ")}) then 'gemeente' else 'aanbieder' end`,
  controle: "controle",
  aanbieder: "aanbieder",
  wet: "wet",
  soort: "soort",
  maand: "substring(cast(maand as varchar), 1, 7)",
  product_code: "coalesce(product_code, 'onbekend')",
};

export function hideRows(rows: readonly Row[], levels: Levels): Promise<HiddenCounts> {
  const cells = rows.flatMap((row): CountCell[] => {
    const key = levels.map((chain) => chain.flatMap((level) => (row[level] === null ? [] : [String(row[level])])));
    // A controle without who mends it is the same as with.
    const isWhole = levels.every((chain, place) =>
      chain.slice(0, key[place]!.length).every((level) => row[level] !== null),
    );
    if (!isWhole) return [];
    const persons = Number(row.personen);
    return [
      {
        unit: String(row.eenheid),
        key,
        persons,
        groups: [persons],
        cents: Number(row.cents),
        payers: Number(row.met_bedrag),
      },
    ];
  });
  return hideCounts(
    cells,
    levels.map(({length}) => length),
  );
}

/** What the filter says, once for each aanbieder that the reader may see. */
export function askedOf(filter: ProblemFilter, own: readonly string[] | null): readonly Codes[] {
  const {controle, wet, soort, month} = filter;
  const codes: Codes = {
    ...(controle === null ? {} : {controle}),
    ...(wet === null ? {} : {wet}),
    ...(soort === null ? {} : {soort}),
    ...(month === null ? {} : {maand: month}),
  };
  const aanbieders = filter.aanbieder === null ? own : [filter.aanbieder];
  return aanbieders === null ? [codes] : aanbieders.map((aanbieder) => ({...codes, aanbieder}));
}

export function keyOf(codes: Codes, levels: Levels): CellKey {
  const {controle, eigenaar} = codes;
  const isOfAanbieder = eigenaar !== undefined && eigenaar !== "gemeente";
  const wie =
    controle !== undefined
      ? gemeenteControles.includes(controle)
        ? "gemeente"
        : "aanbieder"
      : isOfAanbieder
        ? "aanbieder"
        : eigenaar;
  const all: Readonly<Partial<Record<Level, string | undefined>>> = {
    wie,
    controle,
    aanbieder: isOfAanbieder ? eigenaar : codes.aanbieder,
    wet: codes.wet,
    soort: codes.soort,
    maand: codes.maand?.slice(0, 7),
    product_code: codes.product_code,
  };
  return levels.map((chain) => chain.flatMap((level) => all[level] ?? []));
}

/** The row of a list that a cell is; none: it is no row of it. */
function codesOf(key: CellKey, levels: Levels, by: readonly ProblemKey[], asked: readonly Codes[]): Codes[] {
  const told = new Map<Level, string>();
  levels.forEach((chain, place) => {
    key[place]!.forEach((code, level) => {
      told.set(chain[level]!, code);
    });
  });
  const codes = Object.fromEntries(by.map((name) => [name, codeIn(told, name)]));
  if (Object.values(codes).includes(undefined)) return [];
  const isSame = (one: Codes) => nameOfKey(keyOf({...one, ...(codes as Codes)}, levels)) === nameOfKey(key);
  return asked.some(isSame) ? [codes as Codes] : [];
}

function codeIn(told: ReadonlyMap<Level, string>, name: ProblemKey): string | undefined {
  // As a date, which is how it is grouped.
  if (name === "maand") return told.has(name) ? `${told.get(name)}-01` : undefined;
  if (name !== "eigenaar") return told.get(name);
  return told.get("wie") === "gemeente" ? "gemeente" : told.get("aanbieder");
}
