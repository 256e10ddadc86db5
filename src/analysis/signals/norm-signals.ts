import type {Database} from "../../database/database.ts";
import {readDataState} from "../../database/derive/state.ts";
import type {Question} from "../../indicators/question.ts";
import {countedRows} from "../counted.ts";
import type {Side, Signal} from "./signal.ts";

/** A norm that somebody wants to be warned of. */
export interface Norm {
  readonly number: number;
  /** About one unit, over the period that is looked at now. */
  readonly question: Question;
  /** hoger: it is passed above the limit. */
  readonly side: Side;
  /** In the unit of the figure. */
  readonly limit: number;
}

/** The norms that are passed, where enough people are behind the figure. */
export async function normSignals(database: Database, norms: readonly Norm[]): Promise<Signal[]> {
  const state = await readDataState(database);
  const answers = await Promise.all(norms.map(({question}) => countedRows(database, question, state)));
  return norms.flatMap(({number, question, side, limit}, at) => {
    const value = answers[at]![0]?.value ?? null;
    if (value === null || !(side === "hoger" ? value > limit : value < limit)) return [];
    const weight = limit === 0 ? Math.abs(value) : Math.abs(value / limit - 1);
    return {name: `norm:${number}`, rule: "norm" as const, question, side, weight, isStrong: true};
  });
}
