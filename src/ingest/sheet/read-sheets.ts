import {decodeText} from "./decode-text.ts";
import {type Delimiter, delimiters, firstRows, readCsvSheet} from "./read-csv-sheet.ts";
import {readWorkbook} from "./read-workbook.ts";
import type {SheetRow, SheetsReading} from "./sheet.ts";

/** How well rows fit what is looked for: the more, the better. */
export type Fit = (rows: readonly SheetRow[]) => number;

/** The sheets of a file, by what it is and not by what it is called. */
export async function readSheets(bytes: Uint8Array, fit: Fit): Promise<SheetsReading> {
  if (bytes.length === 0) {
    return {problem: "Het bestand is leeg. De eerste regel hoort de namen van de kolommen te zijn."};
  }
  if (beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readWorkbook(bytes);
  if (beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return {
      problem: "Dit is een oud Excel-bestand (.xls) of er zit een wachtwoord op. Sla het op als .xlsx of als CSV.",
    };
  }
  const text = decodeText(bytes);
  if (text === null) return {problem: "Dit is geen CSV en geen Excel-bestand (.xlsx). Sla het opnieuw op als .xlsx."};
  const sheet = readCsvSheet(text, delimiterOf(text, fit));
  return "problem" in sheet ? sheet : {sheets: [sheet]};
}

/** The delimiter under which the first rows fit best; else the one that occurs most in the first line. */
function delimiterOf(text: string, fit: Fit): Delimiter {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/));
  const ranked = delimiters.map((delimiter) => ({
    delimiter,
    fit: fit(firstRows(text, delimiter, 20)),
    count: firstLine.split(delimiter).length,
  }));
  return ranked.sort((a, b) => b.fit - a.fit || b.count - a.count)[0]!.delimiter;
}

function beginsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
