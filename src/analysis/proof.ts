import {createHash} from "node:crypto";
import type {Reader} from "../access/reader.ts";
import type {Database} from "../database/database.ts";
import {readDataState} from "../database/derive/state.ts";
import {findIndicator} from "../indicators/catalogue.ts";
import {composeCells, composeOver} from "../indicators/compose.ts";
import {type Counting, factsOnDay, type Indicator} from "../indicators/indicator.ts";
import type {Question} from "../indicators/question.ts";
import type {Series} from "../indicators/series.ts";
import {once} from "./answers.ts";
import {type DisclosedSeries, disclose} from "./disclose.ts";
import {findHidden, type RowName} from "./hiding/hidden-rows.ts";
import {isFew} from "./recognisable.ts";
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
 * A step is hidden where the figure is; where its own facts would be, were they a figure; and where what it differs by from the
 * next step that is shown, or from the figure, is about few people.
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
  const ofFigure = await findHidden(database, whole, state);
  const ofSteps = await Promise.all(
    counted.map(({series}, place) => {
      const name = createHash("sha256").update(JSON.stringify(steps[place])).digest("hex");
      return findHidden(database, whole, state, {name: `step ${name}`, indicator: series.indicator});
    }),
  );
  // From the last, which is the figure or leads to it, back to the first.
  const shown: StepFacts[] = [];
  const answers = counted.toReversed().map((facts, place) => {
    const own = ofSteps[steps.length - 1 - place]!;
    const next = shown.at(-1);
    const tellsFew = next !== undefined && isFew(personsBetween(facts, next));
    const has = (row: RowName) => tellsFew || ofFigure.has(row) || own.has(row);
    const series = disclose(facts.series, reader, {has, notAmong: own.notAmong});
    // What the last one is, the figure tells.
    if (place === 0 || series.rows.every(({isHidden}) => !isHidden)) shown.push(facts);
    return series;
  });
  return answers.reverse();
}

/** What is left at a step, and how many of those facts are of whom. */
interface StepFacts {
  readonly series: Series;
  readonly ofPersons: ReadonlyMap<unknown, number>;
}

/** Of how many people there are more facts at the one step than at the other. */
function personsBetween(one: StepFacts, other: StepFacts): number {
  const all = new Set([...one.ofPersons.keys(), ...other.ofPersons.keys()]);
  return [...all].filter((person) => one.ofPersons.get(person) !== other.ofPersons.get(person)).length;
}

/** An indicator that counts facts: what leaves the door is rounded as a count, and not as the euros of the figure. */
const countedAs = "instroom";

async function countFacts(
  database: Database,
  question: Question,
  {sql, placing}: CountingStep,
  dataVersion: string,
): Promise<StepFacts> {
  const asFacts: Indicator = {
    ...findIndicator(countedAs),
    counting: {...factsOnDay, placing},
    parts: [],
    sql,
  };
  // The part of an indicator is no property of what it is counted from.
  const where = question.where.filter(({dimension}) => dimension !== "deel");
  const narrowed = {...question, where};
  const query = composeCells(asFacts, narrowed);
  const rows = await database.query(query.sql, query.parameters);
  const perPerson = composeOver(
    asFacts,
    narrowed,
    "select persoon, count(*) as facts from cell_fact where persoon is not null group by persoon",
  );
  const persons = await database.query(perPerson.sql, perPerson.parameters);
  const series: Series = {
    question: {...question, indicator: countedAs},
    indicator: asFacts,
    unit: asFacts.unit,
    dataVersion,
    dataDate: null,
    dataMark: null,
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
  return {series, ofPersons: new Map(persons.map(({persoon, facts}) => [persoon, Number(facts)]))};
}
