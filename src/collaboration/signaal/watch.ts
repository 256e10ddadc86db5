import {findSignals} from "../../analysis/signals/find-signals.ts";
import type {Norm} from "../../analysis/signals/norm-signals.ts";
import type {Database} from "../../database/database.ts";
import {readDataState} from "../../database/derive/state.ts";
import type {IsoDate} from "../../standards/calendar.ts";
import {keepSignals} from "./signaal.ts";

export interface WatchInput {
  readonly database: Database;
  readonly gemeenteCode: string;
  /** The day of the newest Bericht. */
  readonly knownOn: IsoDate;
  readonly norms: readonly Norm[];
  readonly now: Date;
  /** Breaks it off, and nothing is kept. */
  readonly signal?: AbortSignal;
}

const watched = new WeakMap<Database, Map<string, number>>();

/** Whether this process looked at the figures as they are now. */
export async function isWatched(database: Database, gemeenteCode: string): Promise<boolean> {
  const {dataVersion} = await readDataState(database);
  return watched.get(database)?.get(gemeenteCode) === dataVersion;
}

/** Looks after a delivery at all figures of a gemeente, and keeps what stands out; what was looked at is not looked at again. */
export async function watch({database, gemeenteCode, knownOn, norms, now, signal}: WatchInput): Promise<void> {
  const {dataVersion} = await readDataState(database);
  if (await isWatched(database, gemeenteCode)) return;
  const found = await findSignals(database, {gemeenteCode, knownOn, norms, signal});
  await keepSignals(database, gemeenteCode, found, now);
  watched.set(database, (watched.get(database) ?? new Map()).set(gemeenteCode, dataVersion));
}
