import type {Database} from "../../database/database.ts";
import {UserError} from "../../errors.ts";
import {makePseudonyms} from "../../ingest/keys/pseudonym.ts";
import {isBsn} from "../../standards/bsn.ts";
import {berichtenOfPersonSql} from "./berichten-of-person.ts";

/** One time that somebody looked at data of this person. */
export type LookAtPerson = {
  op: string;
  gebruiker: string;
  rol: string;
  doel: string;
  soort: string;
  uitkomst: string;
};

/**
 * The pseudonym of a Bsn that somebody typed.
 *
 * @throws UserError  it is no Bsn; the line does not repeat it
 */
export function pseudonymOf(typed: string, pseudonymKey: Uint8Array): string {
  const bsn = typed.replaceAll(/[\s.]/g, "").padStart(9, "0");
  if (!isBsn(bsn)) {
    throw new UserError(
      "Dit is geen burgerservicenummer: het klopt niet met de elfproef. Kijk het na en probeer opnieuw.",
    );
  }
  return makePseudonyms(pseudonymKey).client(bsn);
}

/**
 * Who looked at data of one person: at the person himself, or at a file in which he stands.
 *
 * The same questions for whoever it is, so that the time it takes does not tell whether somebody is known.
 */
export async function whoLooked(database: Database, client: string): Promise<readonly LookAtPerson[]> {
  return database.query<LookAtPerson>(whoLookedSql, {client});
}

const whoLookedSql = `
  with zelf as (
    select $client as client
    union
    select eerder from betrokkene_eerder where nu = $client
  ),
  bericht_van as (${berichtenOfPersonSql}),
  bestand_van as (
    select bericht.sha256 from bericht join bericht_van using (bericht_id)
  )
  select op, gebruiker, rol, doel, soort, uitkomst
  from inzage
  where betrokkene in (select client from zelf) or sha256 in (select sha256 from bestand_van)
  order by nummer desc
  limit 1000`;
