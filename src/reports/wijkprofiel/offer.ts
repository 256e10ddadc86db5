import {readFileSync} from "node:fs";
import {once} from "../../analysis/answers.ts";
import {lastDay} from "../../standards/calendar.ts";
import {compareDutch, formatNumber} from "../format.ts";
import type {Sources} from "../sources.ts";
import type {View} from "../view.ts";

/** Something that people can go to without a decision. */
export interface Offer {
  readonly name: string;
  /** informeel, vrij toegankelijk, algemene voorziening. */
  readonly kind: string;
  readonly description: string;
  /** "24 plaatsen"; null: not told, or not limited. */
  readonly places: string | null;
}

const offerSql = readFileSync(new URL("offer.sql", import.meta.url), "utf8");
const teamsSql = readFileSync(new URL("teams.sql", import.meta.url), "utf8");

/** The free and informal offer, by wijk. It is not about people, so nothing in it is hidden. */
export async function readOffers(
  {database, place}: Pick<Sources, "database" | "place">,
  {gemeenteCode}: View,
): Promise<ReadonlyMap<string, readonly Offer[]>> {
  return once(database, ["offers", place.dataVersion, gemeenteCode], async () => {
    const rows = await database.query<{
      wijk_code: string;
      naam: string;
      soort: string;
      omschrijving: string;
      plaatsen: number | null;
    }>(offerSql, {gemeente_code: gemeenteCode});
    const byWijk = new Map<string, Offer[]>();
    for (const {wijk_code, naam, soort, omschrijving, plaatsen} of rows) {
      const places =
        plaatsen === null ? null : `${formatNumber(plaatsen)}\u00a0${plaatsen === 1 ? "plaats" : "plaatsen"}`;
      const offer = {name: naam, kind: soort, description: omschrijving, places};
      byWijk.set(wijk_code, [...(byWijk.get(wijk_code) ?? []), offer]);
    }
    for (const offers of byWijk.values()) offers.sort((a, b) => compareDutch(a.name, b.name));
    return byWijk;
  });
}

/** The names of the teams that serve a wijk at the end of the view, of those that the reader may know. */
export async function readTeams({database, names}: Sources, view: View, wijk: string): Promise<string[]> {
  const rows = await database.query<{team_code: string}>(teamsSql, {
    gemeente_code: view.gemeenteCode,
    wijk_code: wijk,
    dag: lastDay(view.to),
  });
  const known = new Set(names.codesOf("team"));
  return rows.flatMap(({team_code: code}) => (known.has(code) ? [names.nameOf("team", code)] : [])).sort(compareDutch);
}
