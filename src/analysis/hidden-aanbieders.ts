import type {Database} from "../database/database.ts";
import {readDataState} from "../database/derive/state.ts";
import type {Question} from "../indicators/question.ts";
import type {IsoDate, Month} from "../standards/calendar.ts";
import {findHidden} from "./hiding/hidden-rows.ts";
import {measured} from "./measured.ts";
import {isRecognisable} from "./recognisable.ts";
import {readMerged} from "./scope.ts";

/** Over which months, and as known when. */
export interface AanbiedersAsked {
  readonly gemeenteCode: string;
  readonly from: Month;
  readonly to: Month;
  readonly wet: string | null;
  readonly knownOn: IsoDate;
}

/**
 * Of which aanbieders an indicator hides its figure over these months. What is counted from the Berichten by aanbieder is
 * nearly the same figure, and is hidden with it.
 *
 * @returns  asked by AGB-code as it stands in the Berichten: who merged is told under its successor
 */
export async function findHiddenAanbieders(
  database: Database,
  indicator: "kosten" | "clienten",
  {gemeenteCode, from, to, wet, knownOn}: AanbiedersAsked,
): Promise<(aanbieder: string) => boolean> {
  const state = await readDataState(database);
  const question: Question = {
    indicator,
    gemeenteCode,
    dimensions: ["aanbieder"],
    grain: "totaal",
    from,
    to,
    where: wet === null ? [] : [{dimension: "wet", value: wet}],
    knownOn,
  };
  const [merged, rows, series] = await Promise.all([
    readMerged(database, {gemeenteCode, knownOn}),
    findHidden(database, question, state),
    measured(database, question, state),
  ]);
  const small = new Set(series.rows.filter(isRecognisable).map(({key}) => key.aanbieder));
  const successors = new Map(merged.map((row) => [row.aanbieder, row.current_aanbieder]));
  return (aanbieder) => {
    const current = successors.get(aanbieder) ?? aanbieder;
    return small.has(current) || rows.has({key: {aanbieder: current}, period: "totaal"});
  };
}
