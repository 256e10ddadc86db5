import {readFileSync} from "node:fs";
import type {Reader} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {readDataState} from "../../database/derive/state.ts";
import {NoRight} from "../../errors.ts";
import {type IsoDate, type Month, monthOf} from "../../standards/calendar.ts";
import {once} from "../answers.ts";
import {findHiddenAanbieders} from "../hidden-aanbieders.ts";
import {isFew} from "../recognisable.ts";
import {ownAanbieders} from "../scope.ts";
import {type Spread, spreadOf} from "../spread.ts";
import {controles} from "./catalogue.ts";
import {findHiddenCourses} from "./course.ts";
import {effectMonths} from "./effects.ts";
import {allProblems} from "./problem-filter.ts";

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
  return (await allScores(database, {gemeenteCode, knownOn, wet}))
    .filter(({aanbieder}) => own === null || own.includes(aanbieder))
    .sort((a, b) => (a.score ?? 2) - (b.score ?? 2) || (a.aanbieder < b.aanbieder ? -1 : 1));
}

/**
 * The spread of the scores of all aanbieders but one, in whole percents: the one thing an aanbieder is told of others.
 *
 * @returns null: there are too few others with a score that may be seen
 * @throws NoRight  the reader may not see this aanbieder
 */
export async function readOtherScores(
  database: Database,
  scope: {readonly gemeenteCode: string; readonly knownOn: IsoDate; readonly wet: string | null},
  aanbieder: string,
  reader: Reader,
): Promise<Spread | null> {
  const own = await ownAanbieders(database, scope, reader, "Datakwaliteit");
  if (own !== null && !own.includes(aanbieder)) {
    throw new NoRight(`U mag de gegevens van aanbieder ${aanbieder} niet zien. Vraag het aan de beheerder.`);
  }
  const mine = new Set(own ?? [aanbieder]);
  const scores = await allScores(database, scope);
  return spreadOf(
    scores.flatMap(({aanbieder: code, score}) =>
      score === null || mine.has(code) ? [] : [Math.round(score * 100) / 100],
    ),
  );
}

async function allScores(
  database: Database,
  {gemeenteCode, knownOn, wet}: {readonly gemeenteCode: string; readonly knownOn: IsoDate; readonly wet: string | null},
): Promise<AanbiederScore[]> {
  const {dataVersion} = await readDataState(database);
  const rows = await once(database, ["scores", dataVersion, gemeenteCode, knownOn, wet], () =>
    database.query<ScoreRow>(sql, {gemeente_code: gemeenteCode, bekend_op: knownOn, wet: wet ?? ""}),
  );
  const byAanbieder = new Map<string, ScoreRow[]>();
  for (const row of rows) byAanbieder.set(row.aanbieder, [...(byAanbieder.get(row.aanbieder) ?? []), row]);
  const filter = {...allProblems(gemeenteCode, knownOn), wet};
  const [areCostsHidden, isHiddenIn] = await Promise.all([
    findHiddenAanbieders(database, "kosten", {gemeenteCode, knownOn, wet, ...effectMonths(knownOn)}),
    findHiddenCourses(database, filter, ["eigenaar"], null),
  ]);
  return [...byAanbieder].flatMap(([aanbieder, own]) => {
    const now = own.find(({maand}) => maand === monthOf(knownOn));
    // With the euros at stake a score tells what was claimed.
    const isHidden = ({maand, personen, gebrek_personen, gebrek_cents}: ScoreRow) =>
      isFew(personen) ||
      isFew(gebrek_personen) ||
      areCostsHidden(aanbieder) ||
      (gebrek_cents > 0 && isHiddenIn(maand, true, {eigenaar: aanbieder}));
    return now === undefined ? [] : [scoreOf(aanbieder, now, own, isHidden)];
  });
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

function scoreOf(
  aanbieder: string,
  now: ScoreRow,
  rows: readonly ScoreRow[],
  isHidden: (row: ScoreRow) => boolean,
): AanbiederScore {
  const isHiddenNow = isHidden(now);
  const score = isHiddenNow ? null : shareWithout(now);
  return {
    aanbieder,
    score,
    reason: isHiddenNow ? "verborgen" : score === null ? "te weinig" : null,
    cents: isHiddenNow ? null : now.gebrek_cents,
    course: rows.map((row) => ({
      month: row.maand,
      score: isHidden({...row, personen: now.personen}) ? null : shareWithout(row),
    })),
  };
}

function shareWithout({cents, regels, gebrek_cents}: ScoreRow): number | null {
  if (regels < minimumLines || cents <= 0) return null;
  return cents / (cents + gebrek_cents);
}
