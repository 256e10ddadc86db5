import {type ControlChart, type ControlChartOptions, controlChart} from "./control-chart.ts";
import {requireFinite} from "./finite.ts";
import {mean, sum} from "./mean.ts";

/** What was counted, out of how much. */
export interface Counted {
  readonly numerator: number;
  /** 0: nothing to count, so no value and no limits. */
  readonly denominator: number;
}

/**
 * A p chart: the share of those at hand that had something, such as trajecten that ended early.
 *
 * @param counts  numerator from 0 to its denominator
 * @returns       values and limits as proportions; limits stay within 0 and 1
 * @throws RangeError  a count outside its bounds, or a part with nothing at hand
 * @source  Montgomery, Introduction to Statistical Quality Control, 7.2 (binomial)
 */
export function pChart(counts: readonly Counted[], options?: ControlChartOptions): ControlChart {
  return ratioChart(counts, (centre) => centre * (1 - centre), 1, options);
}

/**
 * A u chart: events per unit of what they happen in, such as complaints per month of care.
 *
 * @param counts  numerator at least 0; the denominator is the amount of opportunity
 * @returns       values and limits as events per unit; limits are at least 0
 * @throws RangeError  a count outside its bounds, or a part without opportunity
 * @source  Montgomery, Introduction to Statistical Quality Control, 7.3 (Poisson)
 */
export function uChart(counts: readonly Counted[], options?: ControlChartOptions): ControlChart {
  return ratioChart(counts, (centre) => centre, Number.POSITIVE_INFINITY, options);
}

/**
 * A c chart: events in periods of equal opportunity.
 *
 * @param counts  at least 0
 * @throws RangeError  a count that is not finite and at least 0
 * @source  Montgomery, Introduction to Statistical Quality Control, 7.3 (Poisson)
 */
export function cChart(counts: readonly number[], options?: ControlChartOptions): ControlChart {
  requireFinite(counts);
  for (const count of counts) if (!(count >= 0)) throw new RangeError(`count must be at least 0: ${count}`);
  return controlChart(
    counts,
    (values, base) => {
      const centre = mean(base.map((index) => values[index]!));
      const margin = 3 * Math.sqrt(centre);
      return {
        values,
        centre,
        lower: values.map(() => Math.max(0, centre - margin)),
        upper: values.map(() => centre + margin),
      };
    },
    options,
  );
}

function ratioChart(
  counts: readonly Counted[],
  varianceOf: (centre: number) => number,
  highest: number,
  options?: ControlChartOptions,
): ControlChart {
  for (const {numerator, denominator} of counts) {
    requireFinite([numerator, denominator]);
    if (!(numerator >= 0 && denominator >= 0 && numerator <= denominator * highest)) {
      throw new RangeError(`not a count and what it is out of: ${numerator}, ${denominator}`);
    }
  }
  return controlChart(
    counts,
    (rows, base) => {
      const opportunity = sum(base.map((index) => rows[index]!.denominator));
      if (opportunity === 0) throw new RangeError(`nothing to count from in points: ${base.length}`);
      const centre = sum(base.map((index) => rows[index]!.numerator)) / opportunity;
      const margins = rows.map(({denominator}) => 3 * Math.sqrt(varianceOf(centre) / denominator));
      const ifCounted = (limits: number[]) => limits.map((limit, at) => (rows[at]!.denominator > 0 ? limit : null));
      return {
        values: ifCounted(rows.map(({numerator, denominator}) => numerator / denominator)),
        centre,
        lower: ifCounted(margins.map((margin) => Math.max(0, centre - margin))),
        upper: ifCounted(margins.map((margin) => Math.min(highest, centre + margin))),
      };
    },
    options,
  );
}
