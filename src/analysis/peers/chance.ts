import {type FunnelLimits, funnelLimits} from "../../statistics/funnel-limits.ts";
import type {LeftOutScore} from "../../statistics/left-out-scores.ts";
import {sum} from "../../statistics/mean.ts";
import {type Shrinkage, shrinkProportions, shrinkRates} from "../../statistics/shrinkage.ts";

/** A unit with its figure, and what was to be expected of it. */
export interface Observed {
  readonly numerator: number;
  readonly denominator: number;
  /** In the unit of the numerator; null: nothing is known of what its people need. */
  readonly expected: number | null;
}

/**
 * How a figure stands to what was to be expected.
 *
 * - hoger, lager: outside the limits of 99.8 %, more than chance explains
 * - misschien hoger, misschien lager: outside those of 95 %, where one in twenty lies by chance
 * - als verwacht: within
 */
export type Verdict = "hoger" | "misschien hoger" | "als verwacht" | "misschien lager" | "lager";

export interface Placed {
  /** The figure, had the unit the people of the whole: what the units are compared on. */
  readonly adjusted: number;
  /** What is within reach of chance and of the usual differences between units, on the scale of `adjusted`. */
  readonly limits: FunnelLimits;
  readonly verdict: Verdict;
  /** How far it is from the middle, judged by how much the others differ; null: that cannot be told. */
  readonly score: LeftOutScore | null;
  /** Drawn towards the others, the more so the smaller the unit; null when that cannot be told. */
  readonly shrunken: {readonly estimate: number; readonly low: number; readonly high: number} | null;
  /** What stands along the axis of a funnel: by which its limits are narrow or wide. */
  readonly size: number;
}

export interface Funnel {
  readonly units: readonly Placed[];
  /** Where all units together are, on the scale of `adjusted`. */
  readonly middle: number;
  /** Mean square of the distances: about 1 when the units differ by no more than chance makes them. */
  readonly phi: number | null;
  /** The limits of a unit of any size between the smallest and the largest. */
  limitsAt(size: number): FunnelLimits;
}

/** With fewer units there is nothing to compare: two would be each other's opposite. */
export const fewestUnits = 4;

/**
 * Where units stand among each other, with the limits of chance.
 *
 * @param units          at least `fewestUnits`; either all or none with an expected number above 0
 * @param isProportion   the numerator is a part of the denominator
 * @param per            the figure is given per so many
 * @throws RangeError  too few units
 */
export function funnelOf(units: readonly Observed[], isProportion: boolean, per: number): Funnel {
  if (units.length < fewestUnits) throw new RangeError(`too few units to compare: ${units.length}`);
  const numerators = sum(units.map(({numerator}) => numerator));
  const middle = (numerators / sum(units.map(({denominator}) => denominator))) * per;
  const areExpected = units.every(({expected}) => expected !== null && expected > 0);
  if (isProportion && !areExpected) return proportions(units, per, middle);
  // Without what is to be expected, each is expected to be as all together.
  const rough = units.map(({denominator, expected}) => (areExpected ? expected! : denominator));
  const scale = numerators / sum(rough);
  const exposures = rough.map((value) => value * scale);
  const ratios = units.map(({numerator}, at) => ({numerator, denominator: exposures[at]!}));
  if (numerators === 0) return nothing(units, exposures);
  const {points, phi, limitsAt} = funnelLimits(ratios, "SR-CQC");
  const shrunk = shrinkRates(ratios.map(({numerator, denominator}) => ({events: numerator, exposure: denominator})));
  const onScale = (limits: FunnelLimits) => times(limits, middle);
  return {
    middle,
    phi,
    limitsAt: (size) => onScale(limitsAt(size)),
    units: points.map(({value, adjusted, leftOut}, at) => ({
      score: leftOut,
      adjusted: value * middle,
      limits: onScale(adjusted),
      verdict: verdictOf(value, adjusted),
      shrunken: shrunkenAt(shrunk, at, middle),
      size: exposures[at]!,
    })),
  };
}

function proportions(units: readonly Observed[], per: number, middle: number): Funnel {
  const {points, phi, limitsAt} = funnelLimits(units, "PR");
  const shrunk = shrinkProportions(
    units.map(({numerator, denominator}) => ({successes: numerator, trials: denominator})),
  );
  return {
    middle,
    phi,
    limitsAt: (size) => times(limitsAt(size), per),
    units: points.map(({value, adjusted, leftOut}, at) => ({
      score: leftOut,
      adjusted: value * per,
      limits: times(adjusted, per),
      verdict: verdictOf(value, adjusted),
      shrunken: shrunkenAt(shrunk, at, per),
      size: units[at]!.denominator,
    })),
  };
}

/** Nowhere anything: all are as expected, and there is no scale to draw limits on. */
function nothing(units: readonly Observed[], exposures: readonly number[]): Funnel {
  const limits = {low95: 0, high95: 0, low998: 0, high998: 0};
  return {
    middle: 0,
    phi: null,
    limitsAt: () => limits,
    units: units.map((_, at) => ({
      adjusted: 0,
      limits,
      verdict: "als verwacht",
      score: null,
      shrunken: null,
      size: exposures[at]!,
    })),
  };
}

function verdictOf(value: number, {low95, high95, low998, high998}: FunnelLimits): Verdict {
  if (value > high998) return "hoger";
  if (value > high95) return "misschien hoger";
  if (value < low998) return "lager";
  return value < low95 ? "misschien lager" : "als verwacht";
}

function times({low95, high95, low998, high998}: FunnelLimits, factor: number): FunnelLimits {
  return {low95: low95 * factor, high95: high95 * factor, low998: low998 * factor, high998: high998 * factor};
}

function shrunkenAt(shrunk: Shrinkage | null, at: number, factor: number): Placed["shrunken"] {
  const unit = shrunk?.units[at];
  if (unit === undefined || unit.low === null || unit.high === null) return null;
  return {estimate: unit.estimate * factor, low: unit.low * factor, high: unit.high * factor};
}
