import type {Reader} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {type DataState, readDataState} from "../../database/derive/state.ts";
import {findIndicator} from "../../indicators/catalogue.ts";
import type {Unit} from "../../indicators/indicator.ts";
import {measure} from "../../indicators/measure.ts";
import type {Question} from "../../indicators/question.ts";
import type {SeriesRow} from "../../indicators/series.ts";
import {addMonths, type IsoDate, type Month, monthOf} from "../../standards/calendar.ts";
import {once} from "../answers.ts";
import {checkRight} from "../ask.ts";
import {disclose} from "../disclose.ts";
import {findHidden} from "../hiding/hidden-rows.ts";
import {controles, findControle} from "./catalogue.ts";
import type {Controle} from "./controle.ts";
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

/** How much of a figure stands on facts without an open problem. */
export interface IndicatorScore {
  readonly indicator: string;
  /** 0 to 1; null: there is no figure, or it is hidden. */
  readonly score: number | null;
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
 * @returns      nothing for a controle that found nothing, or about fewer than ten people
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
      const [base, without] = await Promise.all([
        measured(database, state, questionOf(scope, indicator), null, reader),
        measured(database, state, questionOf(scope, indicator), controle, reader),
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

/**
 * Which share of each figure stands on facts without an open problem: the same facts counted with all of those left out.
 *
 * What is weighed is what the figure is made of: euros where it is about euros, else people, trajecten or waits.
 *
 * @throws UserError  the reader may not ask about this gemeente; nothing was counted
 */
export async function readIndicatorScores(
  database: Database,
  scope: EffectScope,
  indicators: readonly string[],
  reader: Reader,
): Promise<readonly IndicatorScore[]> {
  checkRight(reader, scope.gemeenteCode);
  const state = await readDataState(database);
  return Promise.all(
    indicators.map(async (indicator): Promise<IndicatorScore> => {
      const [all, sound] = await Promise.all([
        measured(database, state, questionOf(scope, indicator), null, reader),
        measured(database, state, questionOf(scope, indicator), "alle", reader),
      ]);
      const [whole, kept] = [weightOf(indicator, all.rows), weightOf(indicator, sound.rows)];
      return {indicator, score: whole === null || kept === null || whole <= 0 ? null : Math.min(1, kept / whole)};
    }),
  );
}

export interface EffectScope {
  readonly gemeenteCode: string;
  readonly knownOn: IsoDate;
  readonly wet: string | null;
}

function questionOf({gemeenteCode, knownOn, wet}: EffectScope, indicator: string): Question {
  return {
    indicator,
    gemeenteCode,
    dimensions: [],
    grain: "totaal",
    ...monthsFor(indicator, knownOn),
    where: wet === null ? [] : [{dimension: "wet", value: wet}],
    knownOn,
  };
}

/** Whether people come back within a year can only be said of help that ended a year ago. */
function monthsFor(indicator: string, knownOn: IsoDate): {readonly from: Month; readonly to: Month} {
  const {from, to} = effectMonths(knownOn);
  return indicator === "herhaald-beroep" ? {from: addMonths(from, -12), to: addMonths(to, -12)} : {from, to};
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

/** The euros, people, trajecten or waits a figure is made of. */
function weightOf(indicator: string, rows: readonly Pick<SeriesRow, "numerator" | "denominator">[]): number | null {
  const {counting} = findIndicator(indicator);
  const isOwnBase = counting.denominator === "sum" || counting.value === "median";
  let total = 0;
  for (const row of rows) {
    const weight = isOwnBase ? row.denominator : row.numerator;
    if (weight === null) return null;
    total += weight;
  }
  return rows.length === 0 ? null : total;
}
