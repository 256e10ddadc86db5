import {type FunnelKind, type FunnelScale, type FunnelUnit, funnelScales} from "./funnel-scales.ts";
import {type LeftOutScore, leftOutScores} from "./left-out-scores.ts";
import {z95, z998} from "./normal-distribution.ts";
import {type Overdispersion, overdispersion} from "./overdispersion.ts";
import {poissonInterval} from "./poisson-interval.ts";

/**
 * Between them lies 95 % or 99.8 % of what was to be expected, in the unit of the value. A high one is Infinity where
 * units differ beyond all measure: 1 event observed and 30,000 expected.
 */
export interface FunnelLimits {
  readonly low95: number;
  readonly high95: number;
  readonly low998: number;
  readonly high998: number;
}

export interface FunnelPoint {
  /** Numerator over denominator. */
  readonly value: number;
  /** Standard deviations from the target; null when it has no place on the scale (SR-SHMI with no events). */
  readonly zScore: number | null;
  /** The same with allowance for how much the others differ; null also with fewer than two others. */
  readonly leftOut: LeftOutScore | null;
  /** What chance alone allows. */
  readonly unadjusted: FunnelLimits;
  /** What chance and the usual differences between units allow together. */
  readonly adjusted: FunnelLimits;
}

export interface Funnel extends Overdispersion {
  /** Where the units would be without differences: 1 for a standardised ratio, else all units together. */
  readonly target: number;
  /** In the order of the units. */
  readonly points: readonly FunnelPoint[];
  /** The adjusted limits of a unit of any size: the curves that are drawn. The denominator is more than 0. */
  readonly limitsAt: (denominator: number) => FunnelLimits;
}

/**
 * The limits of a funnel plot, without and with allowance for overdispersion.
 *
 * Without it nearly all large units fall outside: not because they are odd, but because units differ by more than
 * chance. The limits of SR-CQC are given as ratios, where FunnelPlotR leaves the adjusted ones as square roots.
 *
 * @param units  at least one
 * @param kind   what is compared, and on which scale
 * @param trim   part of the units at each end that has no say in how much is usual, between 0 and 0.5
 * @throws RangeError  no units, a count or `trim` outside its bounds, or a ratio of counts without any events
 * @source  Spiegelhalter (2005), Statistics in Medicine 24: 1185–1202; Spiegelhalter and others (2012), JRSS A 175:
 *   1–47; the unadjusted limits of a standardised ratio are Garwood's (`poissonInterval`)
 */
export function funnelLimits(units: readonly FunnelUnit[], kind: FunnelKind, trim = 0.1): Funnel {
  if (units.length === 0) throw new RangeError("a funnel needs at least one unit");
  for (const unit of units) check(unit, kind);
  const scale = funnelScales[kind];
  const isStandardised = kind === "SR-SHMI" || kind === "SR-CQC";
  const target = isStandardised ? 1 : sum(units, "numerator") / sum(units, "denominator");
  const centre = scale.to(target);
  if (!Number.isFinite(centre)) throw new RangeError(`no target for ${kind}: ${target}`);

  const scores = units.map((unit) => ({z: (scale.of(unit) - centre) / scale.error(unit), error: scale.error(unit)}));
  const known = scores.filter(({z}) => Number.isFinite(z));
  const {phi, tau2} = overdispersion(known, kind === "SR-SHMI" ? "truncated" : "winsorised", trim);

  const leftOut = leftOutScores(scores, trim);
  const points = units.map((unit, index) => {
    const {z} = scores[index]!;
    return {
      value: unit.numerator / unit.denominator,
      zScore: Number.isFinite(z) ? z : null,
      leftOut: leftOut[index]!,
      unadjusted: isStandardised ? exactLimits(unit) : limitsAround(centre, unit, scale, 0),
      adjusted: limitsAround(centre, unit, scale, tau2),
    };
  });
  const limitsAt = (denominator: number) => limitsAround(centre, {numerator: 0, denominator}, scale, tau2);
  return {target, phi, tau2, points, limitsAt};
}

function check({numerator, denominator}: FunnelUnit, kind: FunnelKind): void {
  if (!(denominator > 0)) throw new RangeError(`denominator must be positive: ${denominator}`);
  if (!(numerator >= 0)) throw new RangeError(`numerator must not be negative: ${numerator}`);
  if (kind === "PR" && numerator > denominator) throw new RangeError(`numerator above ${denominator}: ${numerator}`);
}

function limitsAround(centre: number, unit: FunnelUnit, scale: FunnelScale, variance: number): FunnelLimits {
  const error = Math.sqrt(scale.limitError(unit) ** 2 + variance);
  // Rounded as FunnelPlotR has them, so that limits agree to the last digit.
  return {
    low95: scale.from(centre - 1.959964 * error),
    high95: scale.from(centre + 1.959964 * error),
    low998: scale.from(centre - 3.090232 * error),
    high998: scale.from(centre + 3.090232 * error),
  };
}

function exactLimits({denominator}: FunnelUnit): FunnelLimits {
  const [low95, high95] = poissonInterval(denominator, z95);
  const [low998, high998] = poissonInterval(denominator, z998);
  return {
    low95: low95 / denominator,
    high95: high95 / denominator,
    low998: low998 / denominator,
    high998: high998 / denominator,
  };
}

function sum(units: readonly FunnelUnit[], key: keyof FunnelUnit): number {
  return units.reduce((total, unit) => total + unit[key], 0);
}
