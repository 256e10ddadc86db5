import type {IsoDate} from "../../standards/calendar.ts";
import type {Database} from "../database.ts";

/** Where the data stand. */
export interface DataState {
  /** Goes up with every commit of data, and with nothing else. */
  readonly dataVersion: number;
  /** The data version the derived tables were made of. */
  readonly derivedFrom: number;
  /** Newest Dagtekening; null: nothing was delivered. */
  readonly dataDate: IsoDate | null;
}

export async function readDataState(database: Database): Promise<DataState> {
  const [row] = await database.query<{data_versie: number; afgeleid_van: number; data_datum: string | null}>(
    "select data_versie, afgeleid_van, data_datum from gegevens_stand",
  );
  if (row === undefined) return {dataVersion: 0, derivedFrom: 0, dataDate: null};
  return {dataVersion: row.data_versie, derivedFrom: row.afgeleid_van, dataDate: row.data_datum};
}

export async function isDerivedBehind(database: Database): Promise<boolean> {
  const {dataVersion, derivedFrom} = await readDataState(database);
  return derivedFrom < dataVersion;
}
