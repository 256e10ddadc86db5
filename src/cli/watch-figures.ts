import {watch} from "../collaboration/signaal/watch.ts";
import type {Database} from "../database/database.ts";
import {readPlace} from "../reports/place/place.ts";

/** Looks for what stands out after a delivery; where nothing was delivered yet there is nothing to look at. */
export async function watchFigures(database: Database, now: () => Date): Promise<void> {
  const rows = await database.query("select 1 as een from kostenregel limit 1");
  if (rows.length === 0) return;
  const {gemeenteCode, dataDate} = await readPlace(database);
  await watch({database, gemeenteCode, knownOn: dataDate, norms: [], now: now()});
}
