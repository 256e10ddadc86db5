import {addDays, type IsoDate} from "../../src/standards/calendar.ts";
import type {Help} from "./help.ts";

/** Help of one person in one productcategorie with less than 30 days between. */
export interface Traject {
  readonly first: Help;
  /** The part with which it ended. */
  readonly last: Help;
  readonly begindatum: IsoDate;
  readonly einddatum: IsoDate | null;
}

export function joinTrajecten(help: readonly Help[]): Traject[] {
  const ofOne = Map.groupBy(help, ({client, wet, categorie}) => `${client} ${wet} ${categorie}`);
  return [...ofOne.values()].flatMap(joinParts);
}

function joinParts(parts: readonly Help[]): Traject[] {
  const trajecten: Traject[] = [];
  for (const next of parts.toSorted((a, b) => (a.begindatum < b.begindatum ? -1 : 1))) {
    const current = trajecten.at(-1);
    // Ended on the 1st and begun on the 31st, there are 29 days between.
    const goesOn =
      current !== undefined && (current.einddatum === null || next.begindatum <= addDays(current.einddatum, 30));
    if (!goesOn) {
      trajecten.push({first: next, last: next, begindatum: next.begindatum, einddatum: next.einddatum});
    } else if (current.einddatum !== null && (next.einddatum === null || next.einddatum >= current.einddatum)) {
      trajecten[trajecten.length - 1] = {...current, last: next, einddatum: next.einddatum};
    }
  }
  return trajecten;
}
