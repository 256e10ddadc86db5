import type {Database} from "../../database/database.ts";
import type {TimeLimit} from "../../database/time-limit.ts";
import {UserError} from "../../errors.ts";
import {composeCells, composeLeftOut, leavesOut, type Query} from "../compose.ts";
import type {Indicator} from "../indicator.ts";
import {dimensionNames, periodGrains, type Question} from "../question.ts";

const tryLimit: TimeLimit = {milliseconds: 5000};

/**
 * Asks all that can be asked of an indicator, of a database without rows: every dimension, filter and kind of period.
 *
 * @throws UserError  one Dutch sentence: what the SQL lacks, or that it takes too long
 */
export async function tryOut(database: Database, indicator: Indicator): Promise<void> {
  const question: Question = {
    indicator: indicator.id,
    gemeenteCode: "GM9999",
    dimensions: [],
    grain: "maand",
    from: "2025-01",
    to: "2025-12",
    where: [],
    knownOn: "2026-01-31",
  };
  const possible = dimensionNames.filter((name) => name !== "deel" || indicator.parts.length > 0);
  const asked: Question[] = [
    {...question, dimensions: possible},
    {...question, where: possible.map((dimension) => ({dimension, value: "x"}))},
    ...periodGrains.map((grain) => ({...question, grain})),
  ];
  for (const one of asked) await run(database, composeCells(indicator, one));
  if (leavesOut(indicator)) await run(database, composeLeftOut(indicator, question));
}

async function run(database: Database, {sql, parameters}: Query): Promise<void> {
  try {
    await database.query(sql, parameters, tryLimit);
  } catch (error) {
    throw error instanceof UserError ? error : new UserError(faultOf(error));
  }
}

const faults: readonly (readonly [RegExp, (name: string) => string])[] = [
  [
    /(?:Table|Values list) "(?:placed|fact)" does not have a column named "([^"]+)"/,
    (name) => `de kolom '${name}' ontbreekt. Kent u hem niet, schrijf dan: cast(null as ${typeOf(name)}) as ${name}`,
  ],
  [/Referenced column "([^"]+)"/, (name) => `de kolom '${name}' bestaat niet in wat u leest`],
  [/does not have a column named "([^"]+)"/, (name) => `de kolom '${name}' bestaat niet in wat u leest`],
  [/Ambiguous reference to column name "([^"]+)"/, (name) => `bij '${name}' is niet duidelijk uit welke tabel`],
  [
    /Table with name (\S+) does not exist/,
    (name) => `lees uit '${name}' met 'from' of 'join', zonder aanhalingstekens`,
  ],
  [/column "([^"]+)" must appear in the GROUP BY/, (name) => `zet '${name}' ook bij 'group by'`],
];

function faultOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  for (const [pattern, words] of faults) {
    const found = pattern.exec(message);
    if (found !== null) return words(found[1]!);
  }
  return `de SQL werkt niet. DuckDB zegt: ${message.split("\n")[0]!.slice(0, 200)}`;
}

function typeOf(column: string): string {
  return column === "persoon" ? "integer" : /datum|maand|day/.test(column) ? "date" : "text";
}
