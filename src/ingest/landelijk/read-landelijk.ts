import {basename} from "node:path";
import type {Row} from "../../database/database.ts";
import type {LandelijkSoort} from "../../standards/landelijk.ts";
import {readSheets} from "../sheet/read-sheets.ts";
import type {Sheet, SheetRow} from "../sheet/sheet.ts";
import {type NamedColumns, namedColumns} from "./columns.ts";
import {isGemeentefonds, readGemeentefonds} from "./gemeentefonds.ts";
import {isIv3, readIv3} from "./iv3.ts";
import {isKerncijfers, readKerncijfers} from "./kerncijfers.ts";

/** What a file of public figures of all gemeenten holds. */
export interface LandelijkReading {
  readonly soort: LandelijkSoort;
  readonly jaar: number;
  readonly gemeenten: number;
  /** By table; what is not named stays as it is. */
  readonly rows: Readonly<Partial<Record<LandelijkTable, readonly Row[]>>>;
  /** Columns that were not understood, as the file writes them. */
  readonly unknown: readonly string[];
}

export type LandelijkTable = "landelijk_gemeente" | "landelijk_kenmerk" | "landelijk_iv3" | "landelijk_fonds";

/** One line that says why a file is not taken in. */
export interface LandelijkProblem {
  readonly problem: string;
}

export interface LandelijkSheet {
  readonly columns: NamedColumns;
  readonly rows: readonly SheetRow[];
  /** The year that the name of the file tells; null: none. */
  readonly namedYear: number | null;
  readonly name: string;
  readonly sheet: Sheet;
}

/**
 * Reads a file of public figures of all gemeenten: Kerncijfers, Iv3 or the gemeentefonds, known by its columns.
 *
 * All or nothing: a file with something in it that we do not understand is one line, and no row of it counts.
 *
 * @returns null: it is none of these
 */
export async function readLandelijk(
  name: string,
  bytes: Uint8Array,
): Promise<LandelijkReading | LandelijkProblem | null> {
  const kinds = [
    {is: isKerncijfers, read: readKerncijfers},
    {is: isIv3, read: readIv3},
    {is: isGemeentefonds, read: readGemeentefonds},
  ];
  const isOne = (rows: readonly SheetRow[]) =>
    rows[0] !== undefined && kinds.some(({is}) => is(namedColumns(rows[0]!)));
  const reading = await readSheets(bytes, (rows) => (isOne(rows) ? 1 : 0));
  if ("problem" in reading) return null;
  const [sheet] = reading.sheets;
  const [header, ...rows] = sheet?.rows ?? [];
  if (sheet === undefined || header === undefined) return null;
  const columns = namedColumns(header);
  const kind = kinds.find(({is}) => is(columns));
  if (kind === undefined) return null;
  return kind.read({columns, rows, namedYear: yearInName(name), name: basename(name), sheet});
}

/** Whether it is such a file, right or wrong. */
export async function isLandelijk(name: string, bytes: Uint8Array): Promise<boolean> {
  return (await readLandelijk(name, bytes)) !== null;
}

/** The first year in a name: "gemeentefonds_2025_septembercirculaire2024" is of 2025. */
function yearInName(name: string): number | null {
  const [, year] = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(basename(name)) ?? [];
  return year === undefined ? null : Number(year);
}
