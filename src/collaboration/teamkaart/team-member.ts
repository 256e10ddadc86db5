import {isLocalAdministrator, mayRead, type Reader} from "../../access/reader.ts";
import {scopedRoles} from "../../access/role.ts";
import {NoRight} from "../../errors.ts";

/** A team of one gemeente. */
export interface TeamPlace {
  readonly gemeenteCode: string;
  readonly team: string;
}

/**
 * Whether somebody belongs to a team: who looks in a role that is of a team, and sees that team and nothing beside teams.
 *
 * Who sees the whole gemeente sees the team's figures elsewhere, and not what it says to itself.
 */
export function isOfTeam(reader: Reader, {gemeenteCode, team}: TeamPlace): boolean {
  if (isLocalAdministrator(reader)) return true;
  if (scopedRoles[reader.role] !== "team" || !mayRead(reader, gemeenteCode) || reader.within.length === 0) return false;
  return reader.within.every(({dimension, values}) => dimension === "team" && values.includes(team));
}

/** @throws NoRight  one line, the same for a team that does not exist */
export function checkOfTeam(reader: Reader, place: TeamPlace): void {
  if (isOfTeam(reader, place)) return;
  throw new NoRight("Deze Teamkaart is alleen voor het team zelf. Hoort u bij dit team? Vraag het aan de beheerder.");
}
