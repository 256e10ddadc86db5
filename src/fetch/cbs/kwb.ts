import {UserError} from "../../errors.ts";
import {type AreaKind, areaKind, gemeenteOf} from "../../standards/areas.ts";
import {type CbsAnswers, type CbsRow, cbsNumber, cbsText} from "./answers.ts";
import {type CbsColumn, columnsOfMeasures, columnsOfProperties, columnsOfRows, findColumn} from "./columns.ts";
import {type KwbColumn, type KwbValues, kwbColumns, neededColumns} from "./kwb-measures.ts";

/** Kerncijfers wijken en buurten of one gemeente and year. */
export interface Kwb {
  readonly year: number;
  readonly areas: readonly KwbArea[];
  /** Columns that this table does not have, by our names. */
  readonly missing: readonly KwbColumn[];
}

export interface KwbArea {
  readonly code: string;
  readonly kind: AreaKind;
  readonly name: string;
  readonly values: KwbValues;
}

/** Reads the answers of one table, in OData v3 or v4. */
export function readKwb(answers: CbsAnswers, gemeenteCode: string, year: number | null): Kwb {
  const typed = answers.rows.get("TypedDataSet") ?? answers.rows.get("UntypedDataSet");
  const observations = answers.rows.get("Observations");
  if (typed === undefined && observations === undefined) throw new UserError(noTable);
  const columns = typed === undefined ? columnsOfMeasures(answers) : columnsOf(answers, typed);
  const found = Object.fromEntries(
    Object.entries(kwbColumns).map(([name, wish]) => [name, findColumn(columns, wish)?.key ?? null]),
  ) as Record<KwbColumn, string | null>;
  const missing = (Object.keys(found) as KwbColumn[]).filter((name) => found[name] === null);
  const needed = missing.find((name) => neededColumns.includes(name));
  if (needed !== undefined) {
    throw new UserError(
      `In de tabel van het CBS staat de kolom '${kwbColumns[needed].names[0]}' niet. Is het een tabel Kerncijfers wijken en buurten?`,
    );
  }
  const cells = typed === undefined ? cellsOfObservations(observations!) : cellsOfRows(typed, found);
  const names = namesOf(answers);
  const areas = [...cells]
    .filter(([code]) => areaKind(code) !== null && gemeenteOf(code) === gemeenteCode)
    .map(([code, {name, value}]) => ({
      code,
      kind: areaKind(code)!,
      name: names.get(code) ?? name ?? code,
      values: Object.fromEntries(
        Object.entries(found).map(([column, key]) => [column, key === null ? null : value(key)]),
      ) as unknown as KwbValues,
    }));
  if (areas.length === 0) {
    throw new UserError(`In de tabel van het CBS staat gemeente ${gemeenteCode} niet. Klopt de code, en het jaar?`);
  }
  return {year: year ?? yearOf(answers), areas: areas.sort(byKind), missing};
}

const noTable =
  "Er zit geen tabel van het CBS bij (TypedDataSet of Observations). Haal hem op zoals 'fetch cbs' zegt, als JSON.";

function columnsOf(answers: CbsAnswers, typed: readonly CbsRow[]): CbsColumn[] {
  const described = columnsOfProperties(answers);
  return described.length > 0 ? described : columnsOfRows(typed);
}

type Cells = Map<string, {readonly name: string | null; value(key: string): number | null}>;

function cellsOfRows(rows: readonly CbsRow[], found: Readonly<Record<KwbColumn, string | null>>): Cells {
  const areaName = Object.keys(rows[0] ?? {}).find((key) => /^Gemeentenaam_\d+$/.test(key));
  const keys = new Set(Object.values(found));
  return new Map(
    rows.map((row) => [
      cbsText(row.WijkenEnBuurten),
      {
        name: areaName === undefined ? null : cbsText(row[areaName]) || null,
        value: (key: string) => (keys.has(key) ? cbsNumber(row[key]) : null),
      },
    ]),
  );
}

function cellsOfObservations(rows: readonly CbsRow[]): Cells {
  const byArea = Map.groupBy(rows, (row) => cbsText(row.WijkenEnBuurten));
  return new Map(
    [...byArea].map(([code, ofArea]) => {
      const values = new Map(ofArea.map((row) => [cbsText(row.Measure), cbsNumber(row.Value)]));
      return [code, {name: null, value: (key: string) => values.get(key) ?? null}];
    }),
  );
}

function namesOf({rows}: CbsAnswers): Map<string, string> {
  const names = new Map<string, string>();
  for (const row of rows.get("WijkenEnBuurten") ?? []) names.set(cbsText(row.Key), cbsText(row.Title));
  for (const row of rows.get("WijkenEnBuurtenCodes") ?? []) names.set(cbsText(row.Identifier), cbsText(row.Title));
  return names;
}

/** The year that the table is about, by what describes it. */
function yearOf({rows}: CbsAnswers): number {
  const about = [...(rows.get("TableInfos") ?? []), ...(rows.get("Properties") ?? [])];
  for (const row of about) {
    const year = /\b(20\d{2})\b/.exec(`${cbsText(row.Period)} ${cbsText(row.TemporalCoverage)} ${cbsText(row.Title)}`);
    if (year !== null) return Number(year[1]);
  }
  throw new UserError(
    "Van welk jaar deze tabel is, staat er niet bij. Zeg het met --jaar 2024, of leg TableInfos erbij.",
  );
}

const kinds: readonly AreaKind[] = ["gemeente", "wijk", "buurt"];

function byKind(a: KwbArea, b: KwbArea): number {
  return kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.code < b.code ? -1 : 1);
}
