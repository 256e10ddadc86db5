import type {Reader} from "../access/reader.ts";
import type {Database} from "../database/database.ts";
import {readDataState} from "../database/derive/state.ts";
import {findIndicator} from "../indicators/catalogue.ts";
import {composeCells} from "../indicators/compose.ts";
import {type Counting, factsOnDay, type Indicator} from "../indicators/indicator.ts";
import type {Question} from "../indicators/question.ts";
import type {Series} from "../indicators/series.ts";
import {once} from "./answers.ts";
import {type DisclosedSeries, disclose} from "./disclose.ts";
import {findHidden} from "./hiding/hidden-rows.ts";
import {inScope} from "./scope.ts";

/** A step between the Berichten and a figure: the facts that are left at that point. */
export interface CountingStep {
  /** Facts, as an indicator gives them: the columns that dimensions read, `persoon`, and `on_day` or a begin and an end. */
  readonly sql: string;
  readonly placing: Counting["placing"];
}

/**
 * How many facts are left at each step of a question, with the same narrowing as the figure itself.
 *
 * @returns one series for each step, with at most one row; its numerator is the number of facts
 * @throws UserError  the reader may not ask about this gemeente; nothing was counted
 */
export async function countSteps(
  database: Database,
  asked: Question,
  steps: readonly CountingStep[],
  reader: Reader,
): Promise<DisclosedSeries[]> {
  const question = inScope(asked, reader);
  const state = await readDataState(database);
  const {dataVersion} = state;
  const whole: Question = {...question, dimensions: [], grain: "totaal"};
  const counted = await Promise.all(
    steps.map((step) =>
      once(database, ["step", dataVersion, whole, step], () => countFacts(database, whole, step, String(dataVersion))),
    ),
  );
  // What is hidden of the figure would follow from the last of its steps.
  const hidden = await findHidden(database, whole, state);
  return counted.map((series) => disclose(series, reader, hidden));
}

/** An indicator that counts facts: what leaves the door is rounded as a count, and not as the euros of the figure. */
const countedAs = "instroom";

async function countFacts(
  database: Database,
  question: Question,
  {sql, placing}: CountingStep,
  dataVersion: string,
): Promise<Series> {
  const asFacts: Indicator = {
    ...findIndicator(countedAs),
    counting: {...factsOnDay, placing},
    parts: [],
    sql,
  };
  // The part of an indicator is no property of what it is counted from.
  const where = question.where.filter(({dimension}) => dimension !== "deel");
  const query = composeCells(asFacts, {...question, where});
  const rows = await database.query(query.sql, query.parameters);
  return {
    question: {...question, indicator: countedAs},
    indicator: asFacts,
    unit: asFacts.unit,
    dataVersion,
    dataDate: null,
    rows: rows.map((row) => ({
      key: {},
      period: String(row.period),
      numerator: Number(row.numerator),
      denominator: null,
      value: Number(row.numerator),
      reason: null,
      persons: Number(row.persons),
      numeratorPersons: null,
    })),
  };
}
