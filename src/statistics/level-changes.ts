import {mean} from "./mean.ts";
import {quantile} from "./quantile.ts";
import {studentTails} from "./student-distribution.ts";

/** A figure in one period: a share, a rate or a mean, and how much stands behind it. */
export interface LevelPoint {
  /** On the scale of the comparison: see `levelScales`. */
  readonly numerator: number;
  /** 1 for a count. */
  readonly denominator: number;
  /** Of how many events or people it was made: by chance a figure moves the more, the fewer there are. */
  readonly size: number;
}

/** null: in that period there is no figure. */
export type LevelCourse = readonly (LevelPoint | null)[];

/**
 * - count: events, or events for each of so many: chance makes the logarithm move by 1/√events
 * - proportion: a part of a whole: chance makes the angle move by 1/(2√whole)
 * - amount: money, days: nobody knows how far chance moves it; that is taken from the figures themselves
 */
export type LevelScale = "count" | "proportion" | "amount";

export interface LevelChange {
  /** Over the last and over the next to last window. */
  readonly now: number;
  readonly before: number;
  /** By which the others went from the one to the other, in the middle; null: there are none to look at. */
  readonly othersFactor: number | null;
  /** How far it moved beside the others, in the usual size of such moves: above 0 is upwards. */
  readonly score: number;
  /** How often chance gives a score as far from 0, on either side. */
  readonly chance: number;
}

/** With fewer others that have a figure, nothing can be said of how the others go. */
export const fewestOthersToFollow = 3;

/**
 * How far figures of like units went from one window of periods to the next, beside what is usual for them.
 *
 * What all units go through (season, prices, claims that are still to come) is no change of one of them, so of each move the
 * middle of the others' is taken off; of a unit without others its own move of a window earlier. How large moves usually
 * are is measured over all units and all windows there are, so that figures that hang together in time, such as who is in
 * care at the end of a quarter, are not taken for many.
 *
 * @param courses  of each unit, as many periods as the others, oldest first
 * @param least    the smallest denominator of a window that makes a figure
 * @param window   periods in a window: 4 quarters have no season
 * @returns in the order of the units; null: too short or too small to say anything
 * @throws RangeError  courses that are not equally long, or a window below 1
 */
export function levelChanges(
  courses: readonly LevelCourse[],
  scale: LevelScale,
  least = 0,
  window = 4,
): (LevelChange | null)[] {
  const length = courses[0]?.length ?? 0;
  if (courses.some((course) => course.length !== length)) throw new RangeError("courses that are not equally long");
  if (!(window >= 1)) throw new RangeError(`no window: ${window}`);
  const excesses = courses.map(() => new Map<number, Excess>());
  for (let end = 2 * window; end <= length; end++) {
    const moves = courses.map((course) => moveAt(course, end, {window, scale, least}));
    moves.forEach((move, at) => {
      if (move === null) return;
      const excess =
        courses.length === 1 ? besideItself(courses[0]!, end, {window, scale, least}, move) : besideOthers(moves, at);
      if (excess !== null) excesses[at]!.set(end, excess);
    });
  }
  const all = excesses.flatMap((one) => [...one.values()].map(({distance}) => distance));
  if (all.length === 0) return courses.map(() => null);
  // What is nothing but events cannot move less than chance makes it.
  const usual = Math.max(robustSpread(all), scale === "amount" ? 0 : 1);
  const degrees = Math.min(
    Math.max(3, Math.round(all.length / window)),
    scale === "amount" ? degreesOfAmounts : mostDegrees,
  );
  return excesses.map((one) => {
    const last = one.get(length);
    if (last === undefined) return null;
    const earlier = [...one].filter(([end]) => end <= length - window).map(([, {distance}]) => distance);
    const own = usualOf(earlier, usual);
    const score = own === 0 ? 0 : last.distance / own;
    const {now, before} = last.move;
    return {now, before, othersFactor: last.othersFactor, score, chance: studentTails(Math.abs(score), degrees)};
  });
}

/** Amounts and days hang on few large ones, so that far moves are less rare than of counts. */
const degreesOfAmounts = 5;
const mostDegrees = 1000;

interface Move {
  readonly now: number;
  readonly before: number;
  /** On the scale. */
  readonly by: number;
  /** What chance makes of it on the scale; of an amount in an unknown measure. */
  readonly error: number;
}

interface Excess {
  readonly move: Move;
  readonly distance: number;
  readonly othersFactor: number | null;
}

function besideOthers(moves: readonly (Move | null)[], at: number): Excess | null {
  const move = moves[at]!;
  const others = moves.filter((other, place) => other !== null && place !== at) as Move[];
  if (others.length < fewestOthersToFollow) return null;
  const middle = weightedMedian(others.map(({by, error}) => ({value: by, weight: error ** -2})));
  const factor = weightedMedian(
    others.filter(({before}) => before > 0).map(({now, before, error}) => ({value: now / before, weight: error ** -2})),
  );
  return {move, distance: (move.by - middle) / move.error, othersFactor: Number.isNaN(factor) ? null : factor};
}

/** A unit that is alone went on as it did: what is beside that is the change. */
function besideItself(course: LevelCourse, end: number, way: Way, move: Move): Excess | null {
  const earlier = moveAt(course, end - way.window, way);
  if (earlier === null) return null;
  return {move, distance: (move.by - earlier.by) / Math.hypot(move.error, earlier.error), othersFactor: null};
}

interface Way {
  readonly window: number;
  readonly scale: LevelScale;
  readonly least: number;
}

function moveAt(course: LevelCourse, end: number, {window, scale, least}: Way): Move | null {
  if (end < 2 * window) return null;
  const now = levelOver(course.slice(end - window, end), least);
  const before = levelOver(course.slice(end - 2 * window, end - window), least);
  if (now === null || before === null) return null;
  const by = onScale(now.level, scale) - onScale(before.level, scale);
  const error = Math.sqrt(1 / now.size + 1 / before.size) * (scale === "proportion" ? 0.5 : 1);
  return Number.isFinite(by) ? {now: now.level, before: before.level, by, error} : null;
}

/** The level over several periods; null: not of all of them there is a figure, or nothing stands behind them. */
function levelOver(points: LevelCourse, least: number): {level: number; size: number} | null {
  let numerator = 0;
  let denominator = 0;
  let size = 0;
  for (const point of points) {
    if (point === null) return null;
    numerator += point.numerator;
    denominator += point.denominator;
    size += point.size;
  }
  return denominator > 0 && denominator >= least && size > 0 ? {level: numerator / denominator, size} : null;
}

function onScale(level: number, scale: LevelScale): number {
  return scale === "proportion" ? Math.asin(Math.sqrt(Math.min(1, Math.max(0, level)))) : Math.log(level);
}

/**
 * As the standard deviation would be of a normal distribution, around 0, with this middle; or, where that is more, with these
 * values without the outermost: figures in whole days often do not move at all, and then far.
 */
function robustSpread(values: readonly number[]): number {
  const distances = values.map(Math.abs);
  const outermost = quantile(distances, 0.95);
  const winsorised = Math.sqrt(mean(distances.map((distance) => Math.min(distance, outermost) ** 2)));
  return Math.max(quantile(distances, 0.5) / 0.6744897501960817, winsorised / 0.9555);
}

/** Of a unit that was restless before, more than of the others; the little it shows of itself counts for a third. */
function usualOf(earlier: readonly number[], usual: number): number {
  if (earlier.length === 0) return usual;
  const own = mean(earlier.map((distance) => distance ** 2));
  return Math.max(usual, Math.sqrt((2 * usual ** 2 + own) / 3));
}

/** NaN: there are no values. */
function weightedMedian(values: readonly {readonly value: number; readonly weight: number}[]): number {
  const sorted = values.toSorted((a, b) => a.value - b.value);
  const half = sorted.reduce((total, {weight}) => total + weight, 0) / 2;
  let below = 0;
  for (const {value, weight} of sorted) {
    below += weight;
    if (below >= half) return value;
  }
  return Number.NaN;
}
