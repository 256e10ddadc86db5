import {join} from "node:path";
import type {IsoDate} from "../../src/standards/calendar.ts";
import {readTraffic, type Traffic} from "./berichten.ts";
import {type Claimed, type Declaratie, grantedAndKept, readClaims} from "./claims.ts";
import {type Help, readHelp} from "./help.ts";
import {type Reference, readReference} from "./reference-files.ts";
import {nameOfToewijzing, readToewijzingen, type Toewijzing} from "./toewijzingen.ts";
import {joinTrajecten, type Traject} from "./trajecten.ts";
import {readVerzoeken, type Verzoek} from "./verzoeken.ts";

/** All that the files of a gemeente say, as known on a day: what the figures are counted from. */
export interface World {
  readonly knownOn: IsoDate;
  readonly traffic: Traffic;
  readonly reference: Reference;
  readonly claimed: readonly Claimed[];
  /** Of those: granted and not taken back. */
  readonly kept: readonly Claimed[];
  readonly declaraties: readonly Declaratie[];
  readonly toewijzingen: ReadonlyMap<string, Toewijzing>;
  readonly verzoeken: ReadonlyMap<string, Verzoek>;
  readonly help: readonly Help[];
  readonly trajecten: readonly Traject[];
}

/** Reads the XML in `berichten` and the lists in `referentie`. */
export function readWorld(folder: string, knownOn: IsoDate): World {
  const traffic = readTraffic(join(folder, "berichten"), knownOn);
  const reference = readReference(join(folder, "referentie"));
  const {standing: toewijzingen, removed} = readToewijzingen(traffic, reference);
  const {claimed, declaraties} = readClaims(traffic, toewijzingen);
  // What began on a Toewijzing that was never sent, did not begin.
  const help = readHelp(traffic, toewijzingen, claimed).filter((one) => !removed.has(nameOfToewijzing(one)));
  const verzoeken = readVerzoeken(traffic);
  const trajecten = joinTrajecten(help);
  const kept = grantedAndKept(claimed);
  return {knownOn, traffic, reference, claimed, kept, declaraties, toewijzingen, verzoeken, help, trajecten};
}
