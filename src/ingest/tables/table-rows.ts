import type {ArchivedFiles} from "./archived-table.ts";
import {readKoppeling} from "./koppeling.ts";
import {readTable, type TableDoor, type TableRow} from "./read-table.ts";
import {readSheet} from "./sheet.ts";

/** The right rows of a table, by its SHA-256 and the koppeling it was taken in with. */
export type RowsOf = (sha256: string, koppeling: string) => Promise<readonly TableRow[]>;

/**
 * Reads tables that were taken in from the archive.
 *
 * @param read  those that were just read, by their SHA-256: they need not be read again
 */
export function archivedRows(
  files: ArchivedFiles,
  door: TableDoor,
  read: ReadonlyMap<string, readonly TableRow[]> = new Map(),
): RowsOf {
  return async (sha256, koppeling) => {
    const known = read.get(sha256);
    if (known !== undefined) return known;
    const bytes = await files.read(sha256);
    const own = readKoppeling(koppeling);
    const sheet = await readSheet(bytes, nameFor(bytes), own.blad ?? null);
    if ("problem" in sheet) throw new Error("a table that was taken in can no longer be read");
    return readTable(sheet, own, door).rows;
  };
}

/** What a file is, by how it begins: a zip is a workbook. */
function nameFor(bytes: Uint8Array): string {
  const begin = Buffer.from(bytes.subarray(0, 4)).toString("latin1");
  if (begin === "PAR1") return ".parquet";
  return begin.startsWith("PK") ? ".xlsx" : ".csv";
}
