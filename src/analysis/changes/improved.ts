import type {Database} from "../../database/database.ts";
import type {IsoDate} from "../../standards/calendar.ts";
import {isLarge, mayBeFalse, ratesByKind} from "../signals/telling.ts";
import {watchedKinds} from "../signals/trend-signals.ts";
import type {Change} from "./change.ts";
import {findChanges} from "./find-changes.ts";

/**
 * Every unit of which a figure went the better way, beside how the others went and by more than chance; of figures of which
 * nobody can say which way is better there are none.
 *
 * @returns the most telling first
 */
export async function findImproved(
  database: Database,
  asked: {readonly gemeenteCode: string; readonly knownOn: IsoDate},
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const kind of watchedKinds) changes.push(...(await findChanges(database, {...asked, kind})));
  const directed = changes.filter(({isBetter}) => isBetter !== null);
  const rates = ratesByKind(directed);
  return directed
    .filter(({isBetter, factor}, at) => isBetter && rates[at]! <= mayBeFalse && isLarge(factor, 1))
    .sort((a, b) => b.score - a.score);
}
