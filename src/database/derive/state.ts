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
  /** By gemeente: the same when the same was taken in, in whatever order, and after a rebuild. */
  readonly dataMarks: ReadonlyMap<string, string>;
}

export async function readDataState(database: Database): Promise<DataState> {
  const rows = await database.query<{
    afgeleid_van: number;
    data_datum: string | null;
    gemeente_code: string | null;
    kenmerk: string | null;
  }>(
    `select gegevens_stand.afgeleid_van, gegevens_stand.data_datum, gegevens_kenmerk.gemeente_code, gegevens_kenmerk.kenmerk
     from gegevens_stand
     left join gegevens_kenmerk on true`,
  );
  const marks = rows.flatMap(({gemeente_code, kenmerk}) =>
    gemeente_code === null || kenmerk === null ? [] : [[gemeente_code, kenmerk] as const],
  );
  const [row] = rows;
  return {dataVersion: row?.afgeleid_van ?? 0, dataDate: row?.data_datum ?? null, dataMarks: new Map(marks)};
}

export async function isDerivedBehind(database: Database): Promise<boolean> {
  const rows = await database.query("select 1 as een from gegevens_stand where afgeleid_van < data_versie");
  return rows.length > 0;
}
