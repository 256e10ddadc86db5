import type {Database} from "../../database/database.ts";
import type {IsoDate} from "../../standards/calendar.ts";
import {ceilingSignals} from "./ceiling-signals.ts";
import {type Norm, normSignals} from "./norm-signals.ts";
import {peerSignals} from "./peer-signals.ts";
import {type Signal, signalRules} from "./signal.ts";
import {trendSignals} from "./trend-signals.ts";

export interface SignalsAsked {
  readonly gemeenteCode: string;
  readonly knownOn: IsoDate;
  readonly norms: readonly Norm[];
  /** Breaks it off. */
  readonly signal?: AbortSignal | undefined;
}

/** All that stands out in the figures of a gemeente, by rule and then the most telling first. */
export async function findSignals(
  database: Database,
  {gemeenteCode, knownOn, norms, signal}: SignalsAsked,
): Promise<readonly Signal[]> {
  const found = [
    ...(await ceilingSignals(database, gemeenteCode, knownOn)),
    ...(await normSignals(database, norms)),
    ...(await trendSignals(database, gemeenteCode, knownOn, signal)),
    ...(await peerSignals(database, gemeenteCode, knownOn, signal)),
  ];
  const place = ({rule}: Signal) => signalRules.indexOf(rule);
  return found.sort((a, b) => place(a) - place(b) || b.weight - a.weight || (a.name < b.name ? -1 : 1));
}
