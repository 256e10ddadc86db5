import {readFileSync} from "node:fs";
import {once} from "../../analysis/answers.ts";
import {lastDay} from "../../standards/calendar.ts";
import {compareDutch} from "../format.ts";
import {type Offer, readOffers} from "../wijkprofiel/offer.ts";
import {wijkprofielPath} from "../wijkprofiel/paths.ts";
import type {CardAsked} from "./card-view.ts";

/** What a wijk of the team offers without a decision. */
export interface WijkOffer {
  readonly wijk: string;
  readonly href: string;
  readonly offers: readonly Offer[];
}

const sql = readFileSync(new URL("wijken-of-team.sql", import.meta.url), "utf8");

/** Of each wijk that the team serves now, also where nothing was told. */
export async function teamOffers({sources, team, view}: CardAsked): Promise<readonly WijkOffer[]> {
  const {database, place, names} = sources;
  const {gemeenteCode} = view;
  const day = lastDay(view.to);
  const [wijken, byWijk] = await Promise.all([
    once(database, ["wijken of team", place.dataVersion, gemeenteCode, team, day], () =>
      database.query<{wijk_code: string}>(sql, {gemeente_code: gemeenteCode, team_code: team, dag: day}),
    ),
    readOffers(sources, view),
  ]);
  return wijken
    .map(({wijk_code: code}) => ({
      wijk: names.nameOf("wijk", code),
      href: `${wijkprofielPath}/${code}`,
      offers: byWijk.get(code) ?? [],
    }))
    .toSorted((a, b) => compareDutch(a.wijk, b.wijk));
}
