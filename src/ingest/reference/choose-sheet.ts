import {referenceWords} from "../../database/reference/reference-words.ts";
import {type ReferenceTable, referenceTables} from "../../database/reference-tables.ts";
import type {Sheet} from "../sheet/sheet.ts";
import {simpleName} from "./cells/simple-name.ts";
import {hasAllColumns, headerFit, otherTable} from "./header.ts";

export type SheetChoice = {readonly sheet: Sheet; readonly question: string | null} | {readonly problem: string};

/** The sheet of a workbook that holds the table: the one that bears its name, else the one with its columns. */
export function chooseSheet(table: ReferenceTable, sheets: readonly Sheet[]): SheetChoice {
  const filled = sheets.filter(({rows}) => rows.length > 0);
  if (filled.length === 0)
    return {problem: "Het bestand is leeg. De eerste rij hoort de namen van de kolommen te zijn."};
  const fitting = filled.filter(({rows}) => hasAllColumns(table, rows));
  const named = fitting.find((sheet) => bearsName(table, sheet)) ?? filled.find((sheet) => bearsName(table, sheet));
  const [best] = [...filled].sort((a, b) => headerFit(table, b.rows) - headerFit(table, a.rows));
  const sheet = named ?? fitting[0] ?? best!;
  if (named !== undefined || fitting.length === 1 || filled.length === 1) return {sheet, question: null};
  if (fitting.length > 1) return {sheet, question: moreSheets(fitting)};
  const other = (Object.keys(referenceTables) as ReferenceTable[]).find((candidate) =>
    filled.some(({rows}) => hasAllColumns(candidate, rows)),
  );
  if (other !== undefined) return {problem: otherTable(other, table)};
  return headerFit(table, sheet.rows) >= 2 ? {sheet, question: null} : {problem: noSheet(table, filled)};
}

function bearsName(table: ReferenceTable, {name}: Sheet): boolean {
  const simple = simpleName(name ?? "");
  return simple === simpleName(table) || simple === simpleName(referenceWords[table].title);
}

function namesOf(sheets: readonly Sheet[]): string {
  const names = sheets.slice(0, 4).map(({name}) => `'${name}'`);
  return [...names, ...(sheets.length > names.length ? ["…"] : [])].join(", ");
}

function moreSheets(fitting: readonly Sheet[]): string {
  const names = namesOf(fitting);
  return `Meer bladen passen: ${names}. Alleen blad '${fitting[0]?.name}' wordt gelezen. Zet alles op één blad, of geef het goede blad de naam van de tabel.`;
}

function noSheet(table: ReferenceTable, sheets: readonly Sheet[]): string {
  const names = namesOf(sheets);
  return `Op geen van de bladen (${names}) staan de kolommen van '${table}'. Is dit het goede bestand?`;
}
