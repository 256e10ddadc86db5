import {isLocalAdministrator} from "../../access/reader.ts";
import {isOfTeam} from "../../collaboration/teamkaart/team-member.ts";
import {NoRight} from "../../errors.ts";
import {compareDutch} from "../format.ts";
import type {Sources} from "../sources.ts";

export interface OwnTeam {
  readonly code: string;
  readonly name: string;
}

/** The teams whose card a reader may see, by name: his own, also one that no file names yet. @throws NoRight  it is not said which is his */
export function ownTeams({reader, names, place}: Sources): OwnTeam[] {
  const codes = isLocalAdministrator(reader)
    ? names.codesOf("team")
    : reader.within.flatMap(({dimension, values}) => (dimension === "team" ? values : []));
  const isUnsaid = codes.length === 0 && !isLocalAdministrator(reader);
  if (isUnsaid) throw new NoRight("Bij uw rol is nog niet gezegd van welk team u bent. Vraag het aan de beheerder.");
  return [...new Set(codes)]
    .filter((team) => isOfTeam(reader, {gemeenteCode: place.gemeenteCode, team}))
    .map((code) => ({code, name: names.nameOf("team", code)}))
    .toSorted((a, b) => compareDutch(a.name, b.name));
}
