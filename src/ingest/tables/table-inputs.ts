import type {Database} from "../../database/database.ts";
import {type IsoDate, todayAt} from "../../standards/calendar.ts";
import {nothingAccepted} from "../reference/acceptance.ts";
import {readReferenceFiles} from "../reference/read-files.ts";
import type {Report} from "../report.ts";
import type {Delivered} from "../sources/delivery.ts";
import {showableName} from "../sources/names.ts";
import {knownKoppeling, peildatumOf} from "./import-tables.ts";
import type {Koppeling} from "./koppeling.ts";
import type {TableInput} from "./take-in-tables.ts";

/** How tables of a suite are to be read, as far as who delivers says so. */
export interface TablesRequest {
  /** Null: as tables with the same columns were read before. */
  readonly koppeling: Koppeling | null;
  /** The day that the tables tell of; null: as their names say, else today. */
  readonly peildatum: IsoDate | null;
}

/** The tables of a delivery with how each is read; one whose columns nobody matched is passed over, and told. */
export async function tableInputs(
  database: Database | null,
  dataFolder: string,
  tables: readonly Delivered[],
  request: TablesRequest | undefined,
  now: Date,
  report: Report,
): Promise<TableInput[]> {
  const inputs: TableInput[] = [];
  const onUnread = (name: string, problem: string) => report.addUnread(showableName(name), problem);
  for (const {name, bytes} of readReferenceFiles(tables, nothingAccepted, onUnread)) {
    const koppeling = request?.koppeling ?? (await knownKoppeling(database, dataFolder, name, bytes));
    if (koppeling === null) {
      report.addSkipped();
      report.addRemark(unknownTable(showableName(name)));
      continue;
    }
    const peildatum = peildatumOf(name, request?.peildatum ?? null, todayAt(now));
    inputs.push({name, bytes, koppeling, peildatum, place: null, notePlace: null});
  }
  return inputs;
}

function unknownTable(name: string): string {
  return `${name}: de kolommen van deze tabel zijn nog niet gekoppeld. Doe dat met: npx wijkbalans koppel ${name}`;
}
