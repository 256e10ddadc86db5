import {type Runs, runRules} from "./run-rules.ts";

export interface ControlChartOptions {
  /** Centre and limits come from this many points at the start, and hold for what follows; not together with a split. */
  readonly freezeAfter?: number;
  /** After so many points, counted from the start of the series, a new part begins with its own centre and limits. */
  readonly splitAfter?: readonly number[];
  /** Indices from 0 of points that are shown, and do not count in centre, limits and runs. */
  readonly exclude?: readonly number[];
}

export interface ControlPoint {
  /** Null when there was nothing to measure. */
  readonly value: number | null;
  /** From 0, one more at each split. */
  readonly part: number;
  readonly centre: number;
  /** Null when the point, or its part, has too little to count a limit from. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly isOutside: boolean;
}

export interface ControlChart {
  /** One for each row, in its order. */
  readonly points: readonly ControlPoint[];
  /** One for each part; null when no point is off the centre, or where the kind of chart has no run rules. */
  readonly runs: readonly (Runs | null)[];
}

/** What the kind of chart makes of one part. */
export interface Limits {
  readonly values: readonly (number | null)[];
  readonly centre: number;
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
}

/**
 * A Shewhart chart of any kind, in parts: the kind says what value, centre and limits are, this says from which points.
 *
 * @param rows      in order of time; none gives no points
 * @param limitsOf  rows of one part, and the indices in it from which centre and limits come: at least one
 * @throws RangeError  a freeze with a split, one of them outside the series, or a part without a point to count from
 */
export function controlChart<Row>(
  rows: readonly Row[],
  limitsOf: (rows: readonly Row[], base: readonly number[]) => Limits,
  {freezeAfter, splitAfter = [], exclude = []}: ControlChartOptions = {},
): ControlChart {
  if (rows.length === 0) return {points: [], runs: []};
  if (freezeAfter !== undefined && splitAfter.length > 0) {
    throw new RangeError(`limits are frozen or split, not both: ${freezeAfter}, ${splitAfter}`);
  }
  for (const length of [...splitAfter, freezeAfter ?? rows.length]) {
    if (!(length >= 1 && length <= rows.length)) throw new RangeError(`not in 1–${rows.length} points: ${length}`);
  }
  const excluded = new Set(exclude);
  const starts = [...new Set([0, ...splitAfter])].filter((start) => start < rows.length).sort((a, b) => a - b);
  const parts = starts.map((start, part) => {
    const ofPart = rows.slice(start, starts[part + 1]);
    const included = [...ofPart.keys()].filter((index) => !excluded.has(start + index));
    const base = included.filter((index) => start + index < (freezeAfter ?? rows.length));
    if (base.length === 0) throw new RangeError(`no point to count limits from in part: ${part}`);
    const limits = limitsOf(ofPart, base);
    return {points: pointsOf(limits, part), runs: runRules(sidesOf(limits, included))};
  });
  return {points: parts.flatMap(({points}) => points), runs: parts.map(({runs}) => runs)};
}

function pointsOf({values, centre, lower, upper}: Limits, part: number): ControlPoint[] {
  return values.map((value, index) => {
    const [low, high] = [lower[index]!, upper[index]!];
    const isOutside = value !== null && ((low !== null && value < low) || (high !== null && value > high));
    return {value, part, centre, lower: low, upper: high, isOutside};
  });
}

function sidesOf({values, centre}: Limits, included: readonly number[]): number[] {
  return included.flatMap((index) => {
    const value = values[index]!;
    return value === null ? [] : [Math.sign(value - centre)];
  });
}
