/** What a point of a funnel plot is counted from. */
export interface FunnelUnit {
  /** Observed events; at least 0. */
  readonly numerator: number;
  /** Expected events for a standardised ratio, else what the events are counted on; more than 0. */
  readonly denominator: number;
}

/**
 * What the units are compared on.
 *
 * - `SR-SHMI`: standardised ratio on the log scale, the most extreme units left out for the overdispersion
 * - `SR-CQC`: standardised ratio on the square root scale
 * - `PR`: proportion, on the arcsine scale
 * - `RC`: ratio of two counts, on the log scale
 */
export type FunnelKind = "SR-SHMI" | "SR-CQC" | "PR" | "RC";

/** The scale on which differences between units are about as normal in small units as in large ones. */
export interface FunnelScale {
  /** A ratio or proportion on the scale. */
  readonly to: (value: number) => number;
  readonly from: (scaled: number) => number;
  /** The value of a unit on the scale. */
  readonly of: (unit: FunnelUnit) => number;
  /** Its standard error there. */
  readonly error: (unit: FunnelUnit) => number;
  /** The standard error by which its limits are drawn. */
  readonly limitError: (unit: FunnelUnit) => number;
}

const whole = ({denominator}: FunnelUnit) => 1 / Math.sqrt(denominator);
const half = ({denominator}: FunnelUnit) => 1 / (2 * Math.sqrt(denominator));
const arcsine = (value: number) => Math.asin(Math.sqrt(value));

export const funnelScales: Record<FunnelKind, FunnelScale> = {
  "SR-SHMI": {
    to: Math.log,
    from: Math.exp,
    of: ({numerator, denominator}) => Math.log(numerator / denominator),
    error: whole,
    limitError: whole,
  },
  "SR-CQC": {
    to: Math.sqrt,
    from: (scaled) => Math.max(0, scaled) ** 2,
    of: ({numerator, denominator}) => Math.sqrt(numerator / denominator),
    error: half,
    limitError: half,
  },
  PR: {
    to: arcsine,
    // Beyond the ends the sine would turn back.
    from: (scaled) => Math.sin(Math.min(Math.max(scaled, 0), Math.PI / 2)) ** 2,
    of: ({numerator, denominator}) => arcsine(numerator / denominator),
    error: half,
    limitError: half,
  },
  RC: {
    to: Math.log,
    from: Math.exp,
    of: ({numerator, denominator}) => Math.log((numerator + 0.5) / (denominator + 0.5)),
    error: ({numerator, denominator}) =>
      Math.sqrt(numerator / (numerator + 0.5) ** 2 + denominator / (denominator + 0.5) ** 2),
    // A limit is drawn along the denominator, where the numerator is not known.
    limitError: half,
  },
};
