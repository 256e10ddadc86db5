import type {Reader} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {type DataState, readDataState} from "../../database/derive/state.ts";
import {findIndicator} from "../../indicators/catalogue.ts";
import type {Indicator, Unit} from "../../indicators/indicator.ts";
import {measure} from "../../indicators/measure.ts";
import type {Question} from "../../indicators/question.ts";
import {addMonths, type IsoDate, type Month, monthOf} from "../../standards/calendar.ts";
import {once} from "../answers.ts";
import {disclose} from "../disclose.ts";
import {findHidden} from "../hiding/hidden-rows.ts";
import {checkRight, inScope} from "../scope.ts";
import {controles, findControle} from "./catalogue.ts";
import type {Controle} from "./controle.ts";
import {isFewBetween} from "./persons-between.ts";
import {allProblems} from "./problem-filter.ts";
import {readProblemGroups} from "./problem-groups.ts";

/** A figure as it is, and as it would be without what a controle found. */
export interface Effect {
  readonly controle: string;
  readonly indicator: string;
  /** A part of the indicator that has a figure of its own; null: it has no parts. */
  readonly part: string | null;
  readonly unit: Unit;
  /** null: hidden, or there is no figure. */
  readonly value: number | null;
  readonly without: number | null;
}

/** The twelve whole months before that of a day: over these the effects are counted. */
export function effectMonths(knownOn: IsoDate): {readonly from: Month; readonly to: Month} {
  const to = addMonths(monthOf(knownOn), -1);
  return {from: addMonths(to, -11), to};
}

/** Which indicators a controle can change, and which controles an indicator. */
export function pairsOf({controle, indicator}: {controle?: string; indicator?: string}): [Controle, string][] {
  return controles
    .filter(({id}) => controle === undefined || id === controle)
    .flatMap((one) =>
      one.touches
        .filter((id) => indicator === undefined || id === indicator)
        .map((id): [Controle, string] => [one, id]),
    );
}

/**
 * What figures would be without what a controle found: measured twice over the last twelve whole months.
 *
 * @param pairs  controle and indicator; see pairsOf()
 * @returns      nothing for a controle that found nothing, is hidden, or changes the figure of fewer than ten people
 * @throws UserError  the reader may not ask about this gemeente; nothing was counted
 */
export async function readEffects(
  database: Database,
  scope: EffectScope,
  pairs: readonly (readonly [controle: string, indicator: string])[],
  reader: Reader,
): Promise<readonly Effect[]> {
  checkRight(reader, scope.gemeenteCode);
  const state = await readDataState(database);
  const filter = {...allProblems(scope.gemeenteCode, scope.knownOn), wet: scope.wet};
  const found = await readProblemGroups(database, filter, ["controle"], reader);
  // Two figures beside each other tell what lies between them, so of few people there is no second one.
  const told = new Set(found.filter(({isHidden}) => !isHidden).map(({key}) => key.controle));
  const effects = await Promise.all(
    pairs.map(async ([controle, indicator]) => {
      if (findControle(controle) === null) throw new RangeError(`unknown controle: ${controle}`);
      if (!told.has(controle)) return [];
      const question = inScope(questionOf(scope, findIndicator(indicator, database)), reader);
      if (await isFewBetween(database, state, question, controle)) return [];
      const [base, without] = await Promise.all([
        measured(database, state, question, null, reader),
        measured(database, state, question, controle, reader),
      ]);
      return base.rows.map((row): Effect => {
        const other = without.rows.find(({key}) => key.deel === row.key.deel);
        return {
          controle,
          indicator,
          part: row.key.deel ?? null,
          unit: base.unit,
          value: row.value,
          without: row.value === null ? null : (other?.value ?? null),
        };
      });
    }),
  );
  return effects.flat();
}

export interface EffectScope {
  readonly gemeenteCode: string;
  readonly knownOn: IsoDate;
  readonly wet: string | null;
}

/** What is asked of an indicator: all of it, over the twelve last months of which it is known on a day. */
export function questionOf({gemeenteCode, knownOn, wet}: EffectScope, indicator: Indicator): Question {
  return {
    indicator: indicator.id,
    gemeenteCode,
    dimensions: [],
    grain: "totaal",
    ...monthsFor(indicator, knownOn),
    where: wet === null ? [] : [{dimension: "wet", value: wet}],
    knownOn,
  };
}

/** Months of which the figure is known by now. */
function monthsFor({knownAfterMonths}: Indicator, knownOn: IsoDate): {readonly from: Month; readonly to: Month} {
  const {from, to} = effectMonths(knownOn);
  return {from: addMonths(from, -knownAfterMonths), to: addMonths(to, -knownAfterMonths)};
}

async function measured(
  database: Database,
  state: DataState,
  question: Question,
  setAside: string | null,
  reader: Reader,
) {
  const key = setAside === null ? ["measure"] : ["measure without", setAside];
  const series = await once(database, [...key, state.dataVersion, question], () =>
    measure(database, question, state, setAside),
  );
  return disclose(series, reader, await findHidden(database, series.question, state));
}
