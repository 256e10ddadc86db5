import type {Norm} from "../analysis/signals/norm-signals.ts";
import {watch} from "../collaboration/signaal/watch.ts";
import {movedTo} from "../collaboration/signaalregel/rule.ts";
import {listRules} from "../collaboration/signaalregel/rules.ts";
import type {Database} from "../database/database.ts";
import {findIndicator, isIndicator} from "../indicators/catalogue.ts";
import {type Place, readPlace} from "../reports/place/place.ts";
import {rulePeriod} from "../reports/waarschuwingen/choice.ts";

/**
 * Looks for what stands out after a delivery; where nothing was delivered yet there is nothing to look at.
 *
 * @param signal  breaks it off: at the next start it is done again
 */
export async function watchFigures(database: Database, now: () => Date, signal: AbortSignal): Promise<void> {
  const rows = await database.query("select 1 as een from kostenregel limit 1");
  if (rows.length === 0) return;
  const place = await readPlace(database);
  const {gemeenteCode, dataDate} = place;
  const norms = await readNorms(database, place);
  await watch({database, gemeenteCode, knownOn: dataDate, norms, now: now(), signal}).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}

/** What people want to be warned of, over the months that are looked at now. */
async function readNorms(database: Database, place: Place): Promise<Norm[]> {
  const rules = await listRules(database, {gemeenteCode: place.gemeenteCode});
  return rules
    .filter(({question}) => isIndicator(question.indicator, database))
    .map((rule) => {
      const period = rulePeriod(place, findIndicator(rule.question.indicator, database));
      return {
        number: rule.number,
        question: movedTo(rule, period, place.dataDate),
        side: rule.side,
        limit: rule.norm,
      };
    });
}
