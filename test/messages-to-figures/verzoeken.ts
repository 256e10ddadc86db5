import type {IsoDate} from "../../src/standards/calendar.ts";
import type {Traffic} from "./berichten.ts";
import {allBelow, needed} from "./xml-elements.ts";

/** One AangevraagdProduct of a 315. */
export interface Verzoek {
  readonly dagtekening: IsoDate;
  readonly verwijzerType: string; // COD327
}

/** By what a Toewijzing says of the request that it grants. */
export function readVerzoeken({berichten}: Traffic): Map<string, Verzoek> {
  const verzoeken = new Map<string, Verzoek>();
  for (const {wet, aanbieder, dagtekening, root} of berichten.filter(({soort}) => soort === "315")) {
    for (const product of allBelow(root, "AangevraagdProduct")) {
      const referentieAanbieder = needed(product, "ReferentieAanbieder");
      const verwijzerType = needed(product, "Verwijzer", "Type");
      verzoeken.set(nameOfVerzoek({wet, aanbieder, referentieAanbieder}), {dagtekening, verwijzerType});
    }
  }
  return verzoeken;
}

export function nameOfVerzoek(of: {wet: string; aanbieder: string; referentieAanbieder: string | null}): string {
  return `${of.wet} ${of.aanbieder} ${of.referentieAanbieder}`;
}
