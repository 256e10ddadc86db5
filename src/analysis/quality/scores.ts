import {readFileSync} from "node:fs";
import type {Reader} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {readDataState} from "../../database/derive/state.ts";
import {type IsoDate, type Month, monthOf} from "../../standards/calendar.ts";
import {once} from "../answers.ts";
import {minimumPersons} from "../recognisable.ts";
import {ownAanbieders} from "../scope.ts";
import {controles} from "./catalogue.ts";

/** How much of what an aanbieder claims stands without an open problem of its own. */
export interface AanbiederScore {
  readonly aanbieder: string;
  /** 0 to 1; null for the reason beside it. */
  readonly score: number | null;
  readonly reason: "te weinig" | "verborgen" | null;
  /** Euros of open problems that this aanbieder can mend; null: hidden. */
  readonly cents: number | null;
  /** At the end of each of the last twelve months; null: too few lines, or hidden. */
  readonly course: readonly {readonly month: Month; readonly score: number | null}[];
}

/** Fewer lines than this in a year say nothing of a habit. */
export const minimumLines = 50;

const ownControles = controles.filter(({owner}) => owner === "aanbieder").map(({id}) => id);
const sql = readFileSync(new URL("scores.sql", import.meta.url), "utf8").replace(
  "%controles%",
  ownControles.map((id) => `'${id}'`).join(", "),
);

/**
 * A score for each aanbieder that claimed in the year before `knownOn`.
 *
 * Of all euros claimed in a year together with those that an open problem puts at stake: the share without a problem.
 * Only problems that the aanbieder can mend count.
 *
 * @returns the lowest score first, then those without a score
 * @throws UserError  the reader may not ask about this gemeente; nothing was counted
 */
export async function readAanbiederScores(
  database: Database,
  {gemeenteCode, knownOn, wet}: {readonly gemeenteCode: string; readonly knownOn: IsoDate; readonly wet: string | null},
  reader: Reader,
): Promise<readonly AanbiederScore[]> {
  const own = await ownAanbieders(database, {gemeenteCode, knownOn}, reader, "Datakwaliteit");
  const {dataVersion} = await readDataState(database);
  const rows = await once(database, ["scores", dataVersion, gemeenteCode, knownOn, wet], () =>
    database.query<ScoreRow>(sql, {gemeente_code: gemeenteCode, bekend_op: knownOn, wet: wet ?? ""}),
  );
  const byAanbieder = new Map<string, ScoreRow[]>();
  const seen = rows.filter(({aanbieder}) => own === null || own.includes(aanbieder));
  for (const row of seen) byAanbieder.set(row.aanbieder, [...(byAanbieder.get(row.aanbieder) ?? []), row]);
  return [...byAanbieder]
    .flatMap(([aanbieder, own]) => {
      const now = own.find(({maand}) => maand === monthOf(knownOn));
      return now === undefined ? [] : [scoreOf(aanbieder, now, own)];
    })
    .sort((a, b) => (a.score ?? 2) - (b.score ?? 2) || (a.aanbieder < b.aanbieder ? -1 : 1));
}

interface ScoreRow extends Record<string, string | number> {
  maand: Month;
  aanbieder: string;
  cents: number;
  regels: number;
  gebrek_cents: number;
  gebrek_personen: number;
  personen: number;
}

function scoreOf(aanbieder: string, now: ScoreRow, rows: readonly ScoreRow[]): AanbiederScore {
  // A share tells what it leaves: where that is about a few people, it is hidden like a small cell.
  const isHidden = isFew(now.personen) || isFew(now.gebrek_personen);
  const score = isHidden ? null : shareWithout(now);
  return {
    aanbieder,
    score,
    reason: isHidden ? "verborgen" : score === null ? "te weinig" : null,
    cents: isHidden ? null : now.gebrek_cents,
    course: rows.map((row) => ({
      month: row.maand,
      score: isFew(now.personen) || isFew(row.gebrek_personen) ? null : shareWithout(row),
    })),
  };
}

function isFew(persons: number): boolean {
  return persons > 0 && persons < minimumPersons;
}

function shareWithout({cents, regels, gebrek_cents}: ScoreRow): number | null {
  if (regels < minimumLines || cents <= 0) return null;
  return cents / (cents + gebrek_cents);
}
