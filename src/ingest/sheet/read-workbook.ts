import readWorkbookValues from "read-excel-file/universal";
import {inspectWorkbook} from "./inspect-workbook.ts";
import {mostColumns} from "./limits.ts";
import type {Sheet, SheetCell, SheetFlaw, SheetRow, SheetsReading} from "./sheet.ts";
import {sheetPaths} from "./sheet-paths.ts";

const damaged = "Dit Excel-bestand is beschadigd of niet heel. Sla het opnieuw op als .xlsx en lever het opnieuw aan.";

/** The sheets of an .xlsx: values as Excel last worked them out, and what it could not. */
export async function readWorkbook(bytes: Uint8Array): Promise<SheetsReading> {
  // The memory that bytes stand in is used again by whoever read them.
  const own = Buffer.from(bytes);
  try {
    const inspection = await inspectWorkbook(own);
    if ("problem" in inspection) return inspection;
    const paths = await sheetPaths(own);
    const values = await readWorkbookValues(own.buffer.slice(own.byteOffset, own.byteOffset + own.length), {
      trim: false,
    });
    return {
      sheets: values.map(({sheet, data}) =>
        sheetOf(sheet, data as unknown as Value[][], inspection.flaws.get(paths.get(sheet) ?? "") ?? []),
      ),
    };
  } catch {
    // Zip and XML that no program wrote: yauzl, saxes and the reader of values each fail in their own way.
    return {problem: damaged};
  }
}

type Value = string | number | boolean | Date | null | undefined;

function sheetOf(name: string, data: readonly (readonly Value[])[], flaws: readonly SheetFlaw[]): Sheet {
  const rows: SheetRow[] = [];
  for (const [index, values] of data.entries()) {
    const cells = values.slice(0, mostColumns).map(cellOf);
    if (cells.some((cell) => cell !== null && cell !== "")) rows.push({number: index + 1, cells});
  }
  // Excel allows 31 characters; a file can hold any number.
  return {name: name.slice(0, 40), rows, flaws};
}

function cellOf(value: Value): SheetCell {
  if (value === undefined || value === null) return null;
  if (!(value instanceof Date)) return value;
  return Number.isNaN(value.getTime()) ? null : {day: value.toISOString().slice(0, 10)};
}
