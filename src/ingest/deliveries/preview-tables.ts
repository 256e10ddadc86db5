import type {Database} from "../../database/database.ts";
import {nothingAccepted} from "../reference/acceptance.ts";
import {readReferenceFiles} from "../reference/read-files.ts";
import type {Delivered} from "../sources/delivery.ts";
import {showableName} from "../sources/names.ts";
import type {TableKind} from "../tables/fields.ts";
import {knownKoppeling} from "../tables/import-tables.ts";
import {readSheet} from "../tables/sheet.ts";

/** A table of a suite in a delivery. */
export interface PreviewTable {
  readonly name: string;
  /** Why it cannot be read; null: it can. */
  readonly problem: string | null;
  /** Null: nobody has matched its columns yet, so it would wait in the inbox. */
  readonly known: {readonly bron: string; readonly soort: TableKind} | null;
}

export async function previewTables(
  database: Database,
  dataFolder: string,
  tables: readonly Delivered[],
  onUnread: (name: string, problem: string) => void,
): Promise<PreviewTable[]> {
  const previews: PreviewTable[] = [];
  for (const {name, bytes} of readReferenceFiles(tables, nothingAccepted, onUnread)) {
    const sheet = await readSheet(bytes, name);
    const problem = "problem" in sheet ? sheet.problem : null;
    const koppeling = await knownKoppeling(database, dataFolder, name, bytes);
    const known = koppeling === null ? null : {bron: showableName(koppeling.bron), soort: koppeling.soort};
    previews.push({name: showableName(name), problem, known});
  }
  return previews;
}
