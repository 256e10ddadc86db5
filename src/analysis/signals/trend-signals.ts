import type {Database} from "../../database/database.ts";
import type {IsoDate} from "../../standards/calendar.ts";
import type {Change} from "../changes/change.ts";
import {findChanges} from "../changes/find-changes.ts";
import type {UnitKind} from "../peers/compare.ts";
import {questionAt, type Signal, signalName} from "./signal.ts";
import {isLarge, mayBeFalse, ratesByKind, stillTelling} from "./telling.ts";

/**
 * Buurten are not watched: of nearly all of them too few people have help to tell chance from change. Nor is the gemeente,
 * which has no others to go along with: how it goes on is for a forecast.
 */
export const watchedKinds = ["team", "wijk", "aanbieder", "verwijzer-praktijk"] as const satisfies UnitKind[];

/** Figures that went another way than that of the others, over all kinds of units together. */
export async function trendSignals(
  database: Database,
  gemeenteCode: string,
  knownOn: IsoDate,
  signal?: AbortSignal,
): Promise<Signal[]> {
  const changes: Change[] = [];
  for (const kind of watchedKinds)
    changes.push(...(await findChanges(database, {gemeenteCode, kind, knownOn}, signal)));
  const rates = ratesByKind(changes);
  return changes.flatMap((change, at) => {
    if (!isLarge(change.factor, 1) || change.chance > stillTelling) return [];
    const {indicator, side, score, year} = change;
    return {
      name: signalName("trendbreuk", indicator.id, change, side),
      rule: "trendbreuk" as const,
      question: questionAt({indicator: indicator.id, gemeenteCode, ...year, knownOn}, change),
      side,
      weight: score,
      isStrong: rates[at]! <= mayBeFalse,
    };
  });
}
