import type {Database} from "../../database/database.ts";
import {landelijkSoortNames} from "../../standards/landelijk.ts";
import {readLandelijk} from "../landelijk/read-landelijk.ts";
import {nothingAccepted} from "../reference/acceptance.ts";
import {readReferenceFiles} from "../reference/read-files.ts";
import type {Delivered} from "../sources/delivery.ts";
import {showableName} from "../sources/names.ts";
import {knownKoppeling} from "../tables/import-tables.ts";
import {readSheet} from "../tables/sheet.ts";

/** A table of a suite in a delivery. */
export interface PreviewTable {
  readonly name: string;
  /** Why it cannot be read; null: it can. */
  readonly problem: string | null;
  /** Null: nobody has matched its columns yet, so it would wait in the inbox. */
  readonly known: {readonly bron: string; readonly soort: string} | null;
  /** Public figures of all gemeenten: they never wait in the inbox. */
  readonly isPublic?: true;
}

export async function previewTables(
  database: Database,
  dataFolder: string,
  tables: readonly Delivered[],
  onUnread: (name: string, problem: string) => void,
): Promise<PreviewTable[]> {
  const previews: PreviewTable[] = [];
  for (const {name, bytes} of readReferenceFiles(tables, nothingAccepted, onUnread)) {
    const reading = await readLandelijk(name, bytes);
    if (reading !== null) {
      const isRight = !("problem" in reading);
      const known = isRight ? {bron: "alle gemeenten", soort: landelijkSoortNames[reading.soort]} : null;
      previews.push({name: showableName(name), problem: isRight ? null : reading.problem, known, isPublic: true});
      continue;
    }
    const sheet = await readSheet(bytes, name);
    const problem = "problem" in sheet ? sheet.problem : null;
    const koppeling = await knownKoppeling(database, dataFolder, name, bytes);
    const known = koppeling === null ? null : {bron: showableName(koppeling.bron), soort: koppeling.soort};
    previews.push({name: showableName(name), problem, known});
  }
  return previews;
}
