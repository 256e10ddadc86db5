import {requireFinite} from "./finite.ts";
import {mean} from "./mean.ts";
import {averageMovingRange} from "./moving-range.ts";

/** Which way is better; neutral where neither is. */
export type ImprovementDirection = "increase" | "decrease" | "neutral";

/** Why a point stands out, in the words of the method. */
export type SpecialCauseType =
  | "Above UCL"
  | "Below LCL"
  | "7 Point Trend (Increasing)"
  | "7 Point Trend (Decreasing)"
  | "2 in 3 Above CL"
  | "2 in 3 Below CL"
  | "7 Points Above CL"
  | "7 Points Below CL"
  | "Common Cause";

/** What a point says: chance, or better or worse; without a direction, high or low. */
export type PointType =
  | "common_cause"
  | "special_cause_improvement"
  | "special_cause_concern"
  | "special_cause_neutral_high"
  | "special_cause_neutral_low";

/** Whether the process, left as it is, keeps on the good side of the target. */
export type AssuranceType = "consistent_pass" | "consistent_fail" | "inconsistent";

export interface XmrOptions {
  /** Default "neutral". */
  readonly improvementDirection?: ImprovementDirection;
  /** Indices from 0 of the points at which mean and limits are counted anew. */
  readonly rebase?: readonly number[];
  /** Mean and limits come from this many points at the start of each rebase group; default all. */
  readonly fixAfterNPoints?: number;
  /** Leave unusual moving ranges out of the limits; default true. */
  readonly screenOutliers?: boolean;
  readonly target?: number;
}

export interface XmrPoint {
  readonly value: number;
  /** From 0, one more at each rebase. */
  readonly rebaseGroup: number;
  readonly mean: number;
  /** Null while its rebase group has one point to count from. */
  readonly lowerLimit: number | null;
  readonly upperLimit: number | null;
  readonly outsideLimits: boolean;
  readonly relativeToMean: -1 | 0 | 1;
  /** Within the limits, in the outer third. */
  readonly closeToLimits: boolean;
  readonly specialCauseType: SpecialCauseType;
  readonly pointType: PointType;
}

export interface XmrChart {
  /** One for each value, in its order. */
  readonly points: readonly XmrPoint[];
  /** Null without a target, a direction, or limits for the last point. */
  readonly assurance: AssuranceType | null;
}

/**
 * The XmR chart of the NHS ("Making data count"): which points of a series are more than chance.
 *
 * Limits lie 2.66 average moving ranges from the mean. A point carries one label: outside the limits, else part of
 * seven points that rise or fall, else close to a limit as two of three on one side, else part of seven points on one
 * side of the mean.
 *
 * @param values  in order of time, without gaps; none gives no points
 * @throws RangeError  a value or target that is not a finite number, a rebase outside the series, fewer than one point to fix limits on
 * @source  NHS England, "Making data count"; the R package NHSRplotthedots; Nelson (1982) for the screening
 */
export function xmrChart(values: readonly number[], options: XmrOptions = {}): XmrChart {
  const {improvementDirection = "neutral", target} = options;
  check(values, options);
  const starts = [...new Set([0, ...(options.rebase ?? [])])].sort((a, b) => a - b);
  const points = starts.flatMap((start, group) => {
    const measured = measureGroup(values.slice(start, starts[group + 1]), options);
    const causes = specialCauses(measured);
    return measured.map(
      (point, index): XmrPoint => ({
        ...point,
        rebaseGroup: group,
        specialCauseType: causes[index]!,
        pointType: pointType(causes[index]!, improvementDirection),
      }),
    );
  });
  return {points, assurance: assurance(points.at(-1), improvementDirection, target)};
}

function check(values: readonly number[], options: XmrOptions): void {
  const {rebase = [], fixAfterNPoints = 1, target = 0} = options;
  requireFinite(values);
  if (!Number.isFinite(target)) throw new RangeError(`target must be finite: ${target}`);
  if (!(fixAfterNPoints >= 1)) throw new RangeError(`limits need at least 1 point: ${fixAfterNPoints}`);
  for (const start of rebase) {
    if (!(Number.isInteger(start) && start >= 0 && start < values.length)) {
      throw new RangeError(`rebase not in the series of ${values.length}: ${start}`);
    }
  }
}

type Measured = Omit<XmrPoint, "rebaseGroup" | "specialCauseType" | "pointType">;

function measureGroup(values: readonly number[], options: XmrOptions): Measured[] {
  if (values.length === 0) return [];
  const base = values.slice(0, options.fixAfterNPoints);
  const centre = mean(base);
  const range = averageMovingRange(base, options.screenOutliers);
  const [lowerLimit, upperLimit] = range === null ? [null, null] : limitsAround(centre, 2.66 * range);
  const [lowerThird, upperThird] = range === null ? [null, null] : limitsAround(centre, ((2 * 2.66) / 3) * range);
  return values.map((value) => {
    const outsideLimits = isOutside(value, lowerLimit, upperLimit);
    const closeToLimits = !outsideLimits && isOutside(value, lowerThird, upperThird);
    const relativeToMean = value > centre ? 1 : value < centre ? -1 : 0;
    return {value, mean: centre, lowerLimit, upperLimit, outsideLimits, relativeToMean, closeToLimits};
  });
}

function limitsAround(centre: number, margin: number): [lower: number, upper: number] {
  return [centre - margin, centre + margin];
}

function isOutside(value: number, lower: number | null, upper: number | null): boolean {
  return (lower !== null && value < lower) || (upper !== null && value > upper);
}

function specialCauses(points: readonly Measured[]): SpecialCauseType[] {
  const trends = sevenPointTrends(points.map(({value}) => value));
  const twoInThree = twoInThreeClose(points);
  const oneSide = sevenOnOneSide(points);
  return points.map((point, index) => {
    const above = point.relativeToMean > 0;
    if (point.outsideLimits) return above ? "Above UCL" : "Below LCL";
    if (trends[index] !== 0) return trends[index]! > 0 ? "7 Point Trend (Increasing)" : "7 Point Trend (Decreasing)";
    if (twoInThree[index]) return above ? "2 in 3 Above CL" : "2 in 3 Below CL";
    if (oneSide[index]) return above ? "7 Points Above CL" : "7 Points Below CL";
    return "Common Cause";
  });
}

/** For each point 1 or −1 when it is part of seven that rise or fall at every step, else 0. */
function sevenPointTrends(values: readonly number[]): number[] {
  const trends = values.map(() => 0);
  let [start, before] = [0, 0];
  for (let index = 1; index < values.length; index++) {
    const step = Math.sign(values[index]! - values[index - 1]!);
    if (step !== before) start = index - 1;
    before = step;
    // A point on the top of two trends belongs to the one that goes on: the later one overwrites.
    if (step !== 0 && index - start >= 6) trends.fill(step, start, index + 1);
  }
  return trends;
}

/** Points that are close to a limit themselves, with another such among three in a row on one side of the mean. */
function twoInThreeClose(points: readonly Measured[]): boolean[] {
  const marked = points.map(() => false);
  for (let end = 2; end < points.length; end++) {
    const window = points.slice(end - 2, end + 1);
    const side = window[0]!.relativeToMean;
    const onOneSide = side !== 0 && window.every(({relativeToMean}) => relativeToMean === side);
    if (!onOneSide || window.filter(({closeToLimits}) => closeToLimits).length < 2) continue;
    for (let index = end - 2; index <= end; index++) marked[index] ||= points[index]!.closeToLimits;
  }
  return marked;
}

function sevenOnOneSide(points: readonly Measured[]): boolean[] {
  const marked = points.map(() => false);
  let start = 0;
  for (const [index, {relativeToMean}] of points.entries()) {
    if (relativeToMean !== points[start]!.relativeToMean) start = index;
    if (relativeToMean !== 0 && index - start >= 6) marked.fill(true, start, index + 1);
  }
  return marked;
}

function pointType(cause: SpecialCauseType, direction: ImprovementDirection): PointType {
  if (cause === "Common Cause") return "common_cause";
  const high = cause.includes("Above") || cause.includes("Increasing");
  if (direction === "neutral") return high ? "special_cause_neutral_high" : "special_cause_neutral_low";
  return high === (direction === "increase") ? "special_cause_improvement" : "special_cause_concern";
}

function assurance(
  last: XmrPoint | undefined,
  direction: ImprovementDirection,
  target: number | undefined,
): AssuranceType | null {
  if (last === undefined || target === undefined || direction === "neutral") return null;
  if (last.lowerLimit === null || last.upperLimit === null) return null;
  if (target > last.upperLimit) return direction === "increase" ? "consistent_fail" : "consistent_pass";
  if (target < last.lowerLimit) return direction === "increase" ? "consistent_pass" : "consistent_fail";
  return "inconsistent";
}
