import {localAdministrator, type Reader, scopeKey} from "../../access/reader.ts";
import type {Database} from "../../database/database.ts";
import {type DataState, readDataState} from "../../database/derive/state.ts";
import type {Question} from "../../indicators/question.ts";
import {addMonths, lastDay, monthOf} from "../../standards/calendar.ts";
import {once} from "../answers.ts";
import {askMany} from "../ask.ts";
import {type DisclosedSeries, disclose, roundingOf} from "../disclose.ts";
import {measured} from "../measured.ts";
import {checkWhole} from "../scope.ts";
import {type Attempt, attackInTime} from "./attack-in-time.ts";
import {
  finestOf,
  type KnownCell,
  knownFrom,
  type NumberName,
  nameOf,
  numbersOf,
  questionsOf,
  type Sums,
  sumsOf,
  type Target,
} from "./knowledge.ts";

/** What an attacker who asked everything could tell of a figure. Every number in it follows from shown cells alone. */
export interface FigureAttack {
  readonly answers: number;
  /** What the answers were about, each cell once. */
  readonly cells: readonly CellName[];
  readonly hidden: readonly CellName[];
  readonly numbers: readonly NumberAttack[];
  /** Cells that were shown as known on an earlier day and are hidden now. What they were then is another figure. */
  readonly shownBefore: number;
  readonly earlierDays: readonly string[];
  /** How many cells would follow if only small ones were hidden, rounded down to tens; null: it could not be counted. */
  readonly withoutPartners: number | "less than ten" | null;
  readonly milliseconds: number;
}

/** The attack on one of the numbers of the rows. */
export interface NumberAttack {
  readonly number: NumberName;
  readonly equations: number;
  readonly reached: readonly ReachedCell[];
  /** Hidden cells of which there was no time to say anything. */
  readonly untried: readonly CellName[];
  /** Nothing can be added up or taken off; or what was shown agrees with no table. */
  readonly isTied: boolean;
}

/** What a cell is about. */
export type CellName = Pick<KnownCell, "key" | "from" | "to">;

export interface ReachedCell {
  readonly cell: CellName;
  readonly low: number;
  /** Infinity: nothing stops it. */
  readonly high: number;
  readonly isDerived: boolean;
}

/** For each number. */
const milliseconds = 20_000;

/** A count of fewer cells than this could itself tell which cells are small. */
const fewestTold = 10;

const earlierMonths = [1, 3];

/** Whose figures are not rounded: what could be told at most. */
const exact: Reader = {...localAdministrator, audience: "intern"};

/**
 * Asks all that a reader can ask of a figure and attacks what is hidden in it.
 *
 * @throws UserError  the reader may not ask about this gemeente; nothing was counted
 */
export async function attackFigure(database: Database, target: Target, reader: Reader): Promise<FigureAttack> {
  checkWhole(reader, target.gemeenteCode, "Val ons aan");
  const state = await readDataState(database);
  const key = ["attack", state.dataVersion, scopeKey(reader), {...target, indicator: target.indicator.id}];
  return once(database, key, () => inLine(database, () => attackWith(database, target, reader, state)));
}

/** The same when it is done already; null: it is being done from now on. */
export async function findAttack(database: Database, target: Target, reader: Reader): Promise<FigureAttack | null> {
  // What fails is told to who asks the next time.
  const attacking = attackFigure(database, target, reader);
  attacking.catch(() => undefined);
  return Promise.race([attacking, new Promise<null>((resolve) => setTimeout(resolve, patience, null))]);
}

/** A small attack is done while a reader waits. */
const patience = 300;

const busyWith = new WeakMap<Database, Promise<unknown>>();

/** One attack at a time: each has work for a whole core. */
function inLine<T>(database: Database, attack: () => Promise<T>): Promise<T> {
  const turn = (busyWith.get(database) ?? Promise.resolve()).then(attack, attack);
  busyWith.set(database, turn);
  return turn;
}

async function attackWith(database: Database, target: Target, reader: Reader, state: DataState): Promise<FigureAttack> {
  const started = performance.now();
  const questions = questionsOf(target, await codesOf(database, target, reader));
  const answers = await inTurn(questions, (question) => askMany(database, [question], reader).then(([one]) => one!));
  const cells = knownFrom(answers);
  const numbers: NumberAttack[] = [];
  for (const number of numbersOf(target.indicator)) numbers.push(await attackNumber(cells, target, number, reader));
  const earlierDays = earlierMonths
    .map((months) => lastDay(addMonths(monthOf(target.knownOn), -months)))
    .filter((day) => monthOf(day) >= target.from);
  return {
    answers: answers.length,
    cells: cells.map(nameAlone),
    hidden: cells.filter(({isHidden}) => isHidden).map(nameAlone),
    numbers,
    shownBefore: await countShownBefore(database, target, reader, cells, earlierDays),
    earlierDays,
    withoutPartners: await countWithoutPartners(database, target, state, questions),
    milliseconds: performance.now() - started,
  };
}

async function attackNumber(
  cells: readonly KnownCell[],
  target: Target,
  number: NumberName,
  reader: Reader,
): Promise<NumberAttack> {
  const {sums, attempt} = await attemptOn(cells, target, number, roundedFor(target, number, reader));
  if (sums === null || attempt === null || attempt.isImpossible) {
    return {number, equations: 0, reached: [], untried: [], isTied: false};
  }
  const reached = [...attempt.reaches.values()].flatMap(({cell: place, low, high, isDerived}) => {
    const cell = sums.cellOf[place];
    return cell == null || !cell.isHidden ? [] : [{cell: nameAlone(cell), low, high, isDerived}];
  });
  return {
    number,
    equations: sums.published.equations.length,
    reached,
    untried: attempt.untried.flatMap((place) => {
      const cell = sums.cellOf[place];
      return cell?.isHidden ? [nameAlone(cell)] : [];
    }),
    isTied: true,
  };
}

function nameAlone({key, from, to}: CellName): CellName {
  return {key, from, to};
}

/** People mostly stand in one part of a split; where that agrees with no table, in one or more. */
async function attemptOn(
  cells: readonly KnownCell[],
  target: Target,
  number: NumberName,
  roundedTo: number,
): Promise<{sums: Sums | null; attempt: Attempt | null}> {
  const strict = sumsOf(cells, target, number, {isLoose: false, roundedTo});
  if (strict === null) return {sums: null, attempt: null};
  const attempt = await attackInTime(strict.published, {milliseconds});
  if (!attempt.isImpossible) return {sums: strict, attempt};
  const loose = sumsOf(cells, target, number, {isLoose: true, roundedTo})!;
  return {sums: loose, attempt: await attackInTime(loose.published, {milliseconds})};
}

function roundedFor({indicator}: Target, number: NumberName, {audience}: Reader): number {
  return audience === "openbaar" ? roundingOf(indicator, number) : 0;
}

/** The codes of the first dimension, to ask the others within each of them. */
async function codesOf(database: Database, target: Target, reader: Reader): Promise<string[]> {
  const [first, ...others] = target.dimensions;
  if (first === undefined || others.length === 0) return [];
  const [question] = questionsOf({...target, dimensions: [first]}, []).filter(
    ({dimensions, grain}) => dimensions.includes(first) && grain === "jaar",
  );
  const [answer] = await askMany(database, [question!], reader);
  return [...new Set(answer!.rows.map(({key}) => key[first]!))].sort();
}

async function countShownBefore(
  database: Database,
  target: Target,
  reader: Reader,
  cells: readonly KnownCell[],
  days: readonly string[],
): Promise<number> {
  const hidden = new Set(cells.filter(({isHidden}) => isHidden).map(nameOf));
  const shown = new Set<string>();
  for (const knownOn of days) {
    const to = monthOf(knownOn) < target.to ? monthOf(knownOn) : target.to;
    const dimensions = finestOf(target.dimensions);
    const {indicator, gemeenteCode, from, part} = target;
    const asked = (["maand", "kwartaal"] as const).map(
      (grain): Question => ({
        indicator: indicator.id,
        gemeenteCode,
        knownOn,
        from,
        to,
        dimensions,
        grain,
        where: part,
      }),
    );
    for (const cell of knownFrom(await askMany(database, asked, reader))) {
      if (!cell.isHidden && hidden.has(nameOf(cell))) shown.add(nameOf(cell));
    }
  }
  return shown.size;
}

/** Counted on exact figures of which only small cells are hidden; of those nothing but the count is told. */
async function countWithoutPartners(
  database: Database,
  target: Target,
  state: DataState,
  questions: readonly Question[],
): Promise<FigureAttack["withoutPartners"]> {
  const answers = await inTurn(questions, async (question) =>
    disclose(await measured(database, question, state), exact),
  );
  const cells = knownFrom(answers);
  const {sums, attempt} = await attemptOn(cells, target, "numerator", 0);
  if (sums === null || attempt === null || attempt.isImpossible || attempt.untried.length > 0) return null;
  const count = [...attempt.reaches.values()].filter(
    ({cell, isDerived}) => isDerived && sums.cellOf[cell] !== null,
  ).length;
  // Rounded down: one more or less would tell of one cell.
  return count < fewestTold ? "less than ten" : Math.floor(count / fewestTold) * fewestTold;
}

/** One after the other: whoever opens a page meanwhile need not wait for all of them. */
async function inTurn(
  questions: readonly Question[],
  answer: (question: Question) => Promise<DisclosedSeries>,
): Promise<DisclosedSeries[]> {
  const answers: DisclosedSeries[] = [];
  for (const question of questions) answers.push(await answer(question));
  return answers;
}
