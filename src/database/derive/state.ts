import type {IsoDate} from "../../standards/calendar.ts";
import type {Database} from "../database.ts";

/** Where the data stand. */
export interface DataState {
  /**
   * Goes up with every derivation of new data, and with nothing else: what was counted of one version holds as long as
   * it is the version. While a delivery is taken in, it is that of before.
   */
  readonly dataVersion: number;
  /** Newest Dagtekening; null: nothing was delivered. */
  readonly dataDate: IsoDate | null;
}

export async function readDataState(database: Database): Promise<DataState> {
  const [row] = await database.query<{afgeleid_van: number; data_datum: string | null}>(
    "select afgeleid_van, data_datum from gegevens_stand",
  );
  return {dataVersion: row?.afgeleid_van ?? 0, dataDate: row?.data_datum ?? null};
}

export async function isDerivedBehind(database: Database): Promise<boolean> {
  const rows = await database.query("select 1 as een from gegevens_stand where afgeleid_van < data_versie");
  return rows.length > 0;
}
