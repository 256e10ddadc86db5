import {columnWords, referenceWords} from "../../database/reference/reference-words.ts";
import {isCents} from "../../database/reference/table-words.ts";
import {type ReferenceColumn, type ReferenceTable, referenceTables} from "../../database/reference-tables.ts";
import {nearest} from "../../statistics/nearest.ts";
import {cellText, rowPlace, type Sheet, type SheetRow} from "../sheet/sheet.ts";
import {simpleName} from "./cells/simple-name.ts";

/** The row that names the columns, and what each of its cells stands for. */
export interface Header {
  readonly row: SheetRow;
  readonly columns: readonly HeaderColumn[];
  /** Names that are no column of ours and like none: passed over when someone agrees. */
  readonly unknown: readonly string[];
}

export interface HeaderColumn {
  /** Place in the row, from 0. */
  readonly index: number;
  /** As the file calls it. */
  readonly written: string;
  readonly column: string;
  /** In what the amounts of this column stand; null: the name does not say, or it is no amount. */
  readonly unit: "euro" | "cent" | null;
}

/** A heading, the name of the gemeente and the day of the report may stand above the header. */
export const rowsToSearch = 20;

/** How many columns of a table the best row among the first names. */
export function headerFit(table: ReferenceTable, rows: readonly SheetRow[]): number {
  return Math.max(0, ...rows.slice(0, rowsToSearch).map((row) => matchRow(table, row).length));
}

/** Whether one of the first rows names all columns that a table cannot do without. */
export function hasAllColumns(table: ReferenceTable, rows: readonly SheetRow[]): boolean {
  const required = requiredColumns(table);
  return rows.slice(0, rowsToSearch).some((row) => {
    const found = new Set(matchRow(table, row).map(({column}) => column));
    return required.every((column) => found.has(column));
  });
}

/** The header of a sheet, or the one line that says what is wrong with it. */
export function findHeader(table: ReferenceTable, sheet: Sheet): Header | {readonly problem: string} {
  const rows = sheet.rows.slice(0, rowsToSearch);
  const best = Math.max(0, headerFit(table, rows));
  const row = rows.find((candidate) => matchRow(table, candidate).length === best);
  if (row === undefined || best < 2) return {problem: noHeader(table, sheet)};
  const columns = matchRow(table, row);
  const problem = wrongName(table, sheet, row, columns) ?? missingColumn(table, sheet, row, columns);
  return problem === null ? {row, columns, unknown: unknownNames(row, columns)} : {problem};
}

function matchRow(table: ReferenceTable, row: SheetRow): HeaderColumn[] {
  const written = row.cells.map(cellText);
  const matches: HeaderColumn[] = [];
  // A column that bears its own name keeps it; synonyms share out what is left.
  for (const isOwn of [true, false]) {
    for (const [index, name] of written.entries()) {
      if (name === "" || matches.some((match) => match.index === index)) continue;
      const match = matchName(table, name, isOwn);
      if (match === null || matches.some(({column}) => column === match.column)) continue;
      matches.push({index, written: showName(name), ...match});
    }
  }
  return matches.sort((a, b) => a.index - b.index);
}

function matchName(
  table: ReferenceTable,
  written: string,
  isOwn: boolean,
): Pick<HeaderColumn, "column" | "unit"> | null {
  const name = simpleName(written);
  const unit = unitOf(written);
  for (const column of Object.keys(referenceTables[table])) {
    const names = isOwn ? [column] : (columnWords(table, column).synonyms ?? []);
    if (!isCents(column)) {
      if (name !== "" && names.some((one) => simpleName(one) === name)) return {column, unit: null};
    } else if (names.some((one) => withoutUnit(one) === withoutUnit(written)) && (unit !== null || !isOwn)) {
      return {column, unit};
    }
  }
  return null;
}

const unitWords = /(^|[^a-z])(in )?(euro'?s?|eur|€|hele centen|centen|cents?|ct)(?=$|[^a-z])/gi;

function unitOf(written: string): "euro" | "cent" | null {
  const [, , , unit] = [...written.replaceAll("_", " ").matchAll(unitWords)][0] ?? [];
  if (unit === undefined) return null;
  return /^(e|€)/i.test(unit) ? "euro" : "cent";
}

function withoutUnit(written: string): string {
  return simpleName(written.replaceAll("_", " ").replaceAll(unitWords, " "));
}

function noHeader(table: ReferenceTable, sheet: Sheet): string {
  const other = (Object.keys(referenceTables) as ReferenceTable[]).find(
    (candidate) => candidate !== table && hasAllColumns(candidate, sheet.rows),
  );
  if (other !== undefined) return otherTable(other, table);
  return `In de eerste ${rowsToSearch} rijen staat geen kop met de kolommen van '${table}'. Zet erboven: ${requiredColumns(table).join(", ")}.`;
}

export function otherTable(found: ReferenceTable, table: ReferenceTable): string {
  return `De kolommen zijn die van '${found}' en niet die van '${table}'. Geef het bestand de naam '${found}', of lever het goede.`;
}

function wrongName(
  table: ReferenceTable,
  sheet: Sheet,
  row: SheetRow,
  columns: readonly HeaderColumn[],
): string | null {
  const place = rowPlace(sheet, row.number);
  const known = Object.keys(referenceTables[table]);
  const free = known.filter((name) => !columns.some(({column}) => column === name));
  for (const name of unknownNames(row, columns)) {
    const match = matchName(table, name, true) ?? matchName(table, name, false);
    if (match !== null) return `${place}: kolom '${showName(match.column)}' staat er twee keer. Haal er een weg.`;
    const near = nearest(name, free);
    if (near !== null) return `${place}: kolom '${showName(name)}' kennen we niet. Bedoelde u '${near}'?`;
  }
  return null;
}

function missingColumn(
  table: ReferenceTable,
  sheet: Sheet,
  row: SheetRow,
  columns: readonly HeaderColumn[],
): string | null {
  const missing = requiredColumns(table).find((name) => !columns.some(({column}) => column === name));
  if (missing === undefined) return null;
  const other = (Object.keys(referenceTables) as ReferenceTable[]).find(
    (candidate) => candidate !== table && hasAllColumns(candidate, [row]),
  );
  if (other !== undefined) return otherTable(other, table);
  return `${rowPlace(sheet, row.number)}: kolom '${missing}' ontbreekt. Voeg hem toe.`;
}

function unknownNames(row: SheetRow, columns: readonly HeaderColumn[]): string[] {
  return row.cells
    .map(cellText)
    .filter((name, index) => name !== "" && !columns.some((column) => column.index === index));
}

export function unknownColumn(table: ReferenceTable, sheet: Sheet, header: Header, name: string): string {
  const columns = Object.keys(referenceWords[table].columns);
  return `${rowPlace(sheet, header.row.number)}: kolom '${showName(name)}' kennen we niet. Gebruik: ${columns.join(", ")}.`;
}

export function requiredColumns(table: ReferenceTable): string[] {
  return Object.entries<ReferenceColumn>(referenceTables[table])
    .filter(([name, {optional}]) => !optional && name !== "gemeente_code")
    .map(([name]) => name);
}

/** A name as a file writes it, short enough for one line. */
function showName(name: string): string {
  return name.length > 40 ? `${name.slice(0, 39)}…` : name;
}
