import {type ControlChart, type ControlChartOptions, controlChart, type Limits} from "./control-chart.ts";
import {requireFinite} from "./finite.ts";
import {mean} from "./mean.ts";
import {averageMovingRange, movingRanges} from "./moving-range.ts";
import {quantile} from "./quantile.ts";

/**
 * An I chart: one measured value per period.
 *
 * @param values  the limits need two to count from, else they are null
 * @throws RangeError  a value that is not finite
 * @source  Montgomery, Introduction to Statistical Quality Control, 6.4; Nelson (1982) for the screening of ranges
 */
export function individualsChart(values: readonly number[], options?: ControlChartOptions): ControlChart {
  requireFinite(values);
  return controlChart(values, individualsLimits, options);
}

/**
 * An MR chart: how far each value lies from the one before. The first of a part has no range.
 *
 * Two ranges share a value, so run rules do not hold for them: `runs` are null.
 *
 * @throws RangeError  a value that is not finite, or no range to count from: fewer than two values in a part, or before the freeze
 * @source  Montgomery, Introduction to Statistical Quality Control, 6.4
 */
export function movingRangeChart(values: readonly number[], options?: ControlChartOptions): ControlChart {
  requireFinite(values);
  const {points, runs} = controlChart(
    values,
    (part, base) => {
      const ranges = [null, ...movingRanges(part)];
      const centre = mean(base.flatMap((index) => ranges[index] ?? []));
      return {values: ranges, centre, lower: part.map(() => 0), upper: part.map(() => 3.267 * centre)};
    },
    options,
  );
  return {points, runs: runs.map(() => null)};
}

/**
 * A T chart: the time between events that are rare, such as days between calamities.
 *
 * @param times  above 0; when events can fall on one day, count in a finer unit
 * @returns      in the unit of the times; the lower limit is at least 0
 * @throws RangeError  a time that is not finite and above 0
 * @source  Nelson (1994), Journal of Quality Technology 26: 45–48: the 3.6th root is nearly normal; Montgomery 7.3.5
 */
export function tChart(times: readonly number[], options?: ControlChartOptions): ControlChart {
  requireFinite(times);
  for (const time of times) if (!(time > 0)) throw new RangeError(`time between events must be above 0: ${time}`);
  return controlChart(
    times,
    (part, base) => {
      const {values, centre, lower, upper} = individualsLimits(
        part.map((time) => time ** (1 / 3.6)),
        base,
      );
      const back = (roots: readonly (number | null)[]) =>
        roots.map((root) => (root === null ? null : Math.max(0, root) ** 3.6));
      // The times come back too: rounded on the same road as the limits, equal times stay within them.
      return {values: back(values), centre: centre ** 3.6, lower: back(lower), upper: back(upper)};
    },
    options,
  );
}

/**
 * A G chart: the number of cases between events that are rare.
 *
 * The centre is the median, so that as many points lie above as below; the limits come from the mean.
 *
 * @param counts  at least 0
 * @throws RangeError  a count that is not finite and at least 0
 * @source  Montgomery, Introduction to Statistical Quality Control, 7.3.5 (geometric)
 */
export function gChart(counts: readonly number[], options?: ControlChartOptions): ControlChart {
  requireFinite(counts);
  for (const count of counts) if (!(count >= 0)) throw new RangeError(`count must be at least 0: ${count}`);
  return controlChart(
    counts,
    (part, base) => {
      const ofBase = base.map((index) => part[index]!);
      const level = mean(ofBase);
      const margin = 3 * Math.sqrt(level * (level + 1));
      return {
        values: part,
        centre: quantile(ofBase, 0.5),
        lower: part.map(() => Math.max(0, level - margin)),
        upper: part.map(() => level + margin),
      };
    },
    options,
  );
}

function individualsLimits(values: readonly number[], base: readonly number[]): Limits {
  const ofBase = base.map((index) => values[index]!);
  const centre = mean(ofBase);
  const range = averageMovingRange(ofBase);
  // 1.128: the mean range of two normal values, in standard deviations.
  const limit = (sigmas: number) => values.map(() => (range === null ? null : centre + (sigmas * range) / 1.128));
  return {values, centre, lower: limit(-3), upper: limit(3)};
}
